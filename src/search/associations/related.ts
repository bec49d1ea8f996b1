/** Papers that hold words which go with those of a query, where its own words find little. */
import type { Synonym } from '../answer.ts';
import { rootOf } from '../../text/stem.ts';
import { mayBePasted } from '../paste/suspect.ts';
import { inverseFrequency } from '../../idf.ts';
import { coverageOf, saysOf, shareOf, type Scores } from '../score.ts';
import { pageSize, type Found } from '../selection.ts';
import type { HeldForm } from '../index/ranked-index.ts';
import type { Term } from '../terms.ts';
import type { AssociatedWords } from './associated.ts';

/** A word that stands for one of the query's. */
export interface RelatedWord {
  /** Place of the query's word among its terms. */
  readonly term: number;
  readonly stem: string;
  /** Above 0, 1 at most. */
  readonly strength: number;
}

/** Papers found by related words, and why. */
export interface Related {
  /** Best first; none of those that hold half of the query's weight by its own words. */
  readonly papers: readonly number[];
  readonly words: readonly RelatedWord[];
  /** What stands in a paper for a word of the query, and how much it counts there. */
  standsFor(
    term: number,
    paper: number,
  ): { readonly word: string; readonly said: number } | undefined;
}

/** Share of the query's weight with which a paper holds what was asked for, near enough. */
const half = 0.5;
/** Related words of a query at most: each may cost a part of the index. Measured: docs/search.md. */
const mostWords = 20;
/** Share of the query's weight, by related words too, that a paper must hold; and how many papers are shown. */
const leastShare = 0.1;
const mostPapers = 40;

/** Acronyms, ids, years: what is written so means what it says. */
const certain = /\p{Lu}.*\p{Lu}|\d/u;

/** Whether other words may stand for one. @param shown as typed */
export const mayBeOther = (shown: string): boolean => !certain.test(shown);

/** Whether so few papers hold half of the query's weight that others may be what is meant. Never for what was pasted. */
export const findsLittle = (query: string, scores: Scores, { whole, partial }: Found): boolean =>
  scores.total > 0 &&
  !mayBePasted(query) &&
  [...whole, ...partial].filter((paper) => shareOf(scores, paper) >= half).length < pageSize;

/**
 * The related words that say most.
 *
 * @param terms the query's words, folded; undefined for those that are to be taken as they are
 * @param weights what each of them is worth
 */
export async function relatedWords(
  terms: readonly (string | undefined)[],
  weights: readonly number[],
  associated: AssociatedWords,
): Promise<RelatedWord[]> {
  const found = await Promise.all(
    terms.map(async (typed, term) => {
      const words = typed === undefined ? [] : await associated(typed);
      return words.map((word) => ({ ...word, term }));
    }),
  );
  const gain = ({ term, strength }: RelatedWord): number => strength * (weights[term] ?? 0);
  return found
    .flat()
    .toSorted((a, b) => gain(b) - gain(a))
    .slice(0, mostWords);
}

/**
 * A word that is known is no slip for another: `beverage` is not `leverage`, whatever the archive holds. But
 * `optimisation` is `optimization`, which goes with it.
 *
 * @param words related words of the terms
 */
export const withoutSlips = (terms: readonly Term[], words: readonly RelatedWord[]): Term[] =>
  terms.map((term, at) => {
    const own = words.filter((word) => word.term === at);
    const isSure = term.options.some((option) =>
      own.some(({ stem }) => stem === rootOf(option.word)),
    );
    return !term.mended || own.length === 0 || isSure
      ? term
      : { ...term, mended: false, options: [] };
  });

/** A paper by what stands in it for one term, the best. */
type Standing = Map<
  number,
  { readonly word: string; readonly said: number; readonly counts: number }
>;

function standing(forms: readonly HeldForm[], counts: number, into: Standing): void {
  for (const { word, postings } of forms) {
    for (const posting of postings) {
      // Mr Rock writes of no stones.
      const { paper, weight, title, note } = posting;
      if (weight === 0 && !title && !note) continue;
      const said = counts * saysOf(posting);
      if (said > (into.get(paper)?.said ?? 0)) into.set(paper, { word, said, counts });
    }
  }
}

/** Of every paper: what its words say, the weight and the number of the query's words that it holds. */
interface Tally {
  readonly said: Float32Array;
  readonly share: Float32Array;
  readonly count: Float32Array;
}

