/** Which phrases the papers of each topic hold, and whether a paper reads like its topic. */
import type { Vocabulary } from './vocabulary.ts';

export interface Profiles {
  /** Papers of the topic that hold the phrase. */
  count(topic: number, phrase: number): number;
  /**
   * How much a paper reads like the papers of a topic, whatever its terms say: mean log-odds of its words between
   * the topic's papers and all others, the paper itself left out. Above 0: like them.
   *
   * @param without phrases that do not count
   */
  likeness(paper: number, topic: number, without: ReadonlySet<number>): number;
}

/** Weight of the prior of a word's share, in papers. */
const prior = 2;

/**
 * Counts the phrases of each topic's papers.
 *
 * @param vocabulary of the archive
 * @param assigned by the index of the paper: indexes of its topics
 * @param topics number of topics
 */
export function profile(
  { phrases, holds }: Vocabulary,
  assigned: readonly (readonly number[])[],
  topics: number,
): Profiles {
  const width = phrases.length;
  const counts = new Int32Array(topics * width);
  const sizes = Array.from({ length: topics }, () => 0);
  for (const [paper, mine] of assigned.entries())
    for (const topic of mine) {
      sizes[topic] = (sizes[topic] ?? 0) + 1;
      for (const phrase of holds[paper] ?? []) {
        const at = topic * width + phrase;
        counts[at] = (counts[at] ?? 0) + 1;
      }
    }
  const count = (topic: number, phrase: number): number => counts[topic * width + phrase] ?? 0;

  function likeness(paper: number, topic: number, without: ReadonlySet<number>): number {
    const own = assigned[paper]?.includes(topic) ? 1 : 0;
    const inside = (sizes[topic] ?? 0) - own;
    const outside = holds.length - inside - 1;
    let sum = 0;
    let words = 0;
    for (const index of holds[paper] ?? []) {
      const phrase = phrases[index];
      if (phrase === undefined || phrase.keys.length > 1 || without.has(index)) continue;
      const here = count(topic, index) - own;
      const there = phrase.papers - 1 - here;
      const share = phrase.papers / holds.length;
      sum +=
        Math.log((here + prior * share) / (inside + prior)) -
        Math.log((there + prior * share) / (outside + prior));
      words += 1;
    }
    return words === 0 ? 0 : sum / words;
  }
  return { count, likeness };
}
