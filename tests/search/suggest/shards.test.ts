import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedWords } from '../../../src/text/words.ts';
import { namesPerFile, ruleId, shardAuthors, shardOf } from '../../../src/search/suggest/shards.ts';

const author = (name: string, papers = 1) => ({ id: ruleId(name), name, papers });

describe('shardAuthors', () => {
  it('keeps a small archive in one file, those with most papers first', () => {
    expect([...shardAuthors([author('Ada Lovelace'), author('Émile Borel', 3)])]).toEqual([
      [
        'every',
        [
          ['Émile Borel', 3],
          ['Ada Lovelace', 1],
        ],
      ],
    ]);
  });

  it('writes down an id only where the name does not tell it', () => {
    const authors = [{ id: 'wang-wei-0a1b2c', name: 'Wei Wang', papers: 2 }];
    expect([...shardAuthors(authors).values()]).toEqual([[['Wei Wang', 2, 'wang-wei-0a1b2c']]]);
  });

  it('has no file without authors', () => {
    expect(shardAuthors([]).size).toBe(0);
  });

  it('parts many by the first letters, and every name is found by each of its words', () => {
    const letters = 'abcdefghijklmnopqrst';
    const names = Array.from({ length: 4000 }, (_, at) => {
      const pick = (shift: number) => letters[(at * shift) % letters.length] ?? 'x';
      return `${pick(1)}${pick(7)}a ${pick(3)}. ${pick(11)}${pick(13)}é${at}`;
    });
    const files = shardAuthors(names.map((name) => author(name)));
    expect(files.size).toBeGreaterThan(20);
    for (const entries of files.values()) expect(entries.length).toBeLessThanOrEqual(namesPerFile);
    for (const name of names) {
      for (const word of foldedWords(name).filter(({ length }) => length > 1)) {
        const file = files.get(shardOf(word, [...files.keys()]) ?? '');
        expect(file?.some(([other]) => other === name)).toBe(true);
      }
    }
  });

  it('finds every name by two letters of any word, whatever the script', () => {
    const name = fc
      .array(fc.string({ unit: 'grapheme', minLength: 2, maxLength: 6 }), {
        minLength: 1,
        maxLength: 3,
      })
      .map((words) => words.join(' '))
      .filter((words) => foldedWords(words).length > 0);
    const list = fc.uniqueArray(name, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 60 }), (names, copies) => {
        const all = names.flatMap((one) =>
          Array.from({ length: copies }, (_, at) => ({ id: `${one} ${at}`, name: one, papers: 1 })),
        );
        const files = shardAuthors(all);
        for (const one of names) {
          for (const word of foldedWords(one).filter(({ length }) => length > 1)) {
            const file = files.get(shardOf(word.slice(0, 2), [...files.keys()]) ?? '');
            expect(file?.some(([other]) => other === one)).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

it.each([
  ['lo', ['lo', 'la'], 'lo'],
  ['lovelace', ['lo', 'la'], 'lo'],
  ['lovelace', ['l', 'm'], 'l'],
  ['l', ['lo', 'la'], undefined],
  ['王', ['a', '_'], '_'],
  ['ada', ['every'], 'every'],
  ['ada', [], undefined],
])('%s among %o is in %s', (word, files, file) => {
  expect(shardOf(word, files)).toBe(file);
});
