/**
 * Taking in what was kept elsewhere: a file, or a list in an address. It only adds. What is here and not there stays, and
 * what was taken away here and is there comes back; of two different values the later holds, and of two notes both.
 */
import { parseName } from './names.ts';
import type { Register, Value } from './register.ts';
import type { Store } from './store.ts';

/** What is kept elsewhere, by name. */
export type Elements = ReadonlyMap<string, Register>;

export interface Merge {
  /** What is to be written here. */
  readonly steps: readonly { readonly name: string; readonly value: Value }[];
  /** How many of each kind come in: `star`, `read`, `note`, `tag`, `in`, `list`, `word`, `author`, `set`. */
  readonly counts: ReadonlyMap<string, number>;
}

const isLive = (register: Register | undefined): register is Register =>
  register !== undefined && register.value !== null;

const noteStart = (name: string): string | undefined => {
  const { paper, kind } = parseName(name);
  return kind === 'note' && paper !== '' ? `${paper} note ` : undefined;
};

/** The notes of which a version is live, by how their names begin. */
const liveNotes = (elements: Iterable<readonly [string, Register]>): Set<string> =>
  new Set(
    Array.from(elements, ([name, register]) =>
      isLive(register) ? noteStart(name) : undefined,
    ).filter((start) => start !== undefined),
  );

/**
 * What merging would do; nothing is done yet.
 *
 * @param store what is here
 */
export function planMerge(store: Store, elements: Elements): Merge {
  const notesThere = liveNotes(elements);
  const notesHere = liveNotes(store.all());
  const steps: Merge['steps'][number][] = [];
  const counts = new Map<string, number>();
  for (const [name, theirs] of elements) {
    const mine = store.get(name);
    const note = noteStart(name);
    if (theirs.value === null) {
      // Only a version of a note for which there is another: that is what became of it.
      const isReplaced = note !== undefined && notesThere.has(note) && isLive(mine);
      if (isReplaced && theirs.stamp >= mine.stamp) steps.push({ name, value: null });
      continue;
    }
    if (mine?.value === null) {
      // A version that became another here does not come back beside it.
      if (note !== undefined && notesHere.has(note)) continue;
    } else if (mine !== undefined) {
      const isSame = JSON.stringify(mine.value) === JSON.stringify(theirs.value);
      if (isSame || theirs.stamp <= mine.stamp) continue;
    }
    steps.push({ name, value: theirs.value });
    const { kind } = parseName(name);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return { steps, counts };
}

/** Does what was planned. */
export function merge(store: Store, { steps }: Merge): void {
  for (const { name, value } of steps) store.set(name, value);
}
