/**
 * What the search does on every page: suggestions, marked words. (Its key is one of components/keys.)
 * Small, since every page loads it; what it needs is fetched when it is used.
 */

/** Suggestions for a search field that leads to the search page, from when it is first used. */
function suggestIn(field: Element | null): void {
  if (!(field instanceof HTMLInputElement) || field.type !== 'search') return;
  if (field.form?.matches('[data-search-form]') !== false) return;
  void import('./suggest/attach.ts').then(({ attach }) => attach(field)).catch(() => undefined);
}

/** Whether the reader came from a search. */
function fromSearch(searchPage: string): boolean {
  // Some browsers are told not to say where from.
  if (document.referrer !== '') return document.referrer.startsWith(`${searchPage}?`);
  try {
    // `followedKey`, whose module is not worth its bytes here.
    return sessionStorage.getItem('followed') !== null;
  } catch {
    return false;
  }
}

/**
 * Sets up the search on a page.
 *
 * @param searchPath path of the search page
 */
export function searchEverywhere(searchPath: string): void {
  // A field may have been focused before this script came.
  suggestIn(document.activeElement);
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) suggestIn(target);
  });
  const paper = document.querySelector<HTMLElement>('article[data-paper]')?.dataset['paper'];
  if (paper === undefined || !('highlights' in CSS)) return;
  if (!fromSearch(location.origin + searchPath)) return;
  void import('./found/mark.ts').then(({ markFound }) => markFound(paper)).catch(() => undefined);
}
