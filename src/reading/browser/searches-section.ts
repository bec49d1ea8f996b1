/** The searches that a reader keeps, each with what it has found since it was looked at. */
import * as said from '#words/reading.ts';
import { withBase } from '../../base.ts';
import { button, make } from '../../browser/dom.ts';
import type { Hit } from '../../search/answer.ts';
import { dateWords } from '../../text/dates.ts';
import type { Library } from '../library.ts';
import { searchOf } from '../names.ts';
import { lookedAt, since } from '../searches.ts';
import { kept } from './kept.ts';

/** Titles that are shown of what is new. */
const most = 12;

/** Does something that can be undone, and says so. */
type Act = (words: string, action: () => void) => void;

type Search = Library['searches'][number];

/** A search of the list: its words, what it has found since, and what can be done with it. */
function itemOf({ address, looked }: Search, act: Act): HTMLElement {
  const link = make('a', { href: withBase('search/') + address, dir: 'auto' }, '…');
  const news = make('small', { role: 'status' });
  const titles = make('ul');
  let found: readonly Hit[] = [];
  const seen = button(
    said.markSeen,
    () => act(said.markedSeen, () => kept.set(searchOf(address), lookedAt(found))),
    { hidden: '' },
  );
  const remove = button(said.remove, () =>
    act(said.unsavedSearch, () => kept.set(searchOf(address), null)),
  );
  const look = async (): Promise<void> => {
    const { latest, wordsOf } = await import('./latest.ts');
    const words = wordsOf(address);
    link.textContent = words;
    remove.setAttribute('aria-label', said.of(said.remove, words));
    seen.setAttribute('aria-label', said.of(said.markSeen, words));
    found = await latest(address);
    const fresh = since(found, looked);
    const after = looked.day === '' ? '' : said.since(dateWords(looked.day));
    news.textContent =
      fresh.length === 0 ? said.nothingNew(after) : said.someNew(fresh.length, after);
    titles.replaceChildren(
      ...fresh
        .slice(0, most)
        .map(({ id, title }) =>
          make('li', {}, make('a', { href: withBase(`papers/${id}/`), dir: 'auto' }, title)),
        ),
      ...(fresh.length > most ? [make('li', {}, said.andMore(fresh.length - most))] : []),
    );
    seen.hidden = fresh.length === 0;
  };
  look().catch(() => (news.textContent = said.notLookedUp));
  return make('li', {}, make('p', { class: 'does' }, link, news, seen, remove), titles);
}

export function searchesSection(act: Act): {
  readonly element: HTMLElement;
  show(library: Library): void;
} {
  const list = make('ul', { class: 'searches' });
  const element = make('section', { hidden: '' }, make('h2', {}, said.savedSearches), list);
  let shown = '';
  return {
    element,
    show: ({ searches }) => {
      const now = JSON.stringify(searches);
      if (now === shown) return;
      shown = now;
      element.hidden = searches.length === 0;
      list.replaceChildren(...searches.map((search) => itemOf(search, act)));
    },
  };
}
