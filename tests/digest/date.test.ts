import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dateProblems,
  isCalendarDate,
  readDate,
  resolveYear,
  statedWithoutYear,
} from '../../src/digest/date.ts';

describe('readDate', () => {
  test.each([
    ['Mar 11', { month: 3, day: 11 }],
    ['Mar. 11th', { month: 3, day: 11 }],
    ['11 Mar', { month: 3, day: 11 }],
    ['Tue, Mar 11', { month: 3, day: 11 }],
    ['March 11, 2025', { year: 2025, month: 3, day: 11 }],
    ['Tuesday, 11th of March 2025', { year: 2025, month: 3, day: 11 }],
    ['2025-03-11', { year: 2025, month: 3, day: 11 }],
    ['2025/3/11', { year: 2025, month: 3, day: 11 }],
    ['2025-03-11T18:50:09.000Z', { year: 2025, month: 3, day: 11 }],
    ['11-Mar-2025', { year: 2025, month: 3, day: 11 }],
    ['11.03.2025', { year: 2025, month: 3, day: 11 }],
    ['25/03/2025', { year: 2025, month: 3, day: 25 }],
    ['03/25/2025', { year: 2025, month: 3, day: 25 }],
    ['11. März', { month: 3, day: 11 }],
    ['11 février 2025', { year: 2025, month: 2, day: 11 }],
    ['11 de marzo de 2025', { year: 2025, month: 3, day: 11 }],
    ['2025年3月11日', { year: 2025, month: 3, day: 11 }],
    ['3월 11일', { month: 3, day: 11 }],
    ['11 марта 2025 г.', { year: 2025, month: 3, day: 11 }],
    ['9 мая', { month: 5, day: 9 }],
    ['3 października 2024', { year: 2024, month: 10, day: 3 }],
    ['11 Aralık 2024', { year: 2024, month: 12, day: 11 }],
    ['Feb 29', { month: 2, day: 29 }],
  ])('%s is a day', (text, day) => {
    expect(readDate(text)).toEqual({ span: false, day });
  });

  test.each([
    ['March 2025', 'a month'],
    ['Mar 10 - 16', 'a span of days'],
    ['Mar 10 – Mar 16, 2025', 'a span of days'],
    ['Week 11', 'a week'],
    ['2025-W11', 'a week'],
    ['03/04/2025', 'a date whose day and month cannot be told apart'],
  ])('%s names no day', (text, what) => {
    expect(readDate(text)).toEqual({ span: true, what });
  });

  test.each([
    '',
    'Mar 32',
    'Feb 29, 2025',
    '2025-02-30',
    '31 April',
    '74',
    '2025',
    '3/11',
    'March of the Penguins',
    'May 2 Robots Meet',
    'GPT-4 in March 2025',
    '1 2 3 4 5 6 7 8',
  ])('%j is no date', (text) => {
    expect(readDate(text)).toBeUndefined();
  });
});

test.each([
  ['2025-03-11', true],
  ['2024-02-29', true],
  ['2025-02-29', false],
  ['2025-13-01', false],
  ['2025-3-1', false],
])('isCalendarDate(%s) is %s', (text, is) => {
  expect(isCalendarDate(text)).toBe(is);
});

describe('resolveYear', () => {
  test.each([
    [{ month: 3, day: 11 }, '2025-03-11', '2025-03-11'],
    [{ month: 12, day: 30 }, '2025-01-02', '2024-12-30'],
    [{ month: 1, day: 2 }, '2024-12-30', '2025-01-02'],
    [{ month: 2, day: 29 }, '2025-03-01', '2024-02-29'],
    [{ year: 2019, month: 1, day: 2 }, '2025-03-01', '2019-01-02'],
  ])('%o in a file of %s is %s', (day, file, date) => {
    expect(resolveYear(day, file)).toBe(date);
  });

  test('a day without a year is never more than half a year away', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (file, month, day) => {
          const date = resolveYear({ month, day }, file.toISOString().slice(0, 10));
          expect(Math.abs(Date.parse(date) - file.getTime())).toBeLessThanOrEqual(184 * 86_400_000);
        },
      ),
    );
  });
});

test.each([
  ['the day alone', [{ text: 'Mar 11', month: 3, day: 11, line: 9 }], 'Mar 11'],
  ['the year too', [{ text: '2025-03-11', year: 2025, month: 3, day: 11, line: 9 }], undefined],
  ['another day', [{ text: 'Mar 12', month: 3, day: 12, line: 9 }], undefined],
  [
    'the day alone, then the year too',
    [
      { text: 'Mar 11', month: 3, day: 11, line: 9 },
      { text: 'Mar 11, 2025', year: 2025, month: 3, day: 11, line: 9 },
    ],
    undefined,
  ],
  ['nothing', [], undefined],
])('knows whether the year is inferred: the capture says %s', (_, dates, stated) => {
  expect(statedWithoutYear({ dates }, { date: '2025-03-11' })).toBe(stated);
});

describe('dateProblems', () => {
  const stated = (text: string, month: number, day: number, line: number) => ({
    text,
    month,
    day,
    line,
  });

  test('says nothing where a date agrees or none is stated', () => {
    const dates = [stated('Mar 12', 3, 12, 1), stated('Mar 11', 3, 11, 9)];
    expect(dateProblems({ dates }, { date: '2025-03-11' }, 'f.txt')).toEqual([]);
    expect(dateProblems({ dates: [] }, { date: '2025-03-11' }, 'f.txt')).toEqual([]);
  });

  test('names both dates and the place', () => {
    const [problem, ...others] = dateProblems(
      { dates: [stated('Mar 12', 3, 12, 9), stated('Mar 13', 3, 13, 20)] },
      { date: '2025-03-11' },
      'f.txt',
    );
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: 'digest/date-differs',
      severity: 'notice',
      where: { file: 'f.txt', line: 9 },
      what: 'The digest says "Mar 12"; its file name says 2025-03-11. The file name counts.',
    });
  });
});
