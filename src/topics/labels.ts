/** Labels: papers whose topics somebody has decided by reading, one JSON object a line. */
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/likely.ts';
import { isList, isObject, isText, parsed } from '../shapes.ts';

export interface Label {
  /** As in the source; compared by its `titleKey`. */
  readonly title: string;
  /** Ids of the topics it ought to have; empty: none. */
  readonly topics: readonly string[];
  /** Whether the rules were tuned on the paper, or it was labelled and never looked at while tuning. */
  readonly split: 'tuning' | 'blind';
  /** What it was drawn from, e.g. `random`; empty if the label does not say. */
  readonly sample: string;
  /** Line of the file, from 1. */
  readonly line: number;
}

export interface ReadLabels {
  readonly labels: readonly Label[];
  readonly problems: readonly Diagnostic[];
}

const areTopics = isList(isText);

/** A label, or why the line is none. */
function labelOf(text: string, line: number): Label | string {
  const value = parsed(text);
  if (!isObject(value) || Array.isArray(value)) return 'not a JSON object';
  const { title, topics, split = 'tuning', sample = '' } = value;
  if (!isText(title) || title.trim() === '') return 'no `title`';
  if (!areTopics(topics)) return '`topics` is not a list of topics';
  if (split !== 'tuning' && split !== 'blind') return '`split` is neither `tuning` nor `blind`';
  if (!isText(sample)) return '`sample` is not text';
  return { title, topics, split, sample, line };
}

/**
 * Reads a file of labels: one JSON object a line, with `title` and `topics`, and if wanted `split` (`tuning`, which
 * is meant when it is left out, or `blind`) and `sample`.
 *
 * @param file path for messages
 * @param topics ids that exist; a label that names another one is left out and reported
 */
export function parseLabels(file: string, text: string, topics: ReadonlySet<string>): ReadLabels {
  const labels: Label[] = [];
  const problems: Diagnostic[] = [];
  for (const [index, content] of text.split(/\r?\n/).entries()) {
    if (content.trim() === '') continue;
    const line = index + 1;
    const label = labelOf(content, line);
    if (typeof label === 'string') {
      problems.push(diagnostic('topic/label', { file, line }, { why: `${label}` }));
      continue;
    }
    const unknown = label.topics.filter((topic) => !topics.has(topic));
    problems.push(
      ...unknown.map((topic) => {
        const facts = { topic, meant: didYouMean(topic, topics) };
        return diagnostic('entry/unknown-topic', { file, line }, facts);
      }),
    );
    if (unknown.length === 0) labels.push(label);
  }
  return { labels, problems };
}
