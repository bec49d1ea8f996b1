import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibliography, bibliographyOf, bibtexResponse } from '../../src/citation/bibliography.ts';
import { jsonLines } from '../../src/archive/export.ts';
import { jsonLinesResponse } from '../../src/archive/responses.ts';
import { readBibtex } from '../citation/reader.ts';
import { anyText, archive, paper } from './paper.ts';

const absolute = (path: string): string => `https://example.org/repo/${path}`;

describe('bibliography', () => {
  it('holds every paper once, in order', () => {
    const [a, b] = [paper({ id: 'a' }), paper({ id: 'b' })];
    const entries = readBibtex(
      [...bibliography(bibliographyOf([a, b, a], archive([a, b])), absolute)].join(''),
    );
    expect(entries.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(entries[1]?.fields.get('url')).toBe('https://example.org/repo/papers/b/');
    expect(entries[1]?.fields.get('annote')).toBe('Listed in Trending, 11 March 2025');
    expect(entries[1]?.fields.get('abstract')).toBe('Rivers run.');
  });

  it('of no papers is empty', async () => {
    const answer = bibtexResponse(
      [...bibliography(bibliographyOf([], archive([])), absolute)].join(''),
    );
    expect(await answer.text()).toBe('');
    expect(answer.headers.get('content-type')).toBe('application/x-bibtex; charset=utf-8');
  });
});

describe('jsonLines', () => {
  it('says only what is known, in a stable order', () => {
    expect([...jsonLines([paper()], absolute)]).toEqual([
      '{"id":"a-study-of-rivers","title":"A Study of Rivers","abstract":"Rivers run.",' +
        '"url":"https://example.org/repo/papers/a-study-of-rivers/",' +
        '"listings":[{"digest":"2025-03-11-trending","date":"2025-03-11","lines":[10,12]}],' +
        '"links":[],"topics":[]}\n',
    ]);
  });

  it('says all that is known, in the same order', () => {
    const known = paper({
      venue: 'Rivers 2024',
      published: '2024-09-17',
      updated: '2025-01-31',
      categories: ['cs.LG'],
      comment: 'Accepted to Rivers 2024',
      upvotes: 35,
      authors: ['Ada Lovelace'],
      doi: '10.1000/182',
      arxiv: '2409.11321',
      links: [{ kind: 'code', label: 'Code', url: 'https://example.org/code' }],
      topics: [{ topic: 'vision', byHand: true, score: 1, terms: [] }],
    });
    const [line = ''] = jsonLines([known], absolute);
    const record: unknown = JSON.parse(line);
    expect(record).toMatchObject({
      links: [{ kind: 'code', label: 'Code', url: 'https://example.org/code' }],
      topics: ['vision'],
      updated: '2025-01-31',
      categories: ['cs.LG'],
      comment: 'Accepted to Rivers 2024',
      upvotes: 35,
    });
    expect(Object.keys(record ?? {})).toEqual(
      'id title abstract url listings arxiv doi authors published updated venue categories comment upvotes links topics'.split(
        ' ',
      ),
    );
  });

  it('is one line a paper to every reader, and gives the texts back', () => {
    fc.assert(
      fc.property(anyText, anyText, (title, text) => {
        const [line = ''] = jsonLines([paper({ title, text })], absolute);
        expect(line.slice(0, -1)).not.toMatch(/[\n\r\u0085\u2028\u2029]/);
        expect(JSON.parse(line)).toMatchObject({ title, abstract: text });
      }),
    );
  });

  it('is served as JSON Lines', async () => {
    const answer = jsonLinesResponse([...jsonLines([paper(), paper()], absolute)].join(''));
    expect((await answer.text()).split('\n').length).toBe(3);
    expect(answer.headers.get('content-type')).toBe('application/jsonl; charset=utf-8');
  });
});
