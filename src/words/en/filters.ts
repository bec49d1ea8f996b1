/** The lists of filters of a search, which are fetched when they are opened. */
import { number } from '../formats.ts';

/** Several values of a facet. */
export const several = {
  topic: 'topics',
  year: 'years',
  digest: 'digests',
  venue: 'venues',
  tag: 'tags',
  code: '',
  note: '',
};
export const findAmong = (several: string): string => `Find among the ${several}`;
export const fewer = 'Fewer';
export const all = (count: number, several: string): string => `All ${number(count)} ${several}`;
export const noneSo = 'None is called so.';
export const andMore = (count: number): string => `and ${number(count)} more`;
