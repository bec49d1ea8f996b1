/** Whether keys of one character do anything: readers who dictate or press by mistake can switch them off (WCAG 2.1.4). */
const key = 'keys';

/** What holds for this page where nothing can be stored. */
let chosen: boolean | undefined;

/** On, unless the reader has switched them off, in this tab or another. */
export function keysAreOn(): boolean {
  if (chosen !== undefined) return chosen;
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

/** Switches them on or off, and remembers it. */
export function switchKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(key);
    else localStorage.setItem(key, 'off');
  } catch {
    // Storage is forbidden: the choice holds for this page.
    chosen = on;
  }
}
