import { describe, expect, test } from 'vitest';
import { joinDate, monthOf, paperDate } from '../../src/archive/paper-date.ts';
import { monthMacro } from '../../src/citation/bibtex.ts';

describe('paperDate', () => {
  test.each<[{ published?: string; arxiv?: string }, string | undefined]>([
    [{}, undefined],
    [{ published: '2024-09-17' }, '2024-09-17'],
    [{ published: '2024-09' }, '2024-09'],
    [{ published: '2024' }, '2024'],
    [{ published: '2024-13-01' }, '2024'],
    [{ published: '2024-12-32' }, '2024-12'],
    [{ published: 'soon' }, undefined],
    [{ arxiv: '2409.11321' }, '2024'],
    [{ arxiv: '0704.0001' }, '2007'],
    [{ arxiv: '0703.0001' }, undefined],
    [{ arxiv: '2413.11321' }, undefined],
    [{ arxiv: 'math/0309136' }, '2003'],
    [{ arxiv: 'math.GT/0309136' }, '2003'],
    [{ arxiv: 'hep-th/9901001' }, '1999'],
    [{ arxiv: 'cs/0013001' }, undefined],
    [{ arxiv: 'hep-th/9203001' }, '1992'],
    [{ arxiv: 'hep-th/0803001' }, undefined],
    [{ arxiv: 'hep-th/9013001' }, undefined],
    [{ published: '2023-12-31', arxiv: '2401.00001' }, '2023-12-31'],
  ])('%j → %j', (facts, iso) => {
    const date = paperDate(facts);
    expect(date && joinDate(date, '-')).toBe(iso);
  });
});

test.each<[{ published?: string; arxiv?: string }, string]>([
  [{}, ''],
  [{ published: '2024-09-17', arxiv: '2401.11321' }, '2024-09'],
  [{ published: '2024', arxiv: '2401.11321' }, '2024-01'],
  [{ published: '2025', arxiv: '2401.11321' }, '2025'],
  [{ published: 'soon', arxiv: '2401.11321' }, '2024-01'],
  [{ arxiv: '2413.11321' }, ''],
  [{ arxiv: 'math.GT/0309136' }, '2003-09'],
  [{ arxiv: 'hep-th/9203001' }, '1992-03'],
])('the month of %j is %j', (facts, month) => {
  expect(monthOf(facts)).toBe(month);
});

test.each([
  ['01', 'jan'],
  ['06', 'jun'],
  ['09', 'sep'],
])('monthMacro(%j) is %j', (month, macro) => {
  expect(monthMacro(month)).toBe(macro);
});
