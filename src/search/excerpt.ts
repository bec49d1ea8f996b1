/**
 * The passage of a paper that shows why it was found.
 *
 * Pagefind's own excerpt is HTML in which `<` and `>` are escaped, but `&` is not: `&lt;` in an abstract
 * would be shown as `<`. Here the passage is cut from the plain text and stays text: parts with and
 * without a mark, that a page puts into text nodes.
 */
import type { Hit, Part } from './answer.ts';
import { findSpans } from './browser/found/match.ts';
import type { PagefindFragment } from './pagefind.ts';

/** Adds a stretch to others; of two marked alike, one is made. */
export function addPart(parts: Part[], { text, mark }: Part): void {
  const last = parts.at(-1);
  if (last?.mark === mark) parts.splice(-1, 1, { text: last.text + text, mark });
  else if (text !== '') parts.push({ text, mark });
}

/** Words of an excerpt: about three lines. */
const length = 40;

/** Letters and digits of a word without the punctuation around it. */
const core = /^([^\p{L}\p{N}]*)(?:([\p{L}\p{N}]|[\p{L}\p{N}].*[\p{L}\p{N}])([^\p{L}\p{N}]*))?$/su;

interface Words {
  readonly words: readonly string[];
  readonly joiner: string;
}

function split({ content, raw_content: raw }: PagefindFragment): Words {
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

/**
 * Title and passage of a found paper, matches marked.
 *
 * The text of a paper begins with its title, which a result shows already: the passage is taken from what follows.
 */
export function highlight(fragment: PagefindFragment): { title: Part[]; passage: Part[] } {
  const { words, joiner } = split(fragment);
  const weights = new Map<number, number>();
  for (const { location, balanced_score: score } of fragment.weighted_locations) {
    weights.set(location, (weights.get(location) ?? 0) + score);
  }
  const title = (fragment.meta['title'] ?? '').trim();
  const titleWords = title === '' ? [] : title.split(/\s+/);
  // Pagefind ends a heading with a full stop.
  const leads = joiner === ' ' && titleWords.every((word, index) => words[index]?.startsWith(word));
  const from = leads ? titleWords.length : 0;
  return {
    title: parts(titleWords, (index) => leads && weights.has(index), ' '),
    passage: passageOf(words, weights, from, joiner),
  };
}

/**
 * The passage of a note for which a paper was found.
 *
 * @param wanted words and phrases of the search
 */
export function notePassage(note: string, wanted: readonly string[]): Part[] {
  const words = note.split(/\s+/);
  const matching = words.keys().filter((at) => findSpans(words[at] ?? '', wanted).length > 0);
  return passageOf(words, new Map([...matching].map((at) => [at, 1])));
}

/** The date of a paper's first listing, which its digests begin with. */
function dateOf({ filters }: PagefindFragment): string {
  const dates = (filters['digest'] ?? []).map((digest) => digest.slice(0, 10));
  return dates.toSorted()[0] ?? '';
}

/**
 * Makes a result of a fragment.
 *
 * @param inNote whether the words stand in the owner's note
 * @param wanted the words of the search
 */
export function toHit(
  fragment: PagefindFragment,
  inNote = false,
  wanted: readonly string[] = [],
): Hit {
  const { title, passage } = highlight(fragment);
  const note = fragment.meta['note'];
  // What its authors say goes first.
  const noted = inNote && note !== undefined && fragment.weighted_locations.length === 0;
  return {
    id: fragment.url.split('/').findLast((part) => part !== '') ?? '',
    title: fragment.meta['title'] ?? '',
    titleParts: title,
    passage: noted ? notePassage(note, wanted) : passage,
    ...(noted && { noted }),
    date: dateOf(fragment),
    topics: fragment.filters['topic'] ?? [],
  };
}
