/** The part of the store that is enough for most of what is kept. */
import type { Kind } from './kind.ts';
import type { Store } from './store.ts';

export type Keep = Pick<Store, 'get' | 'put' | 'retain'>;

/**
 * What is kept for a key, or else what it is worked out to be, which is then kept.
 *
 * @param id of the value among others of its kind
 * @param key changes with whatever the value is made of
 */
export function keptOrMade<Value>(
  keep: Keep,
  [kind, id, key]: readonly [kind: Kind<Value>, id: string, key: string],
  make: () => Value,
): Value {
  const known = keep.get(kind, id, key);
  if (known !== undefined) return known;
  const made = make();
  keep.put(kind, id, key, made);
  return made;
}

/** Keeps nothing. */
export const nowhere: Keep = {
  get: () => undefined,
  put: () => undefined,
  retain: () => undefined,
};
