/** Lines that stand for themselves in running text: facts of a paper, links, dates. */
import { readDate } from '../date.ts';
import { boilerplateOf } from '../plain/boilerplate.ts';
import type { Inline } from './inline.ts';

/** Whether a line is links and images and nothing else. */
export function isLinks({ runs, links }: Inline): boolean {
  return (
    links.length > 0 &&
    runs.every(({ link, text }) => link !== undefined || /^[\s,|·•/–[\]-]*$/.test(text))
  );
}

/** Whether text may go on after this line: it is long, and does not end as sentences do. */
export const isUnfinished = (line: string): boolean =>
  line.length >= 40 && !/[.!?。！？…:][)"'”’\]*_]{0,3}\\{0,2}$/.test(line.slice(-8));

/**
 * Whether a line of text is a block of its own.
 *
 * @param line a trimmed line, as the capture has it
 * @param inline what it says
 * @param before the line of text before it, if no blank line parts them
 */
export function standsAlone(
  line: string,
  before: string | undefined,
  inline: Inline | undefined,
): boolean {
  if (line.length > 2000) return false;
  if ((inline && isLinks(inline)) || /^\*\*[^*]{1,200}\*\*[:：]?$/.test(line)) return true;
  const boilerplate = boilerplateOf(line);
  const date = boilerplate === undefined && readDate(line) !== undefined;
  if (!boilerplate && !date) return false;
  // An address goes with the words before it: `The code is at` and `https://…`.
  if (before !== undefined && /^(?:[\p{L} ]{1,20}: ?)?https?:\/\/\S+$/u.test(line)) {
    return /[.!?]["”)]?$/.test(before.slice(-3));
  }
  // The last words of a wrapped sentence may be an address, a number, or a word that pages use too.
  if (before === undefined || !isUnfinished(before)) return true;
  const wordsOnly = /^(?:https?:\/\/\S+|[\p{L}\d' .,!?;:()-]+)$/u.test(line);
  return !wordsOnly;
}
