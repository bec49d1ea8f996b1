/** Names on the map: its regions, and places inside them. */
import type { Paper } from '../archive/index.ts';
import { middleOf, nearestTo, partition, spots } from './groups.ts';
import {
  extent,
  inkCount,
  linkedLimit,
  type MapLabel,
  type MapRegion,
  type MapTopic,
} from './archive-map.ts';
import { clearSpot } from './clear.ts';
import { makeNamer, type Namer } from './naming.ts';
import { squareAt } from './squares.ts';
import type { Positions } from './start.ts';

/** Part of a region's papers that a topic must have to give it its name; words of a few papers say little. */
const dominating = (papers: number): number => (papers <= linkedLimit ? 0.12 : 0.35);

/** Regions grow in number as papers do, but slowly: a map has room for some twenty names. */
const regionSizes = (count: number) => {
  const most = Math.max(2, Math.round(2 * count ** 0.25));
  return {
    width: Math.min(0.06, 0.11 * count ** -0.17),
    most,
    fewest: Math.max(5, Math.floor(count / (most * 5))),
  };
};

const placeSizes = (count: number) => ({
  width: Math.max(0.01, 0.1 * count ** -0.22),
  most: Math.min(200, Math.floor(count / 25)),
  fewest: Math.max(8, Math.floor(count / 1500)),
});

/**
 * Finds and names the parts of the map.
 *
 * @param papers in the map's order, as are all others
 * @param allPositions 0 to 1
 * @param steady papers, from the first on, by which regions are drawn and named; later ones fall into them
 */
export function surveyRegions(
  papers: readonly Paper[],
  allPositions: Positions,
  topicOf: Uint8Array,
  topics: readonly MapTopic[],
  steady = papers.length,
): { readonly regions: MapRegion[]; readonly labels: MapLabel[] } {
  const namer = makeNamer(papers.slice(0, steady));
  const positions = allPositions.subarray(0, steady * 2);
  const groups = partition(positions, regionSizes(Math.max(1, steady)));
  const shares = groups.map((group) => countTopics(group, topicOf));
  const names = nameRegions(namer, groups, shares, topics);
  const labels = groups.map((group, at): MapLabel => {
    const text = names[at] ?? '';
    const [x, y] = clearSpot(positions, middleOf(positions, group), text);
    return { text, x: x * extent, y: y * extent, kind: 'region', weight: group.length };
  });
  const taken = new Set(names.map((name) => name.toLowerCase()));
  for (const group of spots(positions, placeSizes(Math.max(1, steady)))) {
    const [name] = namer.terms(group, 1);
    if (name === undefined || taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    const [x, y] = middleOf(positions, group);
    labels.push({
      text: capital(name),
      x: x * extent,
      y: y * extent,
      kind: 'place',
      weight: group.length,
    });
  }
  const middles = groups.map((group) => middleOf(positions, group));
  const later = nearestTo(allPositions, middles, steady);
  const regions = groups.map((group, at): MapRegion => {
    const all = [...group, ...(later[at] ?? [])];
    return {
      name: names[at] ?? '',
      square: squareAt(...(middles[at] ?? [0, 0])),
      papers: all,
      topics: countTopics(all, topicOf),
    };
  });
  return { regions, labels };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

interface Share {
  readonly topic: number;
  readonly count: number;
}

function countTopics(group: readonly number[], topicOf: Uint8Array): Share[] {
  const counts = new Map<number, number>();
  for (const paper of group) {
    const topic = topicOf[paper] ?? 0;
    counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  return [...counts]
    .map(([topic, count]) => ({ topic, count }))
    .toSorted((a, b) => b.count - a.count || a.topic - b.topic);
}

/** A topic names the region that has most of it, if it dominates there; words name all others. */
function nameRegions(
  namer: Namer,
  groups: readonly (readonly number[])[],
  shares: readonly (readonly Share[])[],
  topics: readonly MapTopic[],
): string[] {
  const home = new Map<number, number>();
  for (const [at, share] of shares.entries()) {
    for (const { topic, count } of share) {
      const other = home.get(topic);
      const most = shares[other ?? -1]?.find((one) => one.topic === topic)?.count ?? 0;
      if (count > most) home.set(topic, at);
    }
  }
  const used = new Set<string>();
  const total = groups.reduce((sum, group) => sum + group.length, 0);
  return groups.map((group, at) => {
    const words = capital(namer.terms(group, 2).join(', '));
    const rules = ({ topic, count }: Share): boolean =>
      topics[topic]?.ink !== inkCount &&
      home.get(topic) === at &&
      count >= Math.max(2, dominating(total) * group.length);
    // Of a large region its first topic or none; of a few papers any that is at home there.
    const candidates = (shares[at] ?? []).slice(0, total <= linkedLimit ? undefined : 1);
    const topic = topics[candidates.find(rules)?.topic ?? -1]?.label;
    const first = topics[shares[at]?.[0]?.topic ?? -1]?.label ?? '';
    const name = [topic, words, first].find((one) => one && !used.has(one)) ?? first;
    used.add(name);
    return name;
  });
}
