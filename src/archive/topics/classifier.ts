/**
 * Which topics a paper belongs to, and by what terms. The engine knows no topic: all of its knowledge
 * is in the topic files.
 */
import type { TermMatch, TopicMatch } from '../model.ts';
import { Phrases, type Found } from './phrases.ts';
import type { TopicRules } from './schema.ts';
import { judge, type Mentions, type TermMentions, type TermWeight } from './scoring.ts';
import { wordsOf, type Word } from './words.ts';

/** What a classifier reads of a paper: plain text. */
export interface PaperText {
  readonly title: string;
  /** The abstract; may be empty. */
  readonly text: string;
}

export interface Classifier {
  /** The topics of a paper, best first; none when nothing fits. Never throws. */
  classify(paper: PaperText): TopicMatch[];
}

/** Terms named in a {@link TopicMatch}: enough to show why, few enough to read. */
const shownTerms = 6;

type Place = 'title' | 'abstract';

/** One line of a topic file, as a thing to look for. */
interface Rule {
  /** Index of the topic. */
  readonly topic: number;
  readonly kind: 'ignore' | 'exclude' | 'term' | 'context';
  readonly term: string;
  readonly weight: TermWeight;
  readonly where: 'any' | Place;
  readonly context?: 'with' | 'without' | undefined;
}

type Hit = Found<Rule>;

function rulesOf(topics: readonly TopicRules[]): Rule[] {
  const plain = { where: 'any', weight: 'normal' } as const;
  return topics.flatMap((rules, topic): Rule[] => [
    ...rules.terms.map((term): Rule => ({ ...term, topic, kind: 'term' })),
    ...rules.exclude.map((term): Rule => ({ ...term, topic, kind: 'exclude' })),
    ...rules.ignore.map((term): Rule => ({ ...plain, term, topic, kind: 'ignore' })),
    ...rules.context.map((term): Rule => ({ ...plain, term, topic, kind: 'context' })),
  ]);
}

/** Whether a rule counts at this place of a paper, given the topics whose context the paper has. */
function applies(rule: Rule, place: Place, contexts: ReadonlySet<number>): boolean {
  if (rule.kind === 'context') return false;
  if (rule.where !== 'any' && rule.where !== place) return false;
  return rule.context === undefined || (rule.context === 'with') === contexts.has(rule.topic);
}

/** At one and the same place `ignore` goes first, then `exclude`, then the weightiest term. */
const precedence = ['ignore', 'exclude', 'term', 'context'];
const heaviest: readonly TermWeight[] = ['veto', 'key', 'strong', 'normal', 'weak'];

function byPlace(a: Hit, b: Hit): number {
  return (
    a.from - b.from ||
    b.to - a.to ||
    precedence.indexOf(a.value.kind) - precedence.indexOf(b.value.kind) ||
    heaviest.indexOf(a.value.weight) - heaviest.indexOf(b.value.weight)
  );
}

/**
 * Drops what stands inside a longer hit of the same topic: "model" within "reward model", a term
 * within an `ignore` phrase. Drops a short form in brackets right after its long form too, as in
 * "direct preference optimization (DPO)": that is one mention.
 */
function longest(hits: readonly Hit[], words: readonly Word[]): Hit[] {
  const kept: Hit[] = [];
  const reach = new Map<number, number>();
  for (const hit of hits.toSorted(byPlace)) {
    const end = reach.get(hit.value.topic) ?? -1;
    if (hit.to <= end) continue;
    const bracketed = hit.from === hit.to && words[hit.from]?.joint === 'bracket';
    if (bracketed && hit.from === end + 1) continue;
    reach.set(hit.value.topic, hit.to);
    kept.push(hit);
  }
  return kept;
}

function count(mentions: Mentions, place: Place, aside: boolean): void {
  if (place === 'title') mentions.title += 1;
  else if (aside) mentions.aside += 1;
  else mentions.plain += 1;
}

/**
 * Makes a classifier of topic files.
 *
 * @param topics each id once; their order decides between topics of equal score
 */
export function compileTopics(topics: readonly TopicRules[]): Classifier {
  const phrases = new Phrases<Rule>();
  for (const rule of rulesOf(topics)) phrases.add(rule.term, rule);

  /** The mentions of every rule that counts in a paper, by topic. */
  function read({ title, text }: PaperText): Map<number, Map<Rule, Mentions>> {
    const places = (['title', 'abstract'] as const).map((place) => {
      const words = wordsOf(place === 'title' ? title : text);
      return { place, words, hits: phrases.find(words) };
    });
    const contexts = new Set(
      places
        .flatMap(({ hits }) => hits)
        .filter(({ value }) => value.kind === 'context')
        .map(({ value }) => value.topic),
    );
    const byTopic = new Map<number, Map<Rule, Mentions>>();
    for (const { place, words, hits } of places) {
      const counted = hits.filter(({ value }) => applies(value, place, contexts));
      for (const { value: rule, from } of longest(counted, words)) {
        if (rule.kind === 'ignore') continue;
        const topic = byTopic.get(rule.topic) ?? new Map<Rule, Mentions>();
        byTopic.set(rule.topic, topic);
        const mentions = topic.get(rule) ?? { title: 0, plain: 0, aside: 0 };
        topic.set(rule, mentions);
        count(mentions, place, words[from]?.aside === true);
      }
    }
    return byTopic;
  }

  return {
    classify(paper) {
      const byTopic = read(paper);
      const matches: TopicMatch[] = [];
      for (const [index, { id, threshold }] of topics.entries()) {
        const mentions = [...(byTopic.get(index) ?? [])].map(
          ([{ term, weight, kind }, found]): TermMentions => ({
            ...found,
            term,
            weight,
            against: kind === 'exclude',
          }),
        );
        const { points, evidence } = judge(mentions);
        // Thirds do not add up exactly: a hair below the threshold is the threshold.
        if (evidence.length === 0 || points < threshold - 1e-9) continue;
        const terms = evidence
          .slice(0, shownTerms)
          .map(({ term, title }): TermMatch => ({ term, where: title > 0 ? 'title' : 'abstract' }));
        matches.push({ topic: id, byHand: false, score: Math.round(points * 100) / 100, terms });
      }
      return matches.toSorted((a, b) => b.score - a.score);
    },
  };
}
