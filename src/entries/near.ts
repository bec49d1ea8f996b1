import { foldedWords } from '../text/words.ts';
import type { Frontmatter } from './model.ts';

/** A title and whose it is. */
export interface Titled {
  readonly id: string;
  readonly title: string;
}

/** Two titles that look alike but are not the same: for a person to judge. */
export interface NearTitle extends Titled {
  /** Share of words in common (Jaccard), 0 to 1. */
  readonly likeness: number;
}

/** Share of words two titles must have in common to be doubtful. Chosen so that one changed word in six is seen. */
const threshold = 0.7;

/** Words shared by more titles than this tell nothing; looking at them would cost quadratic time. */
export const tooCommon = 60;

/** Rare words of a title to look under. */
const probes = 4;

/** The words of a title, as they are compared. */
export const wordsOf = (title: string): Set<string> => new Set(foldedWords(title));

/** Share of words that two sets have in common (Jaccard), 0 to 1. */
function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  const all = one.size + other.size - common;
  return all === 0 ? 1 : common / all;
}

/** Share of words that two titles have in common, 0 to 1. */
export const likeness = (one: string, other: string): number => share(wordsOf(one), wordsOf(other));

/**
 * Finds titles that are nearly equal: a word added, dropped or changed.
 *
 * An inverted index of words; a title is compared only with those that share one of its rarest words
 * (prefix filtering after Bayardo, Ma and Srikant, WWW 2007). Near-linear in the number of titles.
 */
export class NearTitles {
  readonly #titles = new Map<string, { title: string; words: Set<string> }>();
  readonly #index: ReadonlyMap<string, string[]>;

  /**
   * @param asked the titles that will be looked for: of others only what they share with these matters
   * @param common words that are known to be too common
   */
  constructor(asked: readonly string[], common: ReadonlySet<string> = new Set()) {
    const words = new Set(asked.flatMap((title) => [...wordsOf(title)])).difference(common);
    this.#index = new Map(Array.from(words, (word) => [word, []]));
  }

  add(id: string, { title }: Pick<Frontmatter, 'title'>): void {
    if (this.#index.size === 0) return;
    const words = wordsOf(title);
    for (const word of words) {
      const ids = this.#index.get(word);
      if (!ids) continue;
      ids.push(id);
      this.#titles.set(id, { title, words });
    }
  }

  /** The most similar other title, if any is near enough. Titles of fewer than three words are too short to tell. */
  nearest(id: string, title: string): NearTitle | undefined {
    const words = wordsOf(title);
    if (words.size < 3) return undefined;
    const rarest = [...words]
      .map((word) => this.#index.get(word) ?? [])
      .filter((ids) => ids.length > 0 && ids.length <= tooCommon)
      .toSorted((a, b) => a.length - b.length)
      .slice(0, probes);
    let best: NearTitle | undefined;
    for (const other of new Set(rarest.flat())) {
      const known = this.#titles.get(other);
      if (other === id || !known) continue;
      const shared = share(words, known.words);
      if (shared >= threshold && shared > (best?.likeness ?? 0)) {
        best = { id: other, title: known.title, likeness: shared };
      }
    }
    return best;
  }
}
