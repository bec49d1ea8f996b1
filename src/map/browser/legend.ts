/** The legend: regions and topics that are chosen are brought out, all others fade. */

/** Places in the legend of what is chosen; nothing chosen shows all alike. */
export interface Choice {
  readonly regions: ReadonlySet<number>;
  readonly topics: ReadonlySet<number>;
}

const isOn = (button: Element): boolean => button.getAttribute('aria-pressed') === 'true';
const labelOf = (button: Element): string => button.textContent?.trim() ?? '';

export class Legend {
  readonly #topics: readonly HTMLButtonElement[];
  readonly #regions: readonly HTMLButtonElement[];
  readonly #all: HTMLElement | null;
  readonly #changed: () => void;

  constructor(legend: Element, changed: () => void) {
    this.#changed = changed;
    this.#topics = [...legend.querySelectorAll<HTMLButtonElement>('button[data-topic]')];
    this.#regions = [...legend.querySelectorAll<HTMLButtonElement>('button[data-region]')];
    this.#all = legend.querySelector<HTMLElement>('[data-all]');
    for (const button of this.#buttons) {
      button.addEventListener('click', () => {
        button.setAttribute('aria-pressed', String(!isOn(button)));
        this.#apply();
      });
    }
    this.#all?.addEventListener('click', () => {
      // The button is about to go: the reader stays in the legend.
      this.#buttons[0]?.focus();
      this.choose([], []);
      this.#changed();
    });
  }

  get #buttons(): readonly HTMLButtonElement[] {
    return [...this.#regions, ...this.#topics];
  }

  #apply(): void {
    if (this.#all) this.#all.hidden = !this.#buttons.some(isOn);
    this.#changed();
  }

  /** Chooses topics by id and regions by name; tells nobody. */
  choose(topics: readonly string[], regions: readonly string[]): void {
    for (const button of this.#topics)
      button.setAttribute('aria-pressed', String(topics.includes(button.dataset['id'] ?? '')));
    for (const button of this.#regions)
      button.setAttribute('aria-pressed', String(regions.includes(labelOf(button))));
    if (this.#all) this.#all.hidden = !this.#buttons.some(isOn);
  }

  get choice(): Choice {
    const placesOf = (buttons: readonly HTMLButtonElement[]): Set<number> =>
      new Set([...buttons.keys()].filter((at) => buttons[at] && isOn(buttons[at])));
    return { regions: placesOf(this.#regions), topics: placesOf(this.#topics) };
  }

  /** What is chosen, as an address says it. */
  get said(): { readonly topics: readonly string[]; readonly regions: readonly string[] } {
    return {
      topics: this.#topics.filter(isOn).map(({ dataset }) => dataset['id'] ?? ''),
      regions: this.#regions.filter(isOn).map(labelOf),
    };
  }

  get topicLabels(): readonly string[] {
    return this.#topics.map(labelOf);
  }

  get regionLabels(): readonly string[] {
    return this.#regions.map(labelOf);
  }
}
