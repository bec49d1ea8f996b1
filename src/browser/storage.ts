/** What a reader chose, in their browser's storage, which may be forbidden or full: then a choice holds for the page. */

/** What is kept under a name; null if nothing is. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/**
 * Keeps something under a name, or, of null, nothing any longer.
 *
 * @returns whether the storage has done so
 */
export function keep(name: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
    return true;
  } catch {
    return false;
  }
}
