/** Tables of quality, for a terminal and for docs/topics.md. */
import type { SampleQuality, Agreement, TopicReport } from '../../src/topics/index.ts';
import { counted } from '../../src/text/counted.ts';

const share = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(2));

const sampleName = ({ split, sample }: SampleQuality): string =>
  sample === '' ? split : `${split}, ${sample}`;

/** One row a topic that a label or the rules name, then the sums. */
function rows({ quality }: SampleQuality, topics: readonly TopicReport[]): string[][] {
  const row = (name: string, { right, wrong, missed, precision, recall, f1 }: Agreement) => [
    name,
    String(right + missed),
    String(right + wrong),
    share(precision),
    share(recall),
    share(f1),
  ];
  const named = quality.topics.flatMap((agreement, topic) => {
    const { right, wrong, missed } = agreement;
    return right + wrong + missed === 0 ? [] : [row(topics[topic]?.id ?? '', agreement)];
  });
  return [...named, row('all (micro)', quality.micro)];
}

const heads = ['topic', 'labelled', 'assigned', 'precision', 'recall', 'F1'];

/** Summary of every sample, and the topics of the first one. */
export function qualityText(
  samples: readonly SampleQuality[],
  topics: readonly TopicReport[],
  lost: readonly string[],
): string[] {
  const lines = samples.map((sample) => {
    const { micro, macroF1, papers } = sample.quality;
    return `${sampleName(sample)}: ${counted(papers, 'paper')}, precision ${share(micro.precision)}, recall ${share(micro.recall)}, micro F1 ${share(micro.f1)}, macro F1 ${share(macroF1)}`;
  });
  const [first] = samples;
  const table = first ? [heads, ...rows(first, topics)] : [];
  const width = Math.max(...table.map(([name = '']) => name.length));
  return [
    ...lines,
    ...(lost.length > 0 ? [`${counted(lost.length, 'labelled paper')} not found`] : []),
    ...(first ? ['', `${sampleName(first)}:`] : []),
    ...table.map(
      ([name = '', ...cells]) =>
        name.padEnd(width) + cells.map((cell) => cell.padStart(11)).join(''),
    ),
  ];
}

const markdownTable = ([head = [], ...body]: readonly (readonly string[])[]): string[] =>
  [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...body].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );

/** The same as Markdown. */
export function qualityMarkdown(
  samples: readonly SampleQuality[],
  topics: readonly TopicReport[],
): string {
  const summary = markdownTable([
    ['sample', 'papers', 'labelled', 'assigned', 'precision', 'recall', 'micro F1', 'macro F1'],
    ...samples.map((sample) => {
      const { micro, macroF1, papers } = sample.quality;
      return [
        sampleName(sample),
        String(papers),
        String(micro.right + micro.missed),
        String(micro.right + micro.wrong),
        share(micro.precision),
        share(micro.recall),
        share(micro.f1),
        share(macroF1),
      ];
    }),
  ]);
  const blind = samples.filter(({ split }) => split === 'blind');
  const tables = (blind.length > 0 ? blind : samples).flatMap((sample) => [
    '',
    `### ${sampleName(sample)}`,
    '',
    ...markdownTable([heads, ...rows(sample, topics)]),
  ]);
  return [...summary, ...tables].join('\n');
}
