/** Where what was worked out is kept for the next build. */
import type { Kind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';

/** The part of the store of derived facts that is needed here. */
export type Keep = Pick<Store, 'get' | 'put' | 'retain'>;

/** Keeps nothing. */
export const nowhere: Keep = {
  get: () => undefined,
  put: () => undefined,
  retain: () => undefined,
};

const modules = ['src/related/related.ts'];

/** A kind of value of this folder. Its code is all that related papers are found by. */
export const kindOf = <Value>(name: string): Kind<Value> => ({ name: `related-${name}`, modules });
