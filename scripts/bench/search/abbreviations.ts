/** Abbreviations as abstracts explain them: "reinforcement learning (RL)". */
import type { Corpus } from './corpus.ts';
import { fold, tokens } from './words.ts';

/** Both ways, folded: `rl` ↔ `reinforcement learning`. */
export interface Abbreviations {
  readonly full: ReadonlyMap<string, string>;
  readonly short: ReadonlyMap<string, string>;
  /** Words of the longest full name. */
  readonly longest: number;
}

/** Capitals in brackets, a small `s` behind them allowed. */
const bracketed = /\(([A-Z]{2,7})s?\)/g;
/** Characters before the bracket that may hold the full name. */
const reach = 120;

/** The explained abbreviations of a text: each has the initials of the words before it. */
export function explained(text: string): { short: string; full: string }[] {
  return [...text.matchAll(bracketed)].flatMap((match) => {
    const short = match[1] ?? '';
    // Neither sentence nor brackets between.
    const before = /[^.;:()]*$/.exec(text.slice(Math.max(0, match.index - reach), match.index));
    const words = tokens(before?.[0] ?? '').slice(-short.length);
    const initials = words.map((word) => word[0]).join('');
    return initials === fold(short) ? [{ short: fold(short), full: words.join(' ') }] : [];
  });
}

/** Abbreviations that two papers at least explain, each by what it most often stands for. */
export function learnAbbreviations(corpus: Corpus): Abbreviations {
  const counts = new Map<string, Map<string, number>>();
  for (const { abstract } of corpus.papers) {
    for (const { short, full } of explained(abstract)) {
      const names = counts.get(short) ?? new Map<string, number>();
      counts.set(short, names.set(full, (names.get(full) ?? 0) + 1));
    }
  }
  // `OF` for optical flow is no abbreviation that anybody would know from `of`.
  const most = Math.max(5, corpus.papers.length / 5);
  const best = [...counts].flatMap(([short, names]) => {
    const [name] = [...names].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return name === undefined || name[1] < 2 || corpus.frequency(short) > most
      ? []
      : [[short, name[0]] as const];
  });
  return {
    full: new Map(best),
    short: new Map(best.map(([short, name]) => [name, short])),
    longest: Math.max(0, ...best.map(([short]) => short.length)),
  };
}
