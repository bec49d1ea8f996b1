/**
 * A guard for the time that Markdown takes: a paragraph of unpaired `_`, `*` or `$`, or of quotations within
 * quotations, costs more than its length. Nobody writes those; a text that holds so many is shown as it stands.
 */
import type { Root } from 'hast';
import { element } from './hast.ts';
import { cutAt, formulaSpans } from './protected.ts';
import { paragraphs } from './white-space.ts';

/** Characters that may be markup; of 50,000 abstracts of papers none has more than 154. */
const mayBeMarkup = /[*_`~$\\[\]<>&!]|(?<=\d)[.)](?=\s)|[-+](?=\s)|=(?=[ \t]*[\r\n])/g;

/** From here on a text is not read as Markdown. */
const tooMany = 1_000;

/** Whether a text holds so much that may be markup that it is not read as Markdown. Linear. */
export function isTangled(markdown: string): boolean {
  let count = 0;
  for (const _ of markdown.matchAll(mayBeMarkup)) if (++count >= tooMany) return true;
  return false;
}

/** Takes away the backslashes that `toMarkdown` has put in; formulas keep theirs. */
function unescape(paragraph: string): string {
  return Array.from(cutAt(paragraph, formulaSpans(paragraph)), ([text, isFormula]) =>
    isFormula ? text : text.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1'),
  ).join('');
}

/** The text of an entry as paragraphs without any markup, links and formulas included. Linear. */
export function asItStands(markdown: string): Root {
  return {
    type: 'root',
    children: paragraphs(markdown).map((paragraph) => element('p', {}, unescape(paragraph))),
  };
}
