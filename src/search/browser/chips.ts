/** What narrows the search, above the results: operators of the query and chosen filters, each a button that takes it away. */
import * as words from '#words/search.ts';
import { chosenOf, isMark, withValue, type Chosen } from '../facets.ts';
import { withoutAll, type Narrowed } from '../narrowing.ts';
import { operatorsOf, withoutOperators } from '../operators.ts';
import type { Label } from './choices.ts';
import { button, make } from '../../browser/dom.ts';
import { operatorName } from './labels.ts';

/** What a chip's button is called: `Remove filter: Topic Bandits`. */
export function removalName({ facet, value }: Chosen, label: Label): string {
  const what = label(facet, value);
  return words.removeFilter(isMark(facet) ? what : `${words.facets[facet]} ${what}`);
}

export class Chips {
  readonly #list: HTMLElement;
  readonly #label: Label;
  readonly #changed: (left: Narrowed) => void;

  /**
   * @param list the element that holds them
   * @param changed called with what is left
   */
  constructor(list: HTMLElement, label: Label, changed: (left: Narrowed) => void) {
    this.#list = list;
    this.#label = label;
    this.#changed = changed;
  }

  /** Shows what narrows a search, operators first as they were typed; nothing if nothing does. */
  write(state: Narrowed): void {
    const { query, filters } = state;
    const typed = operatorsOf(query).map((operator) => {
      const name = operatorName(operator, this.#label);
      return this.#chip(name, words.removeFromQuery(name), () => ({
        query: withoutOperators(query, [operator]),
        filters,
      }));
    });
    const chosen = chosenOf(filters).map((one) =>
      this.#chip(this.#label(one.facet, one.value), removalName(one, this.#label), () => ({
        query,
        filters: withValue(filters, one, false),
      })),
    );
    const buttons = [...typed, ...chosen];
    const all = buttons.length > 1 ? [this.#clearAll(state)] : [];
    this.#list.replaceChildren(...[...buttons, ...all].map((one) => make('li', {}, one)));
    this.#list.hidden = buttons.length === 0;
  }

  #clearAll(state: Narrowed): HTMLButtonElement {
    const clear = (): void => this.#remove(() => withoutAll(state), 0);
    return button(words.clearAll, clear, { class: 'plain' });
  }

  #chip(text: string, name: string, left: () => Narrowed): HTMLButtonElement {
    const cross = make('span', { 'aria-hidden': 'true' }, '×');
    const label = make('span', { dir: 'auto' }, text);
    const remove = (): void =>
      this.#remove(left, [...this.#list.querySelectorAll('button')].indexOf(chip));
    const chip = button('', remove, { class: 'chip', 'aria-label': name });
    chip.append(label, cross);
    return chip;
  }

  /** The focus goes on to the chip that takes the place of the one removed. */
  #remove(left: () => Narrowed, at: number): void {
    this.#changed(left());
    const buttons = this.#list.querySelectorAll('button');
    const next = buttons[Math.min(at, buttons.length - 1)];
    if (next) next.focus();
    else document.querySelector<HTMLElement>('[data-search-form] input')?.focus();
  }
}
