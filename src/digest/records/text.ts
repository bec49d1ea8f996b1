import { htmlToText, inlineText } from '../arxiv/html-text.ts';
import { joinWrapped } from '../arxiv/paragraphs.ts';
import { splitLines } from '../lines.ts';
import type { Notation } from '../../text/markdown.ts';
import { protectedSpans } from '../../text/protected.ts';

/** A text on one line: every run of white space is one blank. */
export const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** A title: every run of white space is one blank, entities and small tags are what they say. */
export function joinTitle(text: string): string {
  return onOneLine(inlineText(text));
}

/** The heading that publishers put before abstracts. */
const heading = /<jats:title[^>]{0,200}>\s{0,20}abstract\s{0,20}<\/jats:title>/gi;

/** A text that begins with an element that no plain text begins with. */
const html =
  /^\s{0,1000}<(?:p|div|ul|ol|h[1-6]|article|section|blockquote|span|figure|table|img|a)(?:\s[^<>]{0,1000})?>/i;

/** The word that many put before an abstract is none of it. */
export const withoutLabel = (text: string): string =>
  text.replace(
    /^\s{0,100}(?:Abstract|ABSTRACT)(?:\s{0,3}[:.—–]\s{0,10}|\s{1,20}(?=\p{Lu}\p{Ll}*\s))/u,
    '',
  );

/** An abstract: wrapped lines joined by one blank, paragraphs (blank line, or arXiv's indent) by `\n\n`. */
export function joinAbstract(text: string): string {
  if (html.test(text)) return withoutLabel(htmlToText(text, true));
  const clean = withoutLabel(inlineText(text.replaceAll(heading, ''), true));
  return /[\r\n]/.test(clean) ? joinWrapped(splitLines(clean)) : onOneLine(clean);
}

/** A text without markup: wrapped lines joined by one blank, paragraphs kept. */
export const joinPlain = (text: string): string => joinWrapped(splitLines(text));

/** `tex` for texts with a formula between dollars. */
export function notationOf(...texts: readonly (string | undefined)[]): Notation {
  const has = texts.some(
    (text) =>
      text !== undefined &&
      /[$\\]/.test(text) &&
      protectedSpans(text).some(({ kind }) => kind === 'formula'),
  );
  return has ? 'tex' : 'plain';
}
