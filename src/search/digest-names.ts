/**
 * Names of digests in the browser, worked out from their ids: a page cannot carry a thousand of them.
 *
 * An id is a date and a name in small letters, `2025-03-11-hf-weekly`. Words that are no such name in
 * capitals (`HF weekly`) are told once for all digests of that name.
 */
import { dateWords } from '../text/dates.ts';

/** The part of an id after its date → name, only those that the id does not tell; a whole id → name, where others of its part are called otherwise. */
export type DigestNames = Readonly<Record<string, string>>;

/** Length of `2025-03-11`. */
const dateLength = 10;

/** `-hf-weekly` → `Hf weekly`. */
function plainName(part: string): string {
  const words = part.replaceAll(/[-_.]+/g, ' ').trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** The names that have to be told. Linear in the number of digests. */
export function namesToTell(
  digests: readonly { readonly id: string; readonly name: string }[],
): DigestNames {
  const named = new Map<string, string>();
  const told: [string, string][] = [];
  for (const { id, name } of digests) {
    const part = id.slice(dateLength);
    const known = named.get(part);
    if (known === undefined) named.set(part, name);
    if (known === undefined ? plainName(part) !== name : known !== name)
      told.push([known === undefined ? part : id, name]);
  }
  return Object.fromEntries(told);
}

/** A digest as readers know it, e.g. `HF weekly, 11 March 2025`. */
export function digestLabel(id: string, names: DigestNames): string {
  const part = id.slice(dateLength);
  const key = [id, part].find((key) => Object.hasOwn(names, key));
  const name = (key === undefined ? undefined : names[key]) ?? plainName(part);
  const date = dateWords(id.slice(0, dateLength));
  return name === '' ? date : `${name}, ${date}`;
}
