import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slips } from '../../src/text/distance.ts';
import { editOf, wordOf } from '../search/vocabulary/edits.ts';

/** The textbook's recursion: optimal string alignment, letter by letter from the end. */
function naive(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [head, other] = [a.slice(0, -1), b.slice(0, -1)];
  const same = a.at(-1) === b.at(-1) ? 0 : 1;
  const ways = [naive(head, b) + 1, naive(a, other) + 1, naive(head, other) + same];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    ways.push(naive(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return Math.min(...ways);
}

const far = 99;
const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });

describe('slips', () => {
  it.each([
    ['', '', 0],
    ['tea', 'tea', 0],
    ['tea', 'te', 1],
    ['tea', 'team', 1],
    ['tea', 'tia', 1],
    ['tea', 'tae', 1],
    ['teapot', 'etapto', 2],
    // A swap, and a letter put between the two: three, since no letter is touched twice.
    ['ca', 'abc', 3],
    ['抹茶', '茶抹', 1],
    ['', 'tea', 3],
  ])('%j and %j: %d', (a, b, count) => {
    expect(slips(a, b, far)).toBe(count);
  });

  it('are what the textbook counts', () => {
    fc.assert(fc.property(short, short, (a, b) => slips(a, b, far) === naive(a, b)));
  });

  it('are as many both ways, and none for equal words alone', () => {
    fc.assert(
      fc.property(short, short, (a, b) => {
        expect(slips(a, b, far)).toBe(slips(b, a, far));
        expect(slips(a, b, far) === 0).toBe(a === b);
      }),
    );
  });

  it('are no fewer than the lengths differ, and no more than the longer word has letters', () => {
    fc.assert(
      fc.property(short, short, (a, b) => {
        expect(slips(a, b, far)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(slips(a, b, far)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  it('beyond a bound are the bound and one', () => {
    fc.assert(
      fc.property(short, short, fc.nat(3), (a, b, most) => {
        expect(slips(a, b, most)).toBe(Math.min(slips(a, b, far), most + 1));
      }),
    );
  });

  it('are one for one edit', () => {
    fc.assert(
      fc.property(wordOf(1, 12), fc.nat(), fc.nat(), fc.nat(), (word, kind, at, letter) => {
        const wrong = editOf(word, kind, at, letter);
        expect(slips(word, wrong, 2)).toBe(word === wrong ? 0 : 1);
      }),
    );
  });
});
