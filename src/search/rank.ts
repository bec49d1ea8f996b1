/** The paper that was asked for by name comes first, whatever the words' weights say. */
import { titleKey } from '../digest/identity.ts';
import { bagOf, holds, holdsExactly, type Bag } from './coverage.ts';
import { systemName } from './system-name.ts';
import type { Term } from './terms.ts';
import { words } from './words.ts';

/** How a title answers a query: the more, the sooner the paper is shown. */
const closeness = {
  /** The title is the query. */
  title: 6,
  /** `SOAP` for `SOAP: Improving and Stabilizing …`: the name before the colon or dash. */
  name: 5,
  /** The title begins with it. */
  beginning: 4,
  /** Its words stand in the title side by side. */
  phrase: 3,
  /** Its words all stand in the title. */
  words: 2,
  none: 0,
} as const;

/** From here on a title was plainly asked for. */
export const askedFor = closeness.beginning;
/** From here on a title holds all words of the query. */
export const inTitle = closeness.words;

const joined = (text: string): string =>
  words(text)
    .map(({ whole }) => whole)
    .join(' ');

/** What the query says, made ready to be compared with many titles. */
export interface Wanted {
  readonly keys: readonly string[];
  readonly phrases: readonly string[];
  /** What a title must hold. */
  readonly terms: readonly Term[];
  /** All words of the query. */
  readonly all: readonly Term[];
}

/** Makes ready. @param queries what was typed, and what it may have been meant as */
export function wantedOf(
  queries: readonly string[],
  terms: readonly Term[],
  all: readonly Term[],
): Wanted {
  const bare = queries.map((query) => query.replaceAll('"', ' '));
  return {
    keys: bare.map(titleKey).filter((key) => key !== ''),
    phrases: bare.map(joined),
    terms: terms.filter(({ stop }) => !stop),
    all,
  };
}

/** How well a title answers; 0 to 6. */
export function closenessOf(wanted: Wanted, title: string): number {
  const key = titleKey(title);
  if (wanted.keys.includes(key)) return closeness.title;
  const named = systemName(title);
  if (named !== undefined && wanted.keys.includes(titleKey(named))) return closeness.name;
  const several = wanted.phrases.some((phrase) => phrase.includes(' '));
  // One word begins many titles by chance, and says nothing of which is meant.
  if (several && wanted.keys.some((one) => key.startsWith(one))) return closeness.beginning;
  const text = ` ${joined(title)} `;
  if (several && wanted.phrases.some((phrase) => text.includes(` ${phrase}`)))
    return closeness.phrase;
  if (wanted.terms.length === 0) return closeness.none;
  const bag = bagOf(title);
  if (!wanted.terms.every((term) => holds(bag, term))) return closeness.none;
  // The very words before other forms of them; the small words count, too.
  const exact = wanted.all.filter((term) => holdsExactly(bag, term)).length;
  return closeness.words + (0.9 * exact) / wanted.all.length;
}

/** How many of the query's words stand in a text just as they are; 0 to 0.09, to part titles that answer alike. */
export function exactness({ all }: Wanted, bag: Bag): number {
  return all.length === 0
    ? 0
    : (0.09 * all.filter((term) => holdsExactly(bag, term)).length) / all.length;
}
