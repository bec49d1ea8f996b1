/** What readers do with tags, lists and their order. Each may be undone by `Store.changing`. */
import { papersOf, type Library } from './library.ts';
import { listOf, placeOf, starOf, tagOf } from './names.ts';
import { moved } from './order.ts';
import type { Store } from './store.ts';

/** A name for a tag or a list: one line, not too long. */
export const tidyName = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').trim().slice(0, 60).trim();

export const setTag = (store: Store, paper: string, tag: string, on: boolean): void => {
  if (tag !== '') store.set(tagOf(paper, tag), on ? true : null);
};

export const makeList = (store: Store, list: string): void => {
  if (list !== '') store.set(listOf(list), true);
};

/** Puts a paper at the top of a list, or takes it off. */
export function setInList(store: Store, paper: string, list: string, on: boolean): void {
  if (list === '') return;
  const isIn = store.value(placeOf(paper, list)) !== null;
  if (isIn !== on) store.set(placeOf(paper, list), on ? store.clock.now : null);
}

/** Gives a list another name: its papers go along. */
export function renameList(store: Store, library: Library, from: string, to: string): void {
  if (to === '' || to === from) return;
  makeList(store, to);
  for (const { id, places } of library.papers.values()) {
    const place = places.get(from);
    if (place === undefined) continue;
    if (!places.has(to)) store.set(placeOf(id, to), place);
    store.set(placeOf(id, from), null);
  }
  store.set(listOf(from), null);
}

/** Does away with a list; its papers stay in the reading list. */
export function removeList(store: Store, library: Library, list: string): void {
  for (const { id, places } of library.papers.values()) {
    if (places.has(list)) store.set(placeOf(id, list), null);
  }
  store.set(listOf(list), null);
}

/**
 * Moves a paper within the reading list, or within one of the reader's lists.
 *
 * @param paper goes where `target` is now
 */
export function move(
  store: Store,
  library: Library,
  list: string | undefined,
  paper: string,
  target: string,
): void {
  const items = papersOf(library, list).map(({ id, star = 0, places }) => ({
    id,
    place: list === undefined ? star : (places.get(list) ?? 0),
  }));
  const at = (id: string): number => items.findIndex((item) => item.id === id);
  for (const { id, place } of moved(items, at(paper), at(target))) {
    store.set(list === undefined ? starOf(id) : placeOf(id, list), place);
  }
}

/** A paper whose address is another now: everything kept of it goes along. */
export function follow(store: Store, former: string, paper: string): void {
  const start = `${former} `;
  const found = [...store.all()].filter(([name]) => name.startsWith(start));
  for (const [name, { stamp, value }] of found) {
    const to = `${paper} ${name.slice(start.length)}`;
    const there = store.get(to);
    if (value !== null && (there === undefined || there.stamp < stamp)) store.set(to, value);
    store.forget(name);
  }
}
