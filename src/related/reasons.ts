/** What two papers have in common, in terms. */
import { dullWords } from '../text/word-lists.ts';
import type { Foundation } from './foundation.ts';
import type { Terms } from './terms.ts';
import { inverseFrequency } from '../idf.ts';
import { SpreadVector } from './vectors.ts';

/** Terms named of two papers. */
export const namedTerms = 3;

/** What a phrase must say, beside one of its words, to be named in its place. */
const phraseShare = 0.2;

/** What a term must say, beside the heaviest, to be named too. */
const worthNaming = 0.2;

/** Letters at the beginning that make two words one to a reader: "prompt", "prompting". */
const stem = 5;

/** What is needed to name terms. */
export type Naming = Pick<Foundation, 'vectors' | 'lexicon' | 'terms' | 'termCount'>;

/** What makes two papers alike. */
export interface Bond {
  /** The part of their cosine that is owed to terms which say what a paper is about. */
  readonly telling: number;
  /** The same without the word that says most, and its phrases. */
  readonly beside: number;
  /** Numbers of the terms to be named, heaviest first, none saying what another one says. */
  name(): number[];
}

interface Shared {
  readonly term: number;
  /** Of the cosine. */
  readonly share: number;
  readonly words: readonly number[];
}

/**
 * Makes a function that finds what two papers have in common. It remembers the paper it was asked for last: ask for all of
 * a paper's neighbours in a row.
 */
export function bonds({ vectors, lexicon, terms: known, termCount }: Naming) {
  const { starts, terms, weights } = vectors;
  const { keys } = lexicon;
  const tellings = tellingOf(known, termCount);
  const isDull = Uint8Array.from(keys, (word) => (dullWords.has(word) ? 1 : 0));
  const mine = new SpreadVector(vectors, termCount);
  const shareOf = new Float32Array(keys.length);

  /** Terms of both papers. */
  const sharedWith = (other: number): Shared[] => {
    const shared: Shared[] = [];
    const end = starts[other + 1] ?? 0;
    for (let at = starts[other] ?? 0; at < end; at++) {
      const term = terms[at] ?? 0;
      const share = (mine.weights[term] ?? 0) * (weights[at] ?? 0);
      if (share > 0) shared.push({ term, share, words: known.wordsOf(term) });
    }
    return shared;
  };

  /** What the word that says most says, with its phrases. */
  const heaviest = (shared: readonly Shared[]): number => {
    let most = 0;
    for (const { words, share } of shared)
      for (const word of words)
        most = Math.max(most, (shareOf[word] = (shareOf[word] ?? 0) + share));
    for (const { words } of shared) for (const word of words) shareOf[word] = 0;
    return most;
  };

  return (paper: number, other: number): Bond => {
    mine.spread(paper);
    const shared = sharedWith(other);
    const says = shared.filter(({ words }) => words.some((word) => isDull[word] === 0));
    const telling = says.reduce((sum, { share }) => sum + share, 0);
    return {
      telling,
      beside: telling - heaviest(says),
      name: () =>
        namesAmong(
          (says.length > 0 ? says : shared).map(({ term, share, words }) => ({
            term,
            weight: share * (tellings[term] ?? 0),
            words: words.map((word) => keys[word] ?? ''),
          })),
        ),
    };
  };
}

interface Candidate {
  readonly term: number;
  readonly weight: number;
  readonly words: readonly string[];
}

/** The terms that are named of those that two papers share. */
function namesAmong(shared: readonly Candidate[]): number[] {
  const named = shared.toSorted((a, b) => b.weight - a.weight || a.term - b.term);
  const heavy = named.filter(
    ({ weight }) => weight > 0 && weight >= (named[0]?.weight ?? 0) * worthNaming,
  );
  const chosen: Candidate[] = [];
  for (const candidate of heavy) {
    const phrase = heavy.find(
      ({ words, weight }) =>
        words.length > candidate.words.length &&
        words.includes(candidate.words[0] ?? '') &&
        weight >= candidate.weight * phraseShare,
    );
    const best = phrase ?? candidate;
    const isNew = chosen.every(({ words }) =>
      words.every((word) => best.words.every((mine) => !sameToReader(word, mine))),
    );
    if (isNew) chosen.push(best);
    if (chosen.length === namedTerms) break;
  }
  return chosen.map(({ term }) => term);
}

/** Papers whose titles are taken to be like the average before a term's own are counted. */
const prior = 10;

/**
 * How well terms say what a paper is about: how rare they are, and how much more often than others they are
 * in the title of a paper that has them. "Grading" is a subject; "comparing" is not, nor is "image".
 */
function tellingOf({ frequency, inTitles, size }: Terms, termCount: number): Float32Array {
  let [papers, titles] = [0, 0];
  for (const [term, count] of frequency.entries()) {
    papers += count;
    titles += inTitles[term] ?? 0;
  }
  const average = papers === 0 ? 1 : titles / papers;
  const tellings = new Float32Array(termCount);
  for (let term = 0; term < termCount; term++) {
    // A word that only later papers have is as rare as one of one paper.
    const count = frequency[term] ?? 1;
    const share = ((inTitles[term] ?? 0) + prior * average) / (count + prior);
    tellings[term] = inverseFrequency(count, size) * Math.sqrt(share);
  }
  return tellings;
}

function sameToReader(one: string, other: string): boolean {
  if (one === other) return true;
  const shorter = Math.min(one.length, other.length);
  let common = 0;
  while (common < shorter && one[common] === other[common]) common++;
  return common >= stem && common >= shorter * 0.7;
}
