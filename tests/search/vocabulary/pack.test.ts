import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningKey, endingKey } from '../../../src/search/vocabulary/keys.ts';
import type { PartAddress } from '../../../src/search/part-addresses.ts';
import type { VocabularyWord } from '../../../src/search/vocabulary/vocabulary-files.ts';
import { packVocabulary } from '../../../src/search/vocabulary/pack.ts';
import { readPart, writePart } from '../../../src/search/vocabulary/vocabulary-files.ts';

const letters = fc.stringMatching(/^[a-z0-9äλ抹]{1,12}$/u);
const phrase = fc.array(letters, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const entry: fc.Arbitrary<VocabularyWord> = fc.record({
  word: letters,
  papers: fc.nat(100_000),
  titles: fc.nat(100_000),
  names: fc.array(fc.record({ phrase, other: phrase }), { maxLength: 3 }),
});
const entries = fc.uniqueArray(entry, { selector: ({ word }) => word });

describe('a part', () => {
  it('is a line a word', () => {
    const names = [{ phrase: 'deep tea', other: 'dt' }];
    const text = writePart([
      { word: 'shampoo', papers: 3, titles: 1, names: [] },
      { word: 'leaf', papers: 1, titles: 0, names: [] },
      { word: 'cup', papers: 12, titles: 0, names: [] },
      { word: 'deep', papers: 0, titles: 0, names },
    ]);
    expect(text).toBe('shampoo 3 1\nleaf\ncup 12\ndeep 0[deep tea=dt]\n');
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(entry), (words) => {
        expect(readPart(writePart(words))).toEqual(words);
      }),
    );
  });

  it.each(['', '\n\n', 'two words\n', 'cup 1 2 3\n', 'cup[tea]\n', '<html>\n 404 </html>\n'])(
    'leaves out what is no word of it: %j',
    (text) => {
      expect(readPart(text)).toEqual([]);
    },
  );
});

/** Packs, and reads the parts of one half back in their order. */
function packed(words: readonly VocabularyWord[]) {
  let files = 0;
  const { plan, parts } = packVocabulary(words, 7, () => `part-${files++}`);
  const held = (addresses: readonly PartAddress[]) =>
    addresses.map(({ from, name }) => ({ from, words: readPart(parts.get(name) ?? '') }));
  return { plan, parts, beginnings: held(plan.beginnings), endings: held(plan.endings) };
}

const many = fc.sample(fc.stringMatching(/^[a-f]{3,7}$/), { numRuns: 6000, seed: 3 });
const crowd = [...new Set(many)]
  .toSorted()
  .map((word) => ({ word, papers: 2, titles: 0, names: [] }));

describe('packVocabulary', () => {
  it('keeps every word once among the beginnings and once among the endings, names with the former', () => {
    fc.assert(
      fc.property(entries, (words) => {
        const { plan, beginnings, endings } = packed(words);
        const inOrder = (all: readonly VocabularyWord[]) =>
          all.toSorted((a, b) => (a.word < b.word ? -1 : 1));
        expect(plan.papers).toBe(7);
        expect(inOrder(beginnings.flatMap((part) => part.words))).toEqual(inOrder(words));
        expect(inOrder(endings.flatMap((part) => part.words))).toEqual(
          inOrder(words.map((word) => ({ ...word, names: [] }))),
        );
      }),
    );
  });

  it.each([
    ['beginnings', beginningKey],
    ['endings', endingKey],
  ] as const)('cuts %s into parts of about one size, never within a key', (half, keyOf) => {
    const parts = packed(crowd)[half];
    expect(parts.length).toBeGreaterThan(3);
    for (const [at, { from, words }] of parts.entries()) {
      const keys = words.map(({ word }) => keyOf(word));
      const next = parts[at + 1]?.from ?? '\uffff';
      expect(keys[0]).toBe(from);
      for (const key of keys) expect(key >= from && key < next).toBe(true);
      // A key that begins before the part is full may end after it.
      const rest = keys.filter((key) => key !== keys.at(-1));
      expect(rest.length).toBeLessThan(400);
    }
    const full = parts.slice(0, -1).map(({ words }) => words.length);
    expect(Math.min(...full)).toBeGreaterThanOrEqual(200);
  });

  it('names a file by what it holds', () => {
    const one = packVocabulary(crowd, 1, (text) => `${text.length}-${text.slice(0, 20)}`);
    const two = packVocabulary(crowd, 2, (text) => `${text.length}-${text.slice(0, 20)}`);
    expect(two.parts).toEqual(one.parts);
    expect(two.plan.beginnings).toEqual(one.plan.beginnings);
  });

  it('of no words makes no parts', () => {
    expect(packed([])).toMatchObject({ beginnings: [], endings: [] });
  });
});
