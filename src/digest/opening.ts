/** How a capture begins: what costs little to see and tells many formats that it is not theirs. */
import type { Capture } from './model.ts';
import { oncePer } from '../once.ts';

/** As much of a capture as is read to recognise it: code units. */
const sample = 150_000;

/** The start of a capture, cut at the end of a line; the capture itself if it is not longer, so that it is read once. */
export const startOf = oncePer((capture: Capture): Capture => {
  const { file, text } = capture;
  if (text.length <= sample) return capture;
  const end = text.lastIndexOf('\n', sample);
  return { file, text: text.slice(0, end > 0 ? end : sample) };
});

/** Openings of structured files and of source text, which hold titles and abstracts too but are neither plain text nor Markdown. */
const openings: readonly (readonly [RegExp, string])[] = [
  [/^\s*(?:\{|\[\s*[{\]"])/, 'JSON'],
  [/^\s*[[{]\s*u?'[\w ]{1,60}'\s{0,5}:/, 'JSON'],
  [/^\s*<(?:\?xml|!doctype|html|feed|rss|rdf)/i, 'XML or HTML'],
  [/^\s*@\w{1,30}\s*[{(]/, 'BibTeX'],
  [/^\s*TY {2}- /, 'RIS'],
  [/^\s*%PDF-/, 'PDF'],
  [/^(?:\s*%.{0,200}\n){0,9}\s*\\(?:documentclass|documentstyle|usepackage|begin\{)/, 'LaTeX'],
  [/^cff-version:/m, 'CITATION.cff, which cites software'],
  [/^#!\s?\//, 'a script'],
];

/**
 * What other kind of file a capture begins like.
 *
 * @returns e.g. `it begins like JSON`; undefined if it may be plain text or Markdown
 */
export function opensLike({ text }: Capture): string | undefined {
  const start = text.slice(0, 1000).replace(/^\ufeff/, '');
  const kind = openings.find(([pattern]) => pattern.test(start))?.[1];
  return kind === undefined ? undefined : `it begins like ${kind}`;
}
