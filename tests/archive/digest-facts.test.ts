import { describe, expect, it } from 'vitest';
import { digestNeighbours, newIn, returning, topicsIn } from '../../src/archive/digest-facts.ts';
import type { Digest, Paper } from '../../src/archive/archive.ts';
import { paper } from './paper.ts';

const listing = (digest: string) => ({ digest, date: digest.slice(0, 10), lines: [1, 2] as const });
const [first, second, third] = ['2025-03-11-a', '2025-03-12-b', '2025-03-12-c'] as const;

const topic = (id: string) => ({ topic: id, byHand: false, score: 1, terms: [] });
const tea = paper({
  id: 'tea',
  listings: [first, second, third].map(listing),
  topics: [topic('hot'), topic('old')],
});
const ale = paper({ id: 'ale', listings: [second].map(listing), topics: [topic('old')] });

const digest = (id: string, papers: readonly Paper[]): Digest => ({
  id,
  date: id.slice(0, 10),
  name: id.slice(11),
  file: `digests/${id}.txt`,
  format: 'plain text',
  lines: {},
  papers: papers.map((paper) => ({ paper, lines: [1, 2] })),
});

describe('a digest tells what is new in it and what returns', () => {
  it.each([
    ['all is new in the first', digest(first, [tea]), { papers: 1, fresh: 1 }, []],
    ['one returns', digest(second, [tea, ale]), { papers: 2, fresh: 1 }, [['tea', first]]],
    // Of the same day, but later by id.
    [
      'the last time before is told',
      digest(third, [tea]),
      { papers: 1, fresh: 0 },
      [['tea', second]],
    ],
    [
      'listed twice is once',
      digest(second, [ale, tea, ale]),
      { papers: 2, fresh: 1 },
      [['tea', first]],
    ],
    ['none', digest(first, []), { papers: 0, fresh: 0 }, []],
  ])('%s', (_, of, counts, back) => {
    expect(newIn(of)).toEqual(counts);
    expect(returning(of).map(({ paper: { id }, before }) => [id, before.digest])).toEqual(back);
  });
});

it('a digest is about the topics of its papers, each paper counted once', () => {
  expect(topicsIn(digest(second, [tea, ale, tea]), { old: 'Old things' })).toEqual([
    { id: 'old', label: 'Old things', papers: 2 },
    { id: 'hot', label: 'hot', papers: 1 },
  ]);
});

it('digests have neighbours by date', () => {
  const digests = [third, second, first].map((id) => digest(id, []));
  const ids = digestNeighbours({ digests }).map(({ older, newer }) => [older?.id, newer?.id]);
  expect(ids).toEqual([
    [second, undefined],
    [first, third],
    [undefined, second],
  ]);
});
