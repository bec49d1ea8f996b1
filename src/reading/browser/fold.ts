/** What a reader does not want to see in lists, folded away; what they wait for, marked. All can be shown again in place. */
import * as said from '#words/reading-fold.ts';
import { button, make } from '../../browser/dom.ts';
import { ruleIn, type Rule } from '../library.ts';
import { parseName, settingOf } from '../names.ts';
import { rulesFor } from '../rules.ts';
import { textOf, type Item } from './items.ts';
import { kept } from './kept.ts';

/** Items that were shown again: they stay so while the page is open. */
const opened = new WeakSet<HTMLElement>();

const rulesKept = (): Rule[] =>
  Array.from(kept.all()).flatMap(([name, { value }]) => {
    const { paper, kind, rest } = parseName(name);
    return paper === '' ? ruleIn(kind, rest, value) : [];
  });

/** Numbers stay those of the whole list, also where an item is not shown. */
function number({ element: item }: Item): void {
  const list = item.parentElement;
  if (!(list instanceof HTMLOListElement) || list.dataset['numbered'] !== undefined) return;
  list.dataset['numbered'] = '';
  for (const [at, each] of [...list.children].entries())
    if (each instanceof HTMLLIElement) each.value = list.start + at;
}

function mark(item: Item, rules: readonly Rule[]): void {
  const { element: it, title } = item;
  const by = it.querySelector('.by');
  const words = [title, it.querySelector('.beginning')].map((part) => (part ? textOf(part) : ''));
  const [rule] = rulesFor(rules, { words: words.join('\n'), authors: by ? textOf(by) : '' });
  const does = rule?.does === 'mute' && opened.has(it) ? undefined : rule?.does;
  if (it.dataset['rule'] === does) return;
  it.querySelector(':scope > .why')?.remove();
  if (rule === undefined || does === undefined) {
    delete it.dataset['rule'];
    return;
  }
  it.dataset['rule'] = does;
  const why = make('p', { class: 'why' }, said.why(does === 'mute', rule.text));
  if (does === 'mute') {
    const open = (): void => {
      opened.add(it);
      mark(item, rules);
      title.focus();
    };
    why.append(' ', button(said.show, open, { 'aria-label': said.showThis(textOf(title)) }));
  }
  it.append(why);
}

function line(list: Element, read: number, hide: boolean, again: () => void): void {
  const found = document.querySelector<HTMLElement>('[data-folded]');
  if (read === 0) {
    found?.remove();
    return;
  }
  const words = said.read(read, hide);
  if (found?.firstChild?.textContent === words) return;
  const made = found ?? make('p', { class: 'folded', 'data-folded': '' });
  const turn = button(hide ? said.showThem : said.hide, () => {
    kept.set(settingOf('hide'), !hide);
    again();
    made.querySelector('button')?.focus();
  });
  made.replaceChildren(words, turn);
  if (found === null) list.after(made);
}

/** Folds and marks the items of lists as the reader wants them now. */
export function foldLists(items: readonly Item[]): void {
  const inLists = items.filter(({ element: it }) => it.matches('.papers > li'));
  const last = inLists.at(-1)?.element.parentElement;
  if (!last) return;
  const hide = kept.value(settingOf('hide')) === true;
  const rules = kept.value(settingOf('rules')) === true ? rulesKept() : [];
  let read = 0;
  for (const item of inLists) {
    const isRead = item.element.dataset['read'] !== undefined;
    if (isRead) read++;
    if (isRead && hide) number(item);
    item.element.hidden = isRead && hide;
    mark(item, rules);
  }
  line(last, read, hide, () => foldLists(items));
}
