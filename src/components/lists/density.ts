/** How much of each paper lists show: cards, or titles alone. Chosen once, kept in this browser. */

/** Under which the choice is kept; cards, if it is not there. */
export const densityKey = 'density';

/**
 * Runs in the head of pages with lists, before anything is painted: no list is seen in two sizes. What the style sheet
 * does not know means cards.
 */
export const densityScript = `try{document.documentElement.dataset.density=localStorage.${densityKey}}catch{}`;
