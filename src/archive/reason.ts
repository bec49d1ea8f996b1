/** Why a paper belongs to a topic, in words. */
import type { TopicMatch } from './model.ts';

/** Terms that are named; the others are counted. Evidence beyond these is weak. */
const named = 5;

/**
 * @returns e.g. `because of: “shampoo” (title), “adam”`, or that somebody assigned the topic
 */
export function reason({ byHand, terms }: Pick<TopicMatch, 'byHand' | 'terms'>): string {
  if (byHand) return 'assigned by hand';
  const words = terms
    .slice(0, named)
    .map(({ term, where }) => (where === 'title' ? `“${term}” (title)` : `“${term}”`));
  const more = terms.length - named;
  const rest = more > 0 ? ` and ${more} more` : '';
  return `because of: ${words.join(', ')}${rest}`;
}
