/** The filters that are set, above the results: each a button that takes it away. */
import { chosenOf, isMark, noFilters, withValue, type Chosen, type Filters } from '../facets.ts';
import type { Label } from './choices.ts';
import { make } from './dom.ts';
import { facetNames } from './labels.ts';

/** What a chip's button is called: `Remove filter: Topic Bandits`. */
export function removalName({ facet, value }: Chosen, label: Label): string {
  const what = label(facet, value);
  return `Remove filter: ${isMark(facet) ? what : `${facetNames[facet]} ${what}`}`;
}

export class Chips {
  readonly #list: HTMLElement;
  readonly #label: Label;
  readonly #changed: (filters: Filters) => void;

  /**
   * @param list the element that holds them
   * @param changed called with the filters that are left
   */
  constructor(list: HTMLElement, label: Label, changed: (filters: Filters) => void) {
    this.#list = list;
    this.#label = label;
    this.#changed = changed;
  }

  /** Shows the filters that are set; nothing if there are none. */
  write(filters: Filters): void {
    const chosen = chosenOf(filters);
    const buttons = chosen.map((one) =>
      this.#chip(this.#label(one.facet, one.value), removalName(one, this.#label), () =>
        withValue(filters, one, false),
      ),
    );
    const all = chosen.length > 1 ? [this.#clearAll()] : [];
    this.#list.replaceChildren(...[...buttons, ...all].map((button) => make('li', {}, button)));
    this.#list.hidden = chosen.length === 0;
  }

  #clearAll(): HTMLButtonElement {
    const button = make('button', { type: 'button', class: 'plain' }, 'Clear all');
    button.addEventListener('click', () => this.#remove(() => noFilters, 0));
    return button;
  }

  #chip(text: string, name: string, left: () => Filters): HTMLButtonElement {
    const cross = make('span', { 'aria-hidden': 'true' }, '×');
    const label = make('span', { dir: 'auto' }, text);
    const button = make(
      'button',
      { type: 'button', class: 'chip', 'aria-label': name },
      label,
      cross,
    );
    button.addEventListener('click', () => {
      const at = [...this.#list.querySelectorAll('button')].indexOf(button);
      this.#remove(left, at);
    });
    return button;
  }

  /** The focus goes on to the chip that takes the place of the one removed. */
  #remove(left: () => Filters, at: number): void {
    this.#changed(left());
    const buttons = this.#list.querySelectorAll('button');
    const next = buttons[Math.min(at, buttons.length - 1)];
    if (next) next.focus();
    else document.querySelector<HTMLElement>('[data-search-form] input')?.focus();
  }
}
