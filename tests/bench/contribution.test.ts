import { expect, test } from 'vitest';
import { fitted, shares, type Labelled } from '../../scripts/bench/contribution.ts';

const labelled = (sentences: string[], best: number, ok: number[] = []): Labelled => ({
  title: '',
  sentences,
  best,
  ok,
});
const all = [
  labelled(['Tides are old.', 'We propose a tide.', 'We show that it rises.'], 1, [2]),
  labelled(['Locks leak.', 'This paper presents a lock.'], 1),
  labelled(['We show that buoys drift.', 'However, some sink.'], 0),
];

test('counts the best sentences, and the good ones', () => {
  expect(shares(all, () => 1)).toEqual({ good: 2 / 3, best: 2 / 3 });
  expect(shares(all, ({ sentences }) => sentences.length - 1)).toEqual({
    good: 2 / 3,
    best: 1 / 3,
  });
});

test('fits weights that find the sentences they were fitted on', () => {
  const weights = fitted(all);
  const weight = (cue: string) => weights.get(cue) ?? 0;
  expect(weight('makes')).toBeGreaterThan(weight('finds'));
  expect(weight('finds')).toBeGreaterThan(0);
  expect(weight('others')).toBeLessThan(0);
  expect(fitted(all)).toEqual(weights);
});
