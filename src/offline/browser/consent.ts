/** Whether the reader has said that nothing is to be kept. */
const key = 'offline';

/** Nobody has said so in a browser that cannot remember it. */
export function isAllowed(): boolean {
  try {
    return localStorage.getItem(key) !== 'no';
  } catch {
    return true;
  }
}

export function allow(yes: boolean): void {
  try {
    if (yes) localStorage.removeItem(key);
    else localStorage.setItem(key, 'no');
  } catch {
    // Storage is forbidden, and service workers with it.
  }
}
