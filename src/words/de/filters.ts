/** The lists of filters of a search, which are fetched when they are opened. */
import { number } from '../formats.ts';

export const several = {
  topic: 'Themen',
  year: 'Jahre',
  digest: 'Listen',
  venue: 'Tagungen und Zeitschriften',
  tag: 'Schlagwörter',
  code: '',
  note: '',
};
export const findAmong = (several: string): string => `Suchen: ${several}`;
export const fewer = 'Weniger';
export const all = (count: number, several: string): string => `Alle ${number(count)} ${several}`;
export const noneSo = 'So heißt keines.';
export const andMore = (count: number): string => `und ${number(count)} weitere`;
