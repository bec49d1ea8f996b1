/** The keys of one character, and what they do. */
export const heading = 'Keys';
export const keys: readonly (readonly [readonly string[], string])[] = [
  [['j'], 'next paper in a list'],
  [['k'], 'paper before it'],
  [['o', 'Enter'], 'open the paper'],
  [['e'], 'show its abstract here, or put it away'],
  [['s'], 'star it, or take the star away'],
  [['/'], 'search'],
  [['?'], 'these keys'],
];
export const or = ' or ';
export const areOn = ' Keys of one character are on';
export const close = 'Close';
export const noAbstract = 'The abstract cannot be loaded now; it is on the paper’s own page.';
