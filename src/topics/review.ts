/** How the topic files of an archive do on its papers: who belongs where, by which terms, and who nearly does. */
import type { Rule } from './rules.ts';
import type { TopicRules } from './schema.ts';
import { judge } from './scoring.ts';
import {
  compileScales,
  suffices,
  wordsOfPaper,
  type PaperText,
  type Weighing,
} from './weighing.ts';
import { Texts, type Vocabulary } from './vocabulary.ts';

export interface ReviewedPaper extends PaperText {
  readonly id: string;
  /** The entry's own `topics`: the rules are not asked. */
  readonly byHand?: readonly string[] | undefined;
}

/** What one line of a topic file did. Counts of papers; those with topics by hand are left out. */
export interface RuleTally {
  readonly rule: Rule;
  /** Papers that hold the phrase, whether it counts there or stands in a longer one. */
  found: number;
  /** Papers in which it counts. */
  counted: number;
  /** Papers of the topic in which it counts. */
  claimed: number;
  /** Of those, papers that would be under the threshold without it; of an exclusion: papers it keeps out. */
  decides: number;
  /** Of those, papers in which nothing else speaks for the topic but weak terms. */
  alone: number;
}

/** A paper a little under a topic's threshold. */
export interface NearMiss {
  /** Index of the paper. */
  readonly paper: number;
  /** Index of the topic. */
  readonly topic: number;
  readonly points: number;
  /** Points that are missing. */
  readonly missing: number;
  /** Terms that speak for it, best first. */
  readonly terms: readonly string[];
  /** No topic claims the paper. */
  readonly unsorted: boolean;
}

/** A paper that belongs to a topic by the grace of one term. */
export interface Decision {
  readonly paper: number;
  readonly rule: Rule;
}

export interface Review {
  /** By the index of the paper: indexes of its topics. */
  readonly assigned: readonly (readonly number[])[];
  /** By the index of the topic: number of papers. */
  readonly papers: readonly number[];
  /** Papers whose topics were given by hand. */
  readonly byHand: number;
  /** Indexes of the papers without a topic, in their order. */
  readonly unsorted: readonly number[];
  /** Those without any topic first, then the nearest first. */
  readonly nearMisses: readonly NearMiss[];
  /** One a line of the topic files, in their order. */
  readonly tallies: readonly RuleTally[];
  readonly decisions: readonly Decision[];
  readonly vocabulary: Vocabulary;
}

/** Points under the threshold within which a paper is a near miss. */
const nearMissMargin = 2;

function emptyTally(rule: Rule): RuleTally {
  return { rule, found: 0, counted: 0, claimed: 0, decides: 0, alone: 0 };
}

/** A weighing as a near miss, if it is one. */
function nearMiss(
  { topic, claimed, verdict: { points, evidence } }: Weighing,
  { threshold }: TopicRules,
): Pick<NearMiss, 'topic' | 'points' | 'missing' | 'terms'> | undefined {
  const missing = threshold - points;
  // One that has the points gave way to the paper's other topics.
  const isNear = missing > 1e-9 && missing <= nearMissMargin + 1e-9;
  if (claimed || evidence.length === 0 || !isNear) return undefined;
  return { topic, points, missing, terms: evidence.map(({ term }) => term) };
}

/** Books what the terms of one topic did in one paper; returns the rules that decide. */
function book(
  { mentions, claimed, verdict }: Weighing,
  { threshold }: TopicRules,
  tallyOf: (rule: Rule) => RuleTally,
): Rule[] {
  const deciding: Rule[] = [];
  for (const mention of mentions) {
    const tally = tallyOf(mention.rule);
    tally.counted += 1;
    if (claimed) tally.claimed += 1;
    // A term can turn the verdict only where it takes it over the threshold, an exclusion where it keeps it under.
    if (claimed === mention.against || suffices(verdict, threshold) !== claimed) continue;
    const without = judge(mentions.filter((other) => other !== mention));
    if (suffices(without, threshold) === claimed) continue;
    tally.decides += 1;
    if (!claimed) continue;
    deciding.push(mention.rule);
    if (without.evidence.length === 0) tally.alone += 1;
  }
  return deciding;
}

/**
 * Runs the rules over an archive and books what each of them does. Linear in the length of the texts.
 *
 * @param topics the topic files
 * @param papers in any order; the review speaks of them by their index
 * @param onProgress called now and then with the number of papers done
 */
export function reviewTopics(
  topics: readonly TopicRules[],
  papers: readonly ReviewedPaper[],
  onProgress: (done: number) => void = () => undefined,
): Review {
  const scales = compileScales(topics);
  const tallies = new Map(scales.rules.map((rule) => [rule, emptyTally(rule)]));
  const tallyOf = (rule: Rule): RuleTally => tallies.get(rule) ?? emptyTally(rule);
  const topicIds = new Map(topics.map(({ id }, index) => [id, index]));
  const counts = topics.map(() => 0);
  const assigned: number[][] = [];
  const unsorted: number[] = [];
  const nearMisses: NearMiss[] = [];
  const decisions: Decision[] = [];
  const texts = new Texts();
  let byHand = 0;

  for (const [index, paper] of papers.entries()) {
    if (index % 500 === 0) onProgress(index);
    const words = wordsOfPaper(paper);
    texts.add(words);
    if (paper.byHand !== undefined) {
      byHand += 1;
      const given = [...new Set(paper.byHand)].flatMap((id) => topicIds.get(id) ?? []);
      assigned.push(given);
      for (const topic of given) counts[topic] = (counts[topic] ?? 0) + 1;
      if (given.length === 0) unsorted.push(index);
      continue;
    }
    const met = new Set<Rule>();
    const weighings = scales.weigh(words, (rule) => met.add(rule));
    for (const rule of met) tallyOf(rule).found += 1;
    const claims = weighings.filter(({ claimed }) => claimed).map(({ topic }) => topic);
    assigned.push(claims);
    if (claims.length === 0) unsorted.push(index);
    for (const weighing of weighings) {
      const rules = topics[weighing.topic];
      if (rules === undefined) continue;
      if (weighing.claimed) counts[weighing.topic] = (counts[weighing.topic] ?? 0) + 1;
      for (const rule of book(weighing, rules, tallyOf)) decisions.push({ paper: index, rule });
      const near = nearMiss(weighing, rules);
      if (near) nearMisses.push({ ...near, paper: index, unsorted: claims.length === 0 });
    }
  }
  return {
    assigned,
    papers: counts,
    byHand,
    unsorted,
    nearMisses: nearMisses.toSorted(
      (a, b) => Number(b.unsorted) - Number(a.unsorted) || a.missing - b.missing,
    ),
    tallies: [...tallies.values()],
    decisions,
    vocabulary: texts.vocabulary(),
  };
}
