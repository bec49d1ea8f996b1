/** The bench's results as tables. */
import type { Cost } from './first-visit.ts';
import { score, type Score } from './metrics.ts';
import type { Kind } from './query.ts';
import type { Answers } from './run.ts';

/** One engine's results. */
export interface EngineReport {
  readonly name: string;
  /** Kind → how well it did. */
  readonly scores: Readonly<Record<string, Score>>;
  /** Absent if it was not measured. */
  readonly cost?: Cost;
}

export interface Report {
  readonly papers: number;
  readonly seed: number;
  readonly engines: readonly EngineReport[];
}

/** Scores of all sets of an engine. */
export function scores(answers: Answers): Record<string, Score> {
  return Object.fromEntries([...answers].map(([kind, answered]) => [kind, score(answered)]));
}

interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const percent = (share: number): string => (share * 100).toFixed(1);
const whole = (number: number): string => (Number.isNaN(number) ? '' : number.toFixed(0));
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} KB`;
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** Points by which the first engine's hit@3 differs from the best of the others'. */
function ahead([first, ...others]: readonly (Score | undefined)[]): string {
  const best = Math.max(...others.map((other) => other?.hit3 ?? Number.NaN));
  const points = ((first?.hit3 ?? Number.NaN) - best) * 100;
  if (!Number.isFinite(points)) return '';
  return `${points >= 0.05 ? '+' : ''}${points.toFixed(1).replace(/^-0\.0$/, '0.0')}`;
}

const used = ({ engines: [first] }: Report, kinds: readonly Kind[]): Kind[] =>
  kinds.filter(({ name }) => first?.scores[name] !== undefined);

function quality(report: Report, kinds: readonly Kind[]): Table {
  const { engines } = report;
  return {
    head: [
      'kind',
      'queries',
      ...engines.flatMap(({ name }) => [`${name} hit@1`, 'hit@3', 'MRR@10', 'none']),
      ...(engines.length > 1 ? ['ahead'] : []),
    ],
    rows: used(report, kinds).map(({ name, label }) => {
      const all = engines.map(({ scores: { [name]: own } }) => own);
      return [
        label,
        String(all[0]?.queries ?? 0),
        ...all.flatMap((own) =>
          own === undefined
            ? ['', '', '', '']
            : [own.hit1, own.hit3, own.mrr10, own.zero].map(percent),
        ),
        ...(engines.length > 1 ? [ahead(all)] : []),
      ];
    }),
  };
}

function times(report: Report, kinds: readonly Kind[]): Table {
  return {
    head: ['ms to results', ...report.engines.flatMap(({ name }) => [`${name} median`, 'p95'])],
    rows: used(report, kinds).map(({ name, label }) => [
      label,
      ...report.engines.flatMap(({ scores: { [name]: own } }) =>
        [own?.median ?? Number.NaN, own?.p95 ?? Number.NaN].map(whole),
      ),
    ]),
  };
}

function costs({ engines }: Report): Table {
  return {
    head: [
      'over the network',
      'first query',
      'at most',
      'next query',
      'at most',
      'first results',
      'on a slow phone',
    ],
    rows: engines.flatMap(({ name, cost }) => {
      if (cost === undefined) return [];
      const { firstBytes, nextBytes, firstTime, slowTime, reckoned } = cost;
      const bytes = [firstBytes.median, firstBytes.max, nextBytes.median, nextBytes.max];
      const about = reckoned ? 'about ' : '';
      return [
        [name, ...bytes.map(kilobytes), about + seconds(firstTime), about + seconds(slowTime)],
      ];
    }),
  };
}

function aligned({ head, rows }: Table): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [head, ...rows].map(line).join('\n');
}

function markdown({ head, rows }: Table): string {
  const line = (row: readonly string[]): string => `| ${row.join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map(line).join('\n');
}

/** The tables of a report, for a terminal or for a page of documentation. */
export function tables(report: Report, kinds: readonly Kind[], form: 'text' | 'markdown'): string {
  const all = [quality(report, kinds), times(report, kinds), costs(report)];
  const shown = all.filter(({ rows }) => rows.length > 0);
  return `${shown.map(form === 'text' ? aligned : markdown).join('\n\n')}\n`;
}
