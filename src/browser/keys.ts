/** Whether keys of one character do anything: readers who dictate or press by mistake can switch them off (WCAG 2.1.4). */
import { keep, kept } from './storage.ts';

const name = 'keys';

/** What holds for this page where nothing can be stored. */
let chosen: boolean | undefined;

/** On, unless the reader has switched them off, in this tab or another. */
export const keysAreOn = (): boolean => chosen ?? kept(name) !== 'off';

/** Switches them on or off, and remembers it. */
export function switchKeys(on: boolean): void {
  if (!keep(name, on ? null : 'off')) chosen = on;
}
