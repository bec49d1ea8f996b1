/** The reader's own words on a paper: a note, tags, and the lists that it is in. */
import * as said from '#words/reading.ts';
import { make } from '../../browser/dom.ts';
import { makeList, setInList, setTag, tidyName } from '../lists.ts';
import type { KeptPaper } from '../library.ts';
import { writeNote, type Versions } from '../notes.ts';
import { kept } from './kept.ts';
import { nameForm } from './name-form.ts';

/** Milliseconds after the last letter at which a note is kept. */
const pause = 1200;

const sameVersions = (a: Versions, b: Versions): boolean =>
  a.size === b.size && [...a].every(([version, { stamp }]) => b.get(version)?.stamp === stamp);

export class Editor {
  readonly element = make('div', { class: 'editor', hidden: '' });
  readonly #note: HTMLTextAreaElement;
  readonly #tags: HTMLInputElement;
  readonly #lists = make('div', { class: 'choices' });
  readonly #changed: () => void;
  #paper: KeptPaper;
  /** The versions that the text in the field was made from. */
  #seen: Versions;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(paper: KeptPaper, changed: () => void) {
    this.#paper = paper;
    this.#seen = paper.versions;
    this.#changed = changed;
    this.#note = make('textarea', { rows: '4', maxlength: '20000', dir: 'auto' });
    this.#note.value = paper.note;
    this.#tags = make('input', { type: 'text', autocomplete: 'off', dir: 'auto' });
    this.#tags.value = paper.tags.join(', ');
    const form = nameForm(said.anotherList, (name) => {
      makeList(kept, name);
      setInList(kept, this.#paper.id, name, true);
      changed();
    });
    this.element.append(
      make('label', {}, said.note, this.#note),
      make('label', {}, said.tags, this.#tags),
      make('fieldset', {}, make('legend', {}, said.lists), this.#lists, form),
    );
    this.#note.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.keepNote(), pause);
    });
    this.#note.addEventListener('change', () => this.keepNote());
    this.#tags.addEventListener('change', () => this.#keepTags());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.keepNote();
    });
    // Whoever leaves by a link leaves at once.
    window.addEventListener('pagehide', () => this.keepNote());
  }

  focus(): void {
    this.#note.focus();
  }

  /** Writes the note, if it is another than before. */
  keepNote(): void {
    clearTimeout(this.#timer);
    const now = writeNote(kept, this.#paper.id, this.#seen, this.#note.value);
    if (now === this.#seen) return;
    this.#seen = now;
    this.#changed();
  }

  #keepTags(): void {
    const { id, tags } = this.#paper;
    const wanted = new Set(
      this.#tags.value
        .split(',')
        .map(tidyName)
        .filter((tag) => tag !== ''),
    );
    for (const tag of tags) if (!wanted.has(tag)) setTag(kept, id, tag, false);
    for (const tag of wanted) setTag(kept, id, tag, true);
    this.#changed();
  }

  /** Shows what is true now; a field that is being written in stays as it is. */
  show(paper: KeptPaper, lists: readonly string[]): void {
    const { note, versions, tags, places } = paper;
    const isWriting = document.activeElement === this.#note;
    this.#paper = paper;
    if (!isWriting && !sameVersions(versions, this.#seen)) {
      this.#seen = versions;
      this.#note.value = note;
    }
    if (document.activeElement !== this.#tags) this.#tags.value = tags.join(', ');
    const boxes = [...this.#lists.querySelectorAll('input')];
    if (boxes.map(({ value }) => value).join('\n') !== lists.join('\n')) {
      this.#lists.replaceChildren(...lists.map((list) => this.#choice(list)));
    }
    for (const box of this.#lists.querySelectorAll('input')) box.checked = places.has(box.value);
  }

  #choice(list: string): HTMLElement {
    const box = make('input', { type: 'checkbox', value: list });
    box.addEventListener('change', () => {
      setInList(kept, this.#paper.id, list, box.checked);
      this.#changed();
    });
    return make('label', {}, box, make('span', { dir: 'auto' }, list));
  }
}
