/** The lists of papers under `/topics/`: one for each topic, and one for what no topic claims. */
import { topics as words } from '#words/lists.ts';
import type { Archive, Paper } from './archive.ts';

/** Address part of the papers that no topic claims. A topic of that name would have it instead. */
export const unsortedId = 'unsorted';

export interface Shelf {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Id of the topic that it is a part of. */
  readonly family?: string | undefined;
  /** Newest first. */
  readonly papers: readonly Paper[];
  /** Whether it is a topic, with a feed and a bibliography of its own. */
  readonly isTopic: boolean;
}

/** The labels of all topics, by id. */
export const topicLabels = ({ topics }: Pick<Archive, 'topics'>): Record<string, string> =>
  Object.fromEntries(topics.map(({ id, label }) => [id, label]));

/** Every list of papers under `/topics/`: topics by label, then the unsorted, if there are any; none without a topic. */
export function shelves({ topics, unsorted }: Pick<Archive, 'topics' | 'unsorted'>): Shelf[] {
  const found: Shelf[] = topics.map(({ id, label, description, family, papers }) => ({
    id,
    label,
    description,
    ...(family !== undefined && { family }),
    papers,
    isTopic: true,
  }));
  if (topics.length > 0 && unsorted.length > 0 && topics.every(({ id }) => id !== unsortedId)) {
    found.push({
      id: unsortedId,
      label: words.unsorted,
      description: words.unsortedAre,
      papers: unsorted,
      isTopic: false,
    });
  }
  return found;
}
