/** One facet: a list of boxes to tick, the longest folded away, with a field to find among them. */
import { facets as facetNames } from '#words/search.ts';
import * as words from '#words/filters.ts';
import { number } from '../../words/formats.ts';
import type { Answer } from '../answer.ts';
import { facets, isMark, type Facet, type Filters } from '../facets.ts';
import { choicesOf, few, many, shownOf, tellsApart, type Choice, type Label } from './choices.ts';
import { make } from '../../browser/dom.ts';

/** How many papers each choice of each facet would find. */
export type FacetCounts = Awaited<ReturnType<Answer['counts']>>;

class FacetList {
  readonly element: HTMLFieldSetElement;
  readonly #facet: Facet;
  readonly #list = make('div', { class: 'choices' });
  readonly #narrow: HTMLInputElement;
  readonly #button = make('button', { type: 'button', class: 'plain' });
  readonly #rest = make('p', { class: 'count' });
  readonly #boxes = new Map<string, HTMLLabelElement>();
  #choices: readonly Choice[] = [];
  #open = false;

  constructor(facet: Facet) {
    this.#facet = facet;
    this.#narrow = make('input', {
      type: 'text',
      'aria-label': words.findAmong(words.several[facet]),
      placeholder: words.findAmong(words.several[facet]),
      autocomplete: 'off',
      spellcheck: 'false',
    });
    this.element = make(
      'fieldset',
      { 'data-facet': facet, hidden: '' },
      make('legend', {}, facetNames[facet]),
      this.#narrow,
      this.#list,
      this.#rest,
      this.#button,
    );
    this.#button.addEventListener('click', () => {
      this.#open = !this.#open;
      this.#narrow.value = '';
      this.#show();
      if (this.#open && !this.#narrow.hidden) this.#narrow.focus();
    });
    this.#narrow.addEventListener('input', () => this.#show());
    this.#narrow.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault();
      if (event.key !== 'Escape' || this.#narrow.value === '') return;
      // Not the search: that is what Escape clears elsewhere on the page.
      event.preventDefault();
      event.stopPropagation();
      this.#narrow.value = '';
      this.#show();
    });
  }

  /** @param total papers found with all filters */
  write(choices: readonly Choice[], total: number): void {
    this.#choices = choices;
    this.element.hidden = !tellsApart(choices, total);
    this.#show();
  }

  #show(): void {
    const { choices, rest } = shownOf(this.#choices, this.#open, this.#narrow.value);
    const boxes = choices.map((choice) => this.#box(choice));
    // Moved elements lose the focus: nothing is moved without need, and the focus is given back.
    const current = [...this.#list.children];
    if (boxes.length !== current.length || boxes.some((box, at) => box !== current[at])) {
      const focused = document.activeElement;
      this.#list.replaceChildren(...boxes);
      if (focused instanceof HTMLElement && this.#list.contains(focused))
        focused.focus({ preventScroll: true });
    }
    const all = this.#choices.length;
    const foldable = all > few + 1;
    this.#narrow.hidden = !this.#open || all <= many / 2;
    this.#button.hidden = !foldable;
    this.#button.textContent = this.#open
      ? words.fewer
      : words.all(all, words.several[this.#facet]);
    this.#button.setAttribute('aria-expanded', String(this.#open));
    this.#rest.hidden = !this.#open || (rest === 0 && choices.length > 0);
    this.#rest.textContent = choices.length === 0 ? words.noneSo : words.andMore(rest);
  }

  /** The box of a choice: the same element for the same value. */
  #box({ value, label, count, chosen }: Choice): HTMLLabelElement {
    const known = this.#boxes.get(value);
    const element =
      known ??
      make(
        'label',
        {},
        make('input', { type: 'checkbox', name: this.#facet, value }),
        make('span', { dir: 'auto' }, label),
        make('span', { class: 'count', 'data-count': '' }),
      );
    if (known === undefined) this.#boxes.set(value, element);
    const input = element.querySelector('input');
    if (input) input.checked = chosen;
    const shown = element.querySelector('[data-count]');
    if (shown) shown.textContent = number(count);
    return element;
  }
}

/** Shows what can be chosen. @param total papers found with all filters */
export type WriteFacets = (counts: FacetCounts, filters: Filters, total: number) => void;

/** Puts a list of each facet into a form. */
export function addFacetLists(form: HTMLFormElement, label: Label): WriteFacets {
  const lists = facets
    .filter((facet) => !isMark(facet))
    .map((facet) => [facet, new FacetList(facet)] as const);
  form.append(...lists.map(([, { element }]) => element));
  return (counts, filters, total) => {
    for (const [facet, list] of lists) {
      list.write(choicesOf(facet, counts[facet] ?? {}, filters, label), total);
    }
  };
}
