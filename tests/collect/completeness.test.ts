import { describe, expect, it } from 'vitest';
import { accountsOf, silenceOf } from '../../src/collect/completeness.ts';
import { plusDays } from '../../src/collect/fetches.ts';
import { addCollected, readCollected, type Collected } from '../../src/collect/ledger.ts';

const every = (step: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => plusDays('2026-01-05', step * at));

describe('silence', () => {
  it.each([
    ['a daily source, two days on', every(1, 30), 2, undefined],
    ['a daily source, five days on', every(1, 30), 5, { days: 5, usual: 4 }],
    ['a weekly source, two weeks on', every(7, 10), 14, undefined],
    ['a weekly source, three weeks on', every(7, 10), 21, { days: 21, usual: 16 }],
    ['a new source, a week on', every(1, 3), 7, undefined],
    ['a new source, three weeks on', every(1, 3), 21, { days: 21, usual: 14 }],
    [
      'one long pause of many is not what is usual',
      [...every(1, 40), plusDays('2026-01-05', 60)],
      6,
      { days: 6, usual: 4 },
    ],
  ])('%s', (_, days, later, expected) => {
    const found = silenceOf(days, '2026-01-05', plusDays(days.at(-1) ?? '', later));
    expect(found && { days: found.days, usual: found.usual }).toEqual(expected);
  });

  it('is told of a source that never had a paper', () => {
    expect(silenceOf([], '2026-01-05', '2026-01-30')).toEqual({ days: 25, usual: 14 });
  });
});

const line = (more: Partial<Collected>): Collected => ({
  source: 'a',
  day: '2026-01-05',
  at: '2026-01-05T18:00:00Z',
  address: 'https://a.example/feed',
  ...more,
});
const left = (why: 'before' | 'must') => ({ line: 1, title: 'T', why });

it('adds up what was announced, kept, left out and failed', () => {
  const lines = [
    line({
      digest: '2026-01-05-a',
      announced: 5,
      kept: 3,
      leftOut: [left('before'), left('must')],
    }),
    line({ day: '2026-01-06', digest: '2026-01-06-a', kept: 2 }),
    line({ day: '2026-01-07', failed: 'status 503' }),
  ];
  expect(accountsOf(lines)).toEqual([
    {
      source: 'a',
      digests: 2,
      announced: 7,
      kept: 5,
      leftOut: { before: 1, must: 1, mustNot: 0, limit: 0 },
      failed: [{ day: '2026-01-07', why: 'status 503' }],
      first: '2026-01-05',
      last: '2026-01-06',
      unread: 0,
      replaced: 0,
      takenBack: 0,
      licences: [],
      asked: '2026-01-05',
    },
  ]);
});

describe('the ledger', () => {
  const [one, failed] = [
    line({ digest: '2026-01-05-a', kept: 1 }),
    line({ day: '2026-01-06', failed: 'x' }),
  ];

  it('reads back what was added, and leaves out what is no line of it', () => {
    const text = addCollected('', [one, failed]);
    expect(readCollected(`${text}{"half\n\n[]\n`)).toEqual([one, failed]);
  });

  it('says a digest once, and a failure until it is made good', () => {
    const text = addCollected('', [one, failed]);
    expect(readCollected(addCollected(text, [{ ...one, kept: 2 }]))).toEqual([
      failed,
      { ...one, kept: 2 },
    ]);
    expect(readCollected(addCollected(text, [], [{ source: 'b', day: '2026-01-06' }]))).toEqual([
      one,
      failed,
    ]);
    expect(readCollected(addCollected(text, [], [{ source: 'a', day: '2026-01-06' }]))).toEqual([
      one,
    ]);
  });
});
