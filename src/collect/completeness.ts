/** What the sources announced and what became of it. Pure. */
import type { LeftOut } from '../entries/left-out.ts';
import type { Collected } from './ledger.ts';

/** What one source has brought. */
export interface SourceAccount {
  readonly source: string;
  /** Digests of it that were kept. */
  readonly digests: number;
  readonly announced: number;
  readonly kept: number;
  readonly leftOut: Readonly<Record<LeftOut['why'], number>>;
  /** Announced, and neither kept nor left out: what reads papers has not found them. */
  readonly unread: number;
  /** Said to be new versions. */
  readonly replaced: number;
  /** In digests that the owner took back. */
  readonly takenBack: number;
  /** What the source says of its licence, each wording once. */
  readonly licences: readonly string[];
  /** ISO day of its last answer, or failure. */
  readonly asked: string;
  /** ISO days for which it failed, with the reason. */
  readonly failed: readonly { readonly day: string; readonly why: string }[];
  /** The first and the last day on which it had papers. */
  readonly first?: string;
  readonly last?: string;
  /** It says nothing for longer than is usual for it. */
  readonly silence?: Silence;
}

export interface Silence {
  /** ISO day of its last paper; absent where it never had one. */
  readonly since?: string;
  readonly days: number;
  /** Days that it usually says nothing for, at most. */
  readonly usual: number;
}

/** Days of silence that are usual for a source that has said too little to tell. */
const usualAtFirst = 14;

/** Gaps that tell what is usual. */
const enoughGaps = 5;

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/**
 * Whether a source says nothing for more than twice as long as nineteen of twenty of its pauses took, and two days more.
 *
 * @param days ISO days on which it had papers, in any order
 * @param begun ISO day on which it was asked first
 */
export function silenceOf(
  days: readonly string[],
  begun: string,
  today: string,
): Silence | undefined {
  const ordered = [...new Set(days)].toSorted();
  const since = ordered.at(-1);
  const gaps = ordered
    .slice(1)
    .map((day, at) => daysBetween(ordered[at] ?? day, day))
    .toSorted((a, b) => a - b);
  const usual =
    gaps.length < enoughGaps
      ? usualAtFirst
      : 2 * (gaps[Math.ceil(gaps.length * 0.95) - 1] ?? usualAtFirst) + 2;
  const silent = daysBetween(since ?? begun, today);
  if (silent <= usual) return undefined;
  return { since, days: silent, usual };
}

/** ISO day of the last answer. */
export const lastDay = (lines: readonly Collected[]): string =>
  lines
    .map(({ at }) => at.slice(0, 10))
    .toSorted()
    .at(-1) ?? '';

const papersOf = ({ kept = 0, leftOut = [], removed }: Collected): number =>
  kept + leftOut.length + (removed?.titles.length ?? 0);

/** What some answers announced, and what became of it. */
export type Sum = Pick<
  SourceAccount,
  'announced' | 'kept' | 'leftOut' | 'unread' | 'replaced' | 'takenBack'
>;

/** Adds up what came; failures are none of it. */
export function sumOf(lines: readonly Collected[]): Sum {
  const leftOut = { before: 0, must: 0, mustNot: 0, limit: 0 };
  for (const { why } of lines.flatMap((line) => line.leftOut ?? [])) leftOut[why]++;
  const sum = (of: (line: Collected) => number): number =>
    lines.reduce((all, line) => all + of(line), 0);
  const announced = (line: Collected): number => line.announced ?? papersOf(line);
  return {
    announced: sum(announced),
    kept: sum(({ kept = 0 }) => kept),
    leftOut,
    unread: sum((line) => Math.max(0, announced(line) - papersOf(line))),
    replaced: sum(({ replaced = [] }) => replaced.length),
    takenBack: sum(({ removed }) => removed?.titles.length ?? 0),
  };
}

/**
 * The account of each source that was ever asked, in the order of their names.
 *
 * @param lines of `collected.jsonl`
 * @param today ISO day for which silence counts; absent: that of the last line of all
 */
export function accountsOf(lines: readonly Collected[], today?: string): SourceAccount[] {
  const until = today ?? lastDay(lines);
  const bySource = Map.groupBy(lines, ({ source }) => source);
  return [...bySource]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([source, own]) => {
      const good = own.filter(({ failed }) => failed === undefined);
      const total = sumOf(good);
      const days = good
        .filter((line) => papersOf(line) > 0)
        .map(({ day }) => day)
        .toSorted();
      const begun = own.map(({ day }) => day).toSorted()[0] ?? until;
      const silence = silenceOf(days, begun, until);
      const [first, last] = [days[0], days.at(-1)];
      return {
        source,
        digests: good.filter(({ digest }) => digest !== undefined).length,
        ...total,
        licences: [...new Set(good.flatMap(({ licence }) => licence ?? []))],
        asked: lastDay(own),
        failed: own.flatMap(({ day, failed: why }) => (why === undefined ? [] : [{ day, why }])),
        first,
        last,
        silence,
      };
    });
}
