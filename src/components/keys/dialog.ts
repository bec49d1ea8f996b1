/** All keys, in a dialog, with the switch that turns those of one character off. */
import * as words from '#words/keys.ts';
import { make } from '../../browser/dom.ts';
import { keysAreOn, switchKeys } from '../../browser/keys.ts';

function rowOf([names, does]: (typeof words.keys)[number]): HTMLElement {
  const marks = names.flatMap((name, at) => [...(at > 0 ? [words.or] : []), make('kbd', {}, name)]);
  return make('div', {}, make('dt', {}, ...marks), make('dd', {}, does));
}

function makeDialog(): HTMLDialogElement {
  const box = make('input', { type: 'checkbox' });
  box.checked = keysAreOn();
  box.addEventListener('change', () => switchKeys(box.checked));
  const dialog = make(
    'dialog',
    { class: 'keys', 'aria-labelledby': 'keys' },
    make('h2', { id: 'keys' }, words.heading),
    make('dl', {}, ...words.keys.map(rowOf)),
    make(
      'form',
      { method: 'dialog' },
      make('label', {}, box, words.areOn),
      make('button', { autofocus: '' }, words.close),
    ),
  );
  // A click beside it closes it.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  return dialog;
}

/** Shows all keys. */
export function showKeys(): void {
  const dialog = makeDialog();
  document.body.append(dialog);
  dialog.showModal();
}
