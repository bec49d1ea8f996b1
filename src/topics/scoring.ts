/** How mentions become points, and points a verdict. docs/topics.md explains it to editors. */

/** How much one mention says. */
export const weights = ['weak', 'normal', 'strong', 'key'] as const;
type Weight = (typeof weights)[number];

export type TermWeight = Weight | 'veto';

/** Points a paper needs, unless its topic file says otherwise. */
export const defaultThreshold = 7;

/** Points of the first mention in an abstract; `veto` needs none. */
const points: Readonly<Record<Weight, number>> = { weak: 1, normal: 2, strong: 3, key: 5 };

/** A title has ten words, chosen with care. */
const titleFactor = 2;

/** A mention in a list of examples ("such as …") says little of what the paper is about. */
const asideFactor = 0.5;

/** All weak terms of a topic together give no more than this: they round a case off, never make it. */
const weakTogether = 2;

/** How often a term was met in one paper. */
export interface Mentions {
  title: number;
  /** In the abstract, lists of examples left out. */
  plain: number;
  /** In lists of examples of the abstract. */
  aside: number;
}

export interface TermMentions extends Readonly<Mentions> {
  readonly term: string;
  readonly weight: TermWeight;
  /** The term speaks against the topic. */
  readonly against: boolean;
  /** The paper's own words where it was met first; absent where nobody looked. */
  readonly words?: string;
}

export interface Verdict {
  readonly points: number;
  /** The terms that speak for the topic, best first; empty when they are not enough by their kind. */
  readonly evidence: readonly Pick<TermMentions, 'term' | 'title' | 'words'>[];
}

/**
 * Points of one term. The n-th mention in the abstract counts 1/n of the first, so that repeating a
 * word cannot replace a second piece of evidence; the title counts once. A weak term counts once in all.
 */
export function termPoints(weight: Weight, { title, plain, aside }: Readonly<Mentions>): number {
  if (weight === 'weak') return points.weak * (title + plain > 0 ? 1 : asideFactor);
  let share = title > 0 ? titleFactor : 0;
  for (let n = 1; n <= plain; n += 1) share += 1 / n;
  if (aside > 0) share += asideFactor / (plain + 1);
  return points[weight] * share;
}

/** Weighs what a paper says for and against one topic. */
export function judge(mentions: readonly TermMentions[]): Verdict {
  const none: Verdict = { points: 0, evidence: [] };
  let total = 0;
  let weak = 0;
  let telling = false;
  // A term may stand in a file twice, with another weight for the title: to readers it is one term.
  const evidence = new Map<string, Verdict['evidence'][number] & { points: number }>();
  for (const of of mentions) {
    if (of.weight === 'veto') return none;
    const worth = termPoints(of.weight, of);
    if (of.against) {
      total -= worth;
      continue;
    }
    if (of.weight === 'weak') weak += worth;
    else {
      total += worth;
      telling = true;
    }
    const known = evidence.get(of.term) ?? { ...of, title: 0, points: 0 };
    evidence.set(of.term, {
      term: of.term,
      ...(known.words !== undefined && { words: known.words }),
      title: known.title + of.title,
      points: known.points + worth,
    });
  }
  if (!telling) return none;
  return {
    points: total + Math.min(weak, weakTogether),
    evidence: [...evidence.values()].toSorted((a, b) => b.points - a.points),
  };
}
