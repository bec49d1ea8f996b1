/** What this reader keeps on this site, in this browser alone. */
import { storageName } from '../../base.ts';
import { Store } from '../store.ts';

export const kept = new Store(() => localStorage, `reading ${storageName()} `);

/** Warns before a page is left that holds what could not be kept. */
function guard(event: BeforeUnloadEvent): void {
  kept.flush();
  if (kept.trouble !== undefined) event.preventDefault();
}

/** Has `beforeunload` only while it is needed: with it, browsers do not keep a page for the way back. */
export function guardUnkept(): void {
  window.removeEventListener('beforeunload', guard);
  if (kept.trouble !== undefined) window.addEventListener('beforeunload', guard);
}

/** Calls back when another page of this site has changed what is kept. */
export function onOthers(changed: () => void): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === null || kept.heard(key, newValue) !== undefined) changed();
  });
  // A page that comes back has heard nothing while it was away.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) changed();
  });
}
