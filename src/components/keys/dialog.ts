/** All keys, in a dialog, with the switch that turns those of one character off. */
import * as words from '#words/keys.ts';
import { keysAreOn, switchKeys } from './choice.ts';

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}

function rowOf([names, does]: (typeof words.keys)[number]): HTMLElement {
  const marks = names.flatMap((name, at) => [...(at > 0 ? [words.or] : []), make('kbd', name)]);
  return make('div', make('dt', ...marks), make('dd', does));
}

function makeDialog(): HTMLDialogElement {
  const heading = make('h2', words.heading);
  heading.id = 'keys';
  const box = make('input');
  box.type = 'checkbox';
  box.addEventListener('change', () => switchKeys(box.checked));
  const close = make('button', words.close);
  close.type = 'submit';
  close.autofocus = true;
  const form = make('form', make('label', box, words.areOn), close);
  form.method = 'dialog';
  const dialog = make('dialog', heading, make('dl', ...words.keys.map(rowOf)), form);
  dialog.className = 'keys';
  dialog.setAttribute('aria-labelledby', 'keys');
  // A click beside it closes it.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  box.checked = keysAreOn();
  return dialog;
}

/** Shows all keys. */
export function showKeys(): void {
  const dialog = makeDialog();
  document.body.append(dialog);
  dialog.showModal();
}
