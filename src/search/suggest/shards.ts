/**
 * Authors in files by the first letters of their names' words, so that none is large.
 *
 * A small archive has one file; where it would hold more than `namesPerFile` names, they are parted by the
 * first letter of each word, and where that is not enough, by the first two. A name is in a file for each
 * of its words: `Lovelace` is found as well as `Ada`.
 */
import { foldedWords } from '../../text/words.ts';
import type { AuthorEntry } from './suggest-files.ts';

/** Names in one file before it is parted: about 12 KB, 5 KB gzipped. */
export const namesPerFile = 500;

/** The one file of a small archive. Longer than any beginning of a word that names a file. */
const every = 'every';

const longest = 2;

/** The id that a name has as a rule. */
export function ruleId(name: string): string {
  return foldedWords(name).join('-');
}

/** How a word begins, as a file name: letters other than a to z and digits share one file. */
function beginning(word: string, length: number): string {
  return word.slice(0, length).replaceAll(/[^a-z0-9]/g, '_');
}

interface Name {
  readonly entry: AuthorEntry;
  readonly words: readonly string[];
}

function part(names: readonly Name[], start: string, files: Map<string, readonly AuthorEntry[]>) {
  if (names.length <= namesPerFile || start.length === longest) {
    files.set(
      start === '' ? every : start,
      names.map(({ entry }) => entry),
    );
    return;
  }
  const parts = new Map<string, Set<Name>>();
  for (const name of names) {
    for (const word of name.words) {
      const next = beginning(word, start.length + 1);
      if (!next.startsWith(start)) continue;
      const part = parts.get(next) ?? new Set();
      parts.set(next, part.add(name));
    }
  }
  for (const [next, part_] of parts) {
    // A word of one letter begins no longer one.
    if (next === start)
      files.set(
        next,
        [...part_].map(({ entry }) => entry),
      );
    else part([...part_], next, files);
  }
}

/**
 * Parts authors into files. Linear in the words of their names.
 *
 * @param authors those who have a page
 * @returns file name without `.json` → entries, those with most papers first
 */
export function shardAuthors(
  authors: readonly { readonly id: string; readonly name: string; readonly papers: number }[],
): ReadonlyMap<string, readonly AuthorEntry[]> {
  const names = authors
    .toSorted((a, b) => b.papers - a.papers)
    .map(({ id, name, papers }): Name => {
      const words = foldedWords(name);
      return {
        words,
        entry: words.join('-') === id ? [name, papers] : [name, papers, id],
      };
    });
  const files = new Map<string, readonly AuthorEntry[]>();
  if (names.length > 0) part(names, '', files);
  return files;
}

/**
 * The file that holds the names of which a word begins with the given letters.
 *
 * @param word folded; two letters at least name one file for sure
 * @param files names of all files
 * @returns nothing if no name begins so, or too many do
 */
export function shardOf(word: string, files: readonly string[]): string | undefined {
  const names = new Set(files);
  if (names.has(every)) return every;
  const start = Array.from({ length: longest }, (_, at) => beginning(word, longest - at));
  return start.find((name) => name !== '' && names.has(name));
}
