/** What is kept, over a storage that may be full, forbidden, or written by another page at any time. */
import { Clock } from './clock.ts';
import { holds, read, write, type Register, type Value } from './register.ts';

/** Of the browser's `Storage`, what is used. Each may throw. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Why something could not be kept. */
export type Trouble = 'full' | 'blocked';

const troubleOf = (error: unknown): Trouble =>
  error instanceof Error && /quota/i.test(error.name) ? 'full' : 'blocked';

/** What one action changed: before and after, by name. */
export type Change = Map<string, { readonly before: Register | undefined; after: Register }>;

export class Store {
  readonly clock: Clock;
  readonly #shelf: () => Shelf;
  readonly #prefix: string;
  /** What could not be kept yet, in its order: it holds on this page, and is tried again. */
  readonly #held = new Map<string, Register>();
  #trouble: Trouble | undefined;
  #change: Change | undefined;

  /**
   * @param shelf gives the storage, or throws where it is forbidden
   * @param prefix of all names in it: sites of one host share their storage
   */
  constructor(shelf: () => Shelf, prefix: string, clock = new Clock()) {
    this.#shelf = shelf;
    this.#prefix = prefix;
    this.clock = clock;
  }

  /** Why something is held by this page alone; undefined if all is kept. */
  get trouble(): Trouble | undefined {
    return this.#held.size > 0 ? this.#trouble : undefined;
  }

  get(name: string): Register | undefined {
    const held = this.#held.get(name);
    if (held !== undefined) return held;
    try {
      return read(this.#shelf().getItem(this.#prefix + name));
    } catch {
      return undefined;
    }
  }

  /** The value of a name; null where there is none. */
  value(name: string): Value {
    return this.get(name)?.value ?? null;
  }

  /** Everything that is kept or held, in no order. */
  *all(): Generator<readonly [name: string, register: Register]> {
    const names = new Set(this.#held.keys());
    try {
      const shelf = this.#shelf();
      for (let at = 0; at < shelf.length; at++) {
        const name = shelf.key(at);
        if (name?.startsWith(this.#prefix)) names.add(name.slice(this.#prefix.length));
      }
    } catch {
      // Forbidden: there is what is held.
    }
    for (const name of names) {
      const register = this.get(name);
      if (register !== undefined) yield [name, register];
    }
  }

  /** Writes a value, later than all that is known. Nothing is written where it is the value already. */
  set(name: string, value: Value): void {
    const before = this.get(name);
    if (JSON.stringify(before?.value ?? null) === JSON.stringify(value)) return;
    if (before !== undefined) this.clock.saw(before.stamp);
    const after = { stamp: this.clock.tick(), value };
    const known = this.#change?.get(name);
    this.#change?.set(name, { before: known ? known.before : before, after });
    this.#held.set(name, after);
    this.flush();
  }

  /** What an action changes, to be undone. */
  changing(action: () => void): Change {
    const outer = this.#change;
    const change: Change = new Map();
    this.#change = change;
    try {
      action();
    } finally {
      this.#change = outer;
    }
    return change;
  }

  /** Puts back what was there before a change, but for what has been changed again since. */
  undo(change: Change): void {
    for (const [name, { before, after }] of change) {
      if (this.get(name)?.stamp === after.stamp) this.set(name, before?.value ?? null);
    }
  }

  /**
   * Hears that another page has written, or that storage was emptied.
   *
   * @param key as it is in the storage; null for all
   * @returns the name, if it is one of these
   */
  heard(key: string | null, text: string | null): string | undefined {
    if (!key?.startsWith(this.#prefix)) return undefined;
    const name = key.slice(this.#prefix.length);
    const theirs = read(text);
    const held = this.#held.get(name);
    if (theirs && held && holds(theirs, held)) this.#held.delete(name);
    this.flush();
    return name;
  }

  /** Tries again to keep what is held. */
  flush(): void {
    const waiting = new Set<string>();
    for (const [name, register] of this.#held) {
      const [paper = ''] = name.split(' ', 1);
      // In a paper's own order: an old version of a note does not go before the new one is kept.
      if (paper !== '' && waiting.has(paper)) continue;
      try {
        const shelf = this.#shelf();
        const there = read(shelf.getItem(this.#prefix + name));
        // Another page may have written something later meanwhile.
        if (there === undefined || !holds(there, register)) {
          shelf.setItem(this.#prefix + name, write(register));
        }
        this.#held.delete(name);
      } catch (error) {
        this.#trouble = troubleOf(error);
        waiting.add(paper);
      }
    }
  }

  /** Forgets a name on this device, as if it had never been written. */
  forget(name: string): void {
    this.#held.delete(name);
    try {
      this.#shelf().removeItem(this.#prefix + name);
    } catch {
      // Forbidden: nothing was kept.
    }
  }

  /** Forgets everything on this device. */
  clear(): void {
    for (const [name] of this.all()) this.forget(name);
  }
}
