/** The report of `npm run topics` for people. */
import { styleText } from 'node:util';
import type {
  MisleadingTerm,
  NearMissReport,
  TermReport,
  TopicReport,
  TopicsReport,
  ProposedTerm,
} from '../../src/topics/index.ts';
import { counted } from '../../src/text/counted.ts';
import { qualityText } from './quality.ts';

/** Lines of a list before "and N more". */
const shown = 12;

/** Characters of the longest bar. */
const barWidth = 30;

const thousands = new Intl.NumberFormat('en');

export interface Style {
  readonly colour: boolean;
  /** Show lists to their end. */
  readonly all: boolean;
}

const paint = (style: 'bold' | 'dim', text: string, { colour }: Style): string =>
  colour ? styleText(style, text, { validateStream: false }) : text;

const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

function section(title: string, lines: readonly string[], style: Style): string[] {
  return lines.length === 0 ? [] : ['', paint('bold', title, style), ...indent(lines)];
}

/** As many items as fit, each as one or more lines. */
function list<Item>(
  items: readonly Item[],
  lines: (item: Item) => readonly string[],
  { all }: Style,
  most = shown,
): string[] {
  const some = all ? items : items.slice(0, most);
  const more = items.length - some.length;
  return [...some.flatMap(lines), ...(more > 0 ? [`… and ${thousands.format(more)} more`] : [])];
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '0%' : `${((100 * part) / whole).toFixed(part * 10 < whole ? 1 : 0)}%`;
}

/** Papers per topic, most first, each with a bar. */
function bars({ topics, papers, unsorted }: TopicsReport): string[] {
  const rows = [
    ...topics.toSorted((a, b) => b.papers - a.papers).map(({ id, papers: size }) => ({ id, size })),
    { id: '(unsorted)', size: unsorted.length },
  ];
  const longest = Math.max(1, ...rows.map(({ size }) => size));
  const width = Math.max(...rows.map(({ id }) => id.length));
  return rows.map(({ id, size }) => {
    const bar = '█'.repeat(Math.ceil((barWidth * size) / longest));
    const count = thousands.format(size).padStart(7);
    return `${id.padEnd(width)} ${count} ${percent(size, papers).padStart(6)}  ${bar}`.trimEnd();
  });
}

const terms = (names: readonly string[], most = 5): string =>
  names.slice(0, most).join(', ') + (names.length > most ? ', …' : '');

function nearMiss({ paper, topic, missing, terms: names }: NearMissReport): string[] {
  return [`${paper.title}`, `  ${topic}: ${missing.toFixed(1)} short, by ${terms(names)}`];
}

/** A term as its file has it, as far as it is not the usual. */
function termName({ term, weight, where }: Pick<TermReport, 'term' | 'weight' | 'where'>): string {
  const notes = [weight, ...(where === 'any' ? [] : [`in the ${where}`])];
  return `${term} (${notes.join(', ')})`;
}

function misleading(term: MisleadingTerm, style: Style): string[] {
  const { topic, decides, elsewhere, right, wrong, papers } = term;
  const labels = right + wrong > 0 ? `; by the labels ${right} right, ${wrong} wrong` : '';
  return [
    `${topic}: ${termName(term)}: decides ${counted(decides, 'paper')}, ${elsewhere} rather elsewhere${labels}`,
    ...indent(list(papers, ({ title }) => [title], { ...style, all: false }, 2)),
  ];
}

const proposal = ({ term, inside, outside }: ProposedTerm): string =>
  `${term} ${inside}:${outside}`;

/** The lines of a topic's file that find nothing, by what is wrong with them. */
function idle({ terms: rules }: TopicReport): { never: string[]; hidden: string[] } {
  const names = (some: readonly TermReport[]): string[] => some.map(({ term }) => term);
  const counting = rules.filter(({ kind }) => kind === 'term' || kind === 'exclude');
  return {
    never: names(rules.filter(({ found }) => found === 0)),
    hidden: names(counting.filter(({ found, counted: count }) => found > 0 && count === 0)),
  };
}

