/** How alike two titles or two abstracts are, whatever one of them has lost of its TeX. Pure. */
import { foldedWords } from '../text/words.ts';
import { titleKey } from './identity.ts';

/** Words to a shingle (Broder, "On the resemblance and containment of documents", 1997). */
const shingleLength = 3;

/** Shingles an abstract must have for its likeness to mean anything: about two sentences. */
const fewestShingles = 20;

/**
 * The words of a text as both a true and a damaged source give them: a command with an argument is
 * the argument, any other loses its backslash alone (`A\in B` is `Ain B`, as damaged sources have it).
 */
const wordsOf = (text: string): string[] =>
  foldedWords(text.replaceAll(/\\[A-Za-z]+\s*\{/g, '').replaceAll('\\', ''));

function shinglesOf(text: string): Set<string> {
  const words = wordsOf(text);
  const shingles = new Set<string>();
  for (let at = 0; at + shingleLength <= words.length; at++) {
    shingles.add(words.slice(at, at + shingleLength).join(' '));
  }
  return shingles;
}

function shared<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let count = 0;
  for (const item of small) if (large.has(item)) count++;
  return count;
}

/**
 * Share of the shorter abstract's runs of three words that the longer one has too: 0 to 1. A capture that
 * was cut short is contained in its original.
 *
 * @returns undefined if either is too short to tell
 */
export function abstractLikeness(one: string, other: string): number | undefined {
  const [a, b] = [shinglesOf(one), shinglesOf(other)];
  const smaller = Math.min(a.size, b.size);
  return smaller < fewestShingles ? undefined : shared(a, b) / smaller;
}

/** How two titles stand to each other. */
export type TitleRelation = 'equal' | 'near' | 'different';

/*
 * Where the thresholds come from: 50,000 papers, each abstract against itself with its TeX lost as
 * huggingface.co loses it: 0.87 to 1. Pairs of other papers: at most 0.065 of 42,000 at random; of 142,000
 * with a common author 0.2 % are above 0.15 and 0.07 % above 0.3 (follow-ups, editions of a challenge);
 * of the 195 with near titles, all above 0.82 are the same paper, the closest other one (of next year's
 * challenge) is at 0.79.
 */

/** From here on two abstracts are one text. */
export const agreeing = 0.85;

/** Below this, abstracts under one title are of two papers, or one was rewritten: nobody can tell which. */
export const contradicting = 0.3;

/** Share of words in common from which two titles are near. */
const nearShare = 0.6;

/** Words the shorter title must have to be the other one without its subtitle. */
const fewestContained = 3;

const numbersOf = (words: ReadonlySet<string>): string =>
  [...words]
    .filter((word) => /\d/.test(word))
    .toSorted()
    .join(' ');

/** Number of words of a title; a short one says little about which paper it is. */
export const titleLength = (title: string): number => wordsOf(title).length;

/**
 * Compares two titles: `equal` but for case, punctuation, accents and TeX (see `titleKey`); `near`, a few
 * words changed, or one without the other's subtitle; or `different`. Numbers are never a small change:
 * the second challenge is not the third, nor 2025 2026.
 */
export function titleRelation(one: string, other: string): TitleRelation {
  if (titleKey(one) === titleKey(other)) return 'equal';
  const [a, b] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
  if (numbersOf(a) !== numbersOf(b)) return 'different';
  const common = shared(a, b);
  const smaller = Math.min(a.size, b.size);
  if (smaller >= fewestContained && common === smaller) return 'near';
  return common / (a.size + b.size - common) >= nearShare ? 'near' : 'different';
}
