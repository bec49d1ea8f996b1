/** One paper of the reading list, with what is done with it. What came from elsewhere is text, never markup. */
import * as said from '#words/reading.ts';
import { withBase } from '../../base.ts';
import { button, make } from '../../browser/dom.ts';
import { dateWords } from '../../text/dates.ts';
import type { KeptPaper } from '../library.ts';
import { Editor } from './editor.ts';
import { gone } from './fetched.ts';

/** What a row may ask for. */
export interface Asked {
  read(paper: KeptPaper, read: boolean): void;
  keep(paper: KeptPaper, keep: boolean): void;
  /** By one place up (-1) or down (1) among those that are shown. */
  step(paper: KeptPaper, by: -1 | 1): void;
  drop(paper: string, on: string): void;
}

/** What a dragged row is called while it is dragged. */
const dragged = 'application/x-offprint-paper';

export class Row {
  readonly element = make('li', { 'data-keep': '' });
  readonly #title = make('a', { class: 'title', dir: 'auto' });
  readonly #by = make('p', { class: 'by', dir: 'auto' });
  readonly #note = make('p', { class: 'own-note', dir: 'auto' });
  readonly #labels = make('ul', { class: 'tags' });
  readonly #read: HTMLButtonElement;
  readonly #edit: HTMLButtonElement;
  readonly #up: HTMLButtonElement;
  readonly #down: HTMLButtonElement;
  readonly #keep: HTMLButtonElement;
  readonly #editor: Editor;
  #paper: KeptPaper;

  constructor(paper: KeptPaper, lists: readonly string[], asked: Asked, changed: () => void) {
    this.#paper = paper;
    this.#editor = new Editor(paper, changed);
    const does = (name: string, words: string, act: () => void): HTMLButtonElement =>
      button(words, act, { class: name, 'data-does': name });
    this.#read = does('read', said.read, () =>
      asked.read(this.#paper, this.#paper.read === undefined),
    );
    this.#edit = does('edit', said.noteAndTags, () =>
      this.edit(this.#editor.element.hidden !== false),
    );
    this.#up = does('up', '↑', () => asked.step(this.#paper, -1));
    this.#down = does('down', '↓', () => asked.step(this.#paper, 1));
    this.#keep = does('keep', said.remove, () =>
      asked.keep(this.#paper, this.#paper.star === undefined),
    );
    const buttons = [this.#read, this.#edit, this.#up, this.#down, this.#keep];
    this.element.append(
      make('h3', {}, this.#title),
      this.#by,
      this.#note,
      this.#labels,
      make('p', { class: 'does' }, ...buttons),
      this.#editor.element,
    );
    this.element.addEventListener('keydown', (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 } as const;
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      if (!this.#up.hidden) asked.step(this.#paper, by[event.key]);
    });
    this.#followDragging(asked);
    this.show(paper, lists, true);
  }

  /** Opens or closes the fields for the reader's own words. */
  edit(open: boolean): void {
    this.#editor.element.hidden = !open;
    this.#edit.setAttribute('aria-expanded', String(open));
    if (open) this.#editor.focus();
  }

  /**
   * Shows what is true now.
   *
   * @param ordered whether the paper can be moved
   */
  show(paper: KeptPaper, lists: readonly string[], ordered: boolean): void {
    this.#paper = paper;
    const { id, title, by, date, read, note, tags, places, star } = paper;
    this.element.dataset['id'] = id;
    this.element.toggleAttribute('data-read', read !== undefined);
    this.element.draggable = ordered;
    this.#title.textContent = title;
    const isGone = gone.has(id);
    if (isGone) this.#title.removeAttribute('href');
    else this.#title.href = withBase(`papers/${id}/`);
    const facts = [by, dateWords(date), isGone ? said.gone : ''];
    this.#by.textContent = facts.filter((fact) => fact !== '').join(' · ');
    this.#note.textContent = note;
    this.#note.hidden = note === '';
    const labels = [...[...places.keys()].map((list) => said.inList(list)), ...tags];
    this.#labels.replaceChildren(...labels.map((label) => make('li', { dir: 'auto' }, label)));
    this.#labels.hidden = labels.length === 0;
    this.#read.setAttribute('aria-pressed', String(read !== undefined));
    this.#keep.textContent = star === undefined ? said.save : said.remove;
    this.#up.hidden = this.#down.hidden = !ordered;
    const names: readonly (readonly [HTMLButtonElement, string])[] = [
      [this.#read, said.read],
      [this.#edit, said.noteAndTags],
      [this.#up, said.up],
      [this.#down, said.down],
      [this.#keep, star === undefined ? said.save : said.remove],
    ];
    for (const [does, name] of names) does.setAttribute('aria-label', `${name}: ${title}`);
    this.#editor.show(paper, lists);
  }

  #followDragging(asked: Asked): void {
    const { element } = this;
    element.addEventListener('dragstart', ({ dataTransfer, target }) => {
      if (target === element) dataTransfer?.setData(dragged, this.#paper.id);
    });
    element.addEventListener('dragover', (event) => {
      if (event.dataTransfer?.types.includes(dragged)) event.preventDefault();
    });
    element.addEventListener('drop', (event) => {
      const id = event.dataTransfer?.getData(dragged);
      if (!id) return;
      event.preventDefault();
      asked.drop(id, this.#paper.id);
    });
  }
}
