/** What stands above lists of papers. */
import { number } from '../formats.ts';

export const orders: readonly (readonly [string, string])[] = [
  ['published', 'Newest papers'],
  ['title', 'Title'],
  ['venue', 'Venue'],
  ['votes', 'Votes'],
];
export const sortBy = 'Sort by';
export const titlesOnly = 'Titles only';
export const isNew = 'New: ';
export const allSeen = 'All marked as seen';
export const markSeen = 'Mark all as seen';
/** The same in three parts: on a phone the middle one is left out. */
export const markSeenParts: readonly [string, string, string] = ['Mark ', 'all as ', 'seen'];
export const newSince = (count: number): readonly [string, string] => [
  `${number(count)} new `,
  'since your last visit ',
];
/** A line of facts names votes. */
export const isVotes = / votes?\b/;
