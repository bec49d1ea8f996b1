import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { scholarlyArticle, serialiseJsonLd, type Json } from '../../src/archive/metadata.ts';
import type { Paper } from '../../src/archive/archive.ts';
import { anyText, paper } from './paper.ts';

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

  it('keeps a long headline whole', () => {
    const title = 'river '.repeat(50).trim();
    expect(jsonLd({ title })).toMatchObject({ headline: title });
  });

  test.each([
    ['Plato', 'Person'],
    ['李明', 'Person'],
    ['OpenAI', 'Organization'],
    ['NVIDIA', 'Organization'],
    ['McKay', 'Person'],
    ['DeepSeek-AI', 'Organization'],
  ])('takes %s for a %s', (name, type) => {
    expect(jsonLd({ authors: [name] })).toMatchObject({ author: [{ '@type': type, name }] });
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
