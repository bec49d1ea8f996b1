/** Which of an archive's venues a reader means by a name of one: `ICLR` is `ICLR 2018`, `iclr2018`, and the conference's full name. */
import { fold } from '../text/letters.ts';
import { isYear } from './years.ts';

/** Words of a venue's name that tell it from no other. */
const noise = new Set(
  'a accept accepted advances and at for in of on oral poster proc proceedings spotlight talk the'.split(
    ' ',
  ),
);

/** A conference's name before 2018; readers use either. */
const formerName = 'nips';
const presentName = 'neurips';

/** `iclr2018`, as some sources have it, has two words. */
const pieces = /\p{L}+|\d+/gu;
const ordinal = /^\d+(?:st|nd|rd|th)\b/;

interface Named {
  readonly venue: string;
  /** Words of the name, without years and noise. */
  readonly name: readonly string[];
  readonly years: readonly string[];
}

function named(venue: string): Named {
  const folded = fold(venue)
    .split(/\s+/)
    .filter((word) => !ordinal.test(word))
    .join(' ');
  const all = (folded.match(pieces) ?? []).map((word) =>
    word === formerName ? presentName : word,
  );
  return {
    venue,
    name: all.filter((word) => !isYear(word) && !noise.has(word)),
    years: all.filter(isYear),
  };
}

const line = (words: readonly string[]): string => ` ${words.join(' ')} `;

/** `International Conference on Learning Representations` is called ICLR, and `IEEE Conference on Computer Vision …` CVPR. */
function isAcronymOf(typed: readonly string[], { name }: Named): boolean {
  const [only = '', ...more] = typed;
  const acronym = only === presentName ? formerName : only;
  const initials = name.map((word) => word.slice(0, 1)).join('');
  return more.length === 0 && acronym.length > 2 && name.length > 2 && initials.endsWith(acronym);
}

/** Each way to read a name, the narrowest first. */
const readings: readonly ((typed: Named, venue: Named) => boolean)[] = [
  (typed, { name }) => line(name) === line(typed.name),
  (typed, { name }) => line(name).includes(line(typed.name)),
  (typed, venue) => isAcronymOf(typed.name, venue),
  (typed, { name }) => typed.name.every((word) => name.some((own) => own.startsWith(word))),
];

/**
 * The venues that a name means.
 *
 * @param typed with a year or without
 * @param venues of the archive
 * @returns those called just so, in any year, before those whose names hold it; and the year, if it was typed and the
 *   archive's names of the venue have none
 */
export function venuesNamed(
  typed: string,
  venues: readonly string[],
): { readonly venues: readonly string[]; readonly year?: string } {
  const wanted = named(typed);
  const known = venues.map(named);
  const [year] = wanted.years;
  if (wanted.name.length === 0) {
    return {
      venues: known.filter(({ years }) => year && years.includes(year)).map(({ venue }) => venue),
    };
  }
  for (const reading of readings) {
    const meant = known.filter((venue) => reading(wanted, venue));
    const right = year === undefined ? meant : meant.filter(({ years }) => years.includes(year));
    if (right.length > 0) return { venues: right.map(({ venue }) => venue) };
    const undated = meant.filter(({ years }) => years.length === 0);
    if (year !== undefined && undated.length > 0) {
      return { venues: undated.map(({ venue }) => venue), year };
    }
  }
  return { venues: [] };
}

/** Whether a word is none that tells a venue from others. */
export const isNoise = (word = ''): boolean => noise.has(word);

/** A venue's name as one word, with its years, and without: to find it among words. */
export function venueKeys(venue: string): readonly string[] {
  const { name, years } = named(venue);
  const bare = name.join('');
  if (bare === '') return [];
  return years.length > 0 ? [bare + years.join(''), bare] : [bare];
}
