/** The colour scheme the reader chose: `auto` follows the system. */

/**
 * Runs in the page's head, before anything is painted, so that no page flashes in the wrong scheme.
 * Its being there also tells the style sheet that scripts run. Storage may be forbidden: then nothing is kept.
 */
export const themeScript =
  "var t;try{t=localStorage.getItem('theme')}catch{}document.documentElement.dataset.theme=t=='light'||t=='dark'?t:'auto'";
