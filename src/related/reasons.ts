/** What two papers have in common, in terms. */
import { dullWords } from '../text/word-lists.ts';
import type { Foundation } from './foundation.ts';
import type { Terms } from './terms.ts';
import { inverseFrequency } from './vectors.ts';

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

/**
 * Makes a function that names the terms by which two papers are near. It remembers the paper it was asked
 * for last: ask for all of a paper's neighbours in a row.
 *
 * @returns numbers of terms, heaviest first, none saying what another one says
 */
export function namer({ vectors, lexicon, terms: known, termCount }: Naming) {
  const { starts, terms, weights } = vectors;
  const { keys } = lexicon;
  const tellings = tellingOf(known, termCount);
  const weightOf = new Float32Array(termCount);
  let remembered = -1;

  const remember = (paper: number): void => {
    const set = (from: number, value: (at: number) => number): void => {
      const end = starts[from + 1] ?? 0;
      for (let at = starts[from] ?? 0; at < end; at++) weightOf[terms[at] ?? 0] = value(at);
    };
    if (remembered !== -1) set(remembered, () => 0);
    set(paper, (at) => weights[at] ?? 0);
    remembered = paper;
  };

  return (paper: number, other: number): number[] => {
    if (paper !== remembered) remember(paper);
    const shared: { term: number; weight: number; words: string[] }[] = [];
    const end = starts[other + 1] ?? 0;
    for (let at = starts[other] ?? 0; at < end; at++) {
      const term = terms[at] ?? 0;
      const weight = (weightOf[term] ?? 0) * (weights[at] ?? 0) * (tellings[term] ?? 0);
      if (weight > 0)
        shared.push({ term, weight, words: known.wordsOf(term).map((word) => keys[word] ?? '') });
    }
    shared.sort((a, b) => b.weight - a.weight || a.term - b.term);
    const telling = shared.filter(({ words }) => words.some((word) => !dullWords.has(word)));
    const named = telling.length > 0 ? telling : shared;
    const heavy = named.filter(({ weight }) => weight >= (named[0]?.weight ?? 0) * worthNaming);
    const chosen: typeof shared = [];
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
  };
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
