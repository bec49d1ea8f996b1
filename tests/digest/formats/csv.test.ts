import { describe, expect, test } from 'vitest';
import { csv } from '../../../src/digest/formats/csv.ts';
import { parseDigest } from '../../../src/digest/parse.ts';
import type { ParsedDigest } from '../../../src/digest/model.ts';

const read = (text: string): ParsedDigest => csv.parse({ file: 'list.csv', text });

describe('tables', () => {
  test('cells of several lines, quotes, a byte order mark, CRLF', () => {
    const digest = read(
      '\ufeffTitle,Authors,Abstract,Link\r\n"A, ""b""","Bee, Ann; Dee, Cid","one\r\ntwo\r\n\r\nthree",https://arxiv.org/abs/2401.00001v2\r\n\r\nB,"Bee, Ann",,\r\n',
    );
    expect(digest.papers).toEqual([
      {
        title: 'A, "b"',
        abstract: 'one two\n\nthree',
        notation: 'plain',
        facts: { arxiv: '2401.00001', authors: ['Ann Bee', 'Cid Dee'] },
        lines: [2, 5],
        record: 1,
      },
      { title: 'B', notation: 'plain', facts: { authors: ['Ann Bee'] }, lines: [7, 7], record: 2 },
    ]);
    expect(digest.lines.map(({ kind }) => kind)).toEqual([
      'banner',
      'record',
      'record',
      'blank',
      'record',
      'blank',
      'record',
    ]);
    expect(digest.banner).toEqual(['Title, Authors, Abstract, Link']);
    expect(digest.fields).toContainEqual({ field: 'Abstract', records: 1, used: true });
    expect(digest.problems).toEqual([]);
  });

  test.each([
    ['semicolons', 'id;title;abstract\n1;T;a, b\n'],
    ['tabs', 'id\ttitle\tabstract\n1\tT\ta, b\n'],
    ['a first line for Excel', 'sep=;\nid;title;abstract\n1;T;a, b\n'],
    ['a column without a name', ',title,abstract\n0,T,"a, b"\n'],
    ['tabs and stray quotes', 'id\ttitle\tabstract\n"1\tT\ta, b\n2\tU\tc "d"\n'],
  ])('%s', (_, text) => {
    expect(read(text).papers[0]).toMatchObject({ title: 'T', abstract: 'a, b' });
  });

  test('a row with a quote left open is reported, the others are read', () => {
    const { papers, problems, lines } = read('title,abstract\nA,a\nB,"b\nC,c\nD,d\n');
    expect(papers.map(({ title }) => title)).toEqual(['A', 'C', 'D']);
    expect(problems.map(({ where, what }) => [where.line, what])).toEqual([
      [
        3,
        'This line fits nowhere: record 2 has a quote that is never closed; close it and add the file again.',
      ],
    ]);
    expect(lines.map(({ kind }) => kind)).toEqual([
      'banner',
      'record',
      'unaccounted',
      'record',
      'record',
    ]);
  });

  test('a row without a title is reported', () => {
    const { problems } = read('title,abstract\n,a\nB,b\n');
    expect(problems[0]?.what).toContain('record 1 has no title: it has `abstract`');
  });

  test('more rows than a call can take arguments', () => {
    expect(read(`title,year\n${'T,2024\n'.repeat(150_000)}`).papers).toHaveLength(150_000);
  });

  test.each([
    ['title,abstract\nA,b\n', 0.95],
    ['paper_title\tyear\nA\t2024\n', 0.95],
    ['title,abstract\nA,b,c,d\n', 0.6],
    ['title\nA\n', 0.4],
    ['Title, if any, and then some words of prose.\nMore prose.', 0.2],
    ['a,b\n1,2\n', 0],
    ['| title | abstract |\n|---|---|\n', 0],
    ['{"title":"x","abstract":"y"}', 0],
    ['# title, abstract', 0],
  ])('recognises %j', (text, confidence) => {
    expect(csv.recognise({ file: 'f', text }).confidence).toBe(confidence);
  });
});

describe('tables as programs export them', () => {
  const rows =
    'Frogs That Count;Ada Bo;https://arxiv.org/abs/2405.01234\nNewts;Cy Dee;https://arxiv.org/abs/2405.01235\n';
  test.each([
    ['Notion', '\ufeffName,Authors,Link\n', ',', 1],
    ['bars', 'Title|Authors|URL\n', '|', 1],
    [
      'lines above the names',
      '# Exported from Ponds\nSearch: frogs, newts, eels\n\nTitle,Authors,URL\n',
      ',',
      4,
    ],
    ['lines above and CRLF', 'Ponds\r\n2 results\r\nTitle;Authors;URL\r\n', ';', 3],
  ])('%s', (_, head, delimiter, line) => {
    const text = head + rows.replaceAll(';', delimiter);
    const digest = parseDigest({ file: 'ponds.csv', text });
    expect(digest.format).toBe('csv');
    expect(digest.papers.map(({ title, facts }) => [title, facts.authors, facts.arxiv])).toEqual([
      ['Frogs That Count', ['Ada Bo'], '2405.01234'],
      ['Newts', ['Cy Dee'], '2405.01235'],
    ]);
    expect(digest.papers[0]?.lines[0]).toBe(line + 1);
    expect(digest.problems).toEqual([]);
  });

  test('names and links alone are no papers', () => {
    const text = 'Name,Link,Status\nSoup,https://example.org/soup,Done\n';
    expect(csv.recognise({ file: 'soup.csv', text }).confidence).toBe(0);
  });
});
