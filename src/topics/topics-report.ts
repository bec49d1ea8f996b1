/** Everything `npm run topics` says of an archive, with ids and titles in the place of indexes. Pure data out. */
import { judgeLabels, type Disagreement, type Matched, type SampleQuality } from './labelled.ts';
import { suspicions, type Suspicion } from './misleading.ts';
import { profile } from './profiles.ts';
import { proposeTerms, proposeTopics, type ProposedTerm } from './propose.ts';
import { reviewTopics, type NearMiss, type ReviewedPaper, type RuleTally } from './review.ts';
import type { Rule } from './rules.ts';
import type { TopicRules } from './schema.ts';
import { termPhrases } from './term-phrases.ts';

export interface PaperName {
  readonly id: string;
  readonly title: string;
}

/** One line of a topic file and what it did. */
export type TermReport = Omit<Rule, 'topic'> & Readonly<Omit<RuleTally, 'rule'>>;

export interface TopicReport {
  readonly id: string;
  readonly label: string;
  readonly papers: number;
  readonly nearMisses: number;
  readonly terms: readonly TermReport[];
  readonly proposals: readonly ProposedTerm[];
}

export interface NearMissReport extends Omit<NearMiss, 'paper' | 'topic'> {
  readonly paper: PaperName;
  readonly topic: string;
}

export interface MisleadingTerm
  extends Omit<Suspicion, 'rule' | 'papers'>, Pick<Rule, 'term' | 'weight' | 'where'> {
  readonly topic: string;
  readonly papers: readonly PaperName[];
}

export interface TopicsReport {
  readonly papers: number;
  readonly byHand: number;
  /** In the order of the topic files. */
  readonly topics: readonly TopicReport[];
  readonly unsorted: readonly PaperName[];
  readonly nearMisses: readonly NearMissReport[];
  readonly misleading: readonly MisleadingTerm[];
  readonly newTopics: readonly {
    readonly terms: readonly ProposedTerm[];
    readonly papers: readonly PaperName[];
  }[];
  readonly labels?: {
    readonly samples: readonly SampleQuality[];
    readonly disagreements: readonly Disagreement[];
    /** Titles of labelled papers whose text was not found. */
    readonly lost: readonly string[];
  };
}

function termReport({ rule: { topic: _, ...rule }, ...counts }: RuleTally): TermReport {
  return { ...rule, ...counts };
}

/**
 * Reviews the topic files of an archive on its papers.
 *
 * @param matched labels with the papers they speak of, if there are any
 * @param onProgress called with a word on what is being done
 */
export function reportTopics(
  topics: readonly TopicRules[],
  papers: readonly ReviewedPaper[],
  matched?: Matched,
  onProgress: (what: string) => void = () => undefined,
): TopicsReport {
  const review = reviewTopics(topics, papers, (done) =>
    onProgress(`sorting papers: ${done} of ${papers.length}`),
  );
  onProgress('comparing words');
  const profiles = profile(review.vocabulary, review.assigned, topics.length);
  const rules = review.tallies.map(({ rule }) => rule);
  const terms = termPhrases(topics, rules, review.vocabulary);
  const nameOf = (index: number): PaperName => ({
    id: papers[index]?.id ?? '',
    title: papers[index]?.title ?? '',
  });
  const idOf = (topic: number): string => topics[topic]?.id ?? '';
  const topicIndexes = new Map(topics.map(({ id }, index) => [id, index]));
  const labelled = new Map(
    matched?.found.flatMap(({ label, index }) =>
      index === undefined
        ? []
        : [[index, new Set(label.topics.flatMap((id) => topicIndexes.get(id) ?? []))] as const],
    ),
  );

  return {
    papers: papers.length,
    byHand: review.byHand,
    topics: topics.map(({ id, label }, topic) => ({
      id,
      label,
      papers: review.papers[topic] ?? 0,
      nearMisses: review.nearMisses.filter((near) => near.topic === topic).length,
      terms: review.tallies.filter(({ rule }) => rule.topic === topic).map(termReport),
      proposals: proposeTerms(topic, review, profiles, terms),
    })),
    unsorted: review.unsorted.map(nameOf),
    nearMisses: review.nearMisses.map((near) => ({
      ...near,
      paper: nameOf(near.paper),
      topic: idOf(near.topic),
    })),
    misleading: suspicions(review, profiles, terms, labelled).map(
      ({ rule: { topic, term, weight, where }, papers: against, ...counts }) => ({
        topic: idOf(topic),
        term,
        weight,
        where,
        ...counts,
        papers: against.map(nameOf),
      }),
    ),
    newTopics: proposeTopics(review).map((proposal) => ({
      terms: proposal.terms,
      papers: proposal.papers.map(nameOf),
    })),
    ...(matched && {
      labels: {
        ...judgeLabels(topics, matched.found),
        lost: matched.lost.map(({ title }) => title),
      },
    }),
  };
}
