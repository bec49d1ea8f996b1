/** What a search field suggests on every page, fetched when it is used. */
export const suggestions = 'Suggestions';
export const search = 'Search';
export const searchFor = (query: string): string => `Search for “${query}”`;
export const papers = 'Papers';
export const topics = 'Topics';
export const authors = 'Authors';
