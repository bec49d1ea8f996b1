/** Recent searches on the page, each with a button that forgets it. */
import * as words from '#words/search.ts';
import { withBase } from '../../base.ts';
import { searchFor, writeAddress } from '../address.ts';
import { find, make } from '../../browser/dom.ts';
import { forgetSearch, recentSearches } from './recent.ts';

const addressOf = (query: string): string => withBase('search/') + writeAddress(searchFor(query));

/** Shows what is kept: nothing where nothing is. */
export function showRecent(root: ParentNode): void {
  const section = find(root, '[data-recent]', HTMLElement);
  const list = find(section, 'ul', HTMLUListElement);
  const queries = recentSearches();
  section.hidden = queries.length === 0;
  list.replaceChildren(...queries.map(item));
  delete document.documentElement.dataset['waiting'];
}

function item(query: string): HTMLLIElement {
  const forget = make(
    'button',
    { type: 'button', class: 'plain', 'aria-label': words.forgetThis(query), 'data-forget': query },
    words.forget,
  );
  return make('li', {}, make('a', { href: addressOf(query), dir: 'auto' }, query), forget);
}

/** Lets the buttons forget. */
export function followForgetting(root: ParentNode, field: HTMLElement): void {
  const section = find(root, '[data-recent]', HTMLElement);
  section.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    const buttons = [...section.querySelectorAll('button[data-forget]')];
    const at = buttons.indexOf(target);
    forgetSearch(target.dataset['forget']);
    showRecent(root);
    // The focus goes on to what took the place of what was forgotten.
    const left = section.querySelectorAll<HTMLElement>('button[data-forget]');
    (left[Math.min(at, left.length - 1)] ?? field).focus();
  });
}
