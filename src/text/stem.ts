/** Forms of one English word, brought to one as Pagefind's index does: Snowball's English stemmer ("Porter 2"). */
import { stem } from 'porter2';

/** The plural of an acronym: it has no vowel, and without one Snowball takes no s off. */
const acronyms = /^[^aeiouy\d]{2,}s$/;

const root = (word: string): string => stem(acronyms.test(word) ? word.slice(0, -1) : word);

/**
 * Whether two words are forms of one: `optimizers` and `optimizer`, `llms` and `llm`. docs/search.md says how this
 * differs from the index.
 *
 * @param a folded
 * @param b folded
 */
export const sameStem = (a: string, b: string): boolean => a === b || root(a) === root(b);

export { stem };
