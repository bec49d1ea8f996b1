/** Muted and marked words and authors: what there is, and a new one. */
import { make } from '../../search/browser/dom.ts';
import { tidyName } from '../lists.ts';
import type { Library, Rule } from '../library.ts';
import { ruleOf, settingOf } from '../names.ts';
import { kept } from './kept.ts';

const does = { mute: 'mute', lit: 'mark' } as const;

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
  const what = choose('What to do', { mute: 'Mute', lit: 'Mark' });
  const kind = choose('Kind', { word: 'papers with the words', author: 'papers by' });
  const text = make('input', { type: 'text', 'aria-label': 'Words or name', dir: 'auto' });
  const form = make('form', { class: 'add' }, what, kind, text, make('button', {}, 'Add'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const words = tidyName(text.value);
    if (words === '') return;
    text.value = '';
    const rule = ruleOf(kind.value === 'author' ? 'author' : 'word', words);
    act(`“${words}” is ${what.value === 'mute' ? 'muted' : 'marked'} in lists.`, () => {
      kept.set(settingOf('rules'), true);
      kept.set(rule, what.value === 'mute' ? 'mute' : 'lit');
    });
  });
  const item = (rule: Rule): HTMLElement => {
    const remove = make('button', { type: 'button' }, 'Remove');
    remove.setAttribute('aria-label', `No longer ${does[rule.does]} “${rule.text}”`);
    remove.addEventListener('click', () =>
      act(`“${rule.text}” is no longer ${rule.does === 'mute' ? 'muted' : 'marked'}.`, () =>
        kept.set(ruleOf(rule.kind, rule.text), null),
      ),
    );
    const words = `${rule.does === 'mute' ? 'Muted' : 'Marked'}: ${rule.kind === 'author' ? 'by ' : ''}`;
    return make('li', {}, make('span', {}, words, make('q', { dir: 'auto' }, rule.text)), remove);
  };
  const element = make(
    'section',
    {},
    make('h2', {}, 'Muted and marked'),
    make(
      'p',
      {},
      'A muted paper is folded to one line in lists, and can be opened there. Words are looked for in what a list shows of a paper.',
    ),
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
