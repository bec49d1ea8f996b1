/** A list that comes from a link or a file: it is shown first, and taken in only when the reader says so. */
import * as said from '#words/reading.ts';
import { button, make } from '../../browser/dom.ts';
import { titleFor } from '../library.ts';
import { merge } from '../merge.ts';
import { bringing, incomingFrom, type Incoming } from './transfer.ts';
import { kept } from './kept.ts';

/** Titles that are shown of it. */
const most = 50;

export class Arrival {
  readonly element = make('section', { class: 'arrival', 'aria-label': said.fromElsewhere });
  readonly #act: (words: string, action: () => void) => void;
  readonly #done: () => void;

  constructor(act: (words: string, action: () => void) => void, done: () => void) {
    this.#act = act;
    this.#done = done;
    this.element.hidden = true;
    this.element.tabIndex = -1;
    window.addEventListener('hashchange', () => void this.followAddress());
  }

  /** Shows the list of this page's address, if it holds one. */
  async followAddress(): Promise<void> {
    const incoming = await incomingFrom(location.hash);
    if (incoming !== undefined) this.show(incoming);
  }

  /** @param incoming what came, or why nothing did */
  show(incoming: Incoming | string): void {
    this.element.hidden = false;
    const close = (words: string): HTMLElement => button(words, () => this.#close());
    if (typeof incoming === 'string') {
      this.element.replaceChildren(make('p', { role: 'alert' }, incoming), close(said.close));
      this.element.focus();
      return;
    }
    const { papers, plan, words } = incoming;
    const titles = papers.slice(0, most).map((id) => make('li', { dir: 'auto' }, titleFor(id)));
    const rest = papers.length - titles.length;
    const add = button(said.addToList, () => {
      this.#act(said.added, () => merge(kept, plan));
      this.#close();
    });
    add.hidden = plan.steps.length === 0;
    this.element.replaceChildren(
      make('p', {}, words),
      make('p', {}, bringing(incoming)),
      make('ul', {}, ...titles, ...(rest > 0 ? [make('li', {}, said.andMore(rest))] : [])),
      make('p', { class: 'does' }, add, close(said.notNow)),
    );
    this.element.focus();
  }

  #close(): void {
    this.element.hidden = true;
    this.element.replaceChildren();
    if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
    document.querySelector('main')?.focus();
    this.#done();
  }
}
