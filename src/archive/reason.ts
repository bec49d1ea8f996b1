/** Why a paper belongs to a topic, or is related to another, in words. */
import { relatedTopic } from '#words/paper.ts';
import * as words from '#words/entry.ts';
import type { TopicMatch } from '../topics/index.ts';
import type { Archive, RelatedPaper } from './archive.ts';

/** Terms that are named; the others are counted. Evidence beyond these is weak. */
const named = 5;

/** What the paper says of the terms found, e.g. `“shampoo” (title), “adam”`. */
function found(terms: TopicMatch['terms']): string {
  const shown = terms
    .slice(0, named)
    .map(({ term, words: said = term, where }) =>
      where === 'title' ? words.inTitle(said) : words.quoted(said),
    );
  const more = terms.length - named;
  const rest = more > 0 ? words.more(more) : '';
  return `${shown.join(', ')}${rest}`;
}

/**
 * @returns e.g. `“shampoo” (title), “adam”`, or that somebody assigned the topic
 */
export function reason({ byHand, terms }: Pick<TopicMatch, 'byHand' | 'terms'>): string {
  return byHand ? words.byHand : found(terms);
}

/**
 * Why a paper has no topic.
 *
 * @param near topics for which something in it speaks; undefined: its entry names its topics itself
 * @param label a topic's label for readers
 * @returns e.g. `closest to Agents (“tool use”) – but not enough for a topic.`
 */
export function noTopic(
  near: readonly TopicMatch[] | undefined,
  label: (topic: string) => string,
): string {
  if (near === undefined) return words.namesNone;
  if (near.length === 0) return words.nothingEnough;
  const topics = near.map(({ topic, terms }) => `${label(topic)} (${found(terms)})`);
  return words.closest(topics.join('; '));
}

/** Terms that say enough without a topic. */
const enough = 2;

/**
 * Why a paper is related.
 *
 * @returns e.g. `Shampoo · second-order optimization`, or `Shampoo · topic Optimization`; empty if nothing can be named
 */
export function relatedReason(
  { terms, topics }: Pick<RelatedPaper, 'terms' | 'topics'>,
  archive: Pick<Archive, 'topic'>,
): string {
  const topic = archive.topic(topics[0] ?? '');
  return [...terms, ...(topic && terms.length < enough ? [relatedTopic(topic.label)] : [])].join(
    ' · ',
  );
}
