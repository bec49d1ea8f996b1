/** The search page at work: what the reader does → engine → what the reader sees. */
import { asksNothing, noFilters, type SearchState } from '../address.ts';
import { pageSize, SearchEngine, SearchError, type Answer } from '../engine.ts';
import { tidyQuery } from '../query.ts';
import { connect } from './connect.ts';
import { find } from './dom.ts';
import { FilterPanel } from './filters.ts';
import { currentState, recalledPlace, SearchHistory, type Place } from './history.ts';
import { followKeys } from './keys.ts';
import { ResultsView } from './view.ts';

/** A pause in typing after which the search begins, in milliseconds. */
const pause = 120;

const root = find(document, '[data-finder]', HTMLElement);
const form = find(root, '[data-search-form]', HTMLFormElement);
const field = find(form, 'input[type="search"]', HTMLInputElement);
const sort = find(root, '[data-sort]', HTMLSelectElement);

const engine = new SearchEngine(connect);
const addresses = new SearchHistory();
const filters = new FilterPanel(root, () => choose());
const view = new ResultsView(root, (topic) => filters.label(topic), {
  more: () => void more(),
  retry: () => void search(state),
  clearFilters: () => {
    filters.write(noFilters);
    choose();
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
async function ask(
  wanted: SearchState,
  count: number,
): Promise<[Answer, Awaited<ReturnType<Answer['hits']>>]> {
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

async function search(wanted: SearchState, place: Partial<Place> = {}): Promise<void> {
  clearTimeout(timer);
  turn += 1;
  const mine = turn;
  state = wanted;
  shown = place.shown ?? pageSize;
  filters.write(wanted.filters);
  if (asksNothing(wanted)) {
    answer = undefined;
    filters.count(undefined);
    view.idle();
    return;
  }
  view.loading();
  try {
    const [found, hits] = await ask(wanted, shown);
    if (mine !== turn) return;
    answer = found;
    filters.count(found);
    view.done(wanted, found, hits);
    if (place.scroll !== undefined) scrollTo(0, place.scroll);
  } catch (error) {
    if (mine !== turn) return;
    answer = undefined;
    view.failed(error instanceof SearchError ? error.failure : 'unreachable');
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
    view.links[from]?.focus();
    addresses.remember({ shown, scroll: scrollY });
  } catch {
    if (mine === turn) view.failed('unreachable');
  }
}

/** What the reader has typed and chosen. */
function asked(): SearchState {
  return {
    query: tidyQuery(field.value),
    filters: filters.read(),
    sort: sort.value === 'date' ? 'date' : 'relevance',
  };
}

function choose(): void {
  const wanted = asked();
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
  sort.value = wanted.sort;
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
sort.addEventListener('change', choose);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void (async () => {
    await typed();
    addresses.settle();
    view.links[0]?.focus();
  })();
});
followKeys(root, field, view, () => {
  field.value = '';
  field.focus();
  void typed();
});

root.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || !event.target.closest('a')) return;
  addresses.settle();
  addresses.remember({ shown, scroll: scrollY });
});
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
