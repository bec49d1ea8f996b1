/** Keys of one character, on every page: what most of them need is fetched when they are pressed. */
import * as words from '#words/everywhere.ts';
import { button } from '../../browser/dom.ts';
import { keysAreOn } from '../../browser/keys.ts';
import { currentTitle, step } from './papers.ts';

/** Whether keys typed here are text, or the page has been left to a dialog. */
const isTaken = (target: EventTarget | null): boolean =>
  document.querySelector('dialog[open]') !== null ||
  (target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName)));

/** Leads to the page's own search field, or to the search page where none is shown. */
function search(): boolean {
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  if (field === null) return false;
  if (field.offsetParent === null) {
    location.assign(field.form?.action ?? location.href);
    return true;
  }
  field.focus();
  field.select();
  return true;
}

function open(): boolean {
  const title = currentTitle();
  title?.click();
  return title !== undefined;
}

function expand(): boolean {
  const title = currentTitle();
  if (title === undefined) return false;
  void import('./expand.ts').then(({ toggleAbstract }) => toggleAbstract(title));
  return true;
}

/** Stars the paper, or the one that the page is of: the reading list marks its buttons so. */
function star(): boolean {
  const item = currentTitle()?.closest('li') ?? document.querySelector('article.paper');
  const mark = item?.querySelector<HTMLElement>('[data-star]');
  mark?.click();
  return mark instanceof HTMLElement;
}

function help(): boolean {
  void import('./dialog.ts').then(({ showKeys }) => showKeys());
  return true;
}

/** What each key does; false: nothing here, so that the browser may have it. */
const actions: ReadonlyMap<string, () => boolean> = new Map([
  ['j', () => step(1)],
  ['k', () => step(-1)],
  ['o', open],
  ['e', expand],
  ['s', star],
  ['/', search],
  ['?', help],
]);

document.addEventListener('keydown', (event) => {
  const { key, repeat, target, ctrlKey, metaKey, altKey, shiftKey } = event;
  const act = actions.get(key);
  if (act === undefined || event.defaultPrevented || event.isComposing) return;
  // Some keyboards have the slash above a digit.
  if (ctrlKey || metaKey || altKey || (shiftKey && key >= 'a')) return;
  if (isTaken(target) || !keysAreOn()) return;
  if (repeat && key !== 'j' && key !== 'k') return;
  if (act()) event.preventDefault();
});

// The way to them that stays when they are off.
document
  .querySelector('.colophon p:last-child')
  ?.append(button(words.keys, help, { class: 'plain' }));
