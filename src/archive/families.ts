/** Which topics a paper is listed under, at two levels, and which topics belong together. */
import type { FamilyOf } from '../topics/index.ts';
import type { Archive, Paper, Topic } from './archive.ts';

/** All topics on whose pages a paper stands: its own, then those that these are parts of. */
export const topicIdsOf = ({
  topics,
  families = [],
}: Pick<Paper, 'topics' | 'families'>): string[] => [
  ...topics.map(({ topic }) => topic),
  ...families,
];

/**
 * The topics of a paper at the top level, the weightiest first: what a map or a legend with few colours can tell apart.
 *
 * @param familyOf as `familiesBy` makes it of the archive's topics
 * @returns each once; where topics have no families, the paper's own
 */
export const broadTopicsOf = ({ topics }: Pick<Paper, 'topics'>, familyOf: FamilyOf): string[] => [
  ...new Set(topics.map(({ topic }) => familyOf(topic) ?? topic)),
];

/** A topic, named. */
export interface NamedTopic {
  readonly id: string;
  readonly label: string;
}

/** What stands around a topic. */
export interface Kin {
  /** What it is a part of. */
  readonly family?: NamedTopic;
  /** Other parts of the same, or the topic's own parts. */
  readonly topics: readonly NamedTopic[];
}

const named = ({ id, label }: NamedTopic): NamedTopic => ({ id, label });

/** Finds the kin of topics; none of one that has no family and no parts. */
export function kinIn({ topics }: Pick<Archive, 'topics'>): (id: string) => Kin | undefined {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const parts = Map.groupBy(topics, ({ family }) => family);
  return (id) => {
    const family = byId.get(byId.get(id)?.family ?? '');
    const around = (parts.get(family?.id ?? id) ?? []).filter((topic) => topic.id !== id);
    if (family === undefined && around.length === 0) return undefined;
    return { ...(family && { family: named(family) }), topics: around.map(named) };
  };
}

/** Topics at the top, each with its parts, in the order in which they come. */
export function byFamily<Item extends Pick<Topic, 'id' | 'family'>>(
  topics: readonly Item[],
): { readonly topic: Item; readonly parts: readonly Item[] }[] {
  const parts = Map.groupBy(topics, ({ family }) => family);
  return (parts.get(undefined) ?? []).map((topic) => ({
    topic,
    parts: parts.get(topic.id) ?? [],
  }));
}
