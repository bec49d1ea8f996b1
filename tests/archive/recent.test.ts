import { expect, test } from 'vitest';
import type { Paper } from '../../src/archive/archive.ts';
import { recentPapers } from '../../src/archive/recent.ts';
import { paper } from './paper.ts';

/** A digest of a day with so many papers, whose ids tell their place. */
const digest = (date: string, count: number): Paper[] =>
  Array.from({ length: count }, (_, at) =>
    paper({
      id: `${date}-${at}`,
      date,
      listings: [{ digest: `${date}-trending`, date, lines: [at + 1, at + 1] }],
    }),
  );

const days = (papers: readonly Paper[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { date } of recentPapers(papers, 50)) counts[date] = (counts[date] ?? 0) + 1;
  return counts;
};

test.each<[string, Paper[], Record<string, number>]>([
  ['no paper', [], {}],
  ['one digest, whole', digest('2025-03-11', 81), { '2025-03-11': 81 }],
  ['one digest, however long', digest('2025-03-11', 2000), { '2025-03-11': 2000 }],
  [
    'a week of digests, each whole',
    ['01', '02', '03', '04', '05', '06', '07', '08', '09'].flatMap((day) =>
      digest(`2025-03-${day}`, 70),
    ),
    Object.fromEntries(
      ['03', '04', '05', '06', '07', '08', '09'].map((day) => [`2025-03-${day}`, 70]),
    ),
  ],
  [
    'of a week of long digests those that the feed has room for',
    [...digest('2025-03-09', 300), ...digest('2025-03-10', 150), ...digest('2025-03-11', 300)],
    { '2025-03-10': 150, '2025-03-11': 300 },
  ],
  [
    'older digests while there is room, and none of them cut',
    [...digest('2024-01-01', 20), ...digest('2024-06-01', 20), ...digest('2025-03-11', 20)],
    { '2024-06-01': 20, '2025-03-11': 20 },
  ],
])('%s', (_, papers, counts) => {
  expect(days(papers)).toEqual(counts);
});

test('newest digest first, in its own order; a paper that is listed again comes with the newer one', () => {
  const [first, again] = ['2025-03-11', '2025-03-12'].map((date, at) => ({
    digest: `${date}-trending`,
    date,
    lines: [7 - at, 7 - at] as const,
  }));
  if (!first || !again) throw new Error('none');
  const papers = [
    paper({ id: 'old', listings: [{ ...first, lines: [1, 1] }] }),
    paper({ id: 'new', listings: [{ ...again, lines: [9, 9] }] }),
    paper({ id: 'twice', listings: [first, again] }),
    paper({ id: 'by-hand', listings: [], date: '', published: '2024-09' }),
    paper({ id: 'undated', listings: [], date: '' }),
  ];
  expect(recentPapers(papers, 50).map(({ id }) => id)).toEqual(['twice', 'new', 'old', 'by-hand']);
});
