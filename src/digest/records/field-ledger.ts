import type { FieldAccount } from '../model.ts';
import { isInvertedText, isObject, isRead } from './values.ts';

/** A file with more fields than this has keys for names; the rest of them is counted as one, `*`. */
const mostFields = 1000;
const deepest = 8;

/** Counts the fields of records, and which of them went into an entry. */
export class FieldLedger {
  readonly #records = new Map<string, number>();
  readonly #used = new Set<string>();

  /** Counts every field of a record once: `paper.authors[].name`. Empty ones (null) are not held. */
  add(record: unknown): void {
    const paths = new Set<string>();
    this.#collect(record, '', 0, paths);
    for (const path of paths) {
      const known = this.#records.get(path);
      if (known !== undefined || this.#records.size < mostFields) {
        this.#records.set(path, (known ?? 0) + 1);
      } else if (!paths.has('*')) this.#records.set('*', (this.#records.get('*') ?? 0) + 1);
    }
  }

  #collect(value: unknown, path: string, depth: number, paths: Set<string>): void {
    if (value === null || value === undefined) return;
    if (depth < deepest && Array.isArray(value) && value.length > 0) {
      for (const item of value) this.#collect(item, `${path}[]`, depth + 1, paths);
    } else if (
      depth < deepest &&
      isObject(value) &&
      !isInvertedText(value) &&
      Object.keys(value).length > 0
    ) {
      for (const [key, inner] of Object.entries(value)) {
        if (paths.size > mostFields) return;
        const name = key.length > 80 ? `${key.slice(0, 80)}…` : key;
        this.#collect(inner, path === '' ? name : `${path}.${name}`, depth + 1, paths);
      }
    } else paths.add(path.replace(/(?:\[\])+$/, ''));
  }

  /** Says that fields went into an entry: those at a path, and what is read of an object there. */
  use(paths: Iterable<string>): void {
    for (const path of paths) this.#used.add(path);
  }

  #isUsed(field: string): boolean {
    if (this.#used.has(field)) return true;
    const dot = field.lastIndexOf('.');
    if (dot === -1 || !isRead(field.slice(dot + 1))) return false;
    const parent = field.slice(0, dot).replace(/\.author$/, '');
    return this.#used.has(parent.replace(/(?:\[\])+$/, ''));
  }

  /** Every field in the order it was first met. */
  accounts(): FieldAccount[] {
    return Array.from(this.#records, ([field, records]) => ({
      field,
      records,
      used: this.#isUsed(field),
    }));
  }
}
