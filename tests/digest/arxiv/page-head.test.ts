import { expect, test } from 'vitest';
import { readPageHead } from '../../../src/digest/arxiv/listing-lines.ts';
import { Stopwatch } from '../../../scripts/bench/hostile/stopwatch.ts';

test.each([
  ['arXiv:2409.11321 [pdf, html, other]', '[pdf, html, other]'],
  ['arXiv:2409.11321 (cross-list from cs.CV) [pdf]', '(cross-list from cs.CV) [pdf]'],
  ['arXiv:2409.11321v2 cs.LG stat.ML doi 10.1000/x_y', 'cs.LG stat.ML doi 10.1000/x_y'],
  ['arXiv:math/0309136 [ps] math.AG', '[ps] math.AG'],
  ['https://arxiv.org/abs/2409.11321', ''],
])('the head of a paper: %s', (line, rest) => {
  expect(readPageHead(line)?.rest).toBe(rest);
});

test.each([
  'arXiv:2409.11321 shows that this works.',
  'arXiv:2409.11321 cs.LG, in short!',
  `arXiv:2409.11321 ${'cs.LG '.repeat(13)}`,
])('no head of a paper: %s', (line) => {
  expect(readPageHead(line)).toBeUndefined();
});

test('words that lead nowhere are given up at once', async () => {
  const stopwatch = new Stopwatch(15);
  const text = `arXiv:2401.00001 ${'frog'.repeat(200)}!`;
  expect(await stopwatch.time({ kind: 'read', text })).toMatchObject({ papers: 0 });
  stopwatch.close();
});
