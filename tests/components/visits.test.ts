import { describe, expect, it } from 'vitest';
import { daysOf } from '../../src/archive/days-listed.ts';
import {
  eachDay,
  look,
  markSeen,
  readVisits,
  writeVisits,
  type Visits,
} from '../../src/components/lists/visits.ts';

const hour = 3_600_000;

/** Looks at lists: hours since the first look, and the newest day of the list. */
const looks = (...some: readonly (readonly [number, string])[]): Visits | undefined =>
  some.reduce<Visits | undefined>(
    (before, [at, newest]) =>
      look(readVisits(before ? writeVisits(before) : null), newest, at * hour),
    undefined,
  );

describe('what is new since the last visit', () => {
  it('is not known on the first', () => {
    expect(looks([0, '2025-03-11'])?.since).toBe('');
    expect(looks([0, '2025-03-11'], [3, '2025-03-12'], [6, '2025-03-13'])?.since).toBe('');
  });

  it('is what came after all that could be seen then', () => {
    expect(looks([0, '2025-03-11'], [24, '2025-03-12'])?.since).toBe('2025-03-11');
    expect(looks([0, '2025-03-11'], [1, '2025-03-01'], [24, '2025-03-12'])?.since).toBe(
      '2025-03-11',
    );
  });

  it('stays new while a visit lasts, whatever else is looked at', () => {
    expect(
      looks([0, '2025-03-11'], [24, '2025-03-12'], [25, '2025-03-12'], [28, '2025-02-01'])?.since,
    ).toBe('2025-03-11');
    expect(looks([0, '2025-03-11'], [24, '2025-03-12'], [48, '2025-03-12'])?.since).toBe(
      '2025-03-12',
    );
  });

  it('is nothing once all is marked as seen', () => {
    const visits = looks([0, '2025-03-11'], [24, '2025-03-12']);
    expect(visits && markSeen(visits).since).toBe('2025-03-12');
  });

  it('is not told by what anybody else has put into storage', () => {
    for (const kept of [null, '', 'x', '2025-03-11 2025-03-12', ' 2025-3-11 5', '{"since":1}']) {
      expect(readVisits(kept)).toBe(undefined);
    }
    const first = { since: '', latest: '2025-03-11', at: 5 };
    expect(readVisits(writeVisits(first))).toEqual(first);
  });
});

it.each([[['2025-03-11', '2025-03-11', '2025-03-03', '', '']], [['2025-03-11']], [[]]])(
  'reads the days of a list: %j',
  (days) => {
    expect(eachDay(daysOf(days.map((date) => ({ date }))))).toEqual(days);
  },
);
