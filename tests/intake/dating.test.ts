import { expect, it } from 'vitest';
import { dateOf } from '../../src/intake/dating.ts';

const march = { text: 'Mar 11', month: 3, day: 11, line: 9 };

it.each([
  ['the newest id', ['2006.16785', '2502.07154', '2411.05830'], '2026-11-29', '2025-03-11'],
  ['an id of its own month', ['2503.00001'], '2026-11-29', '2025-03-11'],
  ['an id of the month after', ['2404.00001'], '2026-11-29', '2025-03-11'],
  ['no id', [], '2026-11-29', '2026-03-11'],
  ['no id, before that day of the year', [], '2026-02-01', '2025-03-11'],
  ['the file, where the id leaves no day before it', ['2504.00001'], '2025-12-01', '2025-03-11'],
  [
    'ids that the file cannot have known are passed over',
    ['2502.07154', '9912.00001'],
    '2026-11-29',
    '2025-03-11',
  ],
  ['ids that tell no month', ['math/0309136', '2499.12345'], '2026-11-29', '2026-03-11'],
])('infers the year by %s', (_, ids, fallback, date) => {
  const dating = dateOf({
    fileName: 'list.txt',
    parsed: { dates: [march], papers: [] },
    ids,
    fallback,
  });
  expect(dating.date).toBe(date);
  expect(dating.from).toMatch(/^from line 9, "Mar 11"; year inferred from/);
});

it('infers no year that is said', () => {
  const dates = [{ ...march, text: 'Mar 11, 2024', year: 2024 }];
  const dating = { fileName: 'list.txt', parsed: { dates, papers: [] }, ids: ['2502.07154'] };
  expect(dateOf({ ...dating, fallback: '2026-11-29' })).toEqual({
    date: '2024-03-11',
    from: 'from line 9, "Mar 11, 2024"',
  });
});

it('takes a leap day in the next leap year', () => {
  const dates = [{ ...march, text: 'Feb 29', month: 2, day: 29 }];
  const dating = { fileName: 'list.txt', parsed: { dates, papers: [] }, ids: ['2303.07154'] };
  expect(dateOf({ ...dating, fallback: '2026-11-29' }).date).toBe('2024-02-29');
});

const listed = (abstract: string) => ({
  title: 'A',
  abstract,
  notation: 'plain' as const,
  lines: [1, 3] as const,
  facts: {},
});

it.each([
  ['as of 1 Oct 2024.', '2025-03-11'],
  ['since October 1st, 2024', '2025-03-11'],
  ['in Feb. 2024 and maybe May 2031', '2024-03-11'],
  ['in March 2024', '2024-03-11'],
  ['by April 2026', '2026-03-11'],
  ['of Octopus 2024, 2024', '2026-03-11'],
])('infers the year from %j in an abstract', (abstract, date) => {
  const parsed = { dates: [march], papers: [listed(abstract)] };
  expect(dateOf({ fileName: 'list.txt', parsed, fallback: '2026-11-29' }).date).toBe(date);
});

it('takes the newer of ids and dates', () => {
  const parsed = { dates: [march], papers: [listed('1 Oct 2024')] };
  const dating = dateOf({
    fileName: 'list.txt',
    parsed,
    ids: ['2504.00001'],
    fallback: '2026-11-29',
  });
  expect(dating.date).toBe('2026-03-11');
});
