/** The filters beside the results: read what is chosen, show what each choice would find. */
import type { Filters } from '../address.ts';
import { countFilters } from '../address.ts';
import type { Answer } from '../engine.ts';
import { find } from './dom.ts';

export class FilterPanel {
  readonly #panel: HTMLDetailsElement;
  readonly #form: HTMLFormElement;
  readonly #digest: HTMLSelectElement;
  readonly #code: HTMLInputElement;
  readonly #topics: readonly HTMLInputElement[];
  readonly #digestLabels: ReadonlyMap<HTMLOptionElement, string>;

  /** @param changed called when the reader chooses */
  constructor(root: ParentNode, changed: () => void) {
    this.#panel = find(root, '[data-filters]', HTMLDetailsElement);
    this.#form = find(root, '[data-filter-form]', HTMLFormElement);
    this.#digest = find(this.#form, 'select[name="digest"]', HTMLSelectElement);
    this.#code = find(this.#form, 'input[name="code"]', HTMLInputElement);
    this.#topics = [...this.#form.querySelectorAll<HTMLInputElement>('input[name="topic"]')];
    this.#digestLabels = new Map([...this.#digest.options].map((option) => [option, option.text]));
    // Beside the results the filters are always in sight; above them they would push the results away.
    this.#panel.open = matchMedia('(min-width: 60em)').matches;
    this.#form.addEventListener('change', changed);
    this.#form.addEventListener('submit', (event) => event.preventDefault());
  }

  /** What is chosen. */
  read(): Filters {
    return {
      topics: this.#topics.filter(({ checked }) => checked).map(({ value }) => value),
      digest: this.#digest.value,
      code: this.#code.checked,
    };
  }

  /** Shows filters that come from an address; those that do not exist here are left out. */
  write(filters: Filters): void {
    for (const box of this.#topics) box.checked = filters.topics.includes(box.value);
    this.#digest.value = filters.digest;
    if (this.#digest.selectedIndex < 0) this.#digest.value = '';
    this.#code.checked = filters.code;
    const set = countFilters(filters);
    find(this.#panel, '[data-filter-count]', HTMLElement).textContent = set > 0 ? `(${set})` : '';
  }

  /** Shows how many papers each choice would find; without an answer, nothing. */
  count(answer: Answer | undefined): void {
    for (const box of this.#topics) countBox(box, answer && (answer.counts.topic[box.value] ?? 0));
    countBox(this.#code, answer?.counts.code);
    for (const [option, label] of this.#digestLabels) {
      if (option.value === '') continue;
      const papers = answer && (answer.counts.digest[option.value] ?? 0);
      option.textContent = papers === undefined ? label : `${label} (${papers})`;
      option.hidden = papers === 0 && !option.selected;
      option.disabled = option.hidden;
    }
  }

  /** A topic's label; its id if this page does not know it. */
  label(topic: string): string {
    const box = this.#topics.find(({ value }) => value === topic);
    return box?.parentElement?.querySelector('[data-label]')?.textContent ?? topic;
  }
}

/** What would find nothing cannot be chosen, but what is chosen can always be given up. */
function countBox(box: HTMLInputElement, papers: number | undefined): void {
  const count = box.parentElement?.querySelector('[data-count]');
  if (count) count.textContent = papers === undefined ? '' : String(papers);
  box.disabled = papers === 0 && !box.checked;
}
