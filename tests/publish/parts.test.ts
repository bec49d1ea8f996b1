import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { group } from '../../src/grouping.ts';
import { inParts, type Part } from '../../src/publish/parts.ts';
import { openStore } from '../../src/store/store.ts';
import { runs } from '../runs.ts';

const folder = mkdtempSync(join(tmpdir(), 'offprint-parts-'));
const store = openStore(resolve(import.meta.dirname, '../..'), join(folder, 'store.sqlite'));
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const linesOf = (words: readonly string[]): string => words.map((word) => `${word}\n`).join('');

/**
 * Builds a file of words.
 *
 * @param before as it stands
 * @returns the new one, and how many of its parts were made
 */
async function build(words: readonly string[], before?: Buffer) {
  let made = 0;
  let marked = false;
  const parts = group(words, 4, (word) => word).map((some): Part => ({
    key: JSON.stringify(some),
    make: () => {
      made += 1;
      return linesOf(some);
    },
  }));
  const site = {
    keys: new Map<string, string>(),
    mark: () => {
      marked = true;
    },
    readStanding: async () => before,
  };
  const pieces: Uint8Array[] = [];
  for await (const piece of inParts('words.txt', parts, { site, store })) pieces.push(piece);
  return { file: Buffer.concat(pieces), made, marked };
}

const words = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }), {
  maxLength: 40,
});

it('is the same, whatever of it stood there before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 2, maxLength: 4 }), async (history) => {
      let before: Buffer | undefined;
      for (const some of history) {
        const { file, marked } = await build(some, before);
        expect(file.toString()).toBe(Buffer.from(linesOf(some)).toString());
        expect(marked).toBe(true);
        before = file;
        expect((await build(some, before)).made).toBe(0);
      }
    }),
    runs(20),
  );
});

it('makes only the parts that changed', async () => {
  const all = Array.from({ length: 400 }, (_, at) => `word${at}`);
  const first = await build(all);
  expect(first.made).toBeGreaterThan(40);
  expect((await build(['new', ...all], first.file)).made).toBeLessThan(10);
});

it('takes nothing over from a file that is not the one whose parts are known', async () => {
  await build(['a', 'b', 'c']);
  const { file, made } = await build(['a', 'b', 'c'], Buffer.from('a\nb\nC\n'));
  expect(made).toBeGreaterThan(0);
  expect(file.toString()).toBe('a\nb\nc\n');
});
