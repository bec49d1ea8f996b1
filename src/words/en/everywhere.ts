/** What the small scripts of every page say: what is added here, every page carries. */
export const colourScheme = (name: string): string => `Colour scheme: ${name}`;
export const schemes = { auto: 'automatic', light: 'light', dark: 'dark' };
export const copy = 'Copy';
export const copied = 'Copied';
export const notCopied = 'Not copied';
export const selected = 'Selected; press Ctrl+C or ⌘C';
export const copyLink = 'Copy link';
export const copyLinkIs = 'Copy a link to this page';
export const showInText = 'Show in the text';
export const keys = 'Keys';
export const exportOrChoose = 'Export or choose papers';
export const export_ = 'Export';
export const updated = 'The archive has been updated. This page is from before.';
export const reload = 'Reload';
export const later = 'Later';
export const star = 'Your reading list';
export const starSaved = 'Saved';
export const starSave = 'Save';
export const starThis = (title: string): string => `Save “${title}”`;
export const isRead = ' (read)';
export const starred = 'Saved to your list.';
export const unstarred = 'Taken off your list.';
/** The last of a paper’s crumbs. */
export const thisPaper = 'This paper';
/** A line of authors leaves out some. */
export const leavesOut = /and [\d,]+ more$/;
