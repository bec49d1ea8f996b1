import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeLines } from '../../src/workflow/keep-work.ts';

const text = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
const line = (digest: string, more = ''): string => JSON.stringify({ digest, more });

it.each([
  ['both add', 'a', 'a b', 'a c', 'a c b'],
  ['a failure that was made good goes', 'a f', 'a g', 'a f h', 'a h g'],
  ['what they took out stays out', 'a b', 'a b c', 'a', 'a c'],
  ['the same twice is there once', 'a', 'a b', 'a b', 'a b'],
  ['from nothing', '', 'a', '', 'a'],
])('%s', (_, before, ours, theirs, merged) => {
  const [one, two, three, four] = [before, ours, theirs, merged].map((lines) =>
    text(...lines.split(' ').filter(Boolean)),
  );
  expect(mergeLines(one ?? '', two ?? '', three ?? '')).toBe(four);
});

it('lets their line of a digest win: their capture does', () => {
  const [mine, yours] = [line('2026-01-02-bells', 'mine'), line('2026-01-02-bells', 'yours')];
  expect(mergeLines('', text(mine, line('x')), text(yours))).toBe(text(yours, line('x')));
});

it('loses no line that either side added', () => {
  const lines = fc.uniqueArray(fc.constantFrom(...'abcdefgh'));
  fc.assert(
    fc.property(lines, lines, lines, (before, ours, theirs) => {
      const merged = mergeLines(text(...before), text(...ours), text(...theirs))
        .split('\n')
        .filter(Boolean);
      expect(new Set(merged).size).toBe(merged.length);
      for (const one of 'abcdefgh') {
        const [was, mine, yours] = [before, ours, theirs].map((side) => side.includes(one));
        expect(merged.includes(one)).toBe(was ? mine && yours : mine || yours);
      }
    }),
  );
});
