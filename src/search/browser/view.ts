/** The results and what stands in their place: idle, loading, none, failed. */
import * as words from '#words/search.ts';
import { papers } from '#words/common.ts';
import { withBase } from '../../base.ts';
import { asksNothing, writeAddress, type SearchState } from '../address.ts';
import { countFilters } from '../facets.ts';
import type { Answer, Hit, SearchFailure } from '../answer.ts';
import { Announcer } from './announcer.ts';
import type { Label } from './choices.ts';
import { button, find, make } from '../../browser/dom.ts';
import { hitItem, texts } from './hits.ts';
import { familiesOn } from './labels.ts';
import { announcementOf, foundOf, notesOf, type Note } from './notes.ts';
import { relaxations } from './relaxations.ts';

export interface Actions {
  more(): void;
  retry(): void;
  clearFilters(): void;
}

/** What is shown of an answer. */
export interface Shown {
  /** Results that stay as they are: those after "Show more" are added. */
  readonly from?: number;
  /** Something newer is under way. */
  readonly passing?: boolean;
}

/** The parts of the page of which some are shown at a time. */
const parts = ['hits', 'more', 'message', 'order'] as const;
type PartName = (typeof parts)[number];

function noteLine({ kind, parts: said, instead }: Note): HTMLElement {
  const line = make('p', { 'data-note': kind, dir: 'auto' }, ...texts(said));
  if (instead !== undefined) {
    const href = withBase('search/') + instead.address;
    line.append(' · ', make('a', { href, dir: 'auto' }, words.insteadFor(instead.text)));
  }
  return line;
}

export class ResultsView {
  readonly #results: HTMLElement;
  readonly #parts: Readonly<Record<PartName, HTMLElement>>;
  readonly #notes: HTMLElement;
  readonly #total: HTMLElement;
  readonly #announcer: Announcer;
  readonly #actions: Actions;
  readonly #label: Label;
  readonly #familyOf: ReturnType<typeof familiesOn>;

  constructor(root: ParentNode, label: Label, actions: Actions) {
    const part = (name: string): HTMLElement => find(root, `[data-${name}]`, HTMLElement);
    this.#results = find(root, '#results', HTMLElement);
    this.#parts = {
      hits: part('hits'),
      more: part('more'),
      message: part('message'),
      order: part('order'),
    };
    this.#notes = part('notes');
    this.#total = part('total');
    this.#announcer = new Announcer(part('status'), find(root, '#q', HTMLElement));
    this.#label = label;
    this.#familyOf = familiesOn(root);
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
    delete document.documentElement.dataset['asked'];
    this.#parts.hits.replaceChildren();
    this.#show('idle', []);
    this.#announcer.say('');
  }

  /** Results of the query before stay in sight until there are new ones. */
  loading(): void {
    document.documentElement.dataset['asked'] = '';
    this.#results.dataset['state'] = 'loading';
    this.#results.setAttribute('aria-busy', 'true');
    if (!this.#parts.message.hidden || this.links.length === 0) {
      this.#total.textContent = words.searching;
      this.#notes.replaceChildren();
      this.#show('loading', []);
    }
  }

  /** Shows an answer, or more of it. */
  done(
    state: SearchState,
    answer: Answer,
    hits: readonly Hit[],
    { from = 0, passing = false }: Shown = {},
  ): void {
    const { total } = answer;
    const notes = notesOf(state, answer);
    if (total === 0) {
      // What is typed on may well find something.
      if (!passing) this.#none(state, answer, notes);
      return;
    }
    this.#notes.replaceChildren(...notes.map(noteLine));
    if (from === 0) this.#parts.hits.replaceChildren();
    this.#add(hits, from, answer.whole ?? total);
    const found = foundOf(answer);
    this.#total.textContent = found;
    this.#show(passing ? 'loading' : 'done', [
      'hits',
      'order',
      ...(hits.length < total ? (['more'] as const) : []),
    ]);
    if (passing) return;
    this.#announcer.say(
      from === 0 ? announcementOf(found, notes) : words.shown(hits.length, total),
    );
  }

  /** Adds results: those that hold everything in a list of their own, before those that do not. */
  #add(hits: readonly Hit[], from: number, whole: number): void {
    const list = (name: string, heading: string | undefined, some: readonly Hit[]): void => {
      if (some.length === 0) return;
      let items = this.#parts.hits.querySelector<HTMLElement>(`[data-list="${name}"]`);
      if (items === null) {
        items = make('ol', { class: 'papers', 'data-list': name });
        if (heading !== undefined) {
          items.setAttribute('start', String(whole + 1));
          this.#parts.hits.append(make('h2', {}, heading));
        }
        this.#parts.hits.append(items);
      }
      items.append(...some.map((hit) => hitItem(hit, this.#label, this.#familyOf)));
    };
    list('whole', undefined, hits.slice(from, Math.max(from, whole)));
    const heading = whole > 0 ? words.withoutSome : undefined;
    list('part', heading, hits.slice(Math.max(from, whole)));
  }

  #none(state: SearchState, { filters }: Answer, notes: readonly Note[]): void {
    const filtered = countFilters(filters) > 0;
    // What was pasted and is not here is said above.
    const named = notes.some(({ kind }) => kind === 'pasted');
    const query = asksNothing(state) || named ? '' : state.query;
    const what = words.noneFoundFor(query, filtered);
    this.#notes.replaceChildren(...notes.map(noteLine));
    this.#parts.message.replaceChildren(
      make('p', { dir: 'auto' }, what),
      this.#hints(named ? { ...state, query: '' } : state, filtered),
    );
    this.#parts.hits.replaceChildren();
    this.#total.textContent = papers(0);
    this.#show('done', ['message']);
    this.#announcer.say(announcementOf(words.noneFound, notes));
  }

  /** What to try where nothing is found. */
  #hints(state: SearchState, filtered: boolean): HTMLElement {
    const { query } = state;
    const offered = make('ul');
    if (filtered) {
      const clear = (): void => this.#actions.clearFilters();
      offered.append(make('li', {}, button(words.withoutFilters, clear)));
    }
    if (query === '') return offered;
    for (const { label, query: wanted } of relaxations(query)) {
      const href = withBase('search/') + writeAddress({ ...state, query: wanted });
      const link = make('a', { href, dir: 'auto' }, wanted);
      offered.append(make('li', {}, `${label}: `, link));
    }
    offered.append(make('li', {}, words.spelling));
    return offered;
  }

  failed(failure: SearchFailure): void {
    const what =
      failure === 'missing' ? words.noIndex : navigator.onLine ? words.notLoaded : words.offline;
    const again = button(words.tryAgain, () => this.#actions.retry());
    this.#parts.message.replaceChildren(make('p', {}, what), make('p', {}, again));
    this.#parts.hits.replaceChildren();
    this.#notes.replaceChildren();
    this.#total.textContent = '';
    this.#show('error', ['message']);
    this.#announcer.say(what);
  }

  #show(state: string, shown: readonly PartName[]): void {
    for (const name of parts) this.#parts[name].hidden = !shown.includes(name);
    this.#results.setAttribute('aria-busy', String(state === 'loading'));
    this.#results.dataset['state'] = state;
  }
}
