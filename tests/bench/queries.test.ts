import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPapers } from '../../scripts/bench/search/archived.ts';
import { Corpus } from '../../scripts/bench/search/corpus.ts';
import { kinds, querySet } from '../../scripts/bench/search/queries.ts';
import type { Query } from '../../scripts/bench/search/query.ts';
import { fold, tokens } from '../../scripts/bench/search/words.ts';
import { corpus, papers } from './papers.ts';

function set(name: string, seed = 1, from = corpus): Query[] {
  const kind = kinds.find((one) => one.name === name);
  if (kind === undefined) throw new Error(`There is no kind ${name}.`);
  return querySet(from, kind, 40, seed);
}
/** Without what cannot be compared. */
const plain = (queries: readonly Query[]) =>
  queries.map(({ typed, from, right }) => ({ typed, from, right }));
const title = (id: string): string => papers.find((paper) => paper.id === id)?.title ?? '';
const abstract = (id: string): string => papers.find((paper) => paper.id === id)?.abstract ?? '';

// The written ones are of other papers.
const byRule = kinds.filter(({ written }) => written === undefined).map(({ name }) => name);

describe.each(byRule)('%s', (name) => {
  test('the paper it was made from answers it, as do only papers there are', () => {
    const ids = new Set(papers.map(({ id }) => id));
    for (const seed of [1, 2, 3]) {
      for (const query of set(name, seed)) {
        expect(query.right).toContain(query.from);
        expect(query.right.filter((id) => !ids.has(id))).toEqual([]);
        expect(query.typed.trim()).toBe(query.typed);
        expect(query.typed).not.toBe('');
      }
    }
  });

  test('the same seed makes the same queries, in whatever order the papers come', () => {
    const lines = papers.map((paper) => JSON.stringify(paper));
    const turned = new Corpus(readPapers(lines.toReversed().join('\n')));
    const ordered = new Corpus(readPapers(lines.join('\n')));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        expect(plain(set(name, seed, turned))).toEqual(plain(set(name, seed, ordered)));
      }),
      { numRuns: 5 },
    );
  });

  test('no two queries alike', () => {
    const typed = set(name).map((query) => query.typed);
    expect(new Set(typed).size).toBe(typed.length);
  });

  test('the small archive has some', () => {
    expect(set(name).length).toBeGreaterThan(0);
  });
});

test('other seeds make other queries', () => {
  expect(set('typo', 1).map(({ typed }) => typed)).not.toEqual(
    set('typo', 2).map(({ typed }) => typed),
  );
});

test('exact is the title as it stands, every paper once', () => {
  const queries = set('exact');
  expect(queries.every(({ typed, from }) => typed === title(from))).toBe(true);
  expect(queries).toHaveLength(papers.length);
});

test('loose has neither case nor punctuation', () => {
  for (const { typed, from } of set('loose')) {
    expect(typed).toMatch(/^[\p{Ll}\p{N} ]+$/u);
    expect(fold(typed).replaceAll(' ', '')).toBe(tokens(title(from)).join(''));
  }
});

test('unfinished is cut within a word, past two fifths of the title', () => {
  for (const { typed, from } of set('unfinished')) {
    expect(title(from).startsWith(typed)).toBe(true);
    expect(typed.length).toBeGreaterThanOrEqual(title(from).length * 0.4);
    expect(title(from)).not.toBe(typed);
    expect(title(from).slice(typed.length)).toMatch(/^[\p{L}\p{N}]/u);
  }
});

test('a name is typed plainly and is right for all papers of that name', () => {
  const queries = new Map(set('name').map((query) => [query.typed, query.right.toSorted()]));
  expect(queries.get('tulu 3')).toEqual(['tuelu', 'tuelu-again']);
  expect(queries.get('quillnet')).toEqual(['quillnet']);
});

test.each(['typo', 'swapped'])('%s: all words but one are of the title', (name) => {
  for (const { typed, from } of set(name)) {
    const words = new Set(
      title(from)
        .toLowerCase()
        .split(/[\s:]+/),
    );
    expect(typed.split(' ').filter((word) => !words.has(word))).toHaveLength(1);
  }
});

test('one word is one word, and one the archive has not', () => {
  for (const { typed } of set('one-word')) {
    expect(typed).toMatch(/^[a-z]+$/);
    expect(corpus.frequency(typed)).toBe(0);
  }
});

test('a phrase stands in the abstract, in quotes', () => {
  for (const { typed, from } of set('phrase')) {
    expect(typed).toMatch(/^".*"$/);
    expect(abstract(from)).toContain(typed.slice(1, -1));
  }
});

test('words of the abstract are all in each right paper', () => {
  for (const { typed, right } of set('abstract')) {
    for (const id of right) {
      for (const word of typed.split(' ')) {
        expect(fold(`${title(id)} ${abstract(id)}`)).toContain(word);
      }
    }
  }
});

test('an abbreviation stands for the full name in the title, and the other way round', () => {
  const typed = set('acronym').map((query) => query.typed);
  expect(typed.some((text) => /\brl\b/.test(text))).toBe(true);
  expect(typed.some((text) => text.includes('reinforcement learning'))).toBe(true);
});

test('formulas and accents are typed on a plain keyboard', () => {
  const typed = set('tex').map((query) => query.typed);
  expect(typed.every((text) => /^[a-z0-9_ -]+$/.test(text))).toBe(true);
  expect(typed.some((text) => /\bl_?1\b/.test(text))).toBe(true);
  expect(typed.some((text) => text.includes('lojasiewicz'))).toBe(true);
});

test('what is taken away is in no right paper', () => {
  for (const { typed, right } of set('without')) {
    const unwanted = typed.slice(typed.indexOf(' -') + 2);
    for (const id of right) expect(tokens(`${title(id)} ${abstract(id)}`)).not.toContain(unwanted);
  }
});
