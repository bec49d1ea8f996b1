/** Papers that belong together, found by what they say alone. */
import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { mix, fraction } from '../../src/hash.ts';
import { fuzzyEdges } from '../../src/map/edges.ts';
import { nearestPapers, type SimilarityDocument } from '../../src/related/index.ts';

/** Neighbours of a paper that count. */
const neighbours = 12;

/** How finely the graph is parted (the resolution of modularity; Reichardt & Bornholdt 2006): each is tried. */
const resolutions = [0.5, 0.75, 1, 1.4, 2, 2.8, 4, 5.6, 8];

/** Topics that an archive of so many papers has use for. */
const wanted = (papers: number): number =>
  Math.round(Math.min(40, Math.max(3, 1.7 * papers ** 0.31)));

/** Papers that make a group. */
const fewest = (papers: number): number => Math.max(3, Math.round(papers / 150));

/**
 * Groups of papers that speak of the same: the communities of the graph of nearest papers (Louvain; Blondel et al. 2008).
 * The same papers give the same groups. n log n in the papers.
 *
 * @param papers oldest first
 * @returns places, largest group first, in it the most typical papers first; not all papers are in one
 */
export function groupsOf(papers: readonly SimilarityDocument[]): number[][] {
  const { heads, tails, weights } = fuzzyEdges(
    nearestPapers(papers, { k: neighbours }),
    neighbours,
  );
  const graph = new UndirectedGraph();
  for (const place of papers.keys()) graph.addNode(place);
  const pull = new Float64Array(papers.length);
  for (const [edge, head] of heads.entries()) {
    const tail = tails[edge] ?? 0;
    const weight = weights[edge] ?? 0;
    graph.addEdge(head, tail, { weight });
  }
  const parted = (resolution: number): number[][] => {
    let drawn = 0;
    const communities = louvain(graph, { resolution, rng: () => fraction(mix((drawn += 1))) });
    const groups = new Map<number, number[]>();
    for (const [place, community] of Object.entries(communities)) {
      const group = groups.get(community);
      if (group) group.push(Number(place));
      else groups.set(community, [Number(place)]);
    }
    const least = fewest(papers.length);
    return [...groups.values()].filter(({ length }) => length >= least);
  };
  const aim = wanted(papers.length);
  // Finer parts are more groups, until they fall apart into ones that are too small: then fewer papers are in any.
  const away = (groups: readonly (readonly number[])[]): number =>
    Math.abs(Math.log((groups.length + 0.1) / aim)) +
    3 * (1 - groups.flat().length / papers.length);
  const parts = resolutions.map(parted);
  const best = parts.reduce((one, other) => (away(other) < away(one) ? other : one));
  const groupOf = new Map(best.flatMap((group, at) => group.map((place) => [place, at] as const)));
  for (const [edge, head] of heads.entries()) {
    const tail = tails[edge] ?? 0;
    if (groupOf.get(head) !== groupOf.get(tail)) continue;
    for (const place of [head, tail]) pull[place] = (pull[place] ?? 0) + (weights[edge] ?? 0);
  }
  return best
    .map((group) => group.toSorted((a, b) => (pull[b] ?? 0) - (pull[a] ?? 0) || a - b))
    .toSorted((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}
