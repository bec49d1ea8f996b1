import { joinWrapped } from '../arxiv/paragraphs.ts';
import { splitLines } from '../lines.ts';
import type { Notation } from '../model.ts';
import { protectedSpans } from '../../text/protected.ts';

/** A title: every run of white space is one blank. */
export function joinTitle(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** `<jats:p>` and its kin, in which publishers hand abstracts to Crossref. */
const jats = /<jats:/;

function withoutJats(text: string): string {
  if (!jats.test(text)) return text;
  return text
    .replaceAll(/<jats:title[^>]{0,200}>\s{0,20}abstract\s{0,20}<\/jats:title>/gi, '')
    .replaceAll(/<\/jats:(?:p|title|sec)>/g, '\n\n')
    .replaceAll(/<\/?jats:[^>]{0,200}>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** An abstract: wrapped lines joined by one blank, paragraphs (blank line, or arXiv's indent) by `\n\n`. */
export function joinAbstract(text: string): string {
  const clean = withoutJats(text);
  return /[\r\n]/.test(clean) ? joinWrapped(splitLines(clean)) : joinTitle(clean);
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
