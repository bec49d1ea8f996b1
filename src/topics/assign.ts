/** Topics given by hand go before the rules. */
import type { TopicMatch, Classifier, PaperText } from './classifier.ts';

/**
 * The topics of an entry.
 *
 * @param classifier made from topics
 * @param paper title and abstract as plain text
 * @param byHand the entry's `topics`; when given, even empty, the rules are not asked
 * @returns best first; those given by hand in their order, each once, with score 0 and no terms
 */
export function assignTopics(
  classifier: Classifier,
  paper: PaperText,
  byHand?: readonly string[],
): TopicMatch[] {
  if (byHand === undefined) return classifier.classify(paper);
  return [...new Set(byHand)].map((topic) => ({ topic, byHand: true, score: 0, terms: [] }));
}
