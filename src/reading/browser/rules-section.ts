/** Muted and marked words and authors: what there is, and a new one. */
import * as said from '#words/reading.ts';
import { button, make } from '../../browser/dom.ts';
import { tidyName } from '../lists.ts';
import type { Library, Rule } from '../library.ts';
import { ruleOf, settingOf } from '../names.ts';
import { kept } from './kept.ts';

const choose = (name: string, values: Readonly<Record<string, string>>): HTMLSelectElement =>
  make(
    'select',
    { 'aria-label': name },
    ...Object.entries(values).map(([value, words]) => make('option', { value }, words)),
  );

/** @param act does something that can be undone */
export function rulesSection(act: (words: string, action: () => void) => void): {
  readonly element: HTMLElement;
  show(library: Library): void;
} {
  const list = make('ul', { class: 'rules' });
  const what = choose(said.whatToDo, said.does);
  const kind = choose(said.kind, said.ofKind);
  const text = make('input', { type: 'text', 'aria-label': said.wordsOrName, dir: 'auto' });
  const form = make('form', { class: 'add' }, what, kind, text, make('button', {}, said.add));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const words = tidyName(text.value);
    if (words === '') return;
    text.value = '';
    const rule = ruleOf(kind.value === 'author' ? 'author' : 'word', words);
    act(said.nowRule(words, what.value === 'mute'), () => {
      kept.set(settingOf('rules'), true);
      kept.set(rule, what.value === 'mute' ? 'mute' : 'lit');
    });
  });
  const item = (rule: Rule): HTMLElement => {
    const { kind: of, text: about } = rule;
    const isMuted = rule.does === 'mute';
    const end = (): void =>
      act(said.noRule(about, isMuted), () => kept.set(ruleOf(of, about), null));
    const remove = button(said.remove, end, { 'aria-label': said.endRule(about, isMuted) });
    const words = said.rule(isMuted, of === 'author');
    return make('li', {}, make('span', {}, words, make('q', { dir: 'auto' }, about)), remove);
  };
  const element = make(
    'section',
    {},
    make('h2', {}, said.mutedAndMarked),
    make('p', {}, said.mutedMeans),
    list,
    form,
  );
  let shown = '';
  return {
    element,
    show: ({ rules }) => {
      const now = JSON.stringify(rules);
      if (now === shown) return;
      shown = now;
      list.replaceChildren(...rules.map(item));
    },
  };
}
