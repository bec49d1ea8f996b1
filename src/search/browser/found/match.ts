/** Where the words of a search stand in a text. Pure. */
import { fold } from '../../../text/letters.ts';
import { stem } from '../../../text/stem.ts';
import { stopWords, wordPattern } from '../../../text/words.ts';
import { unspaced } from '../../unspaced.ts';

/** First and last place of a match, in UTF-16 code units, the last not included. */
export type Span = readonly [from: number, to: number];

interface Word {
  readonly span: Span;
  readonly stem: string;
  readonly plain: string;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({
    span: [index, index + word.length],
    stem: stem(fold(word)),
    plain: fold(word),
  }));
}

/** A run of words of the text that are those of a phrase. */
function phrases(text: readonly Word[], phrase: readonly Word[]): Span[] {
  const found: Span[] = [];
  for (let at = 0; at + phrase.length <= text.length; at += 1) {
    if (!phrase.every((word, offset) => text[at + offset]?.stem === word.stem)) continue;
    const first = text[at];
    const last = text[at + phrase.length - 1];
    if (first && last) found.push([first.span[0], last.span[1]]);
  }
  return found;
}

/** A word in any of its forms, and what goes on from it: the index finds `network` for `net`, too. */
function forms(text: readonly Word[], { stem: wanted, plain }: Word): Span[] {
  // Marked only within a phrase; so is the s of a genitive.
  if (stopWords.has(plain) || plain === 's') return [];
  return text
    .filter((word) =>
      plain.length < 3
        ? word.plain === plain
        : word.stem.startsWith(wanted) || word.plain.startsWith(plain),
    )
    .map(({ span }) => span);
}

/** Writing without spaces is found wherever it stands. */
function places(text: string, term: string): Span[] {
  const found: Span[] = [];
  let at = text.indexOf(term);
  while (at >= 0) {
    found.push([at, at + term.length]);
    at = text.indexOf(term, at + term.length);
  }
  return found;
}

/**
 * Finds words and phrases in a text: whole words in any form, without case and accents.
 * Time grows with the words of the text times those of the search.
 *
 * @param wanted words and phrases; `fine-tuning` is a phrase of two words
 * @returns in the order of the text, none within another
 */
export function findSpans(text: string, wanted: readonly string[]): Span[] {
  const words = wordsOf(text);
  const spans = wanted.slice(0, 60).flatMap((term) => {
    if (unspaced.test(term)) return places(text, term);
    const parts = wordsOf(term);
    const [first] = parts;
    if (first === undefined) return [];
    if (parts.length === 1) return forms(words, first);
    const whole = phrases(words, parts);
    return whole.length > 0 ? whole : parts.flatMap((part) => forms(words, part));
  });
  const found: Span[] = [];
  for (const span of spans.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = found.at(-1);
    if (last === undefined || span[0] >= last[1]) found.push(span);
  }
  return found;
}
