/** What the reading list adds to a paper’s page. */
export const read = 'Read';
export const markedRead = 'Marked as read.';
export const markedUnread = 'Marked as not read.';
export const onMap = 'Show on the map';
