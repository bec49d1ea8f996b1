import { hasEmphasis, withDelimiters, withoutEmphasis } from './emphasis.ts';
import { formulaSpans } from './protected.ts';
import { renderAbstract } from './render.ts';
import { isTangled } from './tangled.ts';
import { paragraphs } from './white-space.ts';

/** How a text was written in its source: `plain`, or with TeX formulas. */
export type Notation = 'plain' | 'tex';

/*
 * Why not remark-stringify: it escapes every `_` and `[` (`snake\_case`, `\[1]`), which people who edit
 * entries would have to read, and it knows nothing of formulas. The rules here are CommonMark 0.31's,
 * narrowed to where a character would really be markup; a property test renders what they write.
 */

/** Inline: characters that are markup wherever they stand, and those that are so before something. */
const inline =
  /[*`]|\\(?=[!-/:-@[-`{-~]|begin\{|[\uFDD8-\uFDDB]|$)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\](?=[([:])|<(?=[A-Za-z/!?])|&(?=#[0-9xX]|[A-Za-z][A-Za-z0-9]*;)|~(?=~)|(?<=~)~|\$/gu;

/** At the beginning of a line: heading, quotation, list, rule, setext underline, numbered list. */
const block = /^(?:#{1,6}(?= |$)|>|[-+](?= |$)|-(?=[ -]*$)|=+$|\d{1,9}[.)](?= |$))/;

/** The backslash goes before the mark itself, which after a number is the last character. */
function escapeBlock(start: string): string {
  return /^\d/.test(start) ? `${start.slice(0, -1)}\\${start.slice(-1)}` : `\\${start}`;
}

function escapeParagraph(text: string, notation: Notation): string {
  let result = '';
  let done = 0;
  // The escapes of a character depend on its neighbours, so they are found in the whole paragraph.
  const formulas = notation === 'plain' ? [] : formulaSpans(text);
  let next = 0;
  for (const match of text.matchAll(inline)) {
    const start = match.index;
    while ((formulas[next]?.end ?? Infinity) <= start) next++;
    if ((formulas[next]?.start ?? Infinity) <= start) continue;
    result += `${text.slice(done, start)}\\`;
    done = start;
  }
  result += text.slice(done);
  return result.replace(block, escapeBlock);
}

/** What Markdown is on a page, but for emphasis. */
const withoutTags = (markdown: string): string =>
  renderAbstract(markdown).html.replaceAll(/<\/?(?:em|strong)>/g, '');

/** A paragraph with its emphasis, if it is read back as the same text and links: `1*.*` is none to CommonMark. */
function emphasised(paragraph: string, notation: Notation): string {
  const plain = escapeParagraph(withoutEmphasis(paragraph), notation);
  if (!hasEmphasis(paragraph)) return plain;
  const marked = withDelimiters(escapeParagraph(paragraph, notation));
  return withoutTags(marked) === withoutTags(plain) ? marked : plain;
}

/**
 * Writes a normalised text as the Markdown of an entry's body: what would be markup is escaped, so that
 * `renderAbstract(toMarkdown(text, notation)).text` is the text again. Marks of emphasis become `*` and `**`, nothing else
 * becomes markup. A paragraph is one line.
 *
 * @param text see `normalise`; other text is tidied (white space, control characters)
 * @param notation `plain`: every `$` is escaped; `tex`: formulas (`$…$`, `$$…$$`, `\(…\)`, `\[…\]`) are
 *   written as they are
 */
export function toMarkdown(text: string, notation: Notation): string {
  const marked = paragraphs(text, true)
    .map((paragraph) => emphasised(paragraph, notation))
    .join('\n\n');
  return hasEmphasis(text) && isTangled(marked)
    ? toMarkdown(withoutEmphasis(text), notation)
    : marked;
}
