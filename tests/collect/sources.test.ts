import { expect, it } from 'vitest';
import { kindOf, parseSources } from '../../src/collect/sources.ts';

const read = (...lines: readonly string[]) =>
  parseSources('sources.yaml', `sources:\n${lines.map((line) => `  ${line}`).join('\n')}\n`);

it.each([
  ['- { name: a, arxiv: cs.CL }', 'arxiv'],
  ['- { name: a, arxiv: [cs.CL, astro-ph, hep-th] }', 'arxiv'],
  [`- { name: a, query: 'all:"world model"' }`, 'query'],
  ['- { name: a, huggingface: daily }', 'huggingface'],
  ['- { name: a, feed: "https://journal.example/rss" }', 'feed'],
  ['- { name: a, page: "https://lists.example/reading.md" }', 'page'],
  ['- { name: a, biorxiv: neuroscience, days: [mon, thu], limit: 9 }', 'biorxiv'],
  ['- { name: a, medrxiv: all, must: insulin, mustNot: [mouse, rat*] }', 'medrxiv'],
  ['- { name: a, openreview: ICLR.cc/2025/Conference }', 'openreview'],
])('%s', (line, kind) => {
  const { sources, problems } = read(line);
  expect(problems).toEqual([]);
  expect(sources?.map(kindOf)).toEqual([kind]);
});

it('may hold nothing', () => {
  expect(parseSources('sources.yaml', '')).toEqual({ sources: [], problems: [] });
});

it.each([
  [['- { arxiv: cs.CL }'], 2, /`sources 1 → name` .*it is missing/],
  [['- { name: A b, arxiv: cs.CL }'], 2, /must be of a to z, digits and single hyphens/],
  [['- { name: a }'], 2, /says nothing to collect: one of arxiv, query/],
  [['- name: a', '  arxiv: cs.CL', '  query: x'], 2, /it has arxiv and query; it may have one/],
  [
    ['- name: a', '  page: "https://a.example/"', '  feeds: "https://a.example/"'],
    4,
    /no field "feeds".*feed/,
  ],
  [['- name: a', '  feed: "ftp://a.example/"'], 3, /cannot be asked/],
  [
    ['- name: a', '  feed: "https://me:secret@a.example/"'],
    3,
    /cannot be asked: it holds a password/,
  ],
  [['- name: a', '  arxiv: "cs.CL&x=1"'], 3, /category of arXiv/],
  [['- name: a', '  huggingface: weekly'], 3, /must be daily/],
  [['- name: a', '  arxiv: cs.CL', '  days: [monday]'], 4, /one of mon, tue/],
  [['- name: a', '  arxiv: cs.CL', '  limit: 0'], 4, /at least 1/],
  [
    ['- name: a', '  arxiv: cs.CL', '- name: a', '  arxiv: cs.LG'],
    4,
    /another source is named "a"/,
  ],
])('%j', (lines, line, message) => {
  const { sources, problems } = read(...lines);
  expect(sources).toBeUndefined();
  expect(problems).toMatchObject([
    { code: 'source/schema', where: { file: 'sources.yaml', line } },
  ]);
  expect(problems[0]?.what).toMatch(message);
});
