/** Holds labels against papers: which paper a label speaks of, and how the rules do on it. */
import { titleKey } from '../digest/identity.ts';
import type { Label } from './labels.ts';
import { measureQuality, type Quality } from './quality.ts';
import type { TopicRules } from './schema.ts';
import { compileScales, wordsOfPaper, type PaperText } from './weighing.ts';

/** A label with the paper that it speaks of. */
export interface LabelledPaper {
  readonly label: Label;
  readonly paper: PaperText;
  /** Index of the paper in the archive; absent: its text came from elsewhere. */
  readonly index?: number;
}

export interface Matched {
  readonly found: readonly LabelledPaper[];
  /** Labels of which no text was found. */
  readonly lost: readonly Label[];
}

/** Finds the papers of labels by their title keys: in the archive first, then among other texts. */
export function matchLabels(
  labels: readonly Label[],
  papers: readonly PaperText[],
  texts: ReadonlyMap<string, PaperText> = new Map(),
): Matched {
  const indexes = new Map(papers.map(({ title }, index) => [titleKey(title), index]));
  const found: LabelledPaper[] = [];
  const lost: Label[] = [];
  for (const label of labels) {
    const key = titleKey(label.title);
    const index = indexes.get(key);
    const paper = index === undefined ? texts.get(key) : papers[index];
    if (paper === undefined) lost.push(label);
    else found.push({ label, paper, ...(index !== undefined && { index }) });
  }
  return { found, lost };
}

/** A paper on which rules and label disagree. */
export interface Disagreement {
  readonly title: string;
  /** Topics that it got and ought not to have, with the terms that gave them. */
  readonly wrong: readonly Told[];
  /** Topics that it ought to have, with the points that it got. */
  readonly missed: readonly Told[];
}

/** What the rules say of a paper and a topic. */
interface Told {
  /** Id. */
  readonly topic: string;
  readonly points: number;
  readonly terms: readonly string[];
}

/** How the rules do on one sample of labelled papers. */
export interface SampleQuality {
  readonly split: Label['split'];
  /** Empty: all samples of the split together. */
  readonly sample: string;
  readonly quality: Quality;
}

export interface LabelReport {
  readonly samples: readonly SampleQuality[];
  /** In the labels' order. */
  readonly disagreements: readonly Disagreement[];
}

/**
 * Runs the rules on labelled papers, topics given by hand left aside, and measures them: each split, and each sample
 * of a split that has more than one. Topics that no label names are left out: those who labelled did not know them.
 */
export function judgeLabels(
  topics: readonly TopicRules[],
  labelled: readonly LabelledPaper[],
): LabelReport {
  const scales = compileScales(topics);
  const indexes = new Map(topics.map(({ id }, index) => [id, index]));
  const asked = new Set(
    labelled.flatMap(({ label }) => label.topics.flatMap((id) => indexes.get(id) ?? [])),
  );
  const disagreements: Disagreement[] = [];
  const judged = labelled.map(({ label, paper }) => {
    const weighings = scales.weigh(wordsOfPaper(paper));
    const expected = new Set(label.topics.flatMap((id) => indexes.get(id) ?? []));
    const got = new Set(
      weighings
        .filter(({ claimed, topic }) => claimed && asked.has(topic))
        .map(({ topic }) => topic),
    );
    const told = (topic: number): Told => {
      const verdict = weighings.find((weighing) => weighing.topic === topic)?.verdict;
      return {
        topic: topics[topic]?.id ?? '',
        points: Math.round((verdict?.points ?? 0) * 100) / 100,
        terms: verdict?.evidence.map(({ term }) => term) ?? [],
      };
    };
    const wrong = [...got.difference(expected)].map(told);
    const missed = [...expected.difference(got)].map(told);
    if (wrong.length + missed.length > 0) disagreements.push({ title: label.title, wrong, missed });
    return { label, expected, got };
  });
  const samples = (['blind', 'tuning'] as const).flatMap((split) => {
    const all = judged.filter(({ label }) => label.split === split);
    const names = [...new Set(all.map(({ label }) => label.sample))].toSorted();
    return ['', ...(names.length > 1 ? names : [])].flatMap((sample): SampleQuality[] => {
      const some = all.filter(({ label }) => sample === '' || label.sample === sample);
      if (some.length === 0) return [];
      return [{ split, sample, quality: measureQuality(some, topics.length) }];
    });
  });
  return { samples, disagreements };
}
