import { describe, expect, test } from 'vitest';
import { jsonRecords } from '../../../src/digest/formats/json-records.ts';
import type { CapturedPaper, ParsedDigest } from '../../../src/digest/model.ts';

const read = (text: string): ParsedDigest => jsonRecords.parse({ file: 'list.json', text });
const readAll = (value: unknown): readonly CapturedPaper[] => read(JSON.stringify(value)).papers;
const titles = (value: unknown): string[] => readAll(value).map(({ title }) => title);

describe('where records lie', () => {
  const paper = (title: string): object => ({ title, abstract: 'Text.' });
  test.each([
    ['a list', [paper('A'), paper('B')]],
    ['a list in an object', { results: [paper('A'), paper('B')] }],
    [
      'a list in an object that has a title itself',
      { title: 'Mine', papers: [paper('A'), paper('B')] },
    ],
    ['lists by day', { '2024-01-01': [paper('A')], '2024-01-02': [paper('B')] }],
    [
      'days in a list',
      [
        { title: 'Monday', papers: [paper('A')] },
        { title: 'Tuesday', papers: [paper('B')] },
      ],
    ],
    ['a search engine', { status: 'ok', message: { total: 2, items: [paper('A'), paper('B')] } }],
    ['objects by id', { '2401.00001': paper('A'), '2401.00002': paper('B') }],
    ['other values between', [paper('A'), 5, null, 'x', paper('B')]],
  ])('%s', (_, value) => {
    expect(titles(value)).toEqual(['A', 'B']);
  });

  test('papers that a paper cites are no records', () => {
    expect(titles([{ title: 'A', references: [{ title: 'B' }] }])).toEqual(['A']);
    expect(titles({ title: 'A', citations: [{ title: 'B' }] })).toEqual(['A']);
  });

  test('links are filed by name', () => {
    const links = { arxiv: 'https://arxiv.org/abs/2401.00003', code: 'https://github.com/a/b' };
    expect(readAll([{ title: 'A', links }])[0]?.facts).toMatchObject({
      arxiv: '2401.00003',
      links: [{ label: 'Code', url: 'https://github.com/a/b' }],
    });
  });

  test('the id that a record is filed under is its own', () => {
    expect(readAll({ '2401.00001v2': { title: 'A' } })[0]?.facts.arxiv).toBe('2401.00001');
  });

  test('several documents one after the other', () => {
    expect(read('{"title":"A"}\n{\n"title":"B"}').papers.map(({ lines }) => lines)).toEqual([
      [1, 1],
      [2, 3],
    ]);
  });
});

