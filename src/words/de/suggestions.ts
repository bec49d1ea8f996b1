/** What a search field suggests on every page, fetched when it is used. */
import { counted } from '../formats.ts';

export const suggestions = 'Vorschläge';
export const search = 'Suche';
export const searchFor = (query: string): string => `Nach „${query}“ suchen`;
export const papers = 'Paper';
export const topics = 'Themen';
export const authors = 'Namen';
export const found = (count: number): string =>
  counted(count, { one: 'Vorschlag', other: 'Vorschläge' });
