/** The search page at work: what the reader does → engine → what the reader sees. */
import { asksNothing, sortOf, writeAddress, type SearchState, type Sort } from '../address.ts';
import { facets } from '../facets.ts';
import { withoutFilters, type Narrowed } from '../narrowing.ts';
import { pageSize, SearchEngine } from '../engine.ts';
import { SearchError, type Answer, type Hit } from '../answer.ts';
import { tidyQuery } from '../query.ts';
import { Chips } from './chips.ts';
import { connect } from './connect.ts';
import { find } from '../../browser/dom.ts';
import { FilterPanel } from './filter-panel.ts';
import { rememberFollowed } from './found/followed.ts';
import { currentState, recalledPlace, SearchHistory, type Place } from './history.ts';
import { keepLines } from './keep-lines.ts';
import { followKeys } from './keys.ts';
import { labelsOf } from './labels.ts';
import { LiveSearch } from './live-search.ts';
import { followForgetting, showRecent } from './recent-view.ts';
import { keepSearch } from './recent.ts';
import { ResultsView } from './view.ts';

/** How long a letter waits for a second one, in milliseconds: alone it finds nearly everything. */
const loneLetter = 250;
/** A pause after which the choices are counted: counting never holds up the next letter. */
const beforeCounting = 150;

/** A search, and how much of what it finds is shown. */
interface Wanted extends Partial<Place> {
  readonly state: SearchState;
  readonly shown: number;
}

/** What is shown of an answer. */
export interface ShownResults {
  readonly state: SearchState;
  readonly answer: Answer;
  shown: number;
}

const root = find(document, '[data-finder]', HTMLElement);
const form = find(root, '[data-search-form]', HTMLFormElement);
const field = find(form, 'input[type="search"]', HTMLInputElement);
const sort = find(root, '[data-sort]', HTMLSelectElement);

const engine = new SearchEngine(connect);
const addresses = new SearchHistory();
const label = labelsOf(root);
const filters = new FilterPanel(root, label, choose, () => void count());
const chips = new Chips(find(root, '[data-chips]', HTMLElement), label, choose);
const view = new ResultsView(root, label, {
  more: () => void more(),
  retry: () => void search(state),
  clearFilters: () => {
    choose(withoutFilters(asked()));
    field.focus();
  },
});

let state: SearchState = currentState();
let current: ShownResults | undefined;

/** What is shown now. */
export const shownResults = (): ShownResults | undefined => current;

let counting: ReturnType<typeof setTimeout> | undefined;

/** Answers, once more if the index was replaced in between; a second failure counts. */
async function ask(
  { state: wanted, shown }: Wanted,
  signal: AbortSignal,
): Promise<[Answer, readonly Hit[]]> {
  const once = async (): Promise<[Answer, readonly Hit[]]> => {
    const found = await engine.search(wanted, signal);
    signal.throwIfAborted();
    return [found, await found.hits(shown)];
  };
  try {
    return await once();
  } catch (error) {
    signal.throwIfAborted();
    if (!navigator.onLine || (error instanceof SearchError && error.failure === 'missing'))
      throw error;
    return once();
  }
}

/** Whether two searches differ in the query alone, and one's query begins with the other's. */
const leadsTo = ({ state: earlier }: Wanted, { state: wanted }: Wanted): boolean =>
  wanted.query.startsWith(earlier.query) &&
  writeAddress({ ...earlier, query: '' }) === writeAddress({ ...wanted, query: '' });

const live = new LiveSearch<Wanted, [Answer, readonly Hit[]]>({
  search: ask,
  leadsTo,
  found: ({ state: asked, shown, scroll }, [answer, hits], last) => {
    current = { state: asked, answer, shown };
    view.done(asked, answer, hits, { passing: !last });
    if (!last) return;
    countSoon();
    if (scroll !== undefined) scrollTo(0, scroll);
  },
  failed: (error) => {
    current = undefined;
    view.failed(error instanceof SearchError ? error.failure : 'unreachable');
  },
});

/** Filters alone are shown by date: there is no relevance to go by. */
function showSort({ query, sort: wanted }: SearchState): void {
  const [relevance] = sort.options;
  if (relevance) relevance.disabled = query === '';
  sort.value = query === '' && wanted === 'relevance' ? 'date' : wanted;
}

