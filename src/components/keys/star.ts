/**
 * The key that stars a paper. What keeps stars puts `[data-star]` on their buttons; where there is none, an event tells
 * of the wish: `offprint:star` on the paper's item or article, with the paper's id as `detail.paper`.
 */
import { currentTitle } from './papers.ts';

/** @returns whether there is a paper to star */
export function star(): boolean {
  const item =
    currentTitle()?.closest('li') ?? document.querySelector<HTMLElement>('article.paper');
  if (item === null) return false;
  const button = item.querySelector<HTMLElement>('[data-star]');
  if (button !== null) {
    button.click();
    return true;
  }
  const path = currentTitle()?.pathname ?? location.pathname;
  const paper = item.dataset['paper'] ?? /\/papers\/([^/]+)/.exec(path)?.[1];
  item.dispatchEvent(new CustomEvent('offprint:star', { bubbles: true, detail: { paper } }));
  return true;
}
