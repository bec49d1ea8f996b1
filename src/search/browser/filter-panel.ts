/** The filters beside the results: what can be chosen, and how many papers each choice would find. */
import * as words from '#words/search.ts';
import { number } from '../../words/formats.ts';
import { chosenOf, isFacet, marks, noFilters, type Facet, type Filters } from '../facets.ts';
import { effectiveFilters } from '../filter-values.ts';
import { parseQuery } from '../grammar.ts';
import { withChoice, type Narrowed } from '../narrowing.ts';
import type { Answer } from '../answer.ts';
import type { Label } from './choices.ts';
import { find, make } from '../../browser/dom.ts';
import type { FacetCounts, WriteFacets } from './facet-list.ts';

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
      make('span', {}, words.facets[facet]),
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
    this.#count.textContent = number(having);
    this.element.hidden = having === 0 && !this.#box.checked;
  }
}

export class FilterPanel {
  readonly #panel: HTMLDetailsElement;
  readonly #label: Label;
  readonly #marks = marks.map((facet) => new MarkBox(facet));
  readonly #form: HTMLFormElement;
  #lists: Promise<WriteFacets> | undefined;
  #state: Narrowed = { query: '', filters: noFilters };
  /** What narrows the search: chosen, or asked for in the query. */
  #applied: Filters = noFilters;
  #counts: FacetCounts = {};

  /**
   * @param changed called with what the reader has chosen, and without operators that say otherwise
   * @param opened called when the reader opens the panel: before, nobody needs the counts
   */
  constructor(
    root: ParentNode,
    label: Label,
    changed: (wanted: Narrowed) => void,
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
      changed(withChoice(this.#state, this.#applied, chosen, target.checked));
    });
    this.#form.addEventListener('submit', (event) => event.preventDefault());
  }

  /** Shows what narrows a search. Counts stay till there are new ones; what operators mean is told by the last. */
  write(state: Narrowed): void {
    const query = parseQuery(state.query);
    const set = [state.filters, query.filters, query.withoutFilters].flatMap(chosenOf).length;
    find(this.#panel, '[data-filter-count]', HTMLElement).textContent = set > 0 ? `(${set})` : '';
    this.#state = state;
    this.#apply(effectiveFilters(state, query, (facet) => Object.keys(this.#counts[facet] ?? {})));
  }

  #apply(filters: Filters): void {
    this.#applied = filters;
    for (const mark of this.#marks) mark.write(filters);
  }

  /** Whether the reader sees the choices. */
  get open(): boolean {
    return this.#panel.open;
  }

  /**
   * Shows how many papers each choice would find. The lists are fetched with the first counts.
   *
   * @param answer the answer they are of
   */
  async count(
    counts: FacetCounts,
    { filters, total }: Pick<Answer, 'filters' | 'total'>,
  ): Promise<void> {
    this.#counts = counts;
    this.#apply(filters);
    for (const mark of this.#marks) mark.count(counts);
    this.#lists ??= import('./facet-list.ts').then(({ addFacetLists }) =>
      addFacetLists(this.#form, this.#label),
    );
    this.#lists.catch(() => (this.#lists = undefined));
    (await this.#lists)(counts, filters, total);
  }
}
