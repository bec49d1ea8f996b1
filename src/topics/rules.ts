/** The lines of topic files as things to look for, and which of those found count. */
import type { Found } from './phrases.ts';
import type { TopicRules } from './schema.ts';
import type { TermWeight } from './scoring.ts';
import type { Word } from './words.ts';

export type Place = 'title' | 'abstract';

/** One line of a topic file, as a thing to look for. */
export interface Rule {
  /** Index of the topic. */
  readonly topic: number;
  readonly kind: 'ignore' | 'exclude' | 'term' | 'context';
  readonly term: string;
  readonly weight: TermWeight;
  readonly where: 'any' | Place;
  readonly context?: 'with' | 'without' | undefined;
}

export type Hit = Found<Rule>;

/** Every line of every topic file, in their order. */
export function rulesOf(topics: readonly TopicRules[]): Rule[] {
  const plain = { where: 'any', weight: 'normal' } as const;
  return topics.flatMap((rules, topic): Rule[] => [
    ...rules.terms.map((term): Rule => ({ ...term, topic, kind: 'term' })),
    ...rules.exclude.map((term): Rule => ({ ...term, topic, kind: 'exclude' })),
    ...rules.ignore.map((term): Rule => ({ ...plain, term, topic, kind: 'ignore' })),
    ...rules.context.map((term): Rule => ({ ...plain, term, topic, kind: 'context' })),
  ]);
}

/** Whether a rule counts at this place of a paper, given the topics whose context the paper has. */
export function applies(rule: Rule, place: Place, contexts: ReadonlySet<number>): boolean {
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
export function longest(hits: readonly Hit[], words: readonly Word[]): Hit[] {
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
