/**
 * Which topics a paper belongs to, and by what terms. The engine knows no topic: all of its knowledge
 * is in the topic files.
 */
import type { TopicRules } from './schema.ts';
import { compileScales, wordsOfPaper, type PaperText, type Weighing } from './weighing.ts';

/** A term of a topic that was found in a paper. */
export interface TermMatch {
  /** As written in the topic file. */
  readonly term: string;
  readonly where: 'title' | 'abstract';
  /** What the paper says, where that is not the term to the letter. */
  readonly words?: string;
}

/** Why a paper belongs to a topic. */
export interface TopicMatch {
  readonly topic: string;
  /** Assigned in the entry's frontmatter, not by the rules; then there are no terms. */
  readonly byHand: boolean;
  readonly score: number;
  /** Best evidence first. */
  readonly terms: readonly TermMatch[];
}

export type { PaperText } from './weighing.ts';

export interface Classifier {
  /** The topics of a paper, best first; none when nothing fits. Never throws. */
  classify(paper: PaperText): TopicMatch[];
  /** The topics for which something in the paper speaks, though not enough; best first, three at most. */
  near(paper: PaperText): TopicMatch[];
}

/** Terms named in a {@link TopicMatch}: enough to show why, few enough to read. */
const shownTerms = 6;

/** Topics named beside a paper that has none. */
const mostNear = 3;

/**
 * Makes a classifier of topic files.
 *
 * @param topics each id once; their order decides between topics of equal score
 */
export function compileTopics(topics: readonly TopicRules[]): Classifier {
  const scales = compileScales(topics);
  const ids = topics.map(({ id }) => id);
  const matches = (paper: PaperText, isMeant: (weighing: Weighing) => boolean): TopicMatch[] =>
    scales
      .weigh(wordsOfPaper(paper))
      .filter(isMeant)
      .map(({ topic, verdict: { points, evidence } }) => ({
        topic: ids[topic] ?? '',
        byHand: false,
        score: Math.round(points * 100) / 100,
        terms: evidence.slice(0, shownTerms).map(({ term, title, words = term }): TermMatch => ({
          term,
          where: title > 0 ? 'title' : 'abstract',
          ...(words !== term && { words }),
        })),
      }))
      .toSorted((a, b) => b.score - a.score);
  return {
    classify: (paper) => matches(paper, ({ claimed }) => claimed),
    near: (paper) =>
      matches(
        paper,
        ({ claimed, verdict: { points, evidence } }) =>
          !claimed && points > 0 && evidence.length > 0,
      ).slice(0, mostNear),
  };
}

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
