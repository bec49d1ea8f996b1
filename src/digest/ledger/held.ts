/** What papers say, to tell what else a text says. */
import type { CapturedPaper } from '../model.ts';
import { withoutMarkup, wordsOf, type Word } from './text.ts';

/** Lines that belong to nothing that was read, counted from 0. */
export interface UnreadLines {
  readonly first: number;
  readonly last: number;
  readonly text: string;
  readonly what: string;
}

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

/** Each run of words that has that length, as one key. */
const runsOf = (words: readonly Word[]): string[] =>
  words.slice(0, Math.max(0, words.length - together + 1)).map((_, at) =>
    words
      .slice(at, at + together)
      .map(({ key }) => key)
      .join(' '),
  );

/** What papers say, to find other texts in it. */
export class Held {
  readonly #runs = new Set<string>();
  readonly #words = new Set<string>();

  constructor(papers: readonly CapturedPaper[]) {
    for (const text of papers.flatMap(textsOf)) {
      const words = wordsOf(withoutMarkup(text));
      for (const { key } of words) this.#words.add(key);
      for (const run of runsOf(words)) this.#runs.add(run);
    }
  }

  /** The parts of a text without markup, long enough for prose, that no paper has: from and to, offsets. */
  missing(text: string): (readonly [number, number])[] {
    const words = wordsOf(text);
    const held = new Uint8Array(words.length);
    for (const [at, run] of runsOf(words).entries())
      if (this.#runs.has(run)) held.fill(1, at, at + together);
    const found: (readonly [number, number])[] = [];
    let from = 0;
    for (let at = 0, gap = 0; at <= words.length; at++) {
      gap = held[at] === 1 ? gap + 1 : 0;
      if (at < words.length && gap < byChance) continue;
      const run = words.slice(from, at === words.length ? at : at - gap + 1);
      const strange = run.filter(({ key }) => !this.#words.has(key));
      const [first, last] = [strange[0], strange.at(-1)];
      const isOther =
        strange.length > run.length * strangest.share || strange.length > strangest.words;
      if (first && last && isOther) found.push([first.start, last.end]);
      while (held[at] === 1) at++;
      from = at;
      gap = 0;
    }
    return found;
  }
}
