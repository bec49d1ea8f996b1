/** The searches that a reader keeps, each with what it has found since it was looked at. */
import { withBase } from '../../base.ts';
import { make } from '../../search/browser/dom.ts';
import { counted } from '../../text/counted.ts';
import { dateWords } from '../../text/dates.ts';
import type { Library } from '../library.ts';
import { searchOf } from '../names.ts';
import { lookedAt, since } from '../searches.ts';
import { kept } from './kept.ts';

/** Titles that are shown of what is new. */
const most = 12;

/** @param act does something that can be undone */
export function searchesSection(act: (words: string, action: () => void) => void): {
  readonly element: HTMLElement;
  show(library: Library): void;
} {
  const list = make('ul', { class: 'searches' });
  const element = make('section', { hidden: '' }, make('h2', {}, 'Saved searches'), list);
  let shown = '';

  const item = (address: string, looked: Library['searches'][number]['looked']): HTMLElement => {
    const link = make('a', { href: withBase('search/') + address, dir: 'auto' }, '…');
    const news = make('small', { role: 'status' });
    const titles = make('ul');
    const seen = make('button', { type: 'button', hidden: '' }, 'Mark as seen');
    const remove = make('button', { type: 'button' }, 'Remove');
    remove.addEventListener('click', () =>
      act('Search no longer saved.', () => kept.set(searchOf(address), null)),
    );
    const look = async (): Promise<void> => {
      const { latest, wordsOf } = await import('./latest.ts');
      const words = wordsOf(address);
      link.textContent = words;
      remove.setAttribute('aria-label', `Remove: ${words}`);
      seen.setAttribute('aria-label', `Mark as seen: ${words}`);
      const found = await latest(address);
      const fresh = since(found, looked);
      const after = looked.day === '' ? '' : ` since ${dateWords(looked.day)}`;
      news.textContent = fresh.length === 0 ? `nothing new${after}` : `${fresh.length} new${after}`;
      titles.replaceChildren(
        ...fresh
          .slice(0, most)
          .map(({ id, title }) =>
            make('li', {}, make('a', { href: withBase(`papers/${id}/`), dir: 'auto' }, title)),
          ),
        ...(fresh.length > most
          ? [make('li', {}, `and ${counted(fresh.length - most, 'more', 'more')}`)]
          : []),
      );
      seen.hidden = fresh.length === 0;
      seen.addEventListener('click', () =>
        act('Marked as seen.', () => kept.set(searchOf(address), lookedAt(found))),
      );
    };
    look().catch(() => (news.textContent = 'could not be looked up: is there a network?'));
    return make('li', {}, make('p', { class: 'does' }, link, news, seen, remove), titles);
  };
  return {
    element,
    show: ({ searches }) => {
      const now = JSON.stringify(searches);
      if (now === shown) return;
      shown = now;
      element.hidden = searches.length === 0;
      list.replaceChildren(...searches.map(({ address, looked }) => item(address, looked)));
    },
  };
}
