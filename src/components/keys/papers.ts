/** The papers of a page in their order, and which of them the reader is at: the one whose title has the focus. */

const titles = 'main .papers li a.title, #results li a[data-paper]';

/** Titles that are shown. */
function shownTitles(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>(titles)].filter(
    (link) => link.getClientRects().length > 0,
  );
}

/** The title of the paper that has the focus, on itself or on something of it. */
export function currentTitle(): HTMLAnchorElement | undefined {
  const item = document.activeElement?.closest('li:has(a.title, a[data-paper])');
  return item?.querySelector<HTMLAnchorElement>(titles) ?? undefined;
}

/**
 * Moves the focus to another paper: from none, to the first that is in sight.
 *
 * @param by 1 for the next, -1 for the one before
 * @returns whether there is one
 */
export function step(by: 1 | -1): boolean {
  const all = shownTitles();
  const current = currentTitle();
  const at = current === undefined ? -1 : all.indexOf(current);
  const inSight = all.findIndex((link) => link.getBoundingClientRect().top >= 0);
  const to = at >= 0 ? all[at + by] : (all[inSight] ?? all.at(-1));
  if (to === undefined) return false;
  to.focus({ preventScroll: true });
  to.closest('li')?.scrollIntoView({ block: 'nearest' });
  return true;
}
