import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../src/archive/archive.ts';
import { papersPages, type PapersPage } from '../../src/archive/listing.ts';
import { pageLinks } from '../../src/archive/pages.ts';
import { paper } from './paper.ts';

/** Newest first: two papers a day, on the first and the fifteenth of every month since 2020. */
const list = (length: number): Paper[] =>
  Array.from({ length }, (_, at) => {
    const half = Math.floor((length - 1 - at) / 2);
    const month = String((Math.floor(half / 2) % 12) + 1).padStart(2, '0');
    const date = `${2020 + Math.floor(half / 24)}-${month}-${half % 2 === 0 ? '01' : '15'}`;
    return paper({
      id: `p${length - 1 - at}`,
      date,
      listings: [{ digest: 'd', date, lines: [1, 2] }],
    });
  });

describe('papersPages', () => {
  it('names what lies behind the links to older papers', () => {
    const pages = papersPages(list(14), 4);
    expect(pages.map(({ number }) => number)).toEqual([1, 4, 3, 2]);
    expect(pages.map((page) => pageLinks(page).after.map(({ holds }) => holds))).toEqual([
      ['1–15 March 2020', '1–15 January 2020'],
      ['1–15 February 2020', '1–15 January 2020'],
      ['1–15 January 2020'],
      [],
    ]);
  });

  it('tells on the first page on which page each month begins', () => {
    expect(papersPages(list(14), 4).map(({ months }) => months)).toEqual([
      [
        { month: '2020-04', number: 1 },
        { month: '2020-03', number: 4 },
        { month: '2020-02', number: 3 },
        { month: '2020-01', number: 2 },
      ],
      undefined,
      undefined,
      undefined,
    ]);
    // On one page, or of one month, there is nowhere to jump to.
    expect(papersPages(list(4), 4)[0]?.months).toBe(undefined);
    expect(
      papersPages(
        Array.from({ length: 9 }, () => paper()),
        4,
      )[0]?.months,
    ).toBe(undefined);
  });

  it('leads to a page that holds papers of the month; later pages stay as they are when papers come', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 12 }),
        fc.nat({ max: 40 }),
        (length, size, more) => {
          const pages = papersPages(list(length), size);
          for (const { month, number } of pages[0]?.months ?? []) {
            const page = pages.find((one) => one.number === number);
            expect(page?.items.some(({ date }) => date.startsWith(month))).toBe(true);
          }
          const shown = (some: readonly PapersPage[]) => some.slice(1);
          const before = shown(pages);
          const after = shown(papersPages(list(length + more), size));
          expect(before.length === 0 ? [] : after.slice(-before.length)).toEqual(before);
        },
      ),
    );
  });
});
