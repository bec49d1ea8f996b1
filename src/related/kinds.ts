/** What is kept of related papers for the next build. */
import type { Kind } from '../store/kind.ts';

const modules = ['src/related/related.ts'];

/** A kind of value of this folder. Its code is all that related papers are found by. */
export const kindOf = <Value>(name: string): Kind<Value> => ({ name: `related-${name}`, modules });