/** The whole report. */
export function reportText(report: TopicsReport, style: Style): string {
  const { papers, unsorted, topics, nearMisses, newTopics, labels } = report;
  const never = topics.flatMap((topic) => {
    const { never: missing } = idle(topic);
    if (missing.length === 0) return [];
    return [
      `${topic.id} (${missing.length} of ${topic.terms.length}): ${terms(missing, style.all ? Infinity : 6)}`,
    ];
  });
  const hidden = topics.flatMap((topic) => {
    const { hidden: some } = idle(topic);
    return some.length === 0 ? [] : [`${topic.id}: ${terms(some, style.all ? Infinity : 6)}`];
  });
  return [
    paint(
      'bold',
      `${counted(papers, 'paper')}, ${counted(topics.length, 'topic')}, ${thousands.format(unsorted.length)} unsorted`,
      style,
    ),
    ...indent(bars(report)),
    ...section(
      'Unsorted',
      list(unsorted, ({ title }) => [title], style),
      style,
    ),
    ...section(
      'Near misses (a little under the threshold)',
      list(nearMisses, nearMiss, style),
      style,
    ),
    ...section('Phrases that no paper holds', never, style),
    ...section(
      'Terms that are found and never count (place, context, or inside a longer one)',
      hidden,
      style,
    ),
    ...section(
      'Terms that may mislead',
      list(report.misleading, (term) => misleading(term, style), style),
      style,
    ),
    ...section(
      'Words that set a topic apart and are none of its terms (papers inside:outside)',
      topics.flatMap(({ id, proposals }) =>
        proposals.length === 0 ? [] : [`${id}: ${proposals.map(proposal).join(', ')}`],
      ),
      style,
    ),
    ...section(
      'Topics that the unsorted papers might want (papers unsorted:sorted)',
      list(
        newTopics,
        ({ terms: words, papers: some }) => [
          `${counted(some.length, 'paper')}: ${words.map(proposal).join(', ')}`,
          ...indent(list(some, ({ title }) => [title], { ...style, all: false }, 3)),
        ],
        style,
      ),
      style,
    ),
    ...(labels
      ? section(
          'Quality, held against labels',
          qualityText(labels.samples, topics, labels.lost),
          style,
        )
      : []),
  ].join('\n');
}

/** One topic in full: what each line of its file did. */
export function topicText(report: TopicsReport, topic: TopicReport, style: Style): string {
  const rows = topic.terms.filter(({ kind }) => kind === 'term' || kind === 'exclude');
  const width = Math.max(...rows.map((row) => termName(row).length));
  const numbers = (cells: readonly (string | number)[]): string =>
    cells.map((cell) => String(cell).padStart(8)).join('');
  const near = report.nearMisses.filter(({ topic: id }) => id === topic.id);
  const { never } = idle(topic);
  const errors = report.labels?.disagreements.flatMap(({ title, wrong, missed }) => [
    ...wrong
      .filter(({ topic: id }) => id === topic.id)
      .map((one) => `wrong  ${one.points} ${title}\n    by ${terms(one.terms)}`),
    ...missed
      .filter(({ topic: id }) => id === topic.id)
      .map(
        (one) =>
          `missed ${one.points} ${title}${one.terms.length > 0 ? `\n    by ${terms(one.terms)}` : ''}`,
      ),
  ]);
  return [
    paint('bold', `${topic.label} (${topic.id}): ${counted(topic.papers, 'paper')}`, style),
    '',
    `  ${'term'.padEnd(width)}${numbers(['papers', 'inside', 'decides', 'alone'])}`,
    ...rows
      .toSorted((a, b) => b.counted - a.counted)
      .map(
        (row) =>
          `  ${(row.kind === 'exclude' ? '− ' : '') + termName(row)}`.padEnd(width + 2) +
          numbers([row.counted, row.claimed, row.decides, row.alone]),
      ),
    ...section('Phrases that no paper holds', never, style),
    ...section(
      'May mislead',
      report.misleading
        .filter(({ topic: id }) => id === topic.id)
        .flatMap((term) => misleading(term, style)),
      style,
    ),
    ...section('Near misses', list(near, nearMiss, style), style),
    ...section(
      'Words that set it apart and are none of its terms',
      topic.proposals.map(proposal),
      style,
    ),
    ...section('Where labels disagree', errors ?? [], style),
  ].join('\n');
}
