/** Which papers have which topics, as the legend shows them. */
import { type Archive, broadTopicsOf, type Paper, unsortedId } from '../archive/index.ts';
import { familiesBy } from '../topics/index.ts';
import type { MapTopic } from './archive-map.ts';

/** Topics that a byte can tell apart, the unsorted among them. */
const mostTopics = 255;

export interface Membership {
  /** In the archive's order; those without a paper are not there. The unsorted come last. */
  readonly topics: readonly MapTopic[];
  /** Of each paper: places in `topics`. */
  readonly topicsOf: readonly Uint8Array[];
}

/** Counts what the pages of topics at the top list, so that the map says the same. */
export function membershipOf(
  archive: Pick<Archive, 'topics'>,
  papers: readonly Paper[],
): Membership {
  const all = archive.topics.filter(({ family }) => family === undefined);
  const familyOf = familiesBy(archive.topics);
  const known = new Set(all.slice(0, mostTopics - 1).map(({ id }) => id));
  const idsOf = (paper: Paper): readonly string[] => {
    const ids = broadTopicsOf(paper, familyOf).filter((id) => known.has(id));
    return ids.length === 0 && all.length > 0 ? [unsortedId] : ids;
  };
  const counts = new Map<string, number>();
  for (const paper of papers)
    for (const id of idsOf(paper)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const labels = new Map(all.map(({ id, label }) => [id, label]));
  labels.delete(unsortedId);
  labels.set(unsortedId, 'Unsorted');
  const topics = [...labels].flatMap(([id, label]): MapTopic[] => {
    const count = counts.get(id);
    return count === undefined ? [] : [{ id, label, count }];
  });
  const places = new Map(topics.map(({ id }, at) => [id, at]));
  const topicsOf = papers.map((paper) =>
    Uint8Array.from(idsOf(paper), (id) => places.get(id) ?? 0),
  );
  return { topics, topicsOf };
}