const tally = (papers: number): Tally => ({
  said: new Float32Array(papers),
  share: new Float32Array(papers),
  count: new Float32Array(papers),
});

/** @param counts how much of the word is there, 0 to 1 */
function add(
  { said, share, count }: Tally,
  paper: number,
  weight: number,
  value: number,
  counts: number,
): void {
  said[paper] = (said[paper] ?? 0) + weight * value;
  share[paper] = (share[paper] ?? 0) + weight * counts;
  count[paper] = (count[paper] ?? 0) + counts;
}

/**
 * Orders papers by the query's words and the related ones: each word counts as the best of itself and of strength ·
 * min(1, idf ratio) · what stands for it. What related words add goes on top of the paper's own score.
 *
 * @param words with the forms in which the archive holds them
 * @param isAllowed whether phrases and fields let a paper through
 */
export function findRelated(
  scores: Scores,
  words: readonly (RelatedWord & { readonly forms: readonly HeldForm[] })[],
  { whole }: Found,
  isAllowed: (paper: number) => boolean,
): Related {
  const papers = scores.score.length;
  const wanted = scores.weights.filter((weight) => weight > 0).length;
  const stand = scores.weights.map((): Standing => new Map());
  // What a paper says of the query, and how much of it: by its own words, and with the related ones.
  const own = tally(papers);
  const withRelated = tally(papers);
  for (const [term, weight] of scores.weights.entries()) {
    if (weight === 0) continue;
    const said = scores.said[term] ?? new Map<number, number>();
    const into = stand[term] ?? new Map();
    for (const { strength, forms } of words.filter((word) => word.term === term)) {
      const holders = new Set(forms.flatMap(({ postings }) => postings.map(({ paper }) => paper)));
      standing(
        forms,
        strength * Math.min(1, inverseFrequency(holders.size, papers) / weight),
        into,
      );
    }
    for (const [paper, value] of said) {
      add(own, paper, weight, value, 1);
      add(withRelated, paper, weight, Math.max(value, into.get(paper)?.said ?? 0), 1);
    }
    for (const [paper, { said: value, counts }] of into) {
      if (!said.has(paper)) add(withRelated, paper, weight, value, counts);
    }
  }
  const worth = ({ said, share, count }: Tally, paper: number): number =>
    coverageOf((share[paper] ?? 0) / scores.total, (count[paper] ?? 0) / wanted) *
    (said[paper] ?? 0);
  const known = new Set(whole);
  const score = new Float32Array(papers);
  const found: number[] = [];
  for (let paper = 0; paper < papers; paper++) {
    const share = (withRelated.share[paper] ?? 0) / scores.total;
    if (share < leastShare || known.has(paper) || !isAllowed(paper)) continue;
    if (shareOf(scores, paper) >= half) continue;
    score[paper] = (scores.score[paper] ?? 0) + worth(withRelated, paper) - worth(own, paper);
    found.push(paper);
  }
  return {
    papers: found
      .toSorted((a, b) => (score[b] ?? 0) - (score[a] ?? 0) || b - a)
      .slice(0, mostPapers),
    words,
    standsFor: (term, paper) => stand[term]?.get(paper),
  };
}

/** The papers that hold half of the query's weight: what related words find comes after them. */
export const holdHalf = (scores: Scores, papers: readonly number[]): number[] =>
  papers.filter((paper) => shareOf(scores, paper) >= half);

/** Related words that a result names at most. */
const mostReasons = 3;

/**
 * Why a paper was found: for the words of the query that it lacks, those which stand for them.
 *
 * @param names the query's words as typed
 * @param held bit n: the paper holds word n
 */
export function reasonsOf(
  { standsFor }: Pick<Related, 'standsFor'>,
  names: readonly string[],
  held: number,
  paper: number,
  weights: readonly number[],
): Synonym[] {
  return names
    .flatMap((typed, term) => {
      const stands = (held & (1 << term)) === 0 ? standsFor(term, paper) : undefined;
      if (stands === undefined) return [];
      return [{ typed, also: stands.word, counts: stands.said * (weights[term] ?? 0) }];
    })
    .toSorted((a, b) => b.counts - a.counts)
    .slice(0, mostReasons)
    .map(({ typed, also }) => ({ typed, also }));
}
