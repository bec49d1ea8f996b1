/** Short forms of papers for lists: a title may be long, and an abstract always is. */
import { summarise } from '../text/summary.ts';
import type { Paper } from './model.ts';

/** Most characters of an abstract in a list: two or three lines. */
const beginningLength = 220;

const beginnings = new WeakMap<Paper, string>();

/**
 * The beginning of a paper's abstract; empty when it has none. Worked out once a paper, since a paper stands in
 * several lists.
 */
export function beginning(paper: Paper): string {
  const known = beginnings.get(paper);
  if (known !== undefined) return known;
  const found = summarise(paper.text, beginningLength);
  beginnings.set(paper, found);
  return found;
}

/**
 * A title for a list or a tab: whole, unless it is longer than titles are.
 *
 * @param length most characters
 */
export function shortTitle({ title }: Pick<Paper, 'title'>, length = 300): string {
  return title.length <= length ? title : summarise(title, length);
}
