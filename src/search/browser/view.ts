/** The results and what stands in their place: idle, loading, none, failed. */
import { counted } from '../../text/counted.ts';
import { withBase } from '../../base.ts';
import { asksNothing, type SearchState } from '../address.ts';
import { countFilters } from '../facets.ts';
import type { Answer, Hit, SearchFailure } from '../answer.ts';
import type { Label } from './choices.ts';
import { find, make } from './dom.ts';
import { hitItem, texts } from './hits.ts';
import { announcementOf, notesOf, type Note } from './notes.ts';

/** Screen readers are told the count when typing pauses, not at every letter. */
const announceAfter = 700;

export interface Actions {
  more(): void;
  retry(): void;
  clearFilters(): void;
}

/** The parts of the page of which some are shown at a time. */
const parts = ['summary', 'notes', 'hits', 'more', 'message', 'idle', 'ways'] as const;
type PartName = (typeof parts)[number];

function noteLine({ kind, parts: words, instead }: Note): HTMLElement {
  const line = make('p', { 'data-note': kind, dir: 'auto' }, ...texts(words));
  if (instead !== undefined) {
    const href = withBase('search/') + instead.address;
    line.append(' · ', make('a', { href, dir: 'auto' }, `Search instead for ${instead.text}`));
  }
  return line;
}

export class ResultsView {
  readonly #results: HTMLElement;
  readonly #parts: Readonly<Record<PartName, HTMLElement>>;
  readonly #total: HTMLElement;
  readonly #status: HTMLElement;
  readonly #actions: Actions;
  readonly #label: Label;
  #announcement: ReturnType<typeof setTimeout> | undefined;

  constructor(root: ParentNode, label: Label, actions: Actions) {
    const part = (name: string): HTMLElement => find(root, `[data-${name}]`, HTMLElement);
    this.#results = find(root, '#results', HTMLElement);
    this.#parts = {
      summary: part('summary'),
      notes: part('notes'),
      hits: part('hits'),
      more: part('more'),
      message: part('message'),
      idle: part('idle'),
      ways: part('ways'),
    };
    this.#total = part('total');
    this.#status = part('status');
    this.#label = label;
    this.#actions = actions;
    find(this.#parts.more, 'button', HTMLButtonElement).addEventListener('click', () =>
      actions.more(),
    );
  }

  /** Links of the shown papers, in order. */
  get links(): HTMLAnchorElement[] {
    return [...this.#parts.hits.querySelectorAll<HTMLAnchorElement>('a[data-paper]')];
  }

  idle(): void {
    this.#show('idle', ['idle', 'ways']);
    this.#announce('');
  }

  /** Results of the query before stay in sight until there are new ones. */
  loading(): void {
    this.#results.dataset['state'] = 'loading';
    this.#results.setAttribute('aria-busy', 'true');
    if (!this.#parts.idle.hidden || !this.#parts.message.hidden) {
      this.#parts.message.replaceChildren(make('p', { class: 'none' }, 'Searching …'));
      this.#show('loading', ['message']);
    }
  }

  /** @param from number of results that stay as they are: those after "Show more" are added */
  done(state: SearchState, answer: Answer, hits: readonly Hit[], from = 0): void {
    const { total } = answer;
    const notes = notesOf(state, answer);
    this.#parts.notes.replaceChildren(...notes.map(noteLine));
    if (total === 0) {
      this.#none(state, notes);
      return;
    }
    const items = hits.slice(from).map((hit) => hitItem(hit, this.#label));
    if (from === 0) this.#parts.hits.replaceChildren(...items);
    else this.#parts.hits.append(...items);
    const found = counted(total, 'paper');
    this.#total.textContent = found;
    this.#show('done', [
      'summary',
      'hits',
      ...(notes.length > 0 ? (['notes'] as const) : []),
      ...(hits.length < total ? (['more'] as const) : []),
    ]);
    this.#announce(from === 0 ? announcementOf(found, notes) : `${hits.length} of ${found} shown`);
  }

  #none(state: SearchState, notes: readonly Note[]): void {
    const filtered = countFilters(state.filters) > 0;
    const words = asksNothing(state) || state.query === '' ? '' : ` for “${state.query}”`;
    const what = `No paper found${words}${filtered ? ' with these filters' : ''}.`;
    this.#parts.message.replaceChildren(make('p', { dir: 'auto' }, what), this.#hints(state));
    this.#parts.hits.replaceChildren();
    this.#show('done', ['message', 'ways', ...(notes.length > 0 ? (['notes'] as const) : [])]);
    this.#announce(announcementOf('No paper found', notes));
  }

  /** What to try where nothing is found. */
  #hints({ query, filters }: SearchState): HTMLElement {
    const ways = make('ul');
    if (countFilters(filters) > 0) {
      const button = make('button', { type: 'button' }, 'Search without filters');
      button.addEventListener('click', () => this.#actions.clearFilters());
      ways.append(make('li', {}, button));
    }
    if (query === '') return ways;
    if (/["“”„«»]/.test(query)) {
      ways.append(make('li', {}, 'Leave out the quotes: a phrase has to stand as it is.'));
    }
    if (/(?:^|\s)(?:-\S|\p{L}+:)/u.test(query)) {
      ways.append(make('li', {}, 'Try without the words that begin with a minus or name a field.'));
    }
    if (/\S\s+\S/.test(query)) {
      ways.append(make('li', {}, 'Try fewer words – a paper must contain all of them.'));
    }
    ways.append(make('li', {}, 'Check the spelling, or try another name for it.'));
    return ways;
  }

  failed(failure: SearchFailure): void {
    const what =
      failure === 'missing'
        ? 'There is no search index yet: run `npm run build` once, then try again.'
        : navigator.onLine
          ? 'The search index could not be loaded.'
          : 'You’re offline, and the search index isn’t saved on this device yet.';
    const button = make('button', { type: 'button' }, 'Try again');
    button.addEventListener('click', () => this.#actions.retry());
    this.#parts.message.replaceChildren(make('p', {}, what), make('p', {}, button));
    this.#parts.hits.replaceChildren();
    this.#show('error', ['message', 'ways']);
    this.#announce(what);
  }

  #show(state: string, shown: readonly PartName[]): void {
    for (const name of parts) this.#parts[name].hidden = !shown.includes(name);
    this.#results.setAttribute('aria-busy', String(state === 'loading'));
    this.#results.dataset['state'] = state;
  }

  #announce(text: string): void {
    clearTimeout(this.#announcement);
    this.#announcement = setTimeout(() => {
      this.#status.textContent = text;
    }, announceAfter);
  }
}
