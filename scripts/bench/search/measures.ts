/** What is measured of this search beside its answers. */
import type { CountsReport } from './facet-counts.ts';
import { offlineSorts, type OfflineReport } from './offline.ts';
import { kilobytes, percent, seconds, whole, type Table } from '../table.ts';
import type { Typing } from './typing.ts';

/** Each is absent if it was not measured. */
export interface Measures {
  readonly typing?: Typing;
  readonly counts?: CountsReport;
  readonly offline?: OfflineReport;
}

/** By these names on the command line. */
export const measureNames = ['visits', 'typing', 'counts', 'offline'] as const;
export type MeasureName = (typeof measureNames)[number];

const milliseconds = (value: number): string =>
  Number.isFinite(value) ? `${whole(value)} ms` : 'never';

const typingTable = ({ queries, median, p95, soon, beforeLast, shift }: Typing): Table => ({
  head: ['while typing, page warm', String(queries)],
  rows: [
    ['fourth letter to first results, median', milliseconds(median)],
    ['of 95 in 100 no later than', milliseconds(p95)],
    ['within 300 ms, %', percent(soon)],
    ['results before the last letter, %', percent(beforeLast)],
    ['most that moved (layout shift, 412 px)', shift.toFixed(3)],
  ],
});

const countsTable = ({ queries, counts, wrong }: CountsReport): Table => ({
  head: ['counts beside the filters', String(queries)],
  rows: [
    ['compared', String(counts)],
    ['wrong', String(wrong)],
  ],
});

const offlineTable = ({ answered, bytes, requests, keeping }: OfflineReport): Table => ({
  head: ['without a network, search kept', 'answered alike'],
  rows: [
    ...offlineSorts.map((sort) => [sort, `${answered[sort].alike} of ${answered[sort].queries}`]),
    ...(Number.isNaN(keeping)
      ? []
      : [
          ['fetched for it', kilobytes(bytes)],
          ['in requests', String(requests)],
          ['in', seconds(keeping)],
        ]),
  ],
});

/** The tables of what was measured; the number at the head of each is that of its queries. */
export function measured({ typing, counts, offline }: Measures): Table[] {
  return [
    ...(typing === undefined ? [] : [typingTable(typing)]),
    ...(counts === undefined ? [] : [countsTable(counts)]),
    ...(offline === undefined ? [] : [offlineTable(offline)]),
  ];
}
