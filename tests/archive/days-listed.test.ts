import { describe, expect, it } from 'vitest';
import { daysListed, daysOf, pageLabel, pageSentence } from '../../src/archive/days-listed.ts';
import { paper } from './paper.ts';

const on = (date: string, yearInferred?: true) =>
  paper({
    date,
    listings:
      date === ''
        ? []
        : [{ digest: 'd', date, lines: [1, 2], ...(yearInferred && { yearInferred }) }],
  });

describe('daysListed', () => {
  it.each([
    ['one day', [on('2025-03-11'), on('2025-03-11')], '11 March 2025'],
    ['from the oldest to the newest', [on('2025-03-11'), on('2025-03-03')], '3–11 March 2025'],
    ['leaves out what no digest lists', [on('2025-03-11'), on('')], '11 March 2025'],
    ['no digest', [on('')], ''],
    ['nothing', [], ''],
    ['a year that all infer', [on('2025-03-11', true)], '11 March 2025 (year inferred)'],
    ['a year that one digest states', [on('2025-03-11', true), on('2025-03-11')], '11 March 2025'],
    [
      'a year inferred at one end',
      [on('2025-03-11'), on('2025-03-03', true)],
      '3–11 March 2025 (year inferred)',
    ],
  ])('%s', (_, papers, words) => {
    expect(daysListed(papers)).toBe(words);
  });
});

it('names a page by its number and days, and says in which order they are', () => {
  const papers = [on('2025-03-11'), on('2025-03-03')];
  expect(pageLabel(1, papers)).toBe('Newest · 3–11 March 2025');
  expect(pageLabel(7, papers)).toBe('Page 7 · 3–11 March 2025');
  expect(pageLabel(2, [on('')])).toBe('Page 2');
  expect(pageSentence(papers)).toBe('First listed 3–11 March 2025, latest first.');
  expect(pageSentence([on('')])).toBe('Listed in no digest.');
});

it.each([
  [[], ''],
  [[''], ''],
  [['2025-03-11'], '2025-03-11'],
  [['2025-03-11', '2025-03-11', '2025-03-03', ''], '2025-03-11:2 2025-03-03 -'],
  [['2025-03-11', '2025-03-03', '2025-03-11'], '2025-03-11 2025-03-03 2025-03-11'],
])('tells scripts when papers were listed: %j', (days, told) => {
  expect(daysOf(days.map((date) => on(date)))).toBe(told);
});
