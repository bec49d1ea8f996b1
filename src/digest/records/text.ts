import { inlineText } from '../arxiv/html-text.ts';
import { joinWrapped } from '../arxiv/paragraphs.ts';
import { splitLines } from '../lines.ts';
import type { Notation } from '../model.ts';
import { protectedSpans } from '../../text/protected.ts';

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** A title: every run of white space is one blank, entities and small tags are what they say. */
export function joinTitle(text: string): string {
  return onOneLine(inlineText(text));
}

/** The heading that publishers put before abstracts. */
const heading = /<jats:title[^>]{0,200}>\s{0,20}abstract\s{0,20}<\/jats:title>/gi;

/** An abstract: wrapped lines joined by one blank, paragraphs (blank line, or arXiv's indent) by `\n\n`. */
export function joinAbstract(text: string): string {
  const clean = inlineText(text.replaceAll(heading, ''), true);
  return /[\r\n]/.test(clean) ? joinWrapped(splitLines(clean)) : onOneLine(clean);
}

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
