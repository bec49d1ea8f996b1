import { describe, expect, it } from 'vitest';
import type { Digest, Paper } from '../../src/archive/archive.ts';
import { placesInDigests } from '../../src/archive/neighbours.ts';
import { paper } from './paper.ts';

function listed(id: string, ...digests: string[]): Paper {
  return paper({
    id,
    listings: digests.map((digest) => ({ digest, date: digest.slice(0, 10), lines: [1, 3] })),
  });
}

function digest(id: string, ...papers: Paper[]): Digest {
  return {
    id,
    date: id.slice(0, 10),
    name: 'Week',
    file: `archive/digests/${id}.txt`,
    format: 'Plain text',
    lines: {},
    papers: papers.map((each) => ({ paper: each, lines: [1, 3] })),
  };
}

/** `previous < paper > next`, with the position and the digest. */
function places(...digests: Digest[]): Record<string, string> {
  return Object.fromEntries(
    [...placesInDigests({ digests })].map(([id, place]) => [
      id,
      `${place.previous?.id ?? '-'} < ${place.position} of ${place.digest.id} > ${place.next?.id ?? '-'}`,
    ]),
  );
}

describe('placesInDigests', () => {
  it('numbers the papers of a digest and links neighbours', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => listed(id, '2025-01-01-week'));
    if (!a || !b || !c) throw new Error('three papers');
    expect(places(digest('2025-01-01-week', a, b, c))).toEqual({
      a: '- < 1 of 2025-01-01-week > b',
      b: 'a < 2 of 2025-01-01-week > c',
      c: 'b < 3 of 2025-01-01-week > -',
    });
  });

  it('places a paper of several digests in the one that listed it first', () => {
    const again = listed('again', '2025-01-01-week', '2025-01-08-week');
    const late = listed('late', '2025-01-08-week');
    expect(
      places(digest('2025-01-08-week', again, late), digest('2025-01-01-week', again)),
    ).toEqual({
      again: '- < 1 of 2025-01-01-week > -',
      late: 'again < 2 of 2025-01-08-week > -',
    });
  });

  it('counts a paper once that a digest lists twice', () => {
    const twice = listed('twice', '2025-01-01-week', '2025-01-01-week');
    const other = listed('other', '2025-01-01-week');
    expect(places(digest('2025-01-01-week', twice, twice, other))).toEqual({
      twice: '- < 1 of 2025-01-01-week > other',
      other: 'twice < 2 of 2025-01-01-week > -',
    });
  });
});
