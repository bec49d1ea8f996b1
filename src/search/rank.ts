/** The paper that was asked for by name comes first, whatever the words' weights say. */
import { bagOf, holds, holdsExactly, type Bag } from './coverage.ts';
import type { Term } from './terms.ts';
import { wordLine } from './searched-words.ts';

const named = /^(.{1,60}?)(?::| [-–—] )/;
const mostWords = 3;

/** The name a paper is known by: what stands before the colon or dash of its title, if it is short enough: `TÜLU 3`. */
export function systemName(title: string): string | undefined {
  const name = named.exec(title)?.[1]?.trim();
  return name !== undefined && name !== '' && name.split(/\s+/).length <= mostWords
    ? name
    : undefined;
}

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
  /** The whole title stands in the query, with other things around it: a reference, the title of a browser's tab. */
  within: 1.95,
  /** All its words but one, of four or more, stand in the title. */
  most: 1,
  none: 0,
} as const;

/** So many words stand together in a title and a query by no chance. */
const tellingTitle = 3;

const solid = (line: string): string => line.replaceAll(' ', '');

/** What the query says, made ready to be compared with many titles. */
export interface Wanted {
  /** Its readings as words. */
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
    phrases: bare.map(wordLine).filter((phrase) => phrase !== ''),
    terms: terms.filter(({ aside }) => !aside),
    all,
  };
}

/** How well a title answers; 0 to 6. */
export function closenessOf(wanted: Wanted, title: string): number {
  // `finetuning` is `fine tuning`.
  const keys = wanted.phrases.map(solid);
  const line = wordLine(title);
  if (keys.includes(solid(line))) return closeness.title;
  const name = systemName(title);
  if (name !== undefined && keys.includes(solid(wordLine(name)))) return closeness.name;
  const several = wanted.phrases.some((phrase) => phrase.includes(' '));
  // One word begins many titles by chance, and says nothing of which is meant.
  if (several && keys.some((key) => solid(line).startsWith(key))) return closeness.beginning;
  if (several && wanted.phrases.some((phrase) => ` ${line}`.includes(` ${phrase}`)))
    return closeness.phrase;
  const long = line.split(' ').length >= tellingTitle;
  const within =
    long && wanted.phrases.some((phrase) => ` ${phrase} `.includes(` ${line} `))
      ? closeness.within
      : closeness.none;
  if (wanted.terms.length === 0) return within;
  const bag = bagOf(title);
  const held = wanted.terms.filter((term) => holds(bag, term)).length;
  if (held < wanted.terms.length) {
    const most = held === wanted.terms.length - 1 && held >= tellingTitle;
    return most ? Math.max(within, closeness.most) : within;
  }
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
