/**
 * The passage of a paper that shows why it was found.
 *
 * Pagefind's own excerpt is HTML in which `<` and `>` are escaped, but `&` is not: `&lt;` in an abstract
 * would be shown as `<`. Here the passage is cut from the plain text and stays text: parts with and
 * without a mark, that a page puts into text nodes.
 */
import type { Hit, Part } from './answer.ts';
import { byline } from '../text/paper-line.ts';
import { rootOf } from '../text/stem.ts';
import { words as wordsOf } from './searched-words.ts';
import type { PaperText } from './texts.ts';

/** Adds a stretch to others; of two marked alike, one is made. */
export function addPart(parts: Part[], { text, mark }: Part): void {
  const last = parts.at(-1);
  if (last?.mark === mark) parts.splice(-1, 1, { text: last.text + text, mark });
  else if (text !== '') parts.push({ text, mark });
}

/** Words of an excerpt: about three lines. */
const length = 40;

/** Letters and digits of a word without the punctuation around it; `C++` and `A*` end so. */
const core =
  /^([^\p{L}\p{N}]*)(?:([\p{L}\p{N}](?:.*[\p{L}\p{N}])?(?:\+\+?|[#*])?)([^\p{L}\p{N}]*))?$/su;

interface Words {
  readonly words: readonly string[];
  readonly joiner: string;
}

function split({ content, raw_content: raw }: PaperText): Words {
  if (raw?.includes('\u200b')) {
    const plain = raw.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    return { words: plain.split('\u200b'), joiner: '' };
  }
  return { words: content.split(/\s+/), joiner: ' ' };
}

/** Joins words to parts; of a matched word, the punctuation around it is left unmarked. */
function parts(
  words: readonly string[],
  marked: (index: number) => boolean,
  joiner: string,
): Part[] {
  const found: Part[] = [];
  const add = (text: string, mark: boolean): void => addPart(found, { text, mark });
  for (const [index, word] of words.entries()) {
    // Around a formula the index has spaces within brackets and before commas.
    const glued = /^[,.;:!?)\]]+$/.test(word) || /^[([]+$/.test(words[index - 1] ?? '');
    if (index > 0 && !glued) add(joiner, false);
    const [, before = '', middle = '', after = ''] = core.exec(word) ?? [];
    if (marked(index) && middle !== '') {
      add(before, false);
      add(middle, true);
      add(after, false);
    } else add(word, marked(index));
  }
  return found;
}

/** Start of the window of words that holds most of the matches' weight; the first such. */
function densest(weights: ReadonlyMap<number, number>, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < Math.min(from + length, to); at++) sum += weights.get(at) ?? 0;
  let best = { start: from, sum };
  for (let start = from + 1; start + length <= to; start++) {
    sum += (weights.get(start + length - 1) ?? 0) - (weights.get(start - 1) ?? 0);
    // A window that only gains by rounding is no better.
    if (sum > best.sum * 1.000001) best = { start, sum };
  }
  if (best.start === from) return from;
  // The match stands at the window's end now: a few words more after it read better.
  return Math.max(from, Math.min(best.start + Math.floor(length / 4), to - length));
}

/** The window of words that shows most of what matched, from a word on. */
function passageOf(
  words: readonly string[],
  weights: ReadonlyMap<number, number>,
  from = 0,
  joiner = ' ',
): Part[] {
  const start = densest(weights, from, words.length);
  const shown = words.slice(start, start + length);
  return [
    ...(start > from ? [{ text: '… ', mark: false }] : []),
    ...parts(shown, (index) => weights.has(start + index), joiner),
    ...(start + length < words.length ? [{ text: ' …', mark: false }] : []),
  ];
}

/** What each word of the search counts, by its stem. */
export type StemWeights = ReadonlyMap<string, number>;

/** What a piece of text between spaces counts: the most of what it holds. */
function weightOf(piece: string, weights: StemWeights): number {
  let most = 0;
  for (const { whole, parts: several } of wordsOf(piece)) {
    for (const word of [whole, ...several]) most = Math.max(most, weights.get(rootOf(word)) ?? 0);
  }
  return most;
}

/** Place of each word that counts, and what it counts. */
const weigh = (words: readonly string[], weights: StemWeights): Map<number, number> =>
  new Map(
    words.flatMap((word, at): [number, number][] => {
      const weight = weightOf(word, weights);
      return weight > 0 ? [[at, weight]] : [];
    }),
  );

/** Where a text begins after the names of its authors, unless they are what was searched for. */
function afterNames(
  words: readonly string[],
  from: number,
  authors: string,
  weights: ReadonlyMap<number, number>,
): number {
  const names = authors.trim().split(/\s+/);
  const end = from + names.length;
  // Pagefind ends a paragraph with a full stop, too.
  const lead =
    authors.trim() !== '' && names.every((name, at) => words[from + at]?.startsWith(name));
  return lead && ![...weights.keys()].some((at) => at >= from && at < end) ? end : from;
}

/**
 * Makes a result of a paper's text, matches marked. Linear in its length.
 *
 * The text of a paper begins with its title, which a result shows already: the passage is taken from what follows.
 */
export function toHit(text: PaperText, weights: StemWeights): Hit {
  const { words, joiner } = split(text);
  const title = (text.meta['title'] ?? '').trim();
  const titleWords = title === '' ? [] : title.split(/\s+/);
  // Pagefind ends a heading with a full stop.
  const leads = joiner === ' ' && titleWords.every((word, index) => words[index]?.startsWith(word));
  const first = leads ? titleWords.length : 0;
  const inTitle = weigh(titleWords, weights);
  const inText = weigh(words, weights);
  for (const at of inText.keys()) if (at < first) inText.delete(at);
  const from = afterNames(words, first, text.meta['authors'] ?? '', inText);
  const note = text.meta['note'];
  const inNote = note === undefined ? undefined : weigh(note.split(/\s+/), weights);
  // What its authors say goes first.
  const noted = note !== undefined && inTitle.size + inText.size === 0 && (inNote?.size ?? 0) > 0;
  return {
    id: text.id,
    title,
    titleParts: parts(titleWords, (index) => inTitle.has(index), ' '),
    passage: noted
      ? passageOf(note.split(/\s+/), inNote ?? new Map())
      : passageOf(words, inText, from, joiner),
    ...(noted && { noted }),
    date: text.digest.slice(0, 10),
    topics: text.topics,
    by: byline((text.meta['authors'] ?? '').split(', ')),
    facts: text.facts,
  };
}
