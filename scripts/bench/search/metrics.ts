/** How well the first ten results answer the queries of a set. */

/** What came back for one query. */
export interface Outcome {
  /** Ids of the papers that answer it. */
  readonly right: readonly string[];
  /** Ids of the first results, best first. */
  readonly found: readonly string[];
  /** Until the results were there. */
  readonly milliseconds: number;
  /** Every paper found is what the query's operators ask for, and a right one is among them; absent without operators. */
  readonly honoured?: boolean;
}

export interface Score {
  readonly queries: number;
  /** Share of the queries with a right paper first, from 0 to 1. */
  readonly hit1: number;
  /** Share of the queries with a right paper among the first three. */
  readonly hit3: number;
  /** Share of the queries with a right paper among the first ten. */
  readonly hit10: number;
  /** Mean over the queries of one through the place of the first right paper among ten; 0 where there is none. */
  readonly mrr10: number;
  /** Share of the queries that found nothing at all. */
  readonly zero: number;
  /** Of the queries with operators, the share whose operators were honoured; absent if there are none. */
  readonly honoured?: number;
  /** Milliseconds. */
  readonly median: number;
  /** Milliseconds: 95 of 100 queries took no longer. */
  readonly p95: number;
}

/** Place of the first right paper, from 1; undefined if none is there. */
export function rank({ right, found }: Pick<Outcome, 'right' | 'found'>): number | undefined {
  const at = found.findIndex((id) => right.includes(id));
  return at < 0 ? undefined : at + 1;
}

/** The value that a share of the values do not exceed (nearest rank); NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** @param outcomes of one set; all shares are NaN if there are none */
export function score(outcomes: readonly Outcome[]): Score {
  const ranks = outcomes.map(rank);
  const share = (counts: (place: number | undefined, at: number) => number): number =>
    ranks.reduce((sum: number, place, at) => sum + counts(place, at), 0) / outcomes.length;
  const within = (most: number) => (place: number | undefined) =>
    place !== undefined && place <= most ? 1 : 0;
  const operated = outcomes.filter(({ honoured }) => honoured !== undefined);
  const times = outcomes.map(({ milliseconds }) => milliseconds);
  return {
    queries: outcomes.length,
    hit1: share(within(1)),
    hit3: share(within(3)),
    hit10: share(within(10)),
    mrr10: share((place) => (place !== undefined && place <= 10 ? 1 / place : 0)),
    zero: share((_, at) => (outcomes[at]?.found.length === 0 ? 1 : 0)),
    ...(operated.length > 0 && {
      honoured: operated.filter(({ honoured }) => honoured).length / operated.length,
    }),
    median: quantile(times, 0.5),
    p95: quantile(times, 0.95),
  };
}
