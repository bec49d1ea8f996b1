/** Keys of citations: `vyas2024soap`. Pure. */
import { oncePer } from '../once.ts';
import { fold } from '../text/letters.ts';
import { wordPattern } from '../text/words.ts';
import type { Archive, Paper } from '../archive/index.ts';
import { authorsOf, familyOf } from './name.ts';
import { dateOf } from './paper-work.ts';

/**
 * A paper's id as a key: ASCII, readable, unique and never changed. It is the key of a paper of which no author or
 * no year is known, and stays a key of the paper when they become known (`ids` of biblatex).
 * What an id should not hold is written as `_` and its code point, so that two ids never share a key.
 */
export function idKey(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0) ?? 0}_`);
}

/** Words that begin titles of all kinds, and tell no paper from another. */
const untelling = new Set(
  'a about an and are as at be beyond by can do does for from how in into is it its many more much of on or our over the to toward towards under using via we what when where which why with within without'.split(
    ' ',
  ),
);

const ascii = (text: string): string => fold(text).replaceAll(/[^a-z0-9]/g, '');

/** The telling words of a title in ASCII, in order; formulas are none. */
function tellingWords(title: string): string[] {
  const plain = title.replaceAll(/\$[^$]{0,300}\$/g, ' ').replaceAll(/['’]/g, '');
  const words = (plain.match(wordPattern) ?? []).map(ascii).filter((word) => word !== '');
  const telling = words.filter(
    (word) => !untelling.has(word) && /[a-z]/.test(word) && word.length > 1,
  );
  return telling.length > 0 ? telling : words;
}

/** What a key is made of: author, year and word, and what tells it from another paper's. */
const candidates = oncePer((paper: Paper) => [...candidatesOf(paper)]);

function* candidatesOf(paper: Paper): Generator<string> {
  const { title, arxiv, authors, id } = paper;
  const [first] = authorsOf(authors).names;
  const { year } = dateOf(paper) ?? {};
  const [word, ...more] = tellingWords(title);
  const author = first && ascii('literal' in first ? first.literal : familyOf(first));
  if (author && year !== undefined && word !== undefined) {
    let key = author.slice(0, longestName) + year + word.slice(0, longestWord);
    yield key;
    for (const next of more.slice(0, 2)) {
      key += next.slice(0, longestWord);
      yield key;
    }
    if (arxiv !== undefined) yield key + ascii(arxiv);
  }
  yield idKey(id);
}

/** A group's name may be a sentence. */
const longestName = 30;
const longestWord = 30;

/** Earlier first; what was written by hand, and has no listing, last. */
function byFirstListing(a: Paper, b: Paper): number {
  const [one, other] = [firstListing(a), firstListing(b)];
  return one < other ? -1 : one > other ? 1 : a.id < b.id ? -1 : 1;
}

const firstListing = oncePer(({ date, listings: [first] }: Paper) => {
  const line = String(first?.lines[0] ?? 0).padStart(9, '0');
  return `${date || '9999'} ${first?.digest ?? ''} ${line}`;
});

/**
 * The keys of papers, by id. Papers come in the order of their first listing, and each takes the shortest of its
 * own keys that is free: a later paper never takes an earlier one's. Linear, but for the sorting.
 */
export function keysOf(papers: readonly Paper[]): ReadonlyMap<string, string> {
  const ids = new Set(papers.map(({ id }) => idKey(id)));
  const taken = new Set<string>();
  const keys = new Map<string, string>();
  for (const paper of papers.toSorted(byFirstListing)) {
    const own = idKey(paper.id);
    for (const key of candidates(paper)) {
      if (taken.has(key) || (key !== own && ids.has(key))) continue;
      taken.add(key);
      keys.set(paper.id, key);
      break;
    }
  }
  return keys;
}

const known = oncePer((papers: readonly Paper[]) => keysOf(papers));

/** The key of a paper of an archive; all are worked out once an archive. */
export const keyIn =
  ({ papers }: Pick<Archive, 'papers'>) =>
  ({ id }: Pick<Paper, 'id'>): string =>
    known(papers).get(id) ?? idKey(id);
