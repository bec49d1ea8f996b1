/** Keys on the search page: arrows walk from the field through the results and back; Escape leads back, and clears from there. */

interface Links {
  readonly links: readonly HTMLAnchorElement[];
}

/** Where an arrow key leads: from the field (-1) to the last link; undefined if it leads nowhere. */
export function nextPlace(key: string, current: number, count: number): number | undefined {
  const next = key === 'ArrowDown' ? current + 1 : key === 'ArrowUp' ? current - 1 : undefined;
  return next === undefined || next < -1 || next >= count ? undefined : next;
}

/**
 * Listens for keys.
 *
 * @param clear empties the search
 */
export function followKeys(
  root: HTMLElement,
  field: HTMLInputElement,
  view: Links,
  clear: () => void,
): void {
  root.addEventListener('keydown', (event) => {
    const { key, target, isComposing } = event;
    if (isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const { links } = view;
    const current = links.findIndex((link) => link === target);
    if (key === 'Escape' && (current >= 0 || (target === field && field.value !== ''))) {
      event.preventDefault();
      if (current >= 0) field.focus();
      else clear();
      return;
    }
    if (current < 0 && target !== field) return;
    const next = nextPlace(key, current, links.length);
    if (next === undefined) return;
    event.preventDefault();
    if (next === -1) field.focus();
    else links[next]?.focus();
  });
}
