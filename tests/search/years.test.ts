import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  holdsYear,
  joinYears,
  readBound,
  readYears,
  yearIn,
  yearsInWords,
} from '../../src/search/years.ts';

describe('readYears', () => {
  it.each([
    ['2024', '2024'],
    ['2020..2023', '2020..2023'],
    ['2020-2023', '2020..2023'],
    ['2020–2023', '2020..2023'],
    ['2023..2020', '2020..2023'],
    ['2020..2020', '2020'],
    ['2020..', '2020..'],
    ['2020-', '2020..'],
    ['2020..*', '2020..'],
    ['*..2020', '..2020'],
    ['..2020', '..2020'],
    ['>=2020', '2020..'],
    ['>2020', '2021..'],
    ['≤2020', '..2020'],
    ['<2020', '..2019'],
    ['..', undefined],
    ['*', undefined],
    ['24', undefined],
    ['20245', undefined],
    ['4096', undefined],
    ['20x4', undefined],
    ['', undefined],
  ])('%j is %j', (typed, years) => {
    expect(readYears(typed)).toBe(years);
  });

  it('is of the years between its ends', () => {
    const year = fc.integer({ min: 1500, max: 2099 });
    fc.assert(
      fc.property(year, year, year, (a, b, wanted) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const held = holdsYear(readYears(`${a}..${b}`) ?? '', String(wanted));
        expect(held).toBe(wanted >= from && wanted <= to);
        expect(holdsYear(readYears(`>${a}`) ?? '', String(wanted))).toBe(wanted > a);
        expect(holdsYear(readYears(`<=${a}`) ?? '', String(wanted))).toBe(wanted <= a);
      }),
    );
  });
});

describe('readBound', () => {
  it.each([
    ['after', '2020', '2020..'],
    ['after', '2020-05-01', '2020..'],
    ['before', '2020', '..2019'],
    ['before', '2020-01-01', '..2019'],
    ['before', '2020/5', '..2020'],
    ['before', 'noon', undefined],
  ] as const)('%s:%s is %s', (which, typed, years) => {
    expect(readBound(which, typed)).toBe(years);
  });
});

describe('joinYears', () => {
  it.each([
    [
      ['2020', '2022'],
      ['2020', '2022'],
    ],
    [['2020..', '..2022'], ['2020..2022']],
    [['2020..', '2021..'], ['2021..']],
    [['2019..2021', '2020..'], ['2020..2021']],
    // Nothing is both.
    [['2019', '2020..'], ['2020..2019']],
    [['2023..', '..2020'], ['2023..2020']],
  ])('%j are %j', (years, joined) => {
    expect(joinYears(years)).toEqual(joined);
  });

  it('leaves no year to bounds that exclude each other', () => {
    expect(holdsYear('2023..2020', '2021')).toBe(false);
  });
});

it.each([
  ['2020', '2020'],
  ['2020..2023', '2020–2023'],
  ['2020..', '2020 or later'],
  ['..2019', '2019 or earlier'],
])('%s is called %s', (years, name) => {
  expect(yearsInWords(years)).toBe(name);
});

it.each([
  ['ICLR 2018', '2018'],
  ['iclr2018', '2018'],
  ['TeaConf 12 (2020)', '2020'],
  ['Tea 20181', undefined],
  ['Tea', undefined],
])('%s is of %s', (venue, year) => {
  expect(yearIn(venue)).toBe(year);
});
