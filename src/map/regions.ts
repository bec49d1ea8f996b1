/** Names on the map: its regions, and places inside them. */
import type { Archive, Paper } from '../archive/index.ts';
import { capital } from '../text/line.ts';
import { middleOf, nearestTo, partition, spots, type Point } from './groups.ts';
import { extent, inkCount, mostRegions, type MapLabel, type MapRegion } from './archive-map.ts';
import type { Membership } from './membership.ts';
import { makeNamer } from './naming.ts';
import { nameRegions, shortName } from './region-names.ts';
import { squareAt } from './squares.ts';
import type { Positions } from './start.ts';

/** Regions grow in number as papers do, but slowly: a map has room for so many names, and eyes for so many inks. */
const regionSizes = (count: number) => {
  const most = Math.min(mostRegions, Math.max(2, Math.round(2 * count ** 0.25)));
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

/** What the steady part of an archive gives: where its papers stand together, and what these parts are called. */
export interface SteadyRegions {
  /** Places of papers, by region. */
  readonly groups: readonly (readonly number[])[];
  /** Of each region. */
  readonly middles: readonly Point[];
  readonly names: readonly string[];
  readonly labels: readonly MapLabel[];
}

/**
 * Finds and names the parts of the map.
 *
 * @param papers those that come first, by which regions are drawn and named, in the map's order
 * @param topics of the archive
 * @param positions of the same papers, 0 to 1
 */
export function surveySteady(
  papers: readonly Paper[],
  topics: Archive['topics'],
  positions: Positions,
): SteadyRegions {
  const namer = makeNamer(papers);
  const count = Math.max(1, papers.length);
  const groups = partition(positions, regionSizes(count));
  const middles = groups.map((group) => middleOf(positions, group));
  const names = nameRegions(namer, groups, papers, topics);
  const shorts = names.map((name) => shortName(name, names));
  const regionOf = new Map<number, number>();
  const labels = groups.map((group, at): MapLabel => {
    for (const paper of group) regionOf.set(paper, at);
    const [x, y] = middles[at] ?? [0, 0];
    return {
      text: names[at] ?? '',
      short: shorts[at] ?? '',
      x: x * extent,
      y: y * extent,
      kind: 'region',
      weight: group.length,
      region: at,
    };
  });
  const taken = new Set(names.map((name) => name.toLowerCase()));
  for (const group of spots(positions, placeSizes(count))) {
    const [name] = namer.terms(group, 1);
    if (name === undefined || taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    const [x, y] = middleOf(positions, group);
    const text = capital(name);
    labels.push({
      text,
      short: text,
      x: x * extent,
      y: y * extent,
      kind: 'place',
      weight: group.length,
      region: regionOf.get(group[0] ?? 0) ?? 0,
    });
  }
  return { groups, middles, names, labels };
}

/**
 * Puts later papers into the parts of the map: each falls into the region whose middle is nearest.
 *
 * @param steady the parts, as the first papers gave them
 * @param count of the first papers
 * @param positions of all papers, 0 to 1
 */
export function fillRegions(
  { groups, middles, names }: SteadyRegions,
  count: number,
  positions: Positions,
  { topicsOf }: Pick<Membership, 'topicsOf'>,
): { readonly regions: MapRegion[]; readonly regionOf: Uint8Array } {
  const regionOf = new Uint8Array(positions.length / 2);
  const later = nearestTo(positions, middles, count);
  const regions = groups.map((group, at): MapRegion => {
    const all = [...group, ...(later[at] ?? [])];
    for (const paper of all) regionOf[paper] = at;
    return {
      name: names[at] ?? '',
      ink: at % inkCount,
      shape: at < inkCount ? 'disc' : 'ring',
      square: squareAt(...(middles[at] ?? [0, 0])),
      papers: all,
      topics: countTopics(all, topicsOf),
    };
  });
  return { regions, regionOf };
}

interface Share {
  readonly topic: number;
  readonly count: number;
}

function countTopics(group: readonly number[], topicsOf: readonly Uint8Array[]): Share[] {
  const counts = new Map<number, number>();
  for (const paper of group)
    for (const topic of topicsOf[paper] ?? []) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return [...counts]
    .map(([topic, count]) => ({ topic, count }))
    .toSorted((a, b) => b.count - a.count || a.topic - b.topic);
}
