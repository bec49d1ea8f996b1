/** Draws the map of an archive. */
import { type Archive, type Paper, unsortedId } from '../archive/index.ts';
import type { Nearest } from '../related/index.ts';
import { fitSquare, moveApart, steps } from './fit.ts';
import { hashText } from '../hash.ts';
import { chooseInks } from './inks.ts';
import { drawLand } from './land.ts';
import { layOut, type LayoutFacts } from './layout.ts';
import { inkCount, linkedLimit, type ArchiveMap, type MapTopic } from './archive-map.ts';
import { alongCurve } from './order.ts';
import { surveyRegions } from './regions.ts';
import type { Positions } from './start.ts';

/** Topics that a byte can tell apart, the unsorted among them. */
const mostTopics = 255;

/** Gives places to papers; a build may keep what it has worked out before. */
export type LayOut = (nearest: Nearest, facts: LayoutFacts) => Positions;

/**
 * Makes the map. The same archive gives the same map; one with a few papers more, nearly the same.
 *
 * @param archive papers and topics
 * @param nearest neighbours of `archive.papers`, in that order
 * @param lay {@link layOut}, or something that remembers what it gave
 */
export function makeMap(
  archive: Pick<Archive, 'papers' | 'topics'>,
  nearest: Nearest,
  lay: LayOut = layOut,
): ArchiveMap {
  const topicIds = new Map(archive.topics.slice(0, mostTopics - 1).map(({ id }, at) => [id, at]));
  const firstTopics = Int32Array.from(
    archive.papers,
    (paper) => topicIds.get(paper.topics[0]?.topic ?? '') ?? -1,
  );
  const seeds = Uint32Array.from(archive.papers, ({ id }) => hashText(id));
  const fitted = fitSquare(lay(nearest, { seeds, topics: firstTopics }));
  const count = archive.papers.length;
  if (count <= linkedLimit) moveApart(fitted, Math.min(0.034, 0.75 / Math.sqrt(count)));

  const order = alongCurve(Uint16Array.from(fitted, (value) => Math.round(value * steps)));
  const inks = chooseInks(nearest, firstTopics, topicIds.size);
  const { topics, places } = legend(archive, firstTopics, inks);
  const papers = Array.from(order, (place) => archive.papers[place]).filter(isPaper);
  const ordered: Positions = new Float32Array(count * 2);
  for (const [at, place] of order.entries()) {
    ordered[at * 2] = fitted[place * 2] ?? 0;
    ordered[at * 2 + 1] = fitted[place * 2 + 1] ?? 0;
  }
  const topicOf = Uint8Array.from(order, (place) => places.get(firstTopics[place] ?? -1) ?? 0);
  return {
    papers,
    positions: Uint16Array.from(ordered, (value) => Math.round(value * steps)),
    topicOf,
    topics,
    ...surveyRegions(papers, ordered, topicOf, topics),
    contours: drawLand(ordered),
  };
}

const isPaper = (paper: Paper | undefined): paper is Paper => paper !== undefined;

/** Topics that have papers, and where each stands in the legend; -1 is the unsorted. */
function legend(
  { topics: all }: Pick<Archive, 'topics'>,
  firstTopics: Int32Array,
  inks: readonly number[],
): { topics: MapTopic[]; places: ReadonlyMap<number, number> } {
  const counts = new Map<number, number>();
  for (const topic of firstTopics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const topics: MapTopic[] = [];
  const places = new Map<number, number>();
  for (const [at, { id, label }] of all.entries()) {
    const count = counts.get(at);
    if (count === undefined) continue;
    places.set(at, topics.push({ id, label, count, ink: inks[at] ?? 0 }) - 1);
  }
  const unsorted = counts.get(-1);
  if (unsorted !== undefined) {
    const topic = { id: unsortedId, label: 'Unsorted', count: unsorted, ink: inkCount };
    places.set(-1, topics.push(topic) - 1);
  }
  return { topics, places };
}
