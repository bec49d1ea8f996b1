/** The marks of a paper: its star, whether it was read, what is known of it. Every page has this. */
import type { Facts } from './library.ts';
import { factsOf, readOf, starOf } from './names.ts';
import type { Store } from './store.ts';

/** What is in the reading list. */
export const isStarred = (store: Store, paper: string): boolean =>
  store.value(starOf(paper)) !== null;

export const isRead = (store: Store, paper: string): boolean => store.value(readOf(paper)) !== null;

/** Stands behind facts that come from the paper's own page. */
const seenWhole = 'page';

/**
 * Writes what was seen of a paper; what was not seen is kept as it was.
 *
 * @param whole whether it was seen on the paper's page, where authors are not left out
 */
export function know(store: Store, paper: string, { title, by, date }: Facts, whole = false): void {
  const known = store.value(factsOf(paper));
  const [, oldBy = '', oldDate = '', ...mark] = Array.isArray(known) ? known : [];
  const [first, then] = whole ? [by, oldBy] : [oldBy, by];
  const seen = whole ? [seenWhole] : mark;
  store.set(factsOf(paper), [title, first || then, date || oldDate, ...seen]);
}

/** Whether all that its page says of a paper is known. */
export function isKnown(store: Store, paper: string): boolean {
  const known = store.value(factsOf(paper));
  return Array.isArray(known) && known.includes(seenWhole, 3);
}

/** Puts a paper at the top of the reading list. */
export function star(store: Store, paper: string, facts?: Facts, whole = false): void {
  // First what it is: a star without a title would say little.
  if (facts !== undefined) know(store, paper, facts, whole);
  if (!isStarred(store, paper)) store.set(starOf(paper), store.clock.now);
}

/** Takes a paper off; its note, tags and lists stay, for it may come back. */
export const unstar = (store: Store, paper: string): void => store.set(starOf(paper), null);

export const markRead = (store: Store, paper: string, read: boolean): void => {
  if (isRead(store, paper) !== read) store.set(readOf(paper), read ? store.clock.now : null);
};
