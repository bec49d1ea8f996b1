/** What the bench of builds has measured, as tables. Pure. */
import { printed, type Table } from '../table.ts';
import { verdicts, type Measured } from './aims.ts';
import type { Cost } from './command.ts';
import type { Spent } from './stages.ts';
import { parts } from './stages.ts';

const number = (value: number | undefined, digits: number): string =>
  value === undefined || Number.isNaN(value)
    ? '–'
    : Number.isFinite(value)
      ? value.toFixed(digits)
      : 'never';
const seconds = (value: number | undefined): string =>
  number(value, value !== undefined && value < 10 ? 2 : 1);
const papers = ({ papers: count }: Measured): string => count.toLocaleString('en');

type Row = readonly [
  name: string,
  cost: (measured: Measured) => Partial<Spent & Pick<Cost, 'memory'>> | undefined,
];

const works: readonly Row[] = [
  ['cold build', ({ cold }) => cold],
  ...parts.map((part): Row => [`  ${part}`, ({ cold }) => cold.parts[part]]),
  ['build, nothing changed', ({ unchanged }) => unchanged],
  ['add one digest of 80', ({ add }) => add],
  ['build that publishes it', ({ publish }) => publish],
  ['dev: address printed', ({ dev }) => dev && { wall: dev.address }],
  ['dev: first page', ({ dev }) => dev && { wall: dev.ready }],
  ['dev: a paper page', ({ dev }) => dev && { wall: dev.page }],
  ['dev: an edit shown', ({ dev }) => dev && { wall: dev.edit }],
  ['dev: a dropped digest shown', ({ dev }) => dev && { wall: dev.dropped }],
  ['floor: plain Astro', ({ floors }) => floors?.astro],
  ['floor: Pagefind alone', ({ floors }) => floors?.pagefind],
  ['floor: Hugo', ({ floors }) => floors?.hugo],
  ['floor: cp -r of the site', ({ floors }) => floors?.copy],
];

function costs(all: readonly Measured[]): Table {
  return {
    head: ['work', ...all.flatMap((one) => [`${papers(one)}: wall s`, 'CPU s', 'peak MB'])],
    rows: works
      .filter(([, cost]) => all.some((one) => cost(one) !== undefined))
      .map(([name, cost]) => [
        name,
        ...all.flatMap((one) => {
          const { wall, cpu, memory } = cost(one) ?? {};
          return [seconds(wall), seconds(cpu), number(memory, 0)];
        }),
      ]),
  };
}

function sites(all: readonly Measured[]): Table {
  const names = [...new Set(all.flatMap(({ site }) => Object.keys(site.folders)))].toSorted();
  const most = (name: string): number =>
    Math.max(...all.map(({ site, papers: count }) => (site.folders[name]?.bytes ?? 0) / count));
  const large = names.filter((name) => most(name) >= 100);
  const row = (
    name: string,
    size: (measured: Measured) => { readonly files?: number; readonly bytes: number } | undefined,
  ): string[] => [
    name,
    ...all.flatMap((one) => {
      const { files, bytes = 0 } = size(one) ?? {};
      return [number(files, 0), number(bytes / 1e6, 1), number(bytes / one.papers, 0)];
    }),
  ];
  return {
    head: ['site', ...all.flatMap((one) => [`${papers(one)}: files`, 'MB', 'bytes a paper'])],
    rows: [
      row('all', ({ site }) => site),
      ...large.map((name) =>
        row(`  ${name === '.' ? 'at the top' : name}`, ({ site }) => site.folders[name]),
      ),
      row('as uploaded (tar)', ({ site }) => ({ bytes: site.uploaded })),
      ...(all.some(({ floors }) => floors)
        ? [row('floor: plain Astro + Pagefind', ({ floors }) => floors?.bare)]
        : []),
    ],
  };
}

function judged(all: readonly Measured[]): Table {
  return {
    head: ['aim', 'papers', 'measured', 'floor', 'takes', 'ratio', 'aim', 'met'],
    rows: all.flatMap((one) =>
      verdicts(one).map(({ name, unit, figure, floor, aim, met }) => [
        name,
        papers(one),
        `${unit === 'MB' ? number(figure, 0) : seconds(figure)} ${unit}`,
        floor?.name ?? '',
        floor === undefined ? '' : unit === 'MB' ? number(floor.figure, 0) : seconds(floor.figure),
        floor === undefined ? '' : number(floor.ratio, 2),
        aim,
        met === undefined ? '' : met ? 'yes' : 'no',
      ]),
    ),
  };
}

/** The tables, for a terminal or for a page of documentation, and a line for each floor left out. */
export function report(all: readonly Measured[], form: 'text' | 'markdown'): string {
  const without = all.flatMap((one) =>
    (one.floors?.without ?? []).map((why) => `${papers(one)} papers, without ${why}.\n`),
  );
  return `${printed([costs(all), sites(all), judged(all)], form)}${without.join('')}`;
}
