/** In which order papers are packed, so that a topic’s lie together and a new digest leaves old packs alone. Pure. */
import { segmentsOf } from '../../segments.ts';
import { group } from '../../grouping.ts';
import type { BuiltPaper } from './papers.ts';

/** Papers whose pages share a pack, their texts another. */
export type PaperGroup = readonly BuiltPaper[];

/**
 * Papers in the middle of a group: with more, readers of one topic fetch more papers of others; with fewer, readers of
 * all have more packs to keep. A pack begins with a dictionary in mind and loses little by being small.
 */
const perGroup = 32;
/** Papers whose packs lie in one file. */
const perVolume = 512;
/** Papers that are put in order together, at most: later ones leave them as they are. */
const settled = 8192;

/** Pieces of a sequence that later growth leaves alone, none larger than `settled`. */
function stretches<Item>(items: readonly Item[]): Item[][] {
  return segmentsOf(items.length).flatMap(({ start, end }) => {
    const count = Math.ceil((end - start) / settled);
    return Array.from({ length: count }, (_, at) =>
      items.slice(start + at * settled, Math.min(start + (at + 1) * settled, end)),
    );
  });
}

interface Sorted {
  readonly paper: BuiltPaper;
  /** Its topics, the rarest first. */
  readonly topics: readonly string[];
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/**
 * Papers of a rare topic lie together first, within it those of the next rare: a reader of a rare topic fetches few
 * others, and those of a frequent one make up much of most groups.
 */
function byTopics(papers: readonly BuiltPaper[]): Sorted[] {
  const counts = new Map<string, number>();
  for (const { topics } of papers)
    for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const rank = new Map(
    [...counts]
      .toSorted(([a, some], [b, others]) => some - others || compare(a, b))
      .map(([topic], at) => [topic, at]),
  );
  const none = rank.size;
  const rankOf = (topic: string | undefined): number => rank.get(topic ?? '') ?? none;
  return papers
    .map((paper) => ({
      paper,
      topics: paper.topics.toSorted((a, b) => rankOf(a) - rankOf(b)),
    }))
    .toSorted((a, b) => {
      for (let at = 0; at < Math.max(a.topics.length, b.topics.length, 1); at += 1) {
        const order = rankOf(a.topics[at]) - rankOf(b.topics[at]);
        if (order !== 0) return order;
      }
      return 0;
    });
}

/**
 * The papers as they are packed: by year, in it in segments that growth leaves alone, in these by topics.
 *
 * @param papers the one listed first of all first
 * @returns groups by volume
 */
export function inOrder(papers: readonly BuiltPaper[]): PaperGroup[][] {
  const years = [...Map.groupBy(papers, ({ year }) => year).values()];
  return years.flatMap(stretches).flatMap((some) => {
    const groups = group(
      byTopics(some),
      perGroup,
      ({ paper }) => paper.id,
      undefined,
      (one, next) => one.topics[0] !== next.topics[0] || one.topics[1] !== next.topics[1],
    ).map((sorted) => sorted.map(({ paper }) => paper));
    return group(
      groups,
      perVolume,
      ([first]) => first?.id ?? '',
      ({ length }) => length,
    );
  });
}
