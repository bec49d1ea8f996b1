/** What a search field suggests on every page, fetched when it is used. */
import { counted } from '../formats.ts';

export const suggestions = 'Suggestions';
export const search = 'Search';
export const searchFor = (query: string): string => `Search for “${query}”`;
export const papers = 'Papers';
export const topics = 'Topics';
export const authors = 'Authors';
export const found = (count: number): string =>
  counted(count, { one: 'suggestion', other: 'suggestions' });
