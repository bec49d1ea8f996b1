/** Topics that occur together more often than chance would have it. */
import type { Archive } from '../archive/index.ts';

/** Papers that two topics must share. */
const fewestShared = 3;
/**
 * One-sided 5 %. Of the 300 pairs of 25 topics few can pass it by chance, because few reach three papers at all:
 * with topics dealt out anew at random 0.3 to 0.5 pairs did, against 5 to 45 as they are (docs/pictures.md).
 */
const z = 1.645;

/** Two topics that go together. */
export interface Pair {
  readonly topics: readonly [string, string];
  /** Papers that have both. */
  readonly shared: number;
  /** How many times as many as expected. */
  readonly lift: number;
  /** The lower end of what the lift may be: ranks pairs, so that a few papers by accident don't lead. */
  readonly atLeast: number;
}

/**
 * Lower confidence limit of a Poisson count by Byar's approximation (Breslow, Day: Statistical Methods in Cancer
 * Research II, IARC 1987, page 69).
 *
 * @param count at least 1
 */
export function lowerLimit(count: number): number {
  return Math.max(0, count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3);
}

/**
 * Finds the pairs of topics with lift (interest; Brin, Motwani, Ullman, Tsur 1997): papers with both, divided by
 * the papers that would have both if the topics were spread independently. Only papers with a topic are counted
 * as the whole: unsorted ones have none, and would make any two topics look like friends.
 *
 * A pair counts when the lower limit of its lift is above 1.
 *
 * @returns surest first. Linear in papers, quadratic in topics.
 */
export function findPairs({ papers, topics }: Pick<Archive, 'papers' | 'topics'>): Pair[] {
  const numbers = new Map(topics.map(({ id }, index) => [id, index]));
  const size = topics.length;
  const single = new Float64Array(size);
  const both = new Float64Array(size * size);
  let sorted = 0;
  for (const paper of papers) {
    const held = paper.topics
      .flatMap(({ topic }) => numbers.get(topic) ?? [])
      .toSorted((a, b) => a - b);
    if (held.length > 0) sorted += 1;
    held.forEach((one, index) => {
      single[one] = (single[one] ?? 0) + 1;
      for (const other of held.slice(index + 1)) {
        both[one * size + other] = (both[one * size + other] ?? 0) + 1;
      }
    });
  }
  const pairs: Pair[] = [];
  topics.forEach(({ id: first }, one) => {
    topics.slice(one + 1).forEach(({ id: second }, offset) => {
      const other = one + 1 + offset;
      const shared = both[one * size + other] ?? 0;
      if (shared < fewestShared) return;
      const expected = ((single[one] ?? 0) * (single[other] ?? 0)) / sorted;
      const atLeast = lowerLimit(shared) / expected;
      if (atLeast <= 1) return;
      pairs.push({ topics: [first, second], shared, lift: shared / expected, atLeast });
    });
  });
  return pairs.toSorted((a, b) => b.atLeast - a.atLeast);
}

/** A topic that goes along with another. */
export interface Companion {
  readonly topic: string;
  readonly shared: number;
  readonly lift: number;
}

/** Companions shown with a topic at most. */
const mostCompanions = 6;

/** The surest companions of every topic that has any, the highest lift first. */
export function companions(pairs: readonly Pair[]): ReadonlyMap<string, readonly Companion[]> {
  const found = new Map<string, Companion[]>();
  const add = (topic: string, companion: Companion): void => {
    const list = found.get(topic) ?? [];
    if (list.length < mostCompanions) list.push(companion);
    found.set(topic, list);
  };
  for (const {
    topics: [one, other],
    shared,
    lift,
  } of pairs) {
    add(one, { topic: other, shared, lift });
    add(other, { topic: one, shared, lift });
  }
  for (const list of found.values()) list.sort((a, b) => b.lift - a.lift);
  return found;
}

/** How many papers have no topic, one, two, and three or more. Linear. */
export const spread = (papers: Archive['papers']): readonly number[] =>
  [0, 1, 2, 3].map(
    (count) => papers.filter(({ topics }) => Math.min(topics.length, 3) === count).length,
  );
