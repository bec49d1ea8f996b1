/** Searches that a newcomer may try: phrases that this archive's titles share, and whoever wrote most of its papers. */
import { oncePer } from '../once.ts';
import { searchFor, writeAddress } from '../search/address.ts';
import { commonWords, dullWords, functionWords, paperWords } from '../text/word-lists.ts';
import { fold } from '../text/letters.ts';
import { authorsOf } from './authors.ts';
import { titleOf } from './brief.ts';
import type { Archive, Paper } from './archive.ts';

/** Phrases among the examples at most. */
const mostPhrases = 3;

/** Papers whose abstracts are read for how a phrase is written. */
const read = 40;

const stretch = /[\p{L}\p{N}]+(?:[ -][\p{L}\p{N}]+)*/gu;

/** A query that finds something, and where it is asked. */
export interface Example {
  /** For readers. */
  readonly label: string;
  /** Site path. */
  readonly path: string;
}

/** Words of a title that follow each other with a space between them; `fine-tuning` is one. */
const stretches = (title: string): string[][] =>
  Array.from(fold(title).matchAll(stretch), ([words]) => words.split(' '));

/** Whether a word can begin or end a phrase that somebody would search for. */
const isContent = (word: string): boolean =>
  word.length > 2 && !/\p{N}/u.test(word) && !functionWords.has(word) && !paperWords.has(word);

/** Whether a word says by itself what a paper is about. */
const isTelling = (word: string): boolean =>
  isContent(word) && !commonWords.has(word) && !dullWords.has(word);

/** The phrases of two and three words in a title, each once. */
function phrasesIn(title: string): Set<string> {
  const found = new Set<string>();
  for (const words of stretches(title))
    for (const at of words.keys())
      for (const length of [2, 3]) {
        const phrase = words.slice(at, at + length);
        const [first = '', last = ''] = [phrase[0], phrase.at(-1)];
        if (
          phrase.length === length &&
          isContent(first) &&
          isContent(last) &&
          phrase.some(isTelling)
        )
          found.add(phrase.join(' '));
      }
  return found;
}

/** How many papers have each thing. */
function countAll(papers: readonly Paper[], thingsOf: (title: string) => Iterable<string>) {
  const counts = new Map<string, number>();
  for (const paper of papers)
    for (const thing of thingsOf(titleOf(paper).text))
      counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return counts;
}

/** Commonest first; of equals, the one with more words, then by the alphabet. At least two papers have each. */
function commonest(counts: ReadonlyMap<string, number>): string[] {
  const words = (phrase: string): number => phrase.split(' ').length;
  return Array.from(counts)
    .filter(([, count]) => count > 1)
    .toSorted(([a, many], [b, others]) => others - many || words(b) - words(a) || (a < b ? -1 : 1))
    .map(([phrase]) => phrase);
}

/** Phrases that share no word, the commonest first; a longer one that nearly always stands for a shorter one is it. */
function choosePhrases(papers: readonly Paper[]): string[] {
  const counts = countAll(papers, phrasesIn);
  const ranked = commonest(counts);
  const longer = (phrase: string): string =>
    ranked.find(
      (other) =>
        other.length > phrase.length &&
        ` ${other} `.includes(` ${phrase} `) &&
        (counts.get(other) ?? 0) >= 0.6 * (counts.get(phrase) ?? 0),
    ) ?? phrase;
  const chosen: string[] = [];
  const taken = new Set<string>();
  const take = (phrase: string): void => {
    const words = phrase.split(' ');
    if (chosen.length === mostPhrases || words.some((word) => taken.has(word))) return;
    for (const word of words) taken.add(word);
    chosen.push(phrase);
  };
  for (const phrase of ranked.slice(0, 60)) take(longer(phrase));
  if (chosen.length > 0) return chosen;
  // Too few papers for a phrase: a word then.
  const single = (title: string): Set<string> =>
    new Set(
      stretches(title)
        .flat()
        .filter((word) => word.length > 4 && isTelling(word)),
    );
  for (const word of commonest(countAll(papers, single)).slice(0, mostPhrases)) take(word);
  // Or no two papers share even that: what the newest is about.
  const [newest] = papers;
  const [own] = newest === undefined ? [] : phrasesIn(titleOf(newest).text);
  if (chosen.length === 0 && own !== undefined) take(own);
  return chosen;
}

const small = (word: string): string =>
  /^\p{Lu}\p{Ll}/u.test(word) || word === 'A' ? word.toLowerCase() : word;

/** A phrase as the first of some titles has it, in small letters but for acronyms and names such as `BERT` and `AlphaZero`. */
function titled(phrase: string, [first]: readonly Paper[]): string {
  const title = first === undefined ? '' : titleOf(first).text;
  const at = fold(title).indexOf(phrase);
  return fold(title).length === title.length && at >= 0
    ? title
        .slice(at, at + phrase.length)
        .replaceAll(/(?<![\p{L}\p{N}])\p{Lu}\p{Ll}*(?![\p{L}\p{N}])/gu, small)
    : phrase;
}

/** A phrase with the capitals that abstracts give it; without, if one in five goes without: a term is no name. */
function asWritten(phrase: string, papers: readonly Paper[]): string {
  const spellings = new Map<string, number>();
  const holders = papers.filter((paper) => fold(titleOf(paper).text).includes(phrase));
  for (const { text } of holders.slice(0, read)) {
    const folded = fold(text);
    // Folding may change lengths: then places do not tell.
    if (folded.length !== text.length) continue;
    for (let at = folded.indexOf(phrase); at >= 0; at = folded.indexOf(phrase, at + 1)) {
      const spelling = text.slice(at, at + phrase.length);
      spellings.set(spelling, (spellings.get(spelling) ?? 0) + 1);
    }
  }
  const all = [...spellings.values()].reduce((sum, count) => sum + count, 0);
  const [most] = [...spellings].toSorted((a, b) => b[1] - a[1])[0] ?? [titled(phrase, holders)];
  const lower = most.toLowerCase();
  return all > 0 && (spellings.get(lower) ?? 0) * 5 >= all ? lower : most;
}

const asked = (label: string, query: string): Example => ({
  label,
  path: `search/${writeAddress(searchFor(query))}`,
});

/** Whoever stands on most papers, on two at least. */
function author(archive: Pick<Archive, 'papers'>): Example[] {
  const first = authorsOf(archive).authors.reduce<{ name: string; papers: number }>(
    (most, { name, papers }) =>
      papers.length > most.papers ? { name, papers: papers.length } : most,
    { name: '', papers: 1 },
  );
  return first.name === '' ? [] : [asked(first.name, `author:"${first.name.replaceAll('"', '')}"`)];
}

/**
 * A few queries that find papers of this archive, chosen from its own titles and names: the same archive has the same.
 * Linear in its titles, but for sorting what they share.
 */
export const examplesOf: (archive: Pick<Archive, 'papers'>) => readonly Example[] = oncePer(
  (archive) => [
    ...choosePhrases(archive.papers).map((phrase) => {
      const query = asWritten(phrase, archive.papers);
      return asked(query, query);
    }),
    ...author(archive),
  ],
);
