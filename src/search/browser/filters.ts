/** The filters beside the results: what can be chosen, and how many papers each choice would find. */
import { countFilters, noFilters, type Filters } from '../address.ts';
import { facets, type Facet } from '../facets.ts';
import type { Answer } from '../answer.ts';
import { choicesOf, withValue, type Label } from './choices.ts';
import { find, make } from './dom.ts';
import { FacetList } from './facet-list.ts';
import { facetNames } from './labels.ts';

const isFacet = (name: string): name is Facet => facets.some((facet) => facet === name);

type FacetCounts = Awaited<ReturnType<Answer['counts']>>;

const lists = facets.filter((facet) => facet !== 'code');

export class FilterPanel {
  readonly #panel: HTMLDetailsElement;
  readonly #label: Label;
  readonly #code: HTMLInputElement;
  readonly #codeCount: HTMLElement;
  readonly #codeRow: HTMLElement;
  readonly #lists: readonly (readonly [Facet, FacetList])[];
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
    this.#code = make('input', { type: 'checkbox', name: 'code', value: 'yes' });
    this.#codeCount = make('span', { class: 'count', 'data-count': '' });
    this.#codeRow = make(
      'label',
      { 'data-facet': 'code' },
      this.#code,
      make('span', {}, facetNames.code),
      this.#codeCount,
    );
    this.#lists = lists.map((facet) => [facet, new FacetList(facet)] as const);
    const form = find(root, '[data-filter-form]', HTMLFormElement);
    form.append(this.#codeRow, ...this.#lists.map(([, list]) => list.element));
    // Beside the results the filters are always in sight; above them they would push the results away.
    this.#panel.open = matchMedia('(min-width: 60em)').matches;
    this.#panel.addEventListener('toggle', () => {
      if (this.#panel.open) opened();
    });
    form.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || !isFacet(target.name)) return;
      const chosen = { facet: target.name, value: target.value };
      changed(withValue(this.#filters, chosen, target.checked));
    });
    form.addEventListener('submit', (event) => event.preventDefault());
  }

  /** What is chosen. */
  get filters(): Filters {
    return this.#filters;
  }

  /** Shows filters that come from an address or were just chosen. Counts stay till there are new ones. */
  write(filters: Filters): void {
    this.#filters = filters;
    this.#code.checked = filters.code;
    const set = countFilters(filters);
    find(this.#panel, '[data-filter-count]', HTMLElement).textContent = set > 0 ? `(${set})` : '';
  }

  /** Whether the reader sees the choices. */
  get open(): boolean {
    return this.#panel.open;
  }

  /** Shows how many papers each choice would find. */
  count(counts: FacetCounts, total: number): void {
    const withCode = counts.code?.['yes'] ?? 0;
    this.#codeCount.textContent = withCode.toLocaleString('en');
    this.#codeRow.hidden = withCode === 0 && !this.#filters.code;
    for (const [facet, list] of this.#lists) {
      list.write(choicesOf(facet, counts[facet] ?? {}, this.#filters, this.#label), total);
    }
  }
}
