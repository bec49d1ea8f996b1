/** The results and what stands in their place: idle, loading, none, failed. */
import { counted } from '../../archive/words.ts';
import { withBase } from '../../base.ts';
import { asksNothing, countFilters, type SearchState } from '../address.ts';
import type { Answer, Hit, SearchFailure } from '../engine.ts';
import { find, make } from './dom.ts';
import { hitItem } from './hits.ts';

/** Screen readers are told the count when typing pauses, not at every letter. */
const announceAfter = 700;

export interface Actions {
  more(): void;
  retry(): void;
  clearFilters(): void;
}

export class ResultsView {
  readonly #results: HTMLElement;
  readonly #hits: HTMLElement;
  readonly #more: HTMLElement;
  readonly #message: HTMLElement;
  readonly #idle: HTMLElement;
  readonly #note: HTMLElement;
  readonly #summary: HTMLElement;
  readonly #total: HTMLElement;
  readonly #status: HTMLElement;
  readonly #actions: Actions;
  readonly #label: (topic: string) => string;
  #announcement: ReturnType<typeof setTimeout> | undefined;

  constructor(root: ParentNode, label: (topic: string) => string, actions: Actions) {
    this.#results = find(root, '#results', HTMLElement);
    this.#hits = find(root, '[data-hits]', HTMLElement);
    this.#more = find(root, '[data-more]', HTMLElement);
    this.#message = find(root, '[data-message]', HTMLElement);
    this.#idle = find(root, '[data-idle]', HTMLElement);
    this.#note = find(root, '[data-note]', HTMLElement);
    this.#summary = find(root, '[data-summary]', HTMLElement);
    this.#total = find(root, '[data-total]', HTMLElement);
    this.#status = find(root, '[data-status]', HTMLElement);
    this.#label = label;
    this.#actions = actions;
    find(this.#more, 'button', HTMLButtonElement).addEventListener('click', () => actions.more());
  }

  /** Links of the shown papers, in order. */
  get links(): HTMLAnchorElement[] {
    return [...this.#hits.querySelectorAll<HTMLAnchorElement>('a[data-paper]')];
  }

  idle(): void {
    this.#show('idle', [this.#idle]);
    this.#announce('');
  }

  /** Results of the query before stay in sight until there are new ones. */
  loading(): void {
    this.#results.dataset['state'] = 'loading';
    this.#results.setAttribute('aria-busy', 'true');
    if (!this.#idle.hidden || !this.#message.hidden) {
      this.#message.replaceChildren(make('p', { class: 'none' }, 'Searching …'));
      this.#show('loading', [this.#message]);
    }
  }

  /** @param from number of results that stay as they are: those after "Show more" are added */
  done(state: SearchState, answer: Answer, hits: readonly Hit[], from = 0): void {
    const { total, loosened } = answer;
    if (total === 0) {
      this.#none(state);
      return;
    }
    const items = hits.slice(from).map((hit) => hitItem(hit, this.#label));
    if (from === 0) this.#hits.replaceChildren(...items);
    else this.#hits.append(...items);
    const found = counted(total, 'paper');
    this.#total.textContent = found;
    this.#note.textContent = 'No paper holds exactly that; these hold its words.';
    this.#show('done', [
      this.#summary,
      this.#hits,
      ...(loosened ? [this.#note] : []),
      ...(hits.length < total ? [this.#more] : []),
    ]);
    this.#announce(from === 0 ? found : `${hits.length} of ${found} shown`);
  }

  #none(state: SearchState): void {
    const filtered = countFilters(state.filters) > 0;
    const ways = make('ul');
    if (filtered) {
      const button = make('button', { type: 'button' }, 'Search without filters');
      button.addEventListener('click', () => this.#actions.clearFilters());
      ways.append(make('li', {}, button));
    }
    ways.append(
      make(
        'li',
        {},
        'Look for a slip of the pen, or leave out a word: every word has to be there.',
      ),
      make('li', {}, make('a', { href: withBase('topics/') }, 'Browse the topics')),
      make('li', {}, make('a', { href: withBase('papers/') }, 'See all papers')),
    );
    const words = asksNothing(state) || state.query === '' ? '' : ` for “${state.query}”`;
    const what = `No paper found${words}${filtered ? ' with these filters' : ''}.`;
    this.#message.replaceChildren(make('p', { dir: 'auto' }, what), ways);
    this.#hits.replaceChildren();
    this.#show('done', [this.#message]);
    this.#announce('No paper found');
  }

  failed(failure: SearchFailure): void {
    const what =
      failure === 'missing'
        ? 'There is no search index yet: run `npm run build` once, then try again.'
        : navigator.onLine
          ? 'The search index could not be loaded.'
          : 'There is no network, and the search index has not been kept for use without one.';
    const button = make('button', { type: 'button' }, 'Try again');
    button.addEventListener('click', () => this.#actions.retry());
    this.#message.replaceChildren(make('p', {}, what), make('p', {}, button));
    this.#hits.replaceChildren();
    this.#show('error', [this.#message]);
    this.#announce(what);
  }

  #show(state: string, parts: readonly HTMLElement[]): void {
    for (const part of [
      this.#summary,
      this.#note,
      this.#hits,
      this.#more,
      this.#message,
      this.#idle,
    ]) {
      part.hidden = !parts.includes(part);
    }
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
