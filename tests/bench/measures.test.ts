import { expect, test } from 'vitest';
import { readPapers } from '../../scripts/bench/search/archived.ts';
import { differences } from '../../scripts/bench/search/facet-counts.ts';
import { typingOf } from '../../scripts/bench/search/typing.ts';

test('while typing: from the fourth letter, nothing where results were there before it', () => {
  const letters = [0, 100, 200, 300, 400, 500];
  const typing = typingOf([
    { letters, results: 250, shift: 0 },
    { letters, results: 450, shift: 0.01 },
    { letters, results: 700, shift: 0 },
    { letters, shift: 0.3 },
  ]);
  expect(typing).toEqual({
    queries: 4,
    median: 150,
    p95: Number.POSITIVE_INFINITY,
    soon: 0.5,
    beforeLast: 0.5,
    shift: 0.3,
  });
});

const paper = (id: string, year: string, topics: readonly string[]) => ({
  id,
  title: id,
  abstract: '',
  year,
  topics,
});
const found = [paper('a', '2023', ['otters']), paper('b', '2024', ['otters', 'kites'])];
const list = (facet: string, counts: Record<string, number>, cut = false, chosen = false) => ({
  facet,
  counts,
  cut,
  chosen,
});

test.each([
  [[list('year', { 2023: 1, 2024: 1 }), list('topic', { otters: 2, kites: 1 })], []],
  [[list('year', { 2023: 2, 2024: 1 })], ['year 2023: 2, not 1']],
  [[list('topic', { otters: 2 })], ['topic kites: none, not 1']],
  [[list('topic', { otters: 2 }, true)], []],
  [[list('topic', { moss: 4 }, true)], ['topic moss: 4, not 0']],
  // What choosing another year would add is not among the results.
  [[list('year', { 2020: 7, 2023: 1 }, false, true)], []],
  [[list('tag', { mine: 1 })], []],
])('counts %j', (shown, wrong) => {
  expect(differences(shown, found).wrong).toEqual(wrong);
});

test('facts of a line of the archive', () => {
  const line = {
    id: 'a',
    title: 'A',
    abstract: '',
    arxiv: '2301.01234',
    doi: '10.1/a',
    authors: ['Ada', 'Ada'],
    venue: 'V',
    url: 'https://a.example/papers/a/',
    listings: [{ digest: 'd' }, { digest: 'd' }],
    links: [{ kind: 'code', url: 'x' }],
    topics: ['otters'],
  };
  const [read, bare] = readPapers(
    [line, { id: 'b', title: 'B', abstract: '', published: '2019-02' }]
      .map((one) => JSON.stringify(one))
      .join('\n'),
  );
  expect(read).toEqual({
    id: 'a',
    title: 'A',
    abstract: '',
    arxiv: '2301.01234',
    doi: '10.1/a',
    authors: ['Ada'],
    venue: 'V',
    url: 'https://a.example/papers/a/',
    digests: ['d'],
    topics: ['otters'],
    code: true,
    year: '2023',
  });
  expect(bare).toEqual({ id: 'b', title: 'B', abstract: '', year: '2019' });
});
