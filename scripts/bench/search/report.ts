/** The bench's results as tables. */
import type { Cost } from './first-visit.ts';
import { score, type Score } from './metrics.ts';
import { measured, type Measures } from './measures.ts';
import type { Kind } from './query.ts';
import type { Answers } from './run.ts';
import { kilobytes, percent, printed, seconds, whole, type Table } from '../table.ts';

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
  /** Of this search alone. */
  readonly measures?: Measures;
}

/** Scores of all sets of an engine. */
export function scores(answers: Answers): Record<string, Score> {
  return Object.fromEntries([...answers].map(([kind, answered]) => [kind, score(answered)]));
}

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
      ...engines.flatMap(({ name }) => [`${name} hit@1`, 'hit@3', 'hit@10', 'MRR@10', 'none']),
      ...(engines.length > 1 ? ['ahead'] : []),
    ],
    rows: used(report, kinds).map(({ name, label, written }) => {
      const all = engines.map(({ scores: { [name]: own } }) => own);
      return [
        label,
        `${all[0]?.queries ?? 0}${written === undefined ? '' : ` of ${written}`}`,
        ...all.flatMap((own) =>
          own === undefined
            ? ['', '', '', '', '']
            : [own.hit1, own.hit3, own.hit10, own.mrr10, own.zero].map(percent),
        ),
        ...(engines.length > 1 ? [ahead(all)] : []),
      ];
    }),
  };
}

/** Of each engine: are all results what the operators ask for, and the paper meant among the first ten? */
function operators(report: Report, kinds: readonly Kind[]): Table {
  const { engines } = report;
  const operated = used(report, kinds).filter(
    ({ name }) => engines[0]?.scores[name]?.honoured !== undefined,
  );
  return {
    head: ['operators honoured', ...engines.map(({ name }) => name)],
    rows: operated.map(({ name, label }) => [
      label,
      ...engines.map(({ scores: { [name]: own } }) => percent(own?.honoured ?? Number.NaN)),
    ]),
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
      'of it bytes',
      'requests',
      'shift',
    ],
    rows: engines.flatMap(({ name, cost }) => {
      if (cost === undefined) return [];
      const { firstBytes, nextBytes, firstTime, slowTime, reckoned } = cost;
      const bytes = [firstBytes.median, firstBytes.max, nextBytes.median, nextBytes.max];
      const about = reckoned ? 'about ' : '';
      return [
        [
          name,
          ...bytes.map(kilobytes),
          about + seconds(firstTime),
          about + seconds(slowTime),
          cost.slowBytes === undefined ? '' : kilobytes(cost.slowBytes),
          whole(cost.slowRequests ?? Number.NaN),
          cost.shift?.toFixed(3) ?? '',
        ],
      ];
    }),
  };
}

/** The tables of a report, for a terminal or for a page of documentation. */
export function tables(report: Report, kinds: readonly Kind[], form: 'text' | 'markdown'): string {
  const all = [
    quality(report, kinds),
    operators(report, kinds),
    times(report, kinds),
    costs(report),
    ...measured(report.measures ?? {}),
  ];
  return printed(all, form);
}
