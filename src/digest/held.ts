/** What papers say, to tell what else a text says. */
import type { CapturedPaper } from './model.ts';
import { visible, wordsOf, type Word } from './visible.ts';

/** All that was read of a paper. */
export const textsOf = ({ title, abstract = '', facts }: CapturedPaper): string[] => [
  title,
  abstract,
  facts.comment ?? '',
  facts.venue ?? '',
  (facts.authors ?? []).join(', '),
  (facts.links ?? []).map(({ label, url }) => `${label} ${url}`).join(' '),
];

/** Words that have to follow on one another in a text of a paper for it to hold them. */
const together = 4;
/** Fewer held words than this between two that are not are chance. */
const byChance = 8;
/** As many words, or this share of a run, no paper may have where it has the rest in another spelling, as with TeX. */
const strangest = { words: 20, share: 0.2 };

/** What papers say, to find other texts in it. */
export class Held {
  readonly #runs = new Set<string>();
  readonly #words = new Set<string>();

  constructor(papers: readonly CapturedPaper[]) {
    for (const text of papers.flatMap(textsOf)) {
      const keys = wordsOf(visible(text)).map(({ key }) => key);
      for (const key of keys) this.#words.add(key);
      for (let at = 0; at + together <= keys.length; at++)
        this.#runs.add(keys.slice(at, at + together).join(' '));
    }
  }

  /** The parts of a visible text, long enough for prose, that no paper has: from and to, offsets. */
  missing(text: string): (readonly [number, number])[] {
    const words = wordsOf(text);
    const held = new Uint8Array(words.length);
    for (let at = 0; at + together <= words.length; at++) {
      const some = words.slice(at, at + together);
      if (this.#runs.has(some.map(({ key }) => key).join(' '))) held.fill(1, at, at + together);
    }
    const found: (readonly [number, number])[] = [];
    let from = 0;
    for (let at = 0, gap = 0; at <= words.length; at++) {
      gap = held[at] === 1 ? gap + 1 : 0;
      if (at < words.length && gap < byChance) continue;
      const run = words.slice(from, at === words.length ? at : at - gap + 1);
      const isStrange = ({ key }: Word): boolean => !this.#words.has(key);
      const [first, last] = [run.find(isStrange), run.findLast(isStrange)];
      const strange = run.filter(isStrange).length;
      const isOther = strange > run.length * strangest.share || strange > strangest.words;
      if (first && last && isOther) found.push([first.start, last.end]);
      while (held[at] === 1) at++;
      from = at;
      gap = 0;
    }
    return found;
  }
}
