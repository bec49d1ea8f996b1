/** What is said of what was done, at the lower edge. */
export const troubles = {
  full: 'This browser’s storage for this site is full. What you did last holds on this page only: export your list, or remove what you no longer need.',
  blocked:
    'This browser does not let this site keep anything. What you save holds on this page only.',
};
export const readingList = 'Reading list';
export const addNote = 'Add a note';
export const undo = 'Undo';
export const close = 'Close';
