/** What a paper says for and against every topic: the evidence, before any verdict is shown. */
import { Phrases } from './phrases.ts';
import { applies, longest, rulesOf, type Place, type Rule } from './rules.ts';
import type { TopicRules } from './schema.ts';
import { judge, type Mentions, type TermMentions, type Verdict } from './scoring.ts';
import { wordsOf, type Word } from './words.ts';

/** What a classifier reads of a paper: plain text. */
export interface PaperText {
  readonly title: string;
  /** The abstract; may be empty. */
  readonly text: string;
}

/** The same, split into words. */
export interface PaperWords {
  readonly title: readonly Word[];
  readonly abstract: readonly Word[];
}

/** Splits title and abstract into words. */
export function wordsOfPaper({ title, text }: PaperText): PaperWords {
  return { title: wordsOf(title), abstract: wordsOf(text) };
}

/** The mentions of one line of a topic file in one paper. */
export interface RuleMentions extends TermMentions {
  readonly rule: Rule;
}

/** One topic of which a paper speaks. */
export interface Weighing {
  /** Index of the topic. */
  readonly topic: number;
  readonly mentions: readonly RuleMentions[];
  readonly verdict: Verdict;
  /** The verdict is enough for the topic, beside what the paper says of others. */
  readonly claimed: boolean;
}

export interface Scales {
  /** Every line of the topic files, in their order. */
  readonly rules: readonly Rule[];
  /**
   * Weighs a paper. Never throws.
   *
   * @param paper see `wordsOfPaper`
   * @param onFound called with every rule whose phrase is in the paper, counted or not; more than once for some
   * @returns the topics of which it speaks, in their order
   */
  weigh(paper: PaperWords, onFound?: (rule: Rule) => void): Weighing[];
}

/** Whether a verdict is enough. */
export function suffices({ points, evidence }: Verdict, threshold: number): boolean {
  // Thirds do not add up exactly: a hair below the threshold is the threshold.
  return evidence.length > 0 && points >= threshold - 1e-9;
}

/** A paper that has a topic takes a further one from this part more points than the topic asks for on its own. */
const furtherNeeds = 1.15;

/** And from this part of what the topic that fits best has, each by its own measure. */
const furtherOfBest = 0.35;

/**
 * Of topics whose verdicts are enough, those that a paper has: that which fits best, and others that it speaks of
 * nearly as much; a topic does not give way to its own family. Most wrong topics are second ones, by a word in passing.
 */
function settle(weighings: readonly Weighing[], topics: readonly TopicRules[]): Weighing[] {
  const fitOf = ({ topic, verdict: { points } }: Weighing): number =>
    points / (topics[topic]?.threshold ?? Infinity);
  const claims = weighings.filter(({ claimed }) => claimed);
  if (claims.length < 2) return [...weighings];
  return weighings.map((weighing) => {
    if (!weighing.claimed) return weighing;
    const family = topics[weighing.topic]?.family;
    const others = claims.filter(
      ({ topic }) => family === undefined || topics[topic]?.id !== family,
    );
    const best = Math.max(...others.map(fitOf));
    const needed = Math.min(best, Math.max(furtherNeeds, best * furtherOfBest));
    return fitOf(weighing) >= needed - 1e-9 ? weighing : { ...weighing, claimed: false };
  });
}

function count(mentions: Mentions, place: Place, aside: boolean): void {
  if (place === 'title') mentions.title += 1;
  else if (aside) mentions.aside += 1;
  else mentions.plain += 1;
}

/** Mentions, and how the paper said it first. */
type Met = Mentions & { readonly words: string };

/** Words as a text has them, as far as they are kept: with hyphens, and with the capitals of words that have some inside. */
const spelled = (words: readonly Word[]): string =>
  words
    .map(({ cased, folded, joint }, at) => {
      const word = cased.toLowerCase() === folded && /.\p{Lu}/u.test(cased) ? cased : folded;
      return at === 0 ? word : `${joint === 'hyphen' ? '-' : ' '}${word}`;
    })
    .join('');

/**
 * Makes scales of topic files.
 *
 * @param topics each id once
 */
export function compileScales(topics: readonly TopicRules[]): Scales {
  const rules = rulesOf(topics);
  const phrases = new Phrases<Rule>();
  for (const rule of rules) phrases.add(rule.term, rule);

  /** The mentions of every rule that counts in a paper, by topic. */
  function read(paper: PaperWords, onFound?: (rule: Rule) => void): Map<number, Map<Rule, Met>> {
    const places = (['title', 'abstract'] as const).map((place) => {
      const words = paper[place];
      return { place, words, hits: phrases.find(words) };
    });
    const contexts = new Set<number>();
    for (const { hits } of places)
      for (const { value } of hits) {
        if (value.kind === 'context') contexts.add(value.topic);
        onFound?.(value);
      }
    const byTopic = new Map<number, Map<Rule, Met>>();
    for (const { place, words, hits } of places) {
      const counted = hits.filter(({ value }) => applies(value, place, contexts));
      for (const { value: rule, from, to } of longest(counted, words)) {
        if (rule.kind === 'ignore') continue;
        const topic = byTopic.get(rule.topic) ?? new Map<Rule, Met>();
        byTopic.set(rule.topic, topic);
        const mentions = topic.get(rule) ?? {
          title: 0,
          plain: 0,
          aside: 0,
          words: spelled(words.slice(from, to + 1)),
        };
        topic.set(rule, mentions);
        count(mentions, place, words[from]?.aside === true);
      }
    }
    return byTopic;
  }

  function weigh(paper: PaperWords, onFound?: (rule: Rule) => void): Weighing[] {
    const byTopic = read(paper, onFound);
    const weighings = topics.flatMap(({ threshold }, topic): Weighing[] => {
      const found = byTopic.get(topic);
      if (found === undefined) return [];
      const mentions = [...found].map(([rule, met]): RuleMentions => ({
        ...met,
        rule,
        term: rule.term,
        weight: rule.weight,
        against: rule.kind === 'exclude',
      }));
      const verdict = judge(mentions);
      return [{ topic, mentions, verdict, claimed: suffices(verdict, threshold) }];
    });
    return settle(weighings, topics);
  }
  return { rules, weigh };
}
