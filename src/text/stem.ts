/**
 * Forms of one English word, brought to one: for the search as Pagefind's index does, by Snowball's English stemmer
 * ("Porter 2"); for topics and related papers by number alone, since `optimal`, `optimizer` and `optimism` are three
 * things there (docs/related.md says what stems would do; terms of one topic file would fall together, too), and where the
 * word itself is shown or looked up, as in what an abbreviation stands for: a stem is no word.
 */
import { stem } from 'porter2';

/**
 * Plurals of acronyms, of which Snowball takes no s off: `cnns`, which has no vowel; `gpus`, whose only one stands
 * before it; `h100s`. Words of that shape that are none lose it as well, and no other word is what is left: `thu`.
 */
const acronyms = /^(?:[^aeiouy\d]{2,}[aeiou]?|[^aeiouy\d]+\d{2,})(?<!s)s$/;
/** Acronyms that end so themselves. `lms`, `vms`, `gms` are more often plurals. */
const noPlurals = new Set(
  'aws bfs cms dbms dfs dns fps gbps gps https kbps lts mbps mcts pls rdbms sms sns tls tts xps'.split(
    ' ',
  ),
);

/** The stem under which forms of a word are brought together. @param word folded */
export const rootOf = (word: string): string =>
  stem(acronyms.test(word) && !noPlurals.has(word) ? word.slice(0, -1) : word);

/**
 * Whether two words are forms of one: `optimizers` and `optimizer`, `llms` and `llm`. docs/search.md says how this
 * differs from the index.
 *
 * @param a folded
 * @param b folded
 */
export const sameStem = (a: string, b: string): boolean => a === b || rootOf(a) === rootOf(b);

export { stem };

/** Ends that are no plural's: `class`, `corpus`, `analysis`, `series`, `Bayes`. */
const noPlural = /(?:[siu]s|eries|ecies|aies|eies|yes)$/;

/**
 * The singular of a plural, by its ending (the S stemmer of Harman, "How effective is suffixing?", 1991).
 *
 * @param word in lower case
 */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || noPlural.test(word)) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.slice(0, /(?:ch|sh|x|ss|zz)es$/.test(word) ? -2 : -1);
}
