/** What the daily loop of an archive may take, and whether a run of the bench holds it. Pure. */
import type { Cost } from './command.ts';
import type { DevTimes } from './dev.ts';
import type { Floors } from './floors.ts';
import type { SiteSize } from './site-bytes.ts';
import type { Parts } from './stages.ts';

/** What was measured of an archive of one size. */
export interface Measured {
  readonly papers: number;
  readonly cold: Cost & { readonly parts: Parts };
  readonly unchanged: Cost;
  /** `add` of one more digest of 80 alone, and the build that publishes it. */
  readonly add: Cost;
  readonly publish: Cost;
  readonly site: SiteSize;
  /** Absent in a quick run. */
  readonly floors?: Floors;
  readonly dev?: DevTimes;
}

interface Aim {
  readonly name: string;
  readonly unit: 's' | 's CPU' | 'MB' | 'KB';
  readonly figure: (measured: Measured) => number | undefined;
  /** What it may be at most; nothing where no aim is set for so many papers. */
  readonly most?: (papers: number) => number | undefined;
  /** What others take in the same run. */
  readonly floor?: (floors: Floors) => { readonly name: string; readonly figure: number };
  /** How many times as much as the floor it may be. */
  readonly ratio?: (papers: number) => number | undefined;
}

/** Aims are set at 10,000 and 50,000 papers: the one holds up to there, the other beyond. */
const upTo = 10_000;
const small =
  (most: number) =>
  (papers: number): number | undefined =>
    papers <= upTo ? most : undefined;
const large =
  (most: number) =>
  (papers: number): number | undefined =>
    papers > upTo ? most : undefined;
const either =
  (few: number, many: number) =>
  (papers: number): number =>
    papers <= upTo ? few : many;

const copy = ({ copy: { wall } }: Floors) => ({ name: 'cp -r', figure: wall });
const bare = ({ bare: { bytes } }: Floors, papers: number) => ({
  name: 'plain Astro + Pagefind',
  figure: bytes / papers / 1000,
});
const generator = ({ hugo, astro, pagefind }: Floors) => ({
  name: hugo ? 'Hugo + Pagefind' : 'plain Astro + Pagefind',
  figure: (hugo ?? astro).wall + pagefind.wall,
});
const together = (figure: (cost: Cost) => number) => (floors: Floors) => ({
  name: 'plain Astro + Pagefind',
  figure: figure(floors.astro) + figure(floors.pagefind),
});

const aims: readonly Aim[] = [
  {
    name: 'add one digest of 80',
    unit: 's',
    figure: ({ add }) => add.wall,
    most: either(2, 3),
    floor: copy,
  },
  { name: 'dev: ready', unit: 's', figure: ({ dev }) => dev?.ready, most: small(5), floor: copy },
  { name: 'dev: a paper page', unit: 's', figure: ({ dev }) => dev?.page, most: small(0.3) },
  { name: 'dev: an edit shown', unit: 's', figure: ({ dev }) => dev?.edit, most: small(1) },
  {
    name: 'dev: a dropped digest shown',
    unit: 's',
    figure: ({ dev }) => dev?.dropped,
    most: small(3),
  },
  {
    name: 'build, nothing changed',
    unit: 's',
    figure: ({ unchanged }) => unchanged.wall,
    most: small(5),
    floor: copy,
  },
  {
    name: 'publish one digest: add and build',
    unit: 's',
    figure: ({ add, publish }) => add.wall + publish.wall,
    most: either(10, 20),
    floor: generator,
  },
  {
    name: 'cold build, all but the index',
    unit: 's CPU',
    figure: ({ cold: { cpu, parts } }) => cpu - parts.index.cpu,
    floor: ({ astro }) => ({ name: 'plain Astro', figure: astro.cpu }),
    ratio: small(1.5),
  },
  {
    name: 'cold build, index',
    unit: 's CPU',
    figure: ({ cold: { parts } }) => parts.index.cpu,
    floor: ({ pagefind }) => ({ name: 'Pagefind', figure: pagefind.cpu }),
    ratio: small(1.2),
  },
  {
    name: 'cold build',
    unit: 's',
    figure: ({ cold }) => cold.wall,
    floor: together(({ wall }) => wall),
    ratio: large(1.3),
  },
  {
    name: 'cold build, memory',
    unit: 'MB',
    figure: ({ cold }) => cold.memory,
    most: () => 3000,
    floor: ({ astro }) => ({ name: 'plain Astro', figure: astro.memory }),
  },
  {
    name: 'bytes a paper, all files',
    unit: 'KB',
    figure: ({ site, papers }) => site.bytes / papers / 1000,
    most: () => 9,
  },
  {
    name: 'bytes a paper, as uploaded',
    unit: 'KB',
    figure: ({ site, papers }) => site.uploaded / papers / 1000,
    most: () => 9,
  },
];

export interface Verdict {
  readonly name: string;
  readonly unit: Aim['unit'];
  readonly figure: number;
  readonly floor?: { readonly name: string; readonly figure: number; readonly ratio: number };
  /** As in the table: `≤ 2 s`, `≤ 1.5 ×`; empty where none is set for so many papers. */
  readonly aim: string;
  /** Nothing where there is no aim, or no floor to judge it by. */
  readonly met?: boolean;
}

/** Each aim with its figure; those that were not measured are left out. */
export function verdicts(measured: Measured): Verdict[] {
  const { papers, floors } = measured;
  return aims.flatMap(({ name, unit, figure, most, floor, ratio }) => {
    const value = figure(measured);
    if (value === undefined) return [];
    const below = unit === 'KB' ? bare : floor;
    const under = floors && below?.(floors, papers);
    const times = under === undefined ? Number.NaN : value / under.figure;
    const limit = most?.(papers);
    const factor = ratio?.(papers);
    const holds = limit === undefined ? times <= (factor ?? Number.NaN) : value <= limit;
    const known = Number.isFinite(limit === undefined ? times : value) || value === Infinity;
    return [
      {
        name,
        unit,
        figure: value,
        ...(under && { floor: { ...under, ratio: times } }),
        aim:
          limit !== undefined ? `≤ ${limit} ${unit}` : factor !== undefined ? `≤ ${factor} ×` : '',
        ...((limit ?? factor) !== undefined && known && { met: holds }),
      },
    ];
  });
}
