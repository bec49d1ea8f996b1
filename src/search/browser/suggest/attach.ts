/** Gives a search field its suggestions: what is fetched when a field is first used. */
import { behindPath, searchFor, writeAddress } from '../../address.ts';
import { keepLines } from '../keep-lines.ts';
import { keepSearch } from '../recent.ts';
import { Combobox } from './combobox.ts';
import { suggest } from './sources.ts';

const attached = new WeakSet<HTMLInputElement>();

/** Makes a search field suggest; once, however often it is focused. */
export function attach(field: HTMLInputElement): void {
  if (attached.has(field)) return;
  attached.add(field);
  const combobox = new Combobox(field, suggest);
  combobox.start();
  keepLines(field);
  const { form } = field;
  form?.addEventListener('submit', (event) => {
    keepSearch(field.value);
    const address = behindPath(writeAddress(searchFor(field.value)));
    if (!address.startsWith('#')) return;
    event.preventDefault();
    location.assign(form.action + address);
  });
}
