/** How well each paper answers the words of a query: every paper of the archive at once, in memory. Pure. */
import { inverseFrequency } from '../idf.ts';
import type { HeldForm } from './index/ranked-index.ts';
import { mostWeight, type Posting } from './index/postings.ts';

/** A word of the query with the papers that hold what it may stand for. */
export interface HeldTerm {
  readonly options: readonly HeldOption[];
  /** A paper that lacks it does not hold everything that was asked for. */
  readonly required: boolean;
}

export interface HeldOption {
  /** How much it counts beside the word itself: 0 to 1. */
  readonly weight: number;
  /** For each of its words, itself and its other forms. A paper must hold each word. */
  readonly words: readonly { readonly word: string; readonly forms: readonly HeldForm[] }[];
}

/** What is known of every paper, by its ordinal. */
export interface Scores {
  /** Of the words, and of how well the title answers. */
  readonly score: Float32Array;
  /** Bit n: the paper holds term n. */
  readonly held: Int32Array;
  /** Weight of each term: its idf, and none if it is not required. */
  readonly weights: readonly number[];
  /** Of each term, what it says of the papers that hold it. */
  readonly said: readonly ReadonlyMap<number, number>[];
  /** The weights together, and those of the terms that any paper holds. */
  readonly total: number;
  readonly known: number;
  /** The bits of all terms that are required. */
  readonly all: number;
}

/** Weights beside a word's first occurrence in the text, measured by `npm run bench -- search`. */
const fieldWeights = { title: 1, name: 1, author: 1, note: 0.8 } as const;
/** The most that BM25's term frequency gives (k1 + 1; index/postings.ts). */
const mostFrequency = 2.2;
/** Another form of the word counts a little less than the word as it was typed. */
const otherForm = 0.9;

/** Share of the words' number, beside their weight, in how much of a query a paper holds. */
const countShare = 0.7;
/** Weight of a title that holds nearly all of a query. */
const titleShare = 4;

/** More than all the words can give: a paper whose title holds all of them comes before any whose title does not. */
const titleHoldsAll = 1000;
/** All but one, of four or more: one of them may be wrong. */
const titleHoldsMost = 200;
/** Of those whose titles hold all, one whose title or name says nothing else. */
const nothingElse = 500;

const fieldsOf = ({ title, name, author, note }: Posting): number =>
  (title ? fieldWeights.title : 0) +
  (name ? fieldWeights.name : 0) +
  (author ? fieldWeights.author : 0) +
  (note ? fieldWeights.note : 0);

/** What an option says of a paper: by the form that the text says most, and the one that stands in most fields. */
interface Said {
  readonly text: number;
  readonly fields: number;
  readonly title: boolean;
  readonly name: boolean;
  readonly titleLength: number;
  readonly nameLength: number;
}

function both(one: Said, other: Said): Said {
  return {
    text: Math.max(one.text, other.text),
    fields: Math.max(one.fields, other.fields),
    title: one.title || other.title,
    name: one.name || other.name,
    titleLength: one.titleLength || other.titleLength,
    nameLength: one.nameLength || other.nameLength,
  };
}

/** What one word says of a paper. */
export const saysOf = (posting: Posting): number =>
  (mostFrequency * posting.weight) / mostWeight + fieldsOf(posting);

const valueOf = ({ text, fields }: Said): number => text + fields;

/** Papers that hold one word of an option, in whatever form. */
function papersOf({ word, forms }: HeldOption['words'][number]): Map<number, Said> {
  const found = new Map<number, Said>();
  for (const form of forms) {
    const weight = form.word === word ? 1 : otherForm;
    for (const posting of form.postings) {
      const said = {
        text: (weight * mostFrequency * posting.weight) / mostWeight,
        fields: weight * fieldsOf(posting),
        title: posting.title,
        name: posting.name,
        titleLength: posting.titleLength,
        nameLength: posting.nameLength,
      };
      const before = found.get(posting.paper);
      found.set(posting.paper, before === undefined ? said : both(before, said));
    }
  }
  return found;
}

/** Papers that hold every word of an option, as the word that says least of them. */
function holdersOf({ words }: HeldOption): Map<number, Said> {
  const [first, ...others] = words.map(papersOf).toSorted((a, b) => a.size - b.size);
  if (first === undefined || others.length === 0) return first ?? new Map();
  const found = new Map<number, Said>();
  for (const [paper, said] of first) {
    const all = others.map((other) => other.get(paper)).filter((one) => one !== undefined);
    if (all.length < others.length) continue;
    const least = [said, ...all].reduce((a, b) => (valueOf(b) < valueOf(a) ? b : a));
    found.set(paper, { ...least, title: [said, ...all].every(({ title }) => title) });
  }
  return found;
}