/** Shows what is wanted now, before there is an answer. @returns whether there is anything to search for */
function begin(wanted: SearchState): boolean {
  clearTimeout(counting);
  state = wanted;
  filters.write(wanted);
  chips.write(wanted);
  showSort(wanted);
  if (!asksNothing(wanted)) {
    view.loading();
    return true;
  }
  live.stop();
  current = undefined;
  showRecent(root);
  view.idle();
  return false;
}

async function search(wanted: SearchState, place: Partial<Place> = {}): Promise<void> {
  if (begin(wanted)) await live.ask({ shown: pageSize, ...place, state: wanted });
}

/** Counts what could be chosen, once results are in sight: counting may have to load more of the index. */
async function count(): Promise<void> {
  const counted = current;
  if (counted === undefined || !filters.open) return;
  const { answer } = counted;
  try {
    const counts = await answer.counts(facets);
    if (counted === current) await filters.count(counts, answer);
  } catch {
    // The results stand without them.
  }
}

function countSoon(): void {
  clearTimeout(counting);
  counting = setTimeout(() => void count(), beforeCounting);
}

async function more(): Promise<void> {
  const shown = current;
  if (shown === undefined) return;
  const from = shown.shown;
  try {
    const hits = await shown.answer.hits(from + pageSize);
    if (shown !== current) return;
    shown.shown = from + pageSize;
    view.done(shown.state, shown.answer, hits, { from });
    view.links[from]?.focus({ preventScroll: true });
    remember();
  } catch {
    if (shown === current) view.failed('unreachable');
  }
}

/** Remembers how far the reader has got. */
function remember(): void {
  if (current) addresses.remember({ shown: current.shown, scroll: scrollY });
}

/** What the reader has typed and chosen. Another query is corrected again. */
function asked(): SearchState {
  const query = tidyQuery(field.value);
  return { ...state, query, verbatim: state.verbatim && query === state.query };
}

function choose(change: Partial<Narrowed & { readonly sort: Sort }>): void {
  field.value = change.query ?? field.value;
  const wanted = { ...asked(), ...change };
  addresses.write(wanted, 'chosen');
  void search(wanted);
}

/** Searches for what stands in the field, and lets the address say so: at once, or as typing goes on. */
async function typed(how: 'at once' | 'as typing goes on'): Promise<void> {
  const wanted = asked();
  addresses.write(wanted, 'typed');
  if (writeAddress(wanted) === writeAddress(state)) {
    // What is shown already, or about to be, is not searched for again.
    if (how === 'at once' && current?.state !== state) await search(state);
  } else if (how === 'at once') {
    await search(wanted);
  } else if (begin(wanted)) {
    live.type({ state: wanted, shown: pageSize }, /^\w$/.test(wanted.query) ? loneLetter : 0);
  }
}

/** Shows what the address asks for: on arrival, and when the reader goes back or forth. */
function arrive(): void {
  const wanted = currentState();
  field.value = wanted.query;
  addresses.settle();
  void search(wanted, recalledPlace());
}

field.addEventListener('input', () => void typed('as typing goes on'));
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
    await typed('at once');
    addresses.settle();
    keepSearch(state.query);
    if (current?.state === state) view.links[0]?.focus();
  })();
});
followKeys(root, field, view, () => {
  field.value = '';
  field.focus();
  void typed('at once');
});
followForgetting(root, field);
keepLines(field);

/** A result is followed: its words are marked there, and what led to it is worth keeping. */
function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null) return;
  const paper = link.dataset['paper'];
  if (paper !== undefined) {
    rememberFollowed(paper, current?.answer.words ?? []);
    keepSearch(state.query);
  }
  addresses.settle();
  remember();
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

let scrolled: typeof counting;
addEventListener('scroll', () => {
  clearTimeout(scrolled);
  scrolled = setTimeout(() => {
    if (view.links.length > 0) remember();
  }, 250);
});
addEventListener('popstate', arrive);
// Results come after the browser would have scrolled.
history.scrollRestoration = 'manual';

arrive();
if (asksNothing(state)) field.focus({ preventScroll: true });
