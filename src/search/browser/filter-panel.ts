/** The filters beside the results: what can be chosen, and how many papers each choice would find. */
import {
  countFilters,
  facets,
  marks,
  noFilters,
  withValue,
  type Facet,
  type Filters,
} from '../facets.ts';
import type { Label } from './choices.ts';
import { find, make } from './dom.ts';
import type { FacetCounts, WriteFacets } from './facet-list.ts';
import { facetNames } from './labels.ts';

const isFacet = (name: string): name is Facet => facets.some((facet) => facet === name);

/** A box to tick for the papers that have something. */
class MarkBox {
  readonly #facet: Facet;
  readonly #box: HTMLInputElement;
  readonly #count = make('span', { class: 'count', 'data-count': '' });
  readonly element: HTMLElement;

  constructor(facet: Facet) {
    this.#facet = facet;
    this.#box = make('input', { type: 'checkbox', name: facet, value: 'yes' });
    this.element = make(
      'label',
      { 'data-facet': facet, hidden: '' },
      this.#box,
      make('span', {}, facetNames[facet]),
      this.#count,
    );
  }

  write(filters: Filters): void {
    this.#box.checked = filters[this.#facet].length > 0;
    if (this.#box.checked) this.element.hidden = false;
  }

  /** Without a paper that has it, the box is of no use. */
  count(counts: FacetCounts): void {
    const having = counts[this.#facet]?.['yes'] ?? 0;
    this.#count.textContent = having.toLocaleString('en');
    this.element.hidden = having === 0 && !this.#box.checked;
  }
}

export class FilterPanel {
  readonly #panel: HTMLDetailsElement;
  readonly #label: Label;
  readonly #marks = marks.map((facet) => new MarkBox(facet));
  readonly #form: HTMLFormElement;
  #lists: Promise<WriteFacets> | undefined;
  #filters: Filters = noFilters;

  /**
   * @param changed called with what the reader has chosen
   * @param opened called when the reader opens the panel: before, nobody needs the counts
   */
  constructor(
    root: ParentNode,
    label: Label,
    changed: (filters: Filters) => void,
    opened: () => void,
  ) {
    this.#panel = find(root, '[data-filters]', HTMLDetailsElement);
    this.#label = label;
    this.#form = find(root, '[data-filter-form]', HTMLFormElement);
    this.#form.append(...this.#marks.map(({ element }) => element));
    // Beside the results the filters are always in sight; above them they would push the results away.
    this.#panel.open = matchMedia('(min-width: 60em)').matches;
    this.#panel.addEventListener('toggle', () => {
      if (this.#panel.open) opened();
    });
    this.#form.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || !isFacet(target.name)) return;
      const chosen = { facet: target.name, value: target.value };
      changed(withValue(this.#filters, chosen, target.checked));
    });
    this.#form.addEventListener('submit', (event) => event.preventDefault());
  }

  /** What is chosen. */
  get filters(): Filters {
    return this.#filters;
  }

  /** Shows filters that come from an address or were just chosen. Counts stay till there are new ones. */
  write(filters: Filters): void {
    this.#filters = filters;
    for (const mark of this.#marks) mark.write(filters);
    const set = countFilters(filters);
    find(this.#panel, '[data-filter-count]', HTMLElement).textContent = set > 0 ? `(${set})` : '';
  }

  /** Whether the reader sees the choices. */
  get open(): boolean {
    return this.#panel.open;
  }

  /** Shows how many papers each choice would find. The lists are fetched with the first counts. */
  async count(counts: FacetCounts, total: number): Promise<void> {
    for (const mark of this.#marks) mark.count(counts);
    this.#lists ??= import('./facet-list.ts').then(({ addFacetLists }) =>
      addFacetLists(this.#form, this.#label),
    );
    this.#lists.catch(() => (this.#lists = undefined));
    (await this.#lists)(counts, this.#filters, total);
  }
}