function bitsIn(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function weightOf(bits: number, weights: readonly number[]): number {
  let sum = 0;
  for (const [at, weight] of weights.entries()) if ((bits & (1 << at)) !== 0) sum += weight;
  return sum;
}

/** How much of a query a paper holds. @param share of its weight @param count of its words, as a share */
export const coverageOf = (share: number, count: number): number =>
  (1 - countShare) * share + countShare * count;

/** What of a query the titles say, by paper. */
interface Titles {
  /** Bit n: term n stands in the title; in the name before its colon. */
  readonly words: Int32Array;
  readonly names: Int32Array;
  /** Telling words of the title, and of the name. */
  readonly lengths: Uint8Array;
  readonly nameLengths: Uint8Array;
}

/** Adds that a term stands in a title. */
function addTitle(
  { words, names, lengths, nameLengths }: Titles,
  paper: number,
  bit: number,
  said: Said,
) {
  words[paper] = (words[paper] ?? 0) | bit;
  if (said.name) names[paper] = (names[paper] ?? 0) | bit;
  lengths[paper] = said.titleLength;
  nameLengths[paper] = said.nameLength;
}

/** What a term says of each paper that holds it, by the option that says most. @param bit of the term */
function bestOf({ options }: HeldTerm, bit: number, titles: Titles): Map<number, number> {
  const best = new Map<number, number>();
  for (const option of options) {
    for (const [paper, said] of holdersOf(option)) {
      const counted = option.weight * valueOf(said);
      if (counted > (best.get(paper) ?? 0)) best.set(paper, counted);
      if (said.title) addTitle(titles, paper, bit, said);
    }
  }
  return best;
}

/**
 * What a title is worth that answers a query as a whole: nothing, if it lacks more than one word.
 *
 * @param all bits of the terms that are required, of which there are `wanted`
 */
function titleWorth(titles: Titles, paper: number, all: number, wanted: number): number {
  const lacking = wanted - bitsIn((titles.words[paper] ?? 0) & all);
  if (lacking > 0) return lacking === 1 && wanted > 3 ? titleHoldsMost : 0;
  const isNamed = ((titles.names[paper] ?? 0) & all) === all;
  const length = (isNamed ? titles.nameLengths : titles.lengths)[paper] ?? 1;
  return titleHoldsAll + nothingElse * Math.min(1, wanted / Math.max(1, length));
}

/**
 * Scores every paper: what the query's words say of it and how much of them its title holds, times how much of them it
 * holds at all; and what the title is worth beside.
 *
 * @param terms at most 31
 * @param papers of the archive
 * @returns in time linear in the postings of the terms
 */
export function scorePapers(terms: readonly HeldTerm[], papers: number): Scores {
  const score = new Float32Array(papers);
  const held = new Int32Array(papers);
  // In single precision, as `findRelated` adds it up: there, what both say of a paper cancels out.
  const share = new Float32Array(papers);
  const titles: Titles = {
    words: new Int32Array(papers),
    names: new Int32Array(papers),
    lengths: new Uint8Array(papers),
    nameLengths: new Uint8Array(papers),
  };
  const said = terms.map((term, at) => bestOf(term, 1 << at, titles));
  // A word that no paper holds is as telling as the rarest.
  const telling = said.map(({ size }) => inverseFrequency(size, papers));
  const weights = terms.map(({ required }, at) => (required ? (telling[at] ?? 0) : 0));
  const all = terms.reduce((bits, { required }, at) => (required ? bits | (1 << at) : bits), 0);
  for (const [at, best] of said.entries()) {
    for (const [paper, value] of best) {
      score[paper] = (score[paper] ?? 0) + (telling[at] ?? 0) * value;
      held[paper] = (held[paper] ?? 0) | (1 << at);
      share[paper] = (share[paper] ?? 0) + (weights[at] ?? 0);
    }
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const known = weights.reduce((sum, weight, at) => (said[at]?.size ? sum + weight : sum), 0);
  const wanted = bitsIn(all);
  for (let paper = 0; paper < papers; paper++) {
    const bits = held[paper] ?? 0;
    if (bits === 0 || total === 0) continue;
    const coverage = coverageOf((share[paper] ?? 0) / total, bitsIn(bits & all) / wanted);
    const title = weightOf(titles.words[paper] ?? 0, weights) / total;
    score[paper] = coverage * ((score[paper] ?? 0) + titleShare * total * title ** 4);
    score[paper] = (score[paper] ?? 0) + titleWorth(titles, paper, all, wanted);
  }
  return { score, held, weights, said, total, known, all };
}

/** Share of the query's weight that a paper holds, 0 to 1. */
export const shareOf = ({ held, weights, total }: Scores, paper: number): number =>
  total === 0 ? 1 : weightOf(held[paper] ?? 0, weights) / total;

/** The same among the words that any paper holds. */
export const shareOfKnown = ({ held, weights, known }: Scores, paper: number): number =>
  known === 0 ? 1 : weightOf(held[paper] ?? 0, weights) / known;
