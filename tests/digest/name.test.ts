import { expect, test } from 'vitest';
import { parseDigestName } from '../../src/digest/name.ts';

test.each([
  ['2025-03-11-trending.txt', '2025-03-11-trending', 'Trending', 'txt'],
  ['archive/digests/2025-03-11-trending.txt', '2025-03-11-trending', 'Trending', 'txt'],
  ['2025-03-11-hf-weekly.md', '2025-03-11-hf-weekly', 'HF weekly', 'md'],
  ['2025-03-11-reading-group_2.JSON', '2025-03-11-reading-group_2', 'Reading group 2', 'json'],
  ['2025-03-11-v1.2.txt', '2025-03-11-v1.2', 'V1 2', 'txt'],
  ['2025-03-11.txt', '2025-03-11', 'Digest', 'txt'],
  ['2025-03-11-trending', '2025-03-11-trending', 'Trending', ''],
])('%s', (fileName, id, name, extension) => {
  expect(parseDigestName(fileName)).toEqual({
    ok: true,
    name: { id, date: '2025-03-11', name, extension },
  });
});

test.each([
  ['2025-03-11-a.yes.txt', { id: '2025-03-11-a', marks: ['yes'] }],
  ['2025-03-11-a.hf-text.txt', { id: '2025-03-11-a', format: 'hf-text' }],
  ['2025-03-11-a.hf-text.yes.txt', { id: '2025-03-11-a', format: 'hf-text', marks: ['yes'] }],
  ['2025-03-11-a.yes.csv.txt', { id: '2025-03-11-a', format: 'csv', marks: ['yes'] }],
  ['2025-03-11-a.yes', { id: '2025-03-11-a' }],
  ['2025-03-11-yes.txt', { id: '2025-03-11-yes' }],
  ['2025-03-11-a.no.yes.txt', { id: '2025-03-11-a.no', marks: ['yes'] }],
  ['2025-03-11-a.yes.yes.txt', { id: '2025-03-11-a.yes', marks: ['yes'] }],
])('%s says what was decided', (fileName, decided) => {
  const reading = parseDigestName(fileName);
  if (!reading.ok) throw new Error(reading.problem.what);
  const { id, format, marks } = reading.name;
  expect({ id, format, marks }).toEqual({ format: undefined, marks: undefined, ...decided });
});

test.each([
  'trending.txt',
  '2025-02-30-trending.txt',
  '2025-3-11-trending.txt',
  '20250311-trending.txt',
  '2025-03-11-two words.txt',
  '2025-03-11-año.txt',
  '2025-03-11trending.txt',
  '',
])('%j is refused', (fileName) => {
  const reading = parseDigestName(fileName);
  expect(reading.ok).toBe(false);
  expect(reading).toMatchObject({
    problem: { code: 'digest/file-name', where: { file: fileName } },
  });
});
