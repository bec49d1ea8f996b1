/** What stands above lists of papers. */
import { number } from '../formats.ts';

export const orders: readonly (readonly [string, string])[] = [
  ['published', 'Neueste Paper'],
  ['title', 'Titel'],
  ['venue', 'Ort der Veröffentlichung'],
  ['votes', 'Stimmen'],
];
export const sortBy = 'Sortieren';
export const titlesOnly = 'Nur Titel';
export const isNew = 'Neu: ';
export const allSeen = 'Alle als gesehen markiert';
export const markSeen = 'Alle als gesehen markieren';
export const markSeenParts: readonly [string, string, string] = ['', 'Alle als ', 'gesehen'];
export const newSince = (count: number): readonly [string, string] => [
  `${number(count)} neu `,
  'seit Ihrem letzten Besuch ',
];
export const isVotes = / Stimmen?\b/;
