/** What the reading list adds to a paper’s page. */
export const read = 'Gelesen';
export const markedRead = 'Als gelesen vermerkt.';
export const markedUnread = 'Als nicht gelesen vermerkt.';
export const onMap = 'Auf der Karte zeigen';
