/**
 * A search field with a list of suggestions: the combobox of the ARIA Authoring Practices, with a list that
 * the reader chooses from by hand. The focus stays in the field; the list is reached by arrow keys.
 */
import * as words from '#words/suggestions.ts';
import { withBase } from '../../../base.ts';
import { behindPath, searchFor, writeAddress } from '../../address.ts';
import { tidyQuery } from '../../query.ts';
import { Announcer } from '../announcer.ts';
import { make } from '../../../browser/dom.ts';
import { LiveSearch } from '../live-search.ts';

/** Something to go to. */
export interface Suggestion {
  readonly label: string;
  /** Address under the base path. */
  readonly href: string;
  /** Said beside the label, e.g. `12 papers`. */
  readonly detail?: string;
}

export interface SuggestionGroup {
  readonly name: string;
  readonly suggestions: readonly Suggestion[];
}

/**
 * Finds suggestions.
 *
 * @param show takes what was found: once, or first a part and then all of it
 * @param signal says that nobody waits for it any more
 */
export type Suggest = (
  query: string,
  show: (groups: readonly SuggestionGroup[]) => void,
  signal: AbortSignal,
) => Promise<void>;

let lists = 0;

export class Combobox {
  readonly #field: HTMLInputElement;
  readonly #live: LiveSearch<string, void>;
  readonly #list: HTMLElement;
  readonly #announcer: Announcer;
  readonly #id: string;
  #groups: readonly SuggestionGroup[] = [];
  /** Place of the active option; -1: the field itself. */
  #active = -1;

  /** Makes a combobox of a search field. */
  constructor(field: HTMLInputElement, suggest: Suggest) {
    lists += 1;
    this.#id = `suggestions-${lists}`;
    this.#field = field;
    this.#live = new LiveSearch({
      search: (query, signal) =>
        suggest(
          query,
          (groups) => {
            if (!signal.aborted) this.#show(groups);
          },
          signal,
        ),
      leadsTo: (earlier, query) => query.startsWith(earlier),
      found: () => undefined,
      failed: () => undefined,
    });
    this.#list = make('div', {
      id: this.#id,
      class: 'suggestions',
      role: 'listbox',
      'aria-label': words.suggestions,
      // A list that scrolls would take the focus from the field.
      tabindex: '-1',
    });
    this.#list.hidden = true;
    const status = make('span', { class: 'hidden', role: 'status' });
    field.after(this.#list, status);
    this.#announcer = new Announcer(status, field);
    for (const [name, value] of Object.entries({
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': this.#id,
      autocapitalize: 'off',
      spellcheck: 'false',
    })) {
      field.setAttribute(name, value);
    }
    field.addEventListener('input', () => this.#typed());
    field.addEventListener('keydown', (event) => this.#key(event));
    field.addEventListener('blur', () => this.#close());
    // The focus stays in the field, so that a click on an option is not a way out of it.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
  }

  /** Answers what was typed before this was loaded. */
  start(): void {
    if (document.activeElement === this.#field && this.#field.value !== '') this.#typed();
  }

  get #options(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role="option"]')];
  }

  #typed(): void {
    const query = tidyQuery(this.#field.value);
    if (query === '') {
      this.#live.stop();
      this.#groups = [];
      this.#close();
      return;
    }
    // The last option says at once what Enter does; what was found for the letters before stays till then.
    this.#render(query);
    this.#live.type(query);
  }

  #show(groups: readonly SuggestionGroup[]): void {
    this.#groups = groups;
    const query = tidyQuery(this.#field.value);
    if (document.activeElement === this.#field && query !== '') this.#render(query, true);
  }

  #render(query: string, keep = false): void {
    const active = keep ? this.#options[this.#active]?.getAttribute('href') : undefined;
    const search = {
      label: words.searchFor(query),
      href: withBase('search/') + behindPath(writeAddress(searchFor(query))),
    };
    this.#list.replaceChildren(
      ...this.#groups.filter(({ suggestions }) => suggestions.length > 0).map(group),
      make('div', { role: 'group', 'aria-label': words.search }, option(search)),
    );
    for (const [at, element] of this.#options.entries()) element.id = `${this.#id}-${at}`;
    this.#list.hidden = false;
    this.#field.setAttribute('aria-expanded', 'true');
    this.#activate(
      active === undefined
        ? -1
        : this.#options.findIndex((element) => element.getAttribute('href') === active),
    );
    const count = this.#options.length;
    this.#announcer.say(words.found(count));
  }

  #activate(place: number): void {
    const options = this.#options;
    options[this.#active]?.setAttribute('aria-selected', 'false');
    for (const element of options) element.setAttribute('aria-selected', 'false');
    this.#active = place;
    const active = options[place];
    if (active === undefined) {
      this.#field.removeAttribute('aria-activedescendant');
      return;
    }
    active.setAttribute('aria-selected', 'true');
    this.#field.setAttribute('aria-activedescendant', active.id);
    // Within the list alone: the page must not move under the reader.
    const { offsetTop: top, offsetHeight: height } = active;
    const { scrollTop, clientHeight } = this.#list;
    if (top < scrollTop) this.#list.scrollTop = place === 0 ? 0 : top;
    else if (top + height > scrollTop + clientHeight)
      this.#list.scrollTop = top + height - clientHeight;
  }

  #close(): void {
    this.#announcer.say('');
    this.#list.hidden = true;
    this.#field.setAttribute('aria-expanded', 'false');
    this.#activate(-1);
  }

  #key(event: KeyboardEvent): void {
    const { key, isComposing, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (isComposing || ctrlKey || metaKey || shiftKey) return;
    const closed = this.#list.hidden;
    if (key === 'Escape') {
      // Closed, Escape empties the field, as browsers do.
      if (closed) return;
      event.preventDefault();
      this.#live.stop();
      this.#close();
      return;
    }
    if (key === 'Enter') {
      const active = this.#options[this.#active];
      if (closed || active === undefined) return;
      event.preventDefault();
      active.click();
      return;
    }
    if (closed) {
      if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
      const query = tidyQuery(this.#field.value);
      if (query === '') return;
      this.#render(query);
      if (altKey) {
        event.preventDefault();
        return;
      }
    }
    const next = nextOption(key, this.#active, this.#options.length);
    if (next === undefined) return;
    event.preventDefault();
    this.#activate(next);
  }
}

function option({ label, href, detail }: Suggestion): HTMLAnchorElement {
  const name = make('span', { dir: 'auto' }, label);
  const attributes = { role: 'option', href, tabindex: '-1', 'aria-selected': 'false' };
  return make('a', attributes, name, ...(detail === undefined ? [] : [make('small', {}, detail)]));
}

function group({ name, suggestions }: SuggestionGroup): HTMLElement {
  return make(
    'div',
    { role: 'group', 'aria-label': name },
    make('p', { 'aria-hidden': 'true' }, name),
    ...suggestions.map(option),
  );
}

/**
 * The option that a key leads to. Beyond the last is the field itself, then the first again.
 *
 * @param active place of the active option; -1: the field
 * @param count options in the list
 * @returns undefined for a key that the field answers itself
 */
export function nextOption(key: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return active + 1 < count ? active + 1 : -1;
  if (key === 'ArrowUp') return active < 0 ? count - 1 : active - 1;
  // In the field they move the cursor.
  if (active < 0) return undefined;
  return key === 'Home' ? 0 : key === 'End' ? count - 1 : undefined;
}
