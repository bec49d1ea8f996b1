/** Values by key, kept in parts: who asks for a few of very many reads those parts alone. */
import { hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { asJson, textOf, type Kind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { Outdated } from './unopened.ts';

const keptParts: Kind<string> = {
  name: 'at-rest-parts',
  modules: ['src/entries/at-rest.ts'],
  codec: { encode: (text) => Buffer.from(text), decode: textOf },
};

/** Parts of the index: the papers of a digest ask for a few hundred keys. */
const parts = 4096;

type Part = Record<string, string[]>;

/** In the place of values that are not kept. */
export const tooMany = '*';

/** Values by key, in parts that are read when they are asked for. */
export class KeyIndex {
  readonly #store: Store;
  readonly #hashes: string[];
  readonly #open = new Map<number, Part>();
  readonly #changed = new Set<number>();

  /** @param hashes of the parts; without them it is empty */
  constructor(store: Store, hashes: readonly string[] = Array.from({ length: parts }, () => '')) {
    this.#store = store;
    this.#hashes = [...hashes];
  }

  /** @throws Outdated if the part is lost */
  of(key: string): readonly string[] {
    return this.#partOf(key)[key] ?? [];
  }

  /** @param most values that a key may have; with more it has `tooMany` alone */
  add(key: string, value: string, most = Infinity): void {
    const part = this.#partOf(key);
    const values = (part[key] ??= []);
    if (values[0] === tooMany || values.includes(value)) return;
    if (values.length < most) values.push(value);
    else part[key] = [tooMany];
    this.#changed.add(crc32(key) % parts);
  }

  /** Keeps what changed. @returns the hashes of the parts */
  keep(): readonly string[] {
    for (const at of this.#changed) {
      const text = JSON.stringify(this.#open.get(at));
      const key = hash('sha256', text).slice(0, 16);
      this.#store.put(keptParts, String(at), key, text);
      this.#hashes[at] = key;
    }
    this.#changed.clear();
    return this.#hashes;
  }

  #partOf(key: string): Part {
    const at = crc32(key) % parts;
    const open = this.#open.get(at) ?? this.#read(at);
    this.#open.set(at, open);
    return open;
  }

  #read(at: number): Part {
    const key = this.#hashes[at];
    if (key === '' || key === undefined) return {};
    const text = this.#store.get(keptParts, String(at), key);
    if (text === undefined) throw new Outdated('a part of what was kept of the archive is lost');
    return asJson<Part>().decode(Buffer.from(text));
  }
}
