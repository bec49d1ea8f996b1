/** What is said in many places. */
import { counted, number } from '../formats.ts';

export const papers = (count: number): string => counted(count, { one: 'paper', other: 'papers' });
export const digests = (count: number): string =>
  counted(count, { one: 'digest', other: 'digests' });
export const names = (count: number): string => counted(count, { one: 'name', other: 'names' });
export const topics = (count: number): string => counted(count, { one: 'topic', other: 'topics' });
export const votes = (count: number): string => counted(count, { one: 'vote', other: 'votes' });
export const code = 'Code';
export const andMore = (count: number): string => `and ${number(count)} more`;
export const yearInferred = '(year inferred)';
/** Where a paper's first days in the archive are known. */
export const listedBefore = (days: string): string => `listed before, ${days}`;
