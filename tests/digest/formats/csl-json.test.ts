import { expect, test } from 'vitest';
import { cslJson } from '../../../src/digest/formats/json-records.ts';

const items = [
  {
    id: 'a',
    type: 'article-journal',
    title: 'On <i>E. coli</i> and <span class="nocase">NASA</span> if a <b and c> d',
    author: [
      { family: 'Bee', given: 'Ann' },
      { family: 'Berg', given: 'Cid', 'non-dropping-particle': 'van der' },
      { literal: 'The Group' },
    ],
    issued: { 'date-parts': [['2020', 3, 4]] },
    'container-title': 'Journal of Things',
    DOI: '10.1000/AbC',
    URL: 'https://doi.org/10.1000/AbC',
    abstract: 'One\ntwo.',
  },
  {
    id: 'b',
    type: 'article',
    title: 'A preprint',
    issued: { raw: '2023-05' },
    number: 'arXiv:2301.00001',
    publisher: 'arXiv',
  },
];

test('CSL-JSON', () => {
  const digest = cslJson.parse({ file: 'library.json', text: JSON.stringify(items, null, 2) });
  expect(digest.problems).toEqual([]);
  expect(digest.papers).toEqual([
    {
      title: 'On E. coli and NASA if a <b and c> d',
      abstract: 'One two.',
      notation: 'plain',
      facts: {
        doi: '10.1000/abc',
        authors: ['Ann Bee', 'Cid van der Berg', 'The Group'],
        published: '2020-03-04',
        venue: 'Journal of Things',
      },
      lines: [2, 33],
      record: 1,
    },
    {
      title: 'A preprint',
      notation: 'plain',
      facts: { arxiv: '2301.00001', published: '2023-05' },
      lines: [34, 43],
      record: 2,
    },
  ]);
});

test.each([
  [JSON.stringify(items), 0.92],
  ['[{"type":"article","title":"x"}]', 0.5],
  ['[{"type":"paper","title":"x","issued":{}}]', 0],
  ['@article{a, title={x}}', 0],
])('recognises %s', (text, confidence) => {
  expect(cslJson.recognise({ file: 'f', text }).confidence).toBe(confidence);
});
