/**
 * A paper's note. Each version lies under a name of its own, and whoever writes a new one takes away those that they
 * saw: of two that did not know of each other, both stay (a multi-value register; Shapiro et al. 2011, 3.2.2).
 */
import { noteOf } from './names.ts';
import type { Register } from './register.ts';
import type { Store } from './store.ts';

/** Versions of one note, by the stamp that each has in its name. */
export type Versions = ReadonlyMap<string, Register>;

/** The text of a note: of several versions, one below the other, in the order in which they were begun. */
export function noteText(versions: Versions): string {
  const texts = [...versions]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { value }]) => (typeof value === 'string' && value !== '' ? [value] : []));
  return [...new Set(texts)].join('\n\n');
}

/**
 * Writes a note.
 *
 * @param seen the versions that the writer saw
 * @returns the versions that there are now, as far as the writer knows
 */
export function writeNote(store: Store, paper: string, seen: Versions, text: string): Versions {
  const tidy = text.trim();
  if (tidy === noteText(seen)) return seen;
  const now = new Map<string, Register>();
  if (tidy !== '') {
    const version = store.clock.tick();
    store.set(noteOf(paper, version), tidy);
    const register = store.get(noteOf(paper, version));
    if (register !== undefined) now.set(version, register);
  }
  // The new one is there first.
  for (const [version, { value }] of seen) {
    if (value !== null) store.set(noteOf(paper, version), null);
  }
  return now;
}
