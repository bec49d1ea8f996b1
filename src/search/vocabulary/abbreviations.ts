/**
 * Abbreviations as abstracts introduce them: `reinforcement learning from human feedback (RLHF)`.
 *
 * Schwartz & Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text",
 * Pacific Symposium on Biocomputing 8 (2003): the letters of the short form are looked for in the words before
 * the bracket, from the end, its first letter at the beginning of a word.
 */
import { singular } from '../../text/stem.ts';
import { wordParts, words } from '../searched-words.ts';
import type { OtherName } from './vocabulary-files.ts';

export interface Abbreviation {
  /** Folded, singular: `rlhf`. */
  readonly short: string;
  /** Folded: `reinforcement learning from human feedback`. */
  readonly long: string;
}

const bracket = /\(([A-Za-z][A-Za-z0-9-]{0,8}[A-Za-rt-z0-9])s?\)/g;
/** Characters before a bracket that are looked at: some fifteen words. */
const window = 120;

/** Two capitals at least: anything else is an ordinary word that stands in brackets. */
const isShort = (text: string): boolean => (text.match(/[A-Z]/g) ?? []).length >= 2;

/** The last place of a letter, not after `from`; -1 if there is none. With `initial`, only where a word begins. */
function lastPlace(text: string, letter: string, from: number, initial: boolean): number {
  for (let at = from; at >= 0; at--) {
    if (text[at] !== letter) continue;
    if (!initial || at === 0 || !/[a-z0-9]/.test(text[at - 1] ?? '')) return at;
  }
  return -1;
}

/**
 * What the short form stands for: the shortest end of `before` that has its letters in order, the first of them
 * at the beginning of a word. Undefined if they are not there.
 */
function longForm(short: string, before: string): string | undefined {
  const letters = [...short.toLowerCase().replaceAll(/[^a-z0-9]/g, '')];
  const text = before.toLowerCase();
  let at = text.length;
  for (const [place, letter] of [...letters.entries()].toReversed()) {
    at = lastPlace(text, letter, at - 1, place === 0);
    if (at < 0) return undefined;
  }
  return before.slice(at);
}

/** The abbreviations that a text introduces. */
export function abbreviationsIn(text: string): Abbreviation[] {
  const found: Abbreviation[] = [];
  for (const match of text.matchAll(bracket)) {
    const [, form = ''] = match;
    if (!isShort(form)) continue;
    // The clause before the bracket; other brackets and stops end it.
    const clause = text.slice(Math.max(0, match.index - window), match.index).trimEnd();
    const before = /(?<![^.;:()[\]"“”])[^.;:()[\]"“”]*$/.exec(clause)?.[0].trimStart() ?? '';
    const long = longForm(form, before);
    if (long === undefined) continue;
    const parts = wordParts(long);
    const most = Math.min(form.length + 5, form.length * 2);
    if (parts.length < 2 || parts.length > most) continue;
    found.push({
      short: words(form)[0]?.whole ?? '',
      long: parts.with(-1, singular(parts.at(-1) ?? '')).join(' '),
    });
  }
  return found.filter(({ short }) => short.length > 1);
}

/** Papers that must introduce an abbreviation before it is believed. */
const support = 2;
/** What is kept: meanings of an abbreviation, and names of phrases that begin with one word (`deep …`). */
const mostMeanings = 3;
const mostPhrases = 30;

/** Abbreviations, and how many papers introduce each. */
export type AbbreviationCounts = ReadonlyMap<string, number>;

const separator = '\n';

/** Counts the abbreviations that papers introduce. @param texts one of each paper */
export function countAbbreviations(texts: Iterable<string>): AbbreviationCounts {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const own = abbreviationsIn(text).map(({ short, long }) => short + separator + long);
    for (const pair of new Set(own)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/**
 * Learns abbreviations from abstracts.
 *
 * @returns other names by the first word of their phrase, in both directions, the best supported first
 */
export function learnAbbreviations(counts: AbbreviationCounts): Map<string, OtherName[]> {
  const pairs = [...counts]
    .filter(([, papers]) => papers >= support)
    .toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  const names = new Map<string, OtherName[]>();
  const meanings = new Map<string, number>();
  for (const [pair] of pairs) {
    const [short = '', long = ''] = pair.split(separator);
    const known = meanings.get(short) ?? 0;
    if (known === mostMeanings) continue;
    meanings.set(short, known + 1);
    addName(names, short, long, mostMeanings);
    addName(names, long, short, mostPhrases);
  }
  return names;
}

/**
 * Adds another name of a phrase, unless it is known or the phrase's first word has enough.
 *
 * @param names by first word; changed
 */
export function addName(
  names: Map<string, OtherName[]>,
  phrase: string,
  other: string,
  most = Number.POSITIVE_INFINITY,
): void {
  const [first] = phrase.split(' ');
  if (first === undefined || first === '') return;
  const list = names.get(first) ?? [];
  const known = list.some((name) => name.phrase === phrase && name.other === other);
  if (!known && list.length < most) names.set(first, [...list, { phrase, other }]);
}
