/** Above lists of papers: other orders, titles alone, what is new since the last visit. Made by script, which they need. */
import * as words from '#words/list-tools.ts';
import { button, make } from '../../browser/dom.ts';
import { keep, kept } from '../../browser/storage.ts';
import { densityKey } from './density.ts';
import { eachDay, look, markSeen, readVisits, visitsKey, writeVisits } from './visits.ts';

const root = document.documentElement;
const tools = document.querySelector<HTMLElement>('.tools');

/** Orders of the list, in the search: a list of many pages cannot be sorted on one of them. @param search address of the search for its papers */
function sorting(search: string): HTMLElement {
  const known = [...document.querySelectorAll('.papers .by')].some(({ textContent }) =>
    words.isVotes.test(textContent),
  );
  const start = `${search}${search.includes('?') ? '&' : '?'}sort=`;
  const items = words.orders
    .filter(([sort]) => sort !== 'votes' || known)
    .map(([sort, label]) => make('li', {}, make('a', { href: start + sort }, label)));
  const summary = make('summary', {}, words.sortBy);
  const menu = make('details', {}, summary, make('ul', {}, ...items));
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && menu.contains(relatedTarget))) menu.open = false;
  });
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    menu.open = false;
    summary.focus();
  });
  return menu;
}

function density(): HTMLElement {
  const isShort = (): boolean => root.dataset['density'] === 'titles';
  const show = (element: HTMLElement): void =>
    element.setAttribute('aria-pressed', String(isShort()));
  const made = button(words.titlesOnly, (element) => {
    if (isShort()) delete root.dataset['density'];
    else root.dataset['density'] = 'titles';
    keep(densityKey, root.dataset['density'] ?? '');
    show(element);
  });
  show(made);
  return made;
}

/** Marks what was listed since the last visit, and says how many papers these are. */
function news(): HTMLElement | undefined {
  const items = [...document.querySelectorAll<HTMLElement>('.papers[data-days]')].flatMap(
    (list) => {
      const days = eachDay(list.dataset['days'] ?? '');
      return Array.from(list.children, (item, at) => ({ item, day: days[at] ?? '' }));
    },
  );
  const newest = items.reduce((latest, { day }) => (day > latest ? day : latest), '');
  if (newest === '') return undefined;
  const visits = look(readVisits(kept(visitsKey)), newest, Date.now());
  keep(visitsKey, writeVisits(visits));
  const fresh = visits.since === '' ? [] : items.filter(({ day }) => day > visits.since);
  if (fresh.length === 0) return undefined;
  for (const { item } of fresh) {
    item.classList.add('new');
    item.querySelector('h3')?.prepend(make('span', { class: 'hidden' }, words.isNew));
  }
  const said = make('p');
  const seen = button('', () => {
    keep(visitsKey, writeVisits(markSeen(visits)));
    for (const { item } of fresh) {
      item.classList.remove('new');
      item.querySelector('h3 > .hidden')?.remove();
    }
    said.textContent = words.allSeen;
    said.tabIndex = -1;
    said.focus();
  });
  // On a phone the words between are left out.
  const [mark, all, asSeen] = words.markSeenParts;
  seen.append(mark, make('span', {}, all), asSeen);
  seen.setAttribute('aria-label', words.markSeen);
  const [count, since] = words.newSince(fresh.length);
  said.append(count, make('span', {}, since), seen);
  return said;
}

if (tools) {
  const said = news();
  const search = tools.dataset['search'];
  tools.append(
    ...(said ? [said] : []),
    ...(search === undefined ? [] : [sorting(search)]),
    density(),
  );
}
