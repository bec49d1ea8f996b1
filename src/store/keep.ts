/** The part of the store that is enough for most of what is kept. */
import type { Store } from './store.ts';

export type Keep = Pick<Store, 'get' | 'put' | 'retain'>;

/** Keeps nothing. */
export const nowhere: Keep = {
  get: () => undefined,
  put: () => undefined,
  retain: () => undefined,
};
