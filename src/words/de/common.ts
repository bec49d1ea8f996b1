/** What is said in many places. */
import { counted, number } from '../formats.ts';

export const papers = (count: number): string => counted(count, { one: 'Paper', other: 'Paper' });
export const digests = (count: number): string => counted(count, { one: 'Liste', other: 'Listen' });
export const names = (count: number): string => counted(count, { one: 'Name', other: 'Namen' });
export const topics = (count: number): string => counted(count, { one: 'Thema', other: 'Themen' });
export const votes = (count: number): string => counted(count, { one: 'Stimme', other: 'Stimmen' });
export const code = 'Code';
export const andMore = (count: number): string => `und ${number(count)} weitere`;
export const yearInferred = '(Jahr erschlossen)';
export const listedBefore = (days: string): string => `schon aufgeführt, ${days}`;
