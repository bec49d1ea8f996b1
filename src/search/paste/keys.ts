/** The names by which a paper may be asked for outright. The build writes them into the table, the browser asks for them. */
import { identifiersIn } from '../../digest/identifiers.ts';
import { titleKey } from '../../digest/identity.ts';
import { particle } from '../../digest/names/particle.ts';
import { foldedWords, stopWords } from '../../text/words.ts';
import {
  checked,
  isNumber,
  isObject,
  isOptional,
  isShaped,
  isText,
  itemsOf,
} from '../../shapes.ts';
import { addressKey } from './address-key.ts';

const isLink = isShaped({ url: isText, kind: isOptional(isText) });

/** What of a paper its keys are made from: see `PaperRecord`. */
export interface KeyedPaper {
  readonly id: string;
  readonly title: string;
  readonly arxiv?: string | undefined;
  readonly doi?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  /** ISO date, or a year. */
  readonly published?: string | undefined;
  readonly venue?: string | undefined;
  readonly links?:
    readonly { readonly url: string; readonly kind?: string | undefined }[] | undefined;
  readonly upvotes?: number | undefined;
}

/** Reads a line of `archive.jsonl`; undefined if it is no paper. */
export function keyedPaper(value: unknown): KeyedPaper | undefined {
  const { id, title, arxiv, doi, authors, published, venue, links, upvotes } = isObject(value)
    ? value
    : {};
  if (!isText(id)) return undefined;
  return {
    id,
    title: checked(title, isText) ?? '',
    arxiv: checked(arxiv, isText),
    doi: checked(doi, isText),
    authors: itemsOf(authors, isText),
    published: checked(published, isText),
    venue: checked(venue, isText),
    links: itemsOf(links, isLink),
    upvotes: checked(upvotes, isNumber),
  };
}

export const titleName = (title: string): string => `title ${titleKey(title)}`;
export const paperName = (id: string): string => `paper ${id}`;
export const addressName = (address: string): string => `at ${addressKey(address) ?? address}`;
export const authorName = (author: string, year: number): string => `by ${author} ${year}`;
/** `first`: the first word of a title that says something, as most keys have; `other`: what some have instead. */
export type WordRank = 'first' | 'other';
/** Author, year and word in whatever order a key has them. */
export const citedName = (year: number, author: string, word: string, rank: WordRank): string =>
  `${rank} ${year} ${[author, word].toSorted().join(' ')}`;
/** `VaswaniSPUJGKP17`, without the year. */
export const dblpName = (year: number, letters: string): string => `dblp ${year} ${letters}`;

const small = new RegExp(`^${particle}$`);

/**
 * The family's names of an author, folded: the last word, and with the particles before it.
 *
 * @param author `First Last` or `Last, First`
 */
export function familyNames(author: string): string[] {
  const [last = '', first] = author.split(',');
  const parts = (first === undefined ? author : `${first} ${last}`)
    .replace(/,?\s(?:jr|sr|ii|iii|iv)\.?$/i, '')
    .split(/\s+/)
    .map((part) => foldedWords(part).join(''))
    .filter((part) => part !== '');
  const name = parts.at(-1);
  if (name === undefined) return [];
  let from = parts.length - 1;
  while (from > 1 && small.test(parts[from - 1] ?? '')) from -= 1;
  const whole = parts.slice(from).join('');
  // `Last, First` may have two names before the comma.
  const both = first === undefined ? whole : foldedWords(last).join('');
  return [...new Set([name, whole, both])];
}

/** What makers of keys all skip. */
const skipped = /^(?:an?|the|of|on|in|for|to|and|with|from|by|at|is|are|as)$/;

/** The words that keys are made with, each whole and to its first hyphen. */
function keyWords(title: string): Readonly<Record<WordRank, readonly string[]>> {
  const tokens = title
    .replaceAll(/[{}$\\]/g, '')
    .split(/\s+/)
    .map(foldedWords)
    .filter((parts) => parts.length > 0);
  // `On-line` may stand as `online`, `on` or `line`.
  const forms = (parts: readonly string[] = []): string[] => [
    parts.join(''),
    parts[0] ?? '',
    parts.find((part) => !stopWords.has(part)) ?? '',
  ];
  const [telling, next] = tokens.filter((parts) => !stopWords.has(parts.join('')));
  // Tools differ in what they skip: some take the very first word, some `using`.
  const others = [tokens[0], tokens.find((parts) => !skipped.test(parts.join(''))), next];
  return {
    first: forms(telling),
    other: others.filter((parts) => parts !== telling).flatMap((parts) => forms(parts)),
  };
}

/** Years that a key may have: of the paper's date, its arXiv id, and its venue (`NeurIPS 2017`). */
function yearsOf({ published = '', arxiv = '', venue = '' }: KeyedPaper): number[] {
  const submitted = /^(?:[a-z.-]+\/)?(\d\d)\d{2}/i.exec(arxiv)?.[1];
  const years = [/^\d{4}/.exec(published)?.[0], /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(venue)?.[0]];
  if (submitted !== undefined) years.push(`${submitted > '90' ? 19 : 20}${submitted}`);
  return [...new Set(years.flatMap((year) => (year === undefined ? [] : Number(year))))];
}

const ranks: readonly WordRank[] = ['first', 'other'];

function citedNames(paper: KeyedPaper): string[] {
  const { authors = [], title } = paper;
  const [first, ...others] = authors.map(familyNames);
  if (first === undefined) return [];
  const letters =
    first[0] === undefined
      ? ''
      : first[0] + others.map((names) => (names.at(-1) ?? '').charAt(0)).join('');
  const words = keyWords(title);
  return yearsOf(paper).flatMap((year) => [
    ...first.map((name) => authorName(name, year)),
    ...ranks.flatMap((rank) =>
      first.flatMap((name) =>
        [...new Set(words[rank])].map((word) => citedName(year, name, word, rank)),
      ),
    ),
    ...(others.length > 0 ? [dblpName(year, letters)] : []),
  ]);
}

/** All names by which a paper may be asked for; each once. */
export function namesOf(paper: KeyedPaper): string[] {
  const { id, title, arxiv, doi, links = [] } = paper;
  const ids = [arxiv && `arXiv ${arxiv}`, doi && `DOI ${doi}`].filter((name) => name);
  const named = [...ids, ...links.map(({ url }) => url)].flatMap((text = '') =>
    identifiersIn(text.replace(/^DOI /, '')).map(({ name }) => name),
  );
  const names = [
    paperName(id),
    titleName(title),
    ...named,
    ...links.flatMap(({ url }) => (identifiersIn(url).length > 0 ? [] : addressName(url))),
    ...citedNames(paper),
  ];
  return [...new Set(names)];
}
