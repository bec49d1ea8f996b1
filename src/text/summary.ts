import { sentenceEnds } from './sentences.ts';
import { tidy } from './white-space.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How full the space must be for whole sentences to do. */
const fullEnough = 0.6;

/** Letters and signs of which each is a grapheme, whatever stands beside it. */
const single = /^[\x20-\u02ff\u2010-\u2027\u2030-\u205e]*$/;

/** Index at which the text has `count` graphemes, or nothing when it has no more than that. */
function indexAfter(text: string, count: number): number | undefined {
  if (text.length <= count) return undefined;
  if (single.test(text.slice(0, count + 1))) return count;
  let seen = 0;
  for (const { index } of graphemes.segment(text)) {
    if (seen === count) return index;
    seen++;
  }
  return undefined;
}

const inLine = (text: string): string => tidy(text).replaceAll('\n\n', ' ');

/**
 * The beginning of a text, for descriptions and feeds: whole sentences if they fill most of the space,
 * else words and `…`. Never cuts a character that a reader sees as one; text without blanks is cut
 * between such characters.
 *
 * @param text plain text; paragraphs run on
 * @param maxChars most characters (graphemes) of the result, the `…` included; at least 1
 */
export function summarise(text: string, maxChars: number): string {
  const beginning = text.length > maxChars * 4 && inLine(text.slice(0, maxChars * 2));
  // What was cut off may still belong to its last characters.
  const enough = beginning && beginning.length > maxChars + 2 && single.test(beginning);
  const line = enough ? beginning : inLine(text);
  const limit = indexAfter(line, maxChars);
  if (limit === undefined) return line;

  const fits = line.slice(0, limit + 1);
  let sentences = 0;
  for (const end of sentenceEnds(fits)) {
    // The end of `fits` is not the end of the text.
    if (end <= limit && (end < fits.length || line[end] === ' ')) sentences = end;
  }
  if (sentences >= limit * fullEnough) return line.slice(0, sentences);

  const room = indexAfter(line, maxChars - 1) ?? 0;
  const blank = line.lastIndexOf(' ', room);
  const words = line.slice(0, blank > 0 ? blank : room);
  return `${words.replace(/(?<![\s,;:(–—-])[\s,;:(–—-]+$/u, '')}…`;
}
