/** Terms that bring papers into a topic that do not look like its papers. */
import { memoise } from '../once.ts';
import type { Profiles } from './profiles.ts';
import type { Review } from './review.ts';
import type { Rule } from './rules.ts';
import type { TermPhrases } from './term-phrases.ts';

export interface Suspicion {
  readonly rule: Rule;
  /** Papers of the topic that would be under the threshold without the term. */
  readonly decides: number;
  /** Of those, papers that another topic claims and whose other words are rather those of papers outside this one. */
  readonly elsewhere: number;
  /** Of those that are labelled, papers that belong to the topic, and that do not. */
  readonly right: number;
  readonly wrong: number;
  /** Indexes of the papers that speak against the term: those labelled otherwise, then the least like the topic. */
  readonly papers: readonly number[];
}

/** Papers that a term must decide before its likeness is judged: fewer are chance. */
const leastDecided = 4;

/** Part of the decided papers that must belong elsewhere. */
const leastElsewhere = 0.4;

/**
 * Terms to look at again. With labels, those that are wrong at least as often as right; without, those whose
 * decided papers are claimed by another topic and read like papers of something else. The second is a hint, not a
 * verdict: docs/topics.md says how often it is right.
 *
 * @param labelled by the index of the paper: the topics it ought to have, where somebody has said so
 */
export function suspicions(
  { decisions, tallies, assigned }: Review,
  profiles: Profiles,
  terms: TermPhrases,
  labelled: ReadonlyMap<number, ReadonlySet<number>> = new Map(),
): Suspicion[] {
  const byRule = Map.groupBy(decisions, ({ rule }) => rule);
  const phrasesOf = memoise((topic: number) => terms.all(topic));
  const found: Suspicion[] = [];
  for (const { rule } of tallies) {
    const papers = (byRule.get(rule) ?? []).map(({ paper }) => paper);
    const { topic } = rule;
    const known = phrasesOf(topic);
    const judged = papers.flatMap((paper) => labelled.get(paper) ?? []);
    const right = judged.filter((topics) => topics.has(topic)).length;
    const wrong = judged.length - right;
    const likeness = new Map(
      papers.map((paper) => [paper, profiles.likeness(paper, topic, known)] as const),
    );
    const like = (paper: number): number => likeness.get(paper) ?? 0;
    const elsewhere = papers.filter(
      (paper) => like(paper) < 0 && (assigned[paper]?.length ?? 0) > 1,
    );
    const misled = (paper: number): boolean => labelled.get(paper)?.has(topic) === false;
    const labelsSay = wrong > 0 && wrong >= right;
    const wordsSay =
      right <= wrong &&
      papers.length >= leastDecided &&
      elsewhere.length >= leastElsewhere * papers.length;
    if (!labelsSay && !wordsSay) continue;
    const against = [...new Set([...papers.filter(misled), ...elsewhere])].toSorted(
      (a, b) => Number(misled(b)) - Number(misled(a)) || like(a) - like(b),
    );
    found.push({
      rule,
      decides: papers.length,
      elsewhere: elsewhere.length,
      right,
      wrong,
      papers: against,
    });
  }
  return found.toSorted(
    (a, b) => b.wrong - b.right - (a.wrong - a.right) || b.elsewhere - a.elsewhere,
  );
}
