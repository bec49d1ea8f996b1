/** The search page at work: what the reader does → engine → what the reader sees. */
import { asksNothing, sortOf, type SearchState, type Sort } from '../address.ts';
import { facets, noFilters, type Filters } from '../facets.ts';
import { pageSize, SearchEngine } from '../engine.ts';
import { SearchError, type Answer, type Hit } from '../answer.ts';
import { tidyQuery } from '../query.ts';
import { Chips } from './chips.ts';
import { connect } from './connect.ts';
import { find } from './dom.ts';
import { FilterPanel } from './filter-panel.ts';
import { rememberFollowed } from './found/followed.ts';
import { currentState, recalledPlace, SearchHistory, type Place } from './history.ts';
import { followKeys } from './keys.ts';
import { labelsOf } from './labels.ts';
import { followForgetting, showRecent } from './recent-view.ts';
import { keepSearch } from './recent.ts';
import { ResultsView } from './view.ts';

/** A pause in typing after which the search begins, in milliseconds. */
const pause = 120;

const root = find(document, '[data-finder]', HTMLElement);
const form = find(root, '[data-search-form]', HTMLFormElement);
const field = find(form, 'input[type="search"]', HTMLInputElement);
const sort = find(root, '[data-sort]', HTMLSelectElement);

const engine = new SearchEngine(connect);
const addresses = new SearchHistory();
const label = labelsOf(root);
const filters = new FilterPanel(
  root,
  label,
  (chosen) => choose({ filters: chosen }),
  () => void count(),
);
const chips = new Chips(find(root, '[data-chips]', HTMLElement), label, (left) =>
  choose({ filters: left }),
);
const view = new ResultsView(root, label, {
  more: () => void more(),
  retry: () => void search(state),
  clearFilters: () => {
    choose({ filters: noFilters });
    field.focus();
  },
});

let state: SearchState = currentState();
let answer: Answer | undefined;
let shown = pageSize;
/** Counts searches: an answer to any but the last comes too late. */
let turn = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Answers, once more if the index was replaced in between; a second failure counts. */
async function ask(wanted: SearchState, count: number): Promise<[Answer, readonly Hit[]]> {
  try {
    const found = await engine.search(wanted);
    return [found, await found.hits(count)];
  } catch (error) {
    if (!navigator.onLine || (error instanceof SearchError && error.failure === 'missing'))
      throw error;
    const found = await engine.search(wanted);
    return [found, await found.hits(count)];
  }
}

/** Filters alone are shown by date: there is no relevance to go by. */
function showSort({ query, sort: wanted }: SearchState): void {
  const [relevance] = sort.options;
  if (relevance) relevance.disabled = query === '';
  sort.value = query === '' && wanted === 'relevance' ? 'date' : wanted;
}

async function search(wanted: SearchState, place: Partial<Place> = {}): Promise<void> {
  clearTimeout(timer);
  turn += 1;
  const mine = turn;
  state = wanted;
  shown = place.shown ?? pageSize;
  filters.write(wanted.filters);
  chips.write(wanted.filters);
  showSort(wanted);
  if (asksNothing(wanted)) {
    answer = undefined;
    showRecent(root);
    view.idle();
    return;
  }
  view.loading();
  try {
    const [found, hits] = await ask(wanted, shown);
    if (mine !== turn) return;
    answer = found;
    view.done(wanted, found, hits);
    void count();
    if (place.scroll !== undefined) scrollTo(0, place.scroll);
  } catch (error) {
    if (mine !== turn) return;
    answer = undefined;
    view.failed(error instanceof SearchError ? error.failure : 'unreachable');
  }
}

/** Counts what could be chosen, once results are in sight: counting may have to load more of the index. */
async function count(): Promise<void> {
  const mine = turn;
  if (answer === undefined || !filters.open) return;
  const { total } = answer;
  try {
    const counts = await answer.counts(facets);
    if (mine === turn) await filters.count(counts, total);
  } catch {
    // The results stand without them.
  }
}

async function more(): Promise<void> {
  const mine = turn;
  const from = shown;
  if (answer === undefined) return;
  try {
    const hits = await answer.hits(from + pageSize);
    if (mine !== turn) return;
    shown = from + pageSize;
    view.done(state, answer, hits, from);
    view.links[from]?.focus({ preventScroll: true });
    addresses.remember({ shown, scroll: scrollY });
  } catch {
    if (mine === turn) view.failed('unreachable');
  }
}

/** What the reader has typed and chosen. Another query is corrected again. */
function asked(): SearchState {
  const query = tidyQuery(field.value);
  return { ...state, query, verbatim: state.verbatim && query === state.query };
}

function choose(change: { readonly filters?: Filters; readonly sort?: Sort }): void {
  const wanted = { ...asked(), ...change };
  addresses.write(wanted, 'chosen');
  void search(wanted);
}

/** Searches for what was typed, and lets the address say so. */
async function typed(): Promise<void> {
  const wanted = asked();
  addresses.write(wanted, 'typed');
  await search(wanted);
}

/** Shows what the address asks for: on arrival, and when the reader goes back or forth. */
function arrive(): void {
  const wanted = currentState();
  field.value = wanted.query;
  addresses.settle();
  void search(wanted, recalledPlace());
}

field.addEventListener('input', () => {
  clearTimeout(timer);
  // An answer that is under way belongs to a query that is no longer there.
  turn += 1;
  if (tidyQuery(field.value) !== '') view.loading();
  timer = setTimeout(() => void typed(), pause);
});
field.addEventListener('focus', () => void engine.prepare().catch(() => engine.reset()), {
  once: true,
});
field.addEventListener('change', () => addresses.settle());
sort.addEventListener('change', () => {
  choose({ sort: sortOf(sort.value) });
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void (async () => {
    await typed();
    addresses.settle();
    keepSearch(state.query);
    view.links[0]?.focus();
  })();
});
followKeys(root, field, view, () => {
  field.value = '';
  field.focus();
  void typed();
});
followForgetting(root, field);

/** A result is followed: its words are marked there, and what led to it is worth keeping. */
function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null) return;
  const paper = link.dataset['paper'];
  if (paper !== undefined) {
    rememberFollowed(paper, answer?.words ?? []);
    keepSearch(state.query);
  }
  addresses.settle();
  addresses.remember({ shown, scroll: scrollY });
  const aside = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey;
  if (aside || link.origin + link.pathname !== location.origin + location.pathname) return;
  // A search of this page: no reason to load it again.
  event.preventDefault();
  history.pushState(null, '', link.href);
  arrive();
  field.focus({ preventScroll: true });
}
root.addEventListener('click', follow);
root.addEventListener('auxclick', follow);

let scrolled: typeof timer;
addEventListener('scroll', () => {
  clearTimeout(scrolled);
  scrolled = setTimeout(() => {
    if (view.links.length > 0) addresses.remember({ shown, scroll: scrollY });
  }, 250);
});
addEventListener('popstate', arrive);
// Results come after the browser would have scrolled.
history.scrollRestoration = 'manual';

arrive();
if (asksNothing(state)) field.focus({ preventScroll: true });
