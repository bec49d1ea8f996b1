/** The start of a capture, by which it is recognised. */
import type { Capture } from '../model.ts';

/** As much of a capture as is read to recognise it: code units. */
const sample = 150_000;

/** The start of a capture, cut at the end of a line where there is one. */
export function startOf({ file, text }: Capture): Capture {
  if (text.length <= sample) return { file, text };
  const end = text.lastIndexOf('\n', sample);
  return { file, text: text.slice(0, end > 0 ? end : sample) };
}

/** Openings of structured files, and of mailings, which are no Markdown. */
const structured: readonly (readonly [RegExp, string])[] = [
  [/^\s*(?:\{|\[\s*[{\]"])/, 'it begins like JSON'],
  [/^\s*<(?:\?xml|!doctype|html|feed|rss|rdf)/i, 'it begins like XML or HTML'],
  [/^\s*@\w{1,30}\s*[{(]/, 'it begins like BibTeX'],
  [/^\s*TY {2}- /, 'it begins like RIS'],
  [/^\s*%PDF-/, 'it begins like PDF'],
];

/** Why a capture cannot be Markdown; undefined if it may be. */
export function notMarkdown({ text }: Capture): string | undefined {
  const start = text.slice(0, 500).replace(/^\ufeff/, '');
  return structured.find(([pattern]) => pattern.test(start))?.[1];
}

/** `3 papers`, `1 paper`. */
export const many = (count: number, one: string): string =>
  `${String(count)} ${one}${count === 1 ? '' : 's'}`;
