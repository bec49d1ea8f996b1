import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  citationTags,
  scholarlyArticle,
  serialiseJsonLd,
  type Json,
} from '../../src/archive/metadata.ts';
import type { Paper } from '../../src/archive/archive.ts';
import { anyText, paper } from './paper.ts';

const url = 'https://example.org/papers/a-study-of-rivers/';
const label = (id: string) => (id === 'vision' ? 'Vision' : undefined);

function jsonLd(facts: Partial<Paper> = {}): unknown {
  return JSON.parse(serialiseJsonLd(scholarlyArticle(paper(facts), label)));
}

describe('scholarlyArticle', () => {
  it('says only what is known', () => {
    expect(jsonLd()).toEqual({
      '@context': 'https://schema.org',
      '@type': 'ScholarlyArticle',
      headline: 'A Study of Rivers',
    });
  });

  it('names no author for those left out', () => {
    const authors = ['Ada Lovelace', 'et al.'];
    expect(jsonLd({ authors })).toMatchObject({ author: [{ name: 'Ada Lovelace' }] });
    expect(
      citationTags(paper({ authors }), url).filter(({ name }) => name === 'citation_author'),
    ).toEqual([{ name: 'citation_author', content: 'Ada Lovelace' }]);
  });

  it('says all that is known', () => {
    const topic = { byHand: false, score: 1, terms: [] };
    expect(
      jsonLd({
        authors: ['Ada Lovelace', 'River Team'],
        published: '2024-09-17',
        updated: '2025-01-31',
        categories: ['cs.CV'],
        arxiv: '2409.11321',
        doi: '10.1000/182',
        topics: [
          { topic: 'vision', ...topic },
          { topic: 'gone', ...topic },
        ],
      }),
    ).toMatchObject({
      author: [
        { '@type': 'Person', name: 'Ada Lovelace' },
        { '@type': 'Organization', name: 'River Team' },
      ],
      datePublished: '2024-09-17',
      dateModified: '2025-01-31',
      sameAs: ['https://arxiv.org/abs/2409.11321', 'https://doi.org/10.1000/182'],
      keywords: ['Vision', 'cs.CV'],
    });
  });

  it('keeps a headline short and the name whole', () => {
    const title = 'river '.repeat(50).trim();
    expect(jsonLd({ title })).toMatchObject({
      headline: `${'river '.repeat(18).trim()}…`,
      name: title,
    });
  });
});

describe('serialiseJsonLd', () => {
  test.each([
    [
      '</script><script>alert(1)</script>',
      String.raw`"\u003c/script\u003e\u003cscript\u003ealert(1)\u003c/script\u003e"`,
    ],
    ['<!-- ', String.raw`"\u003c!-- "`],
    ['a & b', String.raw`"a \u0026 b"`],
    ['\u2028\u2029', String.raw`"\u2028\u2029"`],
    ['\uD800', String.raw`"\ud800"`],
  ])('%j → %s', (value, json) => {
    expect(serialiseJsonLd(value)).toBe(json);
  });

  it('holds nothing that HTML reacts to, and parses to the same value', () => {
    const value = fc.dictionary(anyText, fc.oneof(anyText, fc.array(anyText)));
    fc.assert(
      fc.property(value, (value: { [key: string]: Json }) => {
        const json = serialiseJsonLd(value);
        expect(json).not.toMatch(/[<>&\u2028\u2029\r\n]/);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('citationTags', () => {
  test.each<[string, Partial<Paper>, string[]]>([
    [
      'a title alone',
      {},
      ['citation_title A Study of Rivers', `citation_abstract_html_url ${url}`],
    ],
    [
      'everything',
      {
        title: ' A\nStudy ',
        authors: ['Ada Lovelace', 'Wei Li'],
        published: '2024-09-17',
        arxiv: '2409.11321',
        doi: '10.1000/182',
      },
      [
        'citation_title A Study',
        'citation_author Ada Lovelace',
        'citation_author Wei Li',
        'citation_publication_date 2024/09/17',
        'citation_arxiv_id 2409.11321',
        'citation_doi 10.1000/182',
        'citation_pdf_url https://arxiv.org/pdf/2409.11321',
        `citation_abstract_html_url ${url}`,
      ],
    ],
    [
      'the year of an arXiv id',
      { arxiv: '2409.11321' },
      [
        'citation_title A Study of Rivers',
        'citation_publication_date 2024',
        'citation_arxiv_id 2409.11321',
        'citation_pdf_url https://arxiv.org/pdf/2409.11321',
        `citation_abstract_html_url ${url}`,
      ],
    ],
  ])('%s', (_, facts, tags) => {
    expect(
      citationTags(paper(facts), url).map(({ name, content }) => `${name} ${content}`),
    ).toEqual(tags);
  });
});
