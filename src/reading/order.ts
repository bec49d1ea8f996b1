/** The order of a list: every paper has a place, a number; greater ones come first, so that what is new is at the top. */

export interface Placed {
  readonly id: string;
  readonly place: number;
}

/** Papers in the list's order. */
export const inOrder = <Item extends Placed>(items: readonly Item[]): Item[] =>
  items.toSorted((a, b) => b.place - a.place || (a.id < b.id ? -1 : 1));

/**
 * The places to write so that a paper goes to another position: as a rule its own alone; where there is no number left
 * between its new neighbours, those of all.
 *
 * @param items in order
 * @param from, to positions, the first being 0
 */
export function moved(items: readonly Placed[], from: number, to: number): Placed[] {
  const item = items[from];
  if (item === undefined || from === to || to < 0 || to >= items.length) return [];
  const others = items.toSpliced(from, 1);
  const [above, below] = [others[to - 1]?.place, others[to]?.place];
  if (above === undefined && below !== undefined) return [{ id: item.id, place: below + 1 }];
  if (below === undefined && above !== undefined) return [{ id: item.id, place: above - 1 }];
  if (above === undefined || below === undefined) return [];
  const place = (above + below) / 2;
  if (above > place && place > below) return [{ id: item.id, place }];
  const top = Math.max(items[0]?.place ?? 0, items.length);
  return others.toSpliced(to, 0, item).map(({ id }, at) => ({ id, place: top - at }));
}
