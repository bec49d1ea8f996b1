/** On the search page: keeps the search that is shown, so that the reading list tells of what it finds later. */
import * as words from '#words/search.ts';
import { button } from '../../browser/dom.ts';
import { searchOf } from '../names.ts';
import { lookedAt } from '../searches.ts';
import { kept } from './kept.ts';
import { latest, searchIn } from './latest.ts';
import { tell } from './tell.ts';

function offerSaving(results: HTMLElement): void {
  const here = (): string => searchIn(location.search);
  const isKept = (): boolean => kept.value(searchOf(here())) !== null;
  const show = (): void => {
    save.hidden = results.dataset['state'] !== 'done' || here() === '';
    save.textContent = isKept() ? words.searchSaved : words.saveSearch;
    save.setAttribute('aria-pressed', String(isKept()));
  };
  const toggle = (): void => {
    const [name, was] = [searchOf(here()), isKept()];
    void (was ? Promise.resolve([]) : latest(here())).then((found) => {
      const change = kept.changing(() => kept.set(name, was ? null : lookedAt(found)));
      show();
      tell(was ? words.unsavedSearch : words.savedSearch, () => {
        kept.undo(change);
        show();
      });
      return undefined;
    });
  };
  const save = button('', toggle, { class: 'save-search' });
  results.after(save);
  new MutationObserver(show).observe(results, { attributeFilter: ['data-state'] });
  show();
}

const results = document.querySelector<HTMLElement>('#results');
if (results !== null) offerSaving(results);
