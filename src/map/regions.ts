/** Names on the map: its regions, and places inside them. */
import type { Archive, Paper } from '../archive/index.ts';
import { capital } from '../text/line.ts';
import { middleOf, nearestTo, partition, spots } from './groups.ts';
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

/**
 * Finds and names the parts of the map.
 *
 * @param papers in the map's order, as are all others
 * @param topics of the archive
 * @param allPositions 0 to 1
 * @param steady papers, from the first on, by which regions are drawn and named; later ones fall into them
 */
export function surveyRegions(
  papers: readonly Paper[],
  topics: Archive['topics'],
  allPositions: Positions,
  membership: Membership,
  steady = papers.length,
): {
  readonly regions: MapRegion[];
  readonly regionOf: Uint8Array;
  readonly labels: MapLabel[];
} {
  const namer = makeNamer(papers.slice(0, steady));
  const positions = allPositions.subarray(0, steady * 2);
  const groups = partition(positions, regionSizes(Math.max(1, steady)));
  const middles = groups.map((group) => middleOf(positions, group));
  const names = nameRegions(namer, groups, papers.slice(0, steady), topics);
  const shorts = names.map((name) => shortName(name, names));
  const regionOf = new Uint8Array(papers.length);
  const labels = groups.map((group, at): MapLabel => {
    for (const paper of group) regionOf[paper] = at;
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
  for (const group of spots(positions, placeSizes(Math.max(1, steady)))) {
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
      region: regionOf[group[0] ?? 0] ?? 0,
    });
  }
  const later = nearestTo(allPositions, middles, steady);
  const regions = groups.map((group, at): MapRegion => {
    const all = [...group, ...(later[at] ?? [])];
    for (const paper of later[at] ?? []) regionOf[paper] = at;
    return {
      name: names[at] ?? '',
      ink: at % inkCount,
      shape: at < inkCount ? 'disc' : 'ring',
      square: squareAt(...(middles[at] ?? [0, 0])),
      papers: all,
      topics: countTopics(all, membership.topicsOf),
    };
  });
  return { regions, regionOf, labels };
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
