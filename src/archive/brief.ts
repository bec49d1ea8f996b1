/** Short forms of papers for lists: a title may be long, and an abstract always is. */
import { toBeCompleted } from '#words/paper.ts';
import { oncePer } from '../once.ts';
import { contribution, inRoom } from '../text/contribution.ts';
import { escapeHtml } from '../text/escape.ts';
import { renderTitle, type RenderedTitle } from '../text/render.ts';
import { summarise } from '../text/summary.ts';
import type { Note, Paper } from './archive.ts';

/** Most characters of an abstract in a list: three lines. */
const listLength = 240;

/** Worked out once a paper, since a paper stands in several lists and has a page. */
const said = oncePer(({ text, title }: Pick<Paper, 'text' | 'title'>) => contribution(text, title));

/** What a paper does, in `most` characters; empty when it has no abstract. */
export const shortly = (paper: Pick<Paper, 'text' | 'title'>, most: number): string =>
  summarise(inRoom(said(paper), most), most);

/**
 * What a paper does, in a sentence of its abstract, for lists; empty when it has none, but for a paper that is to be
 * completed.
 */
export const contributionOf = (paper: Paper): string =>
  shortly(paper, listLength) || (paper.incomplete ? toBeCompleted : '');

/** What is searched of a note: its text, and its tags. */
export const noteText = ({ text, tags }: Note): string =>
  [text, ...tags.map((tag) => `#${tag}`)].filter((part) => part !== '').join(' ');

/** A title with its formulas typeset, and as plain text. Worked out once a paper. */
export const titleOf = oncePer(({ title }: Pick<Paper, 'title'>): RenderedTitle =>
  renderTitle(title),
);

/** Most characters of a title in a list. */
const longestTitle = 300;

/**
 * A title for a tab or another place of plain text: whole, unless it is longer than titles are.
 *
 * @param length most characters
 */
export function shortTitle(paper: Pick<Paper, 'title'>, length = longestTitle): string {
  const { text } = titleOf(paper);
  return text.length <= length ? text : summarise(text, length);
}

/** A title for a list, as safe HTML: with its formulas, unless it is longer than titles are. */
export function listTitle(paper: Pick<Paper, 'title'>): string {
  const { html, text } = titleOf(paper);
  return text.length <= longestTitle ? html : escapeHtml(shortTitle(paper));
}

/**
 * What may be wider than a phone, and is scrolled there: a formula set apart, or one whose text is this long
 * in characters of HTML.
 */
const wideFormula = /<math(?=[^>]* (?:display="block"|aria-label="[^"]{28}))/g;

/** A formula with the marks that belong to it: browsers would begin a line with the comma behind one. */
const withMarks = /([([“‘]{0,4})(<math\b[^]*?<\/math>)([\])”’,.;:!?]*)/g;

/**
 * HTML made ready for a page: wide formulas can be reached by the keyboard, so that the paragraph around
 * them can be scrolled by it (WCAG 2.1.1), and a formula stays on the line of the marks next to it. Text
 * stays the same.
 *
 * @param html of an abstract or a title
 */
export function layOutFormulas(html: string): string {
  return html
    .replaceAll(withMarks, (all: string, before: string, math: string, after: string) =>
      before === '' && after === '' ? all : `<span class="whole">${before}${math}${after}</span>`,
    )
    .replaceAll(wideFormula, '<math tabindex="0"');
}
