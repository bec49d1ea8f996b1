import { expect, test } from 'vitest';
import { kinds, querySet } from '../../scripts/bench/search/queries.ts';
import type { Query } from '../../scripts/bench/search/query.ts';
import { entryKey, parted, styles } from '../../scripts/bench/search/kinds/references.ts';
import { venueName } from '../../scripts/bench/search/kinds/facts.ts';
import { readWritten, written, writtenKind } from '../../scripts/bench/search/kinds/written.ts';
import { askAll } from '../../scripts/bench/search/run.ts';
import { score } from '../../scripts/bench/search/metrics.ts';
import { tokens } from '../../scripts/bench/search/words.ts';
import { corpus, papers } from './papers.ts';

const set = (name: string): Query[] =>
  kinds.filter((kind) => kind.name === name).flatMap((kind) => querySet(corpus, kind, 60, 1));
const titleOf = (id: string): string => papers.find((paper) => paper.id === id)?.title ?? '';

test('a broken title is the title again without the hyphen', () => {
  for (const { typed, from } of set('broken')) {
    expect(typed).not.toBe(titleOf(from));
    const letters = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');
    expect(letters(typed)).toBe(letters(titleOf(from)));
  }
});

test('a tab holds the whole title and more', () => {
  for (const { typed, from } of set('tab')) {
    expect(typed).toContain(titleOf(from));
    expect(typed).not.toBe(titleOf(from));
  }
});

test('a reference holds the title and names an author', () => {
  for (const { typed, from } of [...set('reference'), ...set('entry')]) {
    expect(typed).toContain(titleOf(from));
    expect(typed).toMatch(/\p{Lu}\p{Ll}+|王/u);
  }
});

test.each([
  ['apa', 'Lovelace, A. K., & Roux, É. (1843). Notes. Engines, 1–9.'],
  ['ieee', '[12] A. K. Lovelace and É. Roux, “Notes,” in Engines, 1843, pp. 1–9.'],
  ['acm', 'Ada King Lovelace, and Émile Roux. 1843. Notes. In Engines. 1–9.'],
  ['mla', 'Lovelace, Ada King, et al. "Notes." Engines (1843): 1–9.'],
  ['chicago', 'Lovelace, Ada King, and Émile Roux. “Notes.” Engines, 1843.'],
  ['plainnat', 'Ada King Lovelace and Émile Roux. Notes. Engines, 1843.'],
])('a reference as %s prints it', (style, expected) => {
  const authors = ['Ada King Lovelace', 'Émile Roux'].map(parted);
  const source = { title: 'Notes', authors, year: '1843', where: 'Engines', pages: '1–9' };
  expect(styles[style]?.(source)).toBe(expected);
});

test.each([
  [['Émile Roux'], '2023', 'On the Otters: Tracking', 'roux2023otters'],
  [['K. O’Neill'], '1999', 'A Study', 'oneill1999study'],
  [[], '2023', 'Otters', undefined],
])('the key of %j, %s, %s', (authors, year, title, key) => {
  expect(entryKey({ id: 'x', abstract: '', authors, year, title })).toBe(key);
});

test('ids, addresses and keys are those of the paper', () => {
  const known: Readonly<Record<string, RegExp>> = {
    arxiv: /2301\.01234|2402\.00071/,
    doi: /10\.1000\/otters\.7/i,
    address: /2301\.01234|2402\.00071|archive\.example/,
    key: /lovelace2023reinforcement|hopper2024cnns|王小明2024纸灯笼|-|^[a-z]+$/i,
  };
  for (const [name, pattern] of Object.entries(known)) {
    expect(set(name).length).toBeGreaterThan(0);
    for (const { typed } of set(name)) expect(typed).toMatch(pattern);
  }
});

test.each([
  ['IEEE International Conference on Robotics and Automation (ICRA)', 'ICRA'],
  ['EMNLP', 'EMNLP'],
  ['Robotics: Science and Systems', undefined],
  ['', undefined],
])('the short name of %j is %s', (venue, name) => {
  expect(venueName(venue)).toBe(name);
});

const operated = ['year', 'years', 'venue', 'digest', 'has-code', 'author', 'or', 'not'];

test.each(operated)('%s: what is right honours the operator, and some paper does not', (name) => {
  for (const { right, honours } of set(name)) {
    expect(honours).toBeDefined();
    const fits = corpus.papers.filter((paper) => honours?.(paper));
    for (const id of right) expect(fits.map((paper) => paper.id)).toContain(id);
    expect(fits.length).toBeLessThan(corpus.papers.length);
  }
});

test('one paper that is not what was asked for, and the query was not honoured', async () => {
  const [query] = set('has-code');
  if (query === undefined) throw new Error('There is no such query.');
  const engine = (ids: string[]) => ({
    name: 'Some',
    search: () => Promise.resolve({ ids, milliseconds: 1 }),
  });
  const share = async (...ids: string[]): Promise<number | undefined> => {
    const sets = new Map([['has-code', [query]]]);
    const answers = await askAll(engine(ids), sets, corpus, () => undefined);
    return score(answers.get('has-code') ?? []).honoured;
  };
  expect(await share('otters')).toBe(1);
  expect(await share('otters', 'moss')).toBe(0);
  expect(await share()).toBe(0);
  expect(score([{ right: ['a'], found: ['a'], milliseconds: 1 }]).honoured).toBeUndefined();
});

test('the wrong word is of another paper, in whatever form', () => {
  for (const { typed, from } of set('wrong-word')) {
    const paper = corpus.papers.find(({ id }) => id === from);
    const strange = tokens(typed).filter((word) => !paper?.line.includes(` ${word} `));
    expect(strange).toHaveLength(1);
    expect(corpus.frequency(strange[0] ?? '')).toBeGreaterThan(0);
  }
});

test('an acronym in the other number', () => {
  const typed = set('acronym-number').map((query) => query.typed);
  expect(typed.some((text) => /\bCNN\b/.test(text))).toBe(true);
  expect(typed.some((text) => /\bRLs\b/.test(text))).toBe(true);
});

test('Chinese words stand in the paper', () => {
  for (const { typed, from } of set('cjk')) {
    expect(from).toBe('lanterns-zh');
    const paper = papers.find(({ id }) => id === from);
    for (const word of typed.split(' '))
      expect(`${paper?.title}${paper?.abstract}`).toContain(word);
  }
});

test('a written query applies by arXiv id or by title', () => {
  const queries = [
    { paper: '2301.01234', title: 'Under another name', query: 'diving after weasels' },
    {
      paper: 'x',
      title: 'Classifying mosses by the colour of their capsules',
      query: 'bog plants',
    },
    { paper: '1901.00001', title: 'Nowhere', query: 'nothing' },
  ];
  const kind = writtenKind('some', 'some', queries);
  expect(kind.written).toBe(3);
  const made = querySet(corpus, kind, 10, 1).map(({ typed, right }) => [typed, right]);
  expect(made.toSorted()).toEqual([
    ['bog plants', ['moss']],
    ['diving after weasels', ['otters']],
  ]);
});

test('a line that is no query is refused', () => {
  expect(() => readWritten('{"paper":"1"}')).toThrow('No query');
});

test('a hundred and ten are written of each kind, of the last sixty', () => {
  const counts = written.map((kind) => kind.written ?? 0);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(60);
  expect(counts.filter((count) => count >= 110)).toHaveLength(3);
});
