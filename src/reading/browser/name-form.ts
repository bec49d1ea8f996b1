/** A field for the name of something new, and the button that takes it. */
import { add } from '#words/reading.ts';
import { make } from '../../browser/dom.ts';
import { tidyName } from '../lists.ts';

/** @param take is given names that say something */
export function nameForm(label: string, take: (name: string) => void): HTMLFormElement {
  const field = { type: 'text', placeholder: label, 'aria-label': label, dir: 'auto' };
  const name = make('input', field);
  const form = make('form', { class: 'add' }, name, make('button', {}, add));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const tidy = tidyName(name.value);
    name.value = '';
    if (tidy !== '') take(tidy);
  });
  return form;
}
