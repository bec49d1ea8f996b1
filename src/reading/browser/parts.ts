/** The parts of the reading list to choose from, the order, and the reader's lists themselves. */
import * as said from '#words/reading.ts';
import { button, make } from '../../browser/dom.ts';
import { makeList, removeList, renameList, tidyName } from '../lists.ts';
import { papersOf, tagsOf, type Library } from '../library.ts';
import { kept } from './kept.ts';
import { nameForm } from './name-form.ts';
import { onlyNoted, type Order, type Shown } from './shown.ts';

interface Choice {
  readonly shown: Shown;
  readonly words: string;
  readonly count: number;
}

/** What there is to choose from now. */
function choicesIn(library: Library, { order }: Shown): Choice[] {
  const all = papersOf(library);
  const unread = all.filter(({ read }) => read === undefined).length;
  const noted = onlyNoted(library).length;
  const choice = (part: Shown['part'], words: string, count: number, name = ''): Choice => ({
    shown: { part, name, order },
    words,
    count,
  });
  return [
    choice('all', said.all, all.length),
    choice('unread', said.unread, unread),
    choice('read', said.read, all.length - unread),
    ...library.lists.map((list) => choice('list', list, papersOf(library, list).length, list)),
    ...[...tagsOf(library)].map(([tag, count]) => choice('tag', `#${tag}`, count, tag)),
    ...(noted > 0 ? [choice('noted', said.onOthers, noted)] : []),
  ];
}

export class Parts {
  readonly element = make('div', { class: 'parts' });
  readonly #choices = make('div', { class: 'choice', role: 'group', 'aria-label': said.show });
  readonly #order = make('select');
  readonly #own = make('form', { class: 'add', hidden: '' });
  readonly #name = make('input', { type: 'text', 'aria-label': said.nameOfList, dir: 'auto' });
  readonly #go: (shown: Shown) => void;
  #offered: readonly Shown[] = [];
  #library: Library | undefined;
  #shown: Shown = { part: 'all', name: '', order: 'own' };

  constructor(go: (shown: Shown) => void, act: (words: string, action: () => void) => void) {
    this.#go = go;
    for (const [order, words] of Object.entries(said.orders))
      this.#order.append(make('option', { value: order }, words));
    this.#order.addEventListener('change', () => {
      const order = Object.keys(said.orders).find((it): it is Order => it === this.#order.value);
      go({ ...this.#shown, order: order ?? 'own' });
    });
    const remove = button(said.deleteList, () => {
      const { name } = this.#shown;
      const library = this.#library;
      if (library === undefined) return;
      act(said.listDeleted(name), () => removeList(kept, library, name));
      go({ ...this.#shown, part: 'all', name: '' });
    });
    this.#own.append(this.#name, make('button', {}, said.rename), remove);
    this.#own.addEventListener('submit', (event) => {
      event.preventDefault();
      const [from, to, library] = [this.#shown.name, tidyName(this.#name.value), this.#library];
      if (to === '' || to === from || library === undefined) return;
      act(said.renamed(to), () => renameList(kept, library, from, to));
      go({ ...this.#shown, name: to });
    });
    this.element.append(
      this.#choices,
      make('label', { class: 'order' }, make('span', {}, said.sortBy), this.#order),
      nameForm(said.newList, (name) => act(said.listMade(name), () => makeList(kept, name))),
      this.#own,
    );
  }

  show(library: Library, shown: Shown): void {
    this.#library = library;
    this.#shown = shown;
    this.#order.value = shown.order;
    this.#own.hidden = shown.part !== 'list';
    if (document.activeElement !== this.#name) this.#name.value = shown.name;
    const choices = choicesIn(library, shown);
    this.#offered = choices.map(({ shown: to }) => to);
    const buttons = [...this.#choices.querySelectorAll('button')];
    for (const [at, { shown: to, words, count }] of choices.entries()) {
      const choice = buttons[at] ?? this.#choice(at);
      choice.replaceChildren(make('bdi', {}, words), ' ', make('small', {}, String(count)));
      choice.setAttribute('aria-pressed', String(to.part === shown.part && to.name === shown.name));
    }
    for (const choice of buttons.slice(choices.length)) choice.remove();
  }

  #choice(at: number): HTMLButtonElement {
    const made = button('', () => {
      const to = this.#offered[at];
      if (to !== undefined) this.#go(to);
    });
    this.#choices.append(made);
    return made;
  }
}
