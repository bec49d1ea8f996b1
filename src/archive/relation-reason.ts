/** Why a paper is related, in words. */
import type { Archive, RelatedPaper } from './model.ts';

/** Terms that say enough without a topic. */
const enough = 2;

/**
 * @returns e.g. `Shampoo · second-order optimization`, or `Shampoo · topic Optimization`; empty if nothing can be named
 */
export function relatedReason(
  { terms, topics }: Pick<RelatedPaper, 'terms' | 'topics'>,
  archive: Pick<Archive, 'topic'>,
): string {
  const topic = archive.topic(topics[0] ?? '');
  return [...terms, ...(topic && terms.length < enough ? [`topic ${topic.label}`] : [])].join(
    ' · ',
  );
}
