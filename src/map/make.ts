/** Draws the map of an archive. */
import { type Archive, broadTopicsOf, type Paper } from '../archive/index.ts';
import type { Nearest, Settled } from '../related/index.ts';
import { familiesBy } from '../topics/index.ts';
import { fitSquare, moveApart, steps } from './fit.ts';
import { hashText } from '../hash.ts';
import { drawLand } from './land.ts';
import { layOut, type LayoutFacts } from './layout.ts';
import { linkedLimit, type ArchiveMap } from './archive-map.ts';
import { placeLater } from './later.ts';
import { membershipOf } from './membership.ts';
import { alongCurve } from './order.ts';
import { fillRegions, surveySteady } from './regions.ts';
import type { Positions } from './start.ts';

/** What is costly of a map; a build may keep what it has worked out before. */
export interface Surveyors {
  /** Gives places to papers. */
  readonly lay: (nearest: Nearest, facts: LayoutFacts) => Positions;
  readonly survey: typeof surveySteady;
}

/**
 * Makes the map. The same archive gives the same map. Papers of the steady part keep their places while papers are
 * added, and so do those that came later; coasts, regions and inks are those of the steady part.
 *
 * @param archive papers, newest first, and topics
 * @param settled neighbours of the papers, oldest first
 * @param surveyors {@link layOut} and {@link surveySteady}, or what remembers what they gave
 */
export function makeMap(
  archive: Pick<Archive, 'papers' | 'topics'>,
  settled: Settled,
  { lay, survey }: Surveyors = { lay: layOut, survey: surveySteady },
): ArchiveMap {
  const familyOf = familiesBy(archive.topics);
  const topicIds = new Map(archive.topics.map(({ id }, at) => [id, at]));
  const row = archive.papers.toReversed();
  const topics = Int32Array.from(
    row,
    (paper) => topicIds.get(broadTopicsOf(paper, familyOf)[0] ?? '') ?? -1,
  );
  const facts = { seeds: Uint32Array.from(row, ({ id }) => hashText(id)), topics };
  const { steady, k } = settled;
  const base = {
    k,
    places: settled.places.subarray(0, steady * k),
    similarities: settled.similarities.subarray(0, steady * k),
  };
  const baseFacts = {
    seeds: facts.seeds.subarray(0, steady),
    topics: topics.subarray(0, steady),
  };
  const fitted = fitSquare(placeLater(lay(base, baseFacts), settled, facts), steady);
  const count = row.length;
  if (count <= linkedLimit) moveApart(fitted, Math.min(0.034, 0.75 / Math.sqrt(count)));

  // Those that came later stand behind, in their order: files that are there stay as they are.
  const curve = alongCurve(stepped(fitted.subarray(0, steady * 2)));
  const order = Int32Array.from({ length: count }, (_, at) => curve[at] ?? at);
  const papers = Array.from(order, (place) => row[place]).filter(isPaper);
  const ordered: Positions = new Float32Array(count * 2);
  for (const [at, place] of order.entries()) {
    ordered[at * 2] = fitted[place * 2] ?? 0;
    ordered[at * 2 + 1] = fitted[place * 2 + 1] ?? 0;
  }
  const membership = membershipOf(archive, papers);
  const first = ordered.subarray(0, steady * 2);
  const steadyRegions = survey(papers.slice(0, steady), archive.topics, first);
  return {
    papers,
    positions: stepped(ordered),
    ...membership,
    ...fillRegions(steadyRegions, steady, ordered, membership),
    labels: steadyRegions.labels,
    contours: drawLand(first),
  };
}

const isPaper = (paper: Paper | undefined): paper is Paper => paper !== undefined;

const stepped = (positions: Positions): Uint16Array =>
  Uint16Array.from(positions, (value) => Math.round(value * steps));
