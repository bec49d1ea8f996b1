/** Which ink each topic is printed in: as on a political map, neighbours differ. */
import type { Nearest } from '../related/index.ts';
import { inkCount } from './archive-map.ts';

/** Steps in which closeness counts: coarse, so that a few more papers do not change the inks. */
const coarseness = 6;

/**
 * Chooses inks: topics in their order, each with the ink that its neighbours on the map use least.
 *
 * @param nearest neighbours of all papers
 * @param topicOf topic of each paper; -1 for none
 * @param topics how many there are
 * @returns an ink for each topic, 0 to {@link inkCount} - 1
 */
export function chooseInks(nearest: Nearest, topicOf: Int32Array, topics: number): number[] {
  const closeness = closenessOf(nearest, topicOf, topics);
  const inks: number[] = [];
  for (let topic = 0; topic < topics; topic += 1) {
    const costs = Array.from({ length: inkCount }, () => 0);
    const uses = Array.from({ length: inkCount }, () => 0);
    for (const [other, ink] of inks.entries()) {
      costs[ink] = (costs[ink] ?? 0) + Math.ceil(coarseness * (closeness[topic]?.[other] ?? 0));
      uses[ink] = (uses[ink] ?? 0) + 1;
    }
    const cost = (ink: number): number => (costs[ink] ?? 0) * 100 + (uses[ink] ?? 0);
    inks.push(costs.reduce((best, _, ink) => (cost(ink) < cost(best) ? ink : best), 0));
  }
  return inks;
}

/** Part of a topic's neighbours that are of another topic, taken both ways; 0 to 1. */
function closenessOf({ k, places }: Nearest, topicOf: Int32Array, topics: number): number[][] {
  const counts = Array.from({ length: topics }, () => new Float64Array(topics));
  const totals = new Float64Array(topics).fill(1e-9);
  for (const [at, place] of places.entries()) {
    const [mine, theirs] = [topicOf[Math.floor(at / k)] ?? -1, topicOf[place] ?? -1];
    if (place < 0 || mine < 0 || theirs < 0 || mine === theirs) continue;
    const row = counts[mine];
    if (row) row[theirs] = (row[theirs] ?? 0) + 1;
    totals[mine] = (totals[mine] ?? 0) + 1;
  }
  return counts.map((row, a) =>
    Array.from(row, (count, b) =>
      Math.max(count / (totals[a] ?? 1), (counts[b]?.[a] ?? 0) / (totals[b] ?? 1)),
    ),
  );
}
