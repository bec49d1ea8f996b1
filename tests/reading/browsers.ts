/** Two pages over one storage, as browsers have it: each sees what the other wrote a while later, and is told of it. */
import { Clock, newWriter } from '../../src/reading/clock.ts';
import { Store, type Shelf, type Trouble } from '../../src/reading/store.ts';

interface Message {
  readonly key: string;
  readonly text: string | null;
  readonly at: number;
}

/** What a browser throws when no more fits, or when storage is forbidden. */
const failure = (trouble: Trouble): Error =>
  Object.assign(new Error(trouble), {
    name: trouble === 'full' ? 'QuotaExceededError' : 'SecurityError',
  });

export class Disk {
  readonly kept = new Map<string, { readonly text: string; readonly at: number }>();
  /** Every text that was ever kept. */
  readonly ever = new Set<string>();
  readonly tabs: Tab[] = [];
  trouble: Trouble | undefined;
  writings = 0;
}

export const prefix = 'reading / ';

export class Tab implements Shelf {
  readonly #disk: Disk;
  readonly #random: () => number;
  readonly #now: () => number;
  #seen = new Map<string, { text: string; at: number }>();
  #told: Message[] = [];
  store: Store;

  constructor(disk: Disk, random: () => number, now: () => number) {
    this.#disk = disk;
    this.#random = random;
    this.#now = now;
    disk.tabs.push(this);
    this.store = this.#open();
  }

  #open(): Store {
    this.#seen = new Map(this.#disk.kept);
    this.#told = [];
    const clock = new Clock(newWriter(this.#random), this.#now);
    return new Store(() => this, prefix, clock);
  }

  reload(): void {
    this.store = this.#open();
  }

  /** Hears of one thing that another page has done. */
  hear(): boolean {
    const message = this.#told.shift();
    if (message === undefined) return false;
    const { key, text, at } = message;
    if ((this.#seen.get(key)?.at ?? -1) < at) {
      if (text === null) this.#seen.delete(key);
      else this.#seen.set(key, { text, at });
    }
    this.store.heard(key, text);
    return true;
  }

  get length(): number {
    return this.#seen.size;
  }

  key(at: number): string | null {
    // In one go for all, as it is asked: by a number that counts up.
    this.#keys = at === 0 ? [...this.#seen.keys()] : this.#keys;
    return this.#keys[at] ?? null;
  }
  #keys: string[] = [];

  getItem(key: string): string | null {
    if (this.#disk.trouble === 'blocked') throw failure('blocked');
    return this.#seen.get(key)?.text ?? null;
  }

  setItem(key: string, text: string): void {
    if (this.#disk.trouble !== undefined) throw failure(this.#disk.trouble);
    const at = this.#disk.writings++;
    this.#seen.set(key, { text, at });
    this.#disk.kept.set(key, { text, at });
    this.#disk.ever.add(text);
    this.#tell({ key, text, at });
  }

  removeItem(key: string): void {
    const at = this.#disk.writings++;
    this.#seen.delete(key);
    this.#disk.kept.delete(key);
    this.#tell({ key, text: null, at });
  }

  #tell(message: Message): void {
    for (const tab of this.#disk.tabs) if (tab !== this) tab.#told.push(message);
  }
}
