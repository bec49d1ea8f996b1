/** What the map’s script says. */
export const whole = (papers: string): string => `The whole map, ${papers}.`;
export const enlarged = (times: string, inView: string, papers: string): string =>
  `Enlarged ${times} times, ${inView} of ${papers} in view.`;
export const showAll = 'Show all papers alike';
export const given = (papers: string): string => `${papers} of your search or list brought out. `;
export const noTitle = 'The title could not be loaded.';
export const noTitleReload = 'The title could not be loaded. Reload the page, or try again later.';