describe('what fields are called', () => {
  test.each([
    [{ paper_title: 'T', Abstract: 'A', author_names: 'X Y; Z W' }, 'T', 'A', ['X Y', 'Z W']],
    [{ 'Paper Title': 'T', tldr: { text: 'A' }, creators: ['Y, X'] }, 'T', 'A', ['X Y']],
    [{ title: ['T'], summary: 'A', author: [{ given: 'X', family: 'Y' }] }, 'T', 'A', ['X Y']],
    [
      { content: { title: { value: 'T' }, abstract: { value: 'A' }, authors: { value: ['X Y'] } } },
      'T',
      'A',
      ['X Y'],
    ],
    [{ name: 'T', description: 'A', authors: 'Y, X and W, Z' }, 'T', 'A', ['X Y', 'Z W']],
    [
      { display_name: 'T', abs: 'A', authorships: [{ author: { display_name: 'X Y' } }] },
      'T',
      'A',
      ['X Y'],
    ],
  ])('%j', (record, title, abstract, authors) => {
    expect(readAll([record])).toEqual([
      expect.objectContaining({ title, abstract, facts: { authors } }),
    ]);
  });

  test.each([
    [{ url: 'http://arxiv.org/abs/math/0309136v2' }, { arxiv: 'math/0309136' }],
    [
      { pdf: 'https://arxiv.org/pdf/2401.00001v3.pdf', code: 'https://github.com/a/b' },
      { arxiv: '2401.00001', links: [{ label: 'Code', url: 'https://github.com/a/b' }] },
    ],
    [
      { externalIds: { ArXiv: '2401.00001', DOI: '10.1000/AbC' } },
      { arxiv: '2401.00001', doi: '10.1000/abc' },
    ],
    [{ journal: 'arXiv preprint arXiv:2401.00001' }, { arxiv: '2401.00001' }],
    [{ venue: 'NeurIPS', journal: { name: 'ArXiv' } }, { venue: 'NeurIPS' }],
    [{ issued: { 'date-parts': [[2024, 3]] } }, { published: '2024-03' }],
    [{ year: 2024, month: 'sept.', day: 3 }, { published: '2024-09-03' }],
    [{ date: '2 April 2007' }, { published: '2007-04-02' }],
    [
      { versions: [{ version: 'v1', created: 'Mon, 2 Apr 2007 19:18:42 GMT' }] },
      { published: '2007-04-02' },
    ],
    [{ date: 'last week' }, {}],
    [
      { primary_category: 'cs.LG', categories: 'stat.ML cs.LG' },
      { categories: ['cs.LG', 'stat.ML'] },
    ],
    [{ category: 'Deep learning' }, {}],
    [{ url: 'javascript:alert(1)', code: 'https://a.b/"><script>' }, {}],
    [
      { comment: '9 pages, code at https://github.com/a/b.' },
      {
        comment: '9 pages, code at https://github.com/a/b.',
        links: [{ label: 'Code', url: 'https://github.com/a/b' }],
      },
    ],
    [{ comments: 'Accepted to\n Ponds 2025' }, { comment: 'Accepted to Ponds 2025' }],
    [
      { note: 'arXiv:2401.00001 [cs]\nComment: 15 pages' },
      { arxiv: '2401.00001', comment: '15 pages' },
    ],
    [{ note: 'Provided by a data system' }, {}],
    [{ comments: 12 }, {}],
    [{ comments: [{ text: 'Nice frogs!' }] }, {}],
    [{ comment: '28 comments' }, {}],
    [
      { id: '2401.00001', published: '2024-01-02', updated: '2024-03-04T00:00:00Z' },
      { arxiv: '2401.00001', published: '2024-01-02', updated: '2024-03-04' },
    ],
    [
      {
        id: '0704.00001',
        versions: [
          { version: 'v1', created: 'Mon, 2 Apr 2007 19:18:42 GMT' },
          { version: 'v2', created: 'Tue, 24 Jul 2007 20:10:27 GMT' },
        ],
      },
      { arxiv: '0704.00001', published: '2007-04-02', updated: '2007-07-24' },
    ],
    // When a row of a table was changed says nothing of the paper.
    [
      { doi: '10.1000/a', published: '2024-01-02', updated: '2024-03-04' },
      { doi: '10.1000/a', published: '2024-01-02' },
    ],
    [{ votes: -1 }, {}],
  ])('facts of %j', (record, facts) => {
    expect(readAll([{ title: 'T', ...record }])[0]?.facts).toEqual(facts);
  });

  test('formulas decide the notation', () => {
    const notations = readAll([
      { title: 'Over $\\mathbb{R}^n$' },
      { title: 'From $5 to $6' },
      { title: 'None' },
    ]).map(({ notation }) => notation);
    expect(notations).toEqual(['tex', 'plain', 'plain']);
  });

  test('a publisher’s XML in an abstract', () => {
    const abstract =
      '<jats:title>Abstract</jats:title><jats:p>One &amp; two.</jats:p><jats:p>Three.</jats:p>';
    expect(readAll([{ title: 'T', abstract }])[0]?.abstract).toBe('One & two.\n\nThree.');
  });
});

describe('JSON that is none', () => {
  test('comments, surplus commas, NaN and control characters are understood', () => {
    const { papers, problems } = read('[\n{"title":"A\tB", "score": NaN, /* so */ "x": None,},\n]');
    expect(papers.map(({ title }) => title)).toEqual(['A B']);
    expect(problems).toEqual([]);
  });

  test('a broken record does not stop the others', () => {
    const { papers, problems, lines } = read('[\n{"title":"A "quoted" word"},\n{"title":"B"}\n]');
    expect(papers).toEqual([expect.objectContaining({ title: 'B', lines: [3, 3], record: 2 })]);
    expect(problems.map(({ where }) => where)).toEqual([{ file: 'list.json', line: 2, column: 1 }]);
    expect(lines.map(({ kind }) => kind)).toEqual(['banner', 'unaccounted', 'record', 'footer']);
  });
});

test.each([
  ['[{"title":"A","abstract":"B"}]', 0.75],
  ['{"papers":[{"paperTitle":"A"}]}', 0.6],
  ['{"name":"offprint","description":"a package"}', 0],
  ['[title] A list in brackets', 0],
  ['{not json} "title": x', 0],
])('recognises %s', (text, confidence) => {
  expect(jsonRecords.recognise({ file: 'f', text }).confidence).toBe(confidence);
});
