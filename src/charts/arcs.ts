/** Topics in a column, with an arc for every two that go together. */
import type { Pair } from './together.ts';

/** Arcs at most: more cannot be followed by the eye. */
const mostArcs = 14;
/** Topics at most. */
const mostTopics = 30;
/** Arcs at least, below which a sentence does. */
const fewestArcs = 3;
/** Height of a row, in the unit of the paths. */
export const row = 20;
/** Breadth of the longest arc at most, in rows, so that names have room on a small screen. */
const mostRows = 6;

/** Arcs of one weight. */
export interface ArcGroup {
  /** Lift from which on an arc is in this group. */
  readonly from: number;
  readonly path: string;
}

export interface ArcPicture {
  /** Ids from top to bottom. */
  readonly topics: readonly string[];
  /** The pairs shown, the highest lift first. */
  readonly pairs: readonly Pair[];
  /** Lightest first. */
  readonly groups: readonly ArcGroup[];
  /** Size of what the arcs take, in rows. */
  readonly width: number;
  readonly height: number;
}

/**
 * Orders topics so that those that go together are near: minimum linear arrangement by local search, each topic
 * in turn put where the arcs are shortest, until nothing gets better. Small numbers, so the cost does not matter.
 */
export function arrange(ids: readonly string[], pairs: readonly Pair[]): string[] {
  const length = (order: readonly string[]): number => {
    const place = new Map(order.map((id, index) => [id, index]));
    return pairs.reduce((sum, { topics: [one, other] }) => {
      return sum + Math.abs((place.get(one) ?? 0) - (place.get(other) ?? 0));
    }, 0);
  };
  let best = [...ids];
  let shortest = length(best);
  for (let better = true; better;) {
    better = false;
    for (const id of ids) {
      const others = best.filter((other) => other !== id);
      for (let place = 0; place <= others.length; place += 1) {
        const order = others.toSpliced(place, 0, id);
        const found = length(order);
        if (found < shortest) [best, shortest, better] = [order, found, true];
      }
    }
  }
  return best;
}

/** Lifts from which on arcs are drawn heavier. */
export const weights = [1, 2, 4] as const;

/**
 * Lays out the surest pairs.
 *
 * @param pairs surest first
 * @returns nothing when there are fewer than three
 */
export function makeArcs(pairs: readonly Pair[]): ArcPicture | undefined {
  const ids = new Set<string>();
  const chosen: Pair[] = [];
  for (const pair of pairs) {
    if (chosen.length === mostArcs) break;
    const more = pair.topics.filter((id) => !ids.has(id)).length;
    if (ids.size + more > mostTopics) continue;
    for (const id of pair.topics) ids.add(id);
    chosen.push(pair);
  }
  if (chosen.length < fewestArcs) return undefined;
  const topics = arrange([...ids].toSorted(), chosen);
  const place = new Map(topics.map((id, index) => [id, index]));
  const spans = chosen.map(({ topics: [one, other] }) =>
    Math.abs((place.get(one) ?? 0) - (place.get(other) ?? 0)),
  );
  const longest = Math.max(...spans);
  // Half circles, as long as they have room.
  const breadth = Math.min(0.5, mostRows / longest);
  const groups = weights.map((from, index) => ({
    from,
    to: weights[index + 1] ?? Infinity,
    path: '',
  }));
  for (const { topics: pair, lift } of chosen) {
    const [from, to] = pair.map((id) => place.get(id) ?? 0).toSorted((a, b) => a - b);
    if (from === undefined || to === undefined) continue;
    const span = (to - from) * row;
    const across = Math.round(span * breadth);
    const group = groups.find((candidate) => lift < candidate.to);
    if (group) group.path += `M0 ${from * row + row / 2}a${across} ${span / 2} 0 0 1 0 ${span}`;
  }
  return {
    topics,
    pairs: chosen.toSorted((a, b) => b.lift - a.lift),
    groups: groups.filter(({ path }) => path !== '').map(({ from, path }) => ({ from, path })),
    width: longest * breadth,
    height: topics.length,
  };
}
