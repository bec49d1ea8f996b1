import { describe, expect, test } from 'vitest';
import { hfJson } from '../../../src/digest/formats/json-records.ts';
import type { ParsedDigest } from '../../../src/digest/model.ts';

const read = (text: string): ParsedDigest => hfJson.parse({ file: 'day.json', text });

/** Both generations at once: texts under `paper`, on top, or both. */
const papers = [
  {
    paper: {
      id: '2401.00001',
      authors: [
        { _id: 'a', name: 'Ann Bee', hidden: false },
        { _id: 'b', name: 'Cid Dee', hidden: true, user: { fullname: 'C. D.' } },
      ],
      publishedAt: '2024-01-01T17:00:00.000Z',
      title: 'A title that is wrapped\n  by its source',
      summary:
        'First line\nof the abstract.\n  A second paragraph, which needs\na few more lines\nto be one.',
      upvotes: 12,
      githubRepo: 'https://github.com/ann/bee',
      projectPage: 'https://bee.example.org/',
      ai_summary: 'What a model makes of it.',
    },
    publishedAt: '2024-02-02T03:00:00.000Z',
    title: 'A title that is wrapped by its source',
    numComments: 2,
  },
  { paper: { id: '2401.00002', upvotes: 0 }, title: 'On top', summary: 'It costs $5, not $6.' },
];

describe('Hugging Face JSON', () => {
  test('texts and facts of both generations', () => {
    const digest = read(JSON.stringify(papers, null, 2));
    expect(digest.problems).toEqual([]);
    expect(digest.papers).toEqual([
      {
        title: 'A title that is wrapped by its source',
        abstract:
          'First line of the abstract.\n\nA second paragraph, which needs a few more lines to be one.',
        notation: 'plain',
        facts: {
          arxiv: '2401.00001',
          authors: ['Ann Bee', 'Cid Dee'],
          published: '2024-01-01',
          links: [
            { label: 'Code', url: 'https://github.com/ann/bee' },
            { label: 'Project page', url: 'https://bee.example.org/' },
          ],
          upvotes: 12,
        },
        lines: [2, 31],
        record: 1,
      },
      {
        title: 'On top',
        abstract: 'It costs $5, not $6.',
        notation: 'plain',
        facts: { arxiv: '2401.00002', upvotes: 0 },
        lines: [32, 39],
        record: 2,
      },
    ]);
  });

  test('every field is accounted for', () => {
    const { fields } = read(JSON.stringify(papers));
    const used = fields?.filter((field) => field.used).map(({ field }) => field);
    expect(used).toEqual([
      'paper.id',
      'paper.authors[].name',
      'paper.publishedAt',
      'paper.title',
      'paper.summary',
      'paper.upvotes',
      'paper.githubRepo',
      'paper.projectPage',
      'title',
      'summary',
    ]);
    expect(fields).toContainEqual({ field: 'paper.upvotes', records: 2, used: true });
    expect(fields).toContainEqual({ field: 'paper.ai_summary', records: 1, used: false });
    expect(fields).toContainEqual({ field: 'publishedAt', records: 1, used: false });
  });

  test('all records on one line are told apart', () => {
    const digest = read(JSON.stringify(papers));
    expect(digest.papers.map(({ lines, record }) => [lines, record])).toEqual([
      [[1, 1], 1],
      [[1, 1], 2],
    ]);
    expect(digest.lines).toEqual([{ kind: 'record', reason: 'record: part of records 1 to 2' }]);
  });

  test('an object around the list, with a day', () => {
    const digest = read(JSON.stringify({ date: '2024-02-02', papers, count: 2 }, null, 1));
    expect(digest.papers).toHaveLength(2);
    expect(digest.dates).toEqual([{ text: '2024-02-02', year: 2024, month: 2, day: 2, line: 2 }]);
    expect(digest.banner).toEqual(['date: 2024-02-02']);
    expect(digest.lines.map(({ kind }) => kind).filter((kind) => kind !== 'record')).toEqual([
      'banner',
      'banner',
      'banner',
      'footer',
      'footer',
      'footer',
    ]);
  });

  test('a file that is cut off gives what is whole and reports the rest', () => {
    const whole = JSON.stringify(papers, null, 2);
    const digest = read(whole.slice(0, whole.indexOf('It costs')));
    expect(digest.papers.map(({ title, abstract }) => [title, abstract === undefined])).toEqual([
      ['A title that is wrapped by its source', false],
      ['On top', true],
    ]);
    expect(digest.problems).toMatchObject([{ code: 'digest/cut-off' }]);
  });

  test('a record without a title is reported', () => {
    const digest = read('[{"paper":{"id":"2401.00003"}},\n{"title":"Next","paper":{}}]');
    expect(digest.papers.map(({ record }) => record)).toEqual([2]);
    expect(digest.problems[0]?.what).toBe(
      'This line fits nowhere: record 1 has no title: it has `paper`; give it one in its source and add the file again.',
    );
  });

  test.each([
    [JSON.stringify(papers), 0.97],
    [`\ufeff${JSON.stringify({ dailyPapers: papers }, null, 2)}`, 0.97],
    ['[{"title":"x","upvotes":1,"numComments":3}]', 0.8],
    ['[{"title":"x","abstract":"y"}]', 0],
    ['{"name":"offprint"}', 0],
    ['A paper: "title": {"paper": {}} "upvotes": 3', 0],
  ])('recognises %s', (text, confidence) => {
    expect(hfJson.recognise({ file: 'f', text }).confidence).toBe(confidence);
  });
});
