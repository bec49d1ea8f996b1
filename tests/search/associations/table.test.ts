import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isListed,
  readTable,
  writeLine,
  writeTable,
  type Association,
} from '../../../src/search/associations/table.ts';

const stem = fc.stringMatching(/^[a-z\d]{1,8}$/).filter(isListed);
const association = fc.record({ stem, step: fc.integer({ min: 1, max: 15 }) });

test('a line says a strength once for all that have it', () => {
  const of = (word: string, strength: number): Association => ({ stem: word, strength });
  expect(writeLine('hallucin', [of('factual', 0.73), of('wrong', 0.72), of('3d', 0.6)])).toBe(
    'hallucin 11 factual wrong 9 3d',
  );
});

test('the weakest association stays one', () => {
  expect(readTable(writeLine('tea', [{ stem: 'cup', strength: 0.001 }])).get('tea')).toEqual([
    { stem: 'cup', strength: 1 / 15 },
  ]);
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(stem, fc.array(association))), (rows) => {
      const table = new Map(
        rows.map(([word, list]) => [
          word,
          list.map(({ stem: other, step }) => ({ stem: other, strength: step / 15 })),
        ]),
      );
      expect(readTable(writeTable(table))).toEqual(table);
    }),
  );
});

test('what is no table of ours gives nothing that could not be one', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const list of readTable(text).values())
        for (const { strength } of list) expect(strength).toBeGreaterThan(0);
    }),
  );
});
