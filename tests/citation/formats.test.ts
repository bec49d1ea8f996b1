/** What is taken away, read by parsers that are not ours, and by this software's own readers of digests. */
import * as fc from 'fast-check';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, it, test } from 'vitest';
import { formats, formatNames } from '../../src/citation/formats.ts';
import { inverted, nameOf } from '../../src/citation/name.ts';
import { parseDigest } from '../../src/digest/parse.ts';
import type { Paper } from '../../src/archive/archive.ts';
import { anyText } from '../archive/paper.ts';
import { work } from './works.ts';

const known: Partial<Paper> = {
  title: 'R&D of 100% Rivers: $\\ell_\\infty$ Bounds',
  authors: ['Ada Lovelace', 'Smith, John, Jr.', 'Jan van der Berg', 'River Team'],
  published: '2024-09-17',
  arxiv: '2409.11321',
  categories: ['cs.LG', 'stat.ML'],
  text: 'Rivers run.\n\nLakes & ponds lie {still}.',
  comment: '9 pages',
};

describe('BibTeX', () => {
  it('is read by another parser', () => {
    const [item] = plugins.input.chain(formats.bibtex.write([work(known, 'lovelace2024rd')]));
    expect(item).toMatchObject({
      id: 'lovelace2024rd',
      author: [
        { given: 'Ada', family: 'Lovelace' },
        { given: 'John', family: 'Smith', suffix: 'Jr.' },
        { given: 'Jan', family: 'Berg', 'non-dropping-particle': 'van der' },
        { family: 'River Team' },
      ],
      issued: { 'date-parts': [[2024, 9]] },
      DOI: '10.48550/arXiv.2409.11321',
      URL: 'https://arxiv.org/abs/2409.11321',
      abstract: 'Rivers run. Lakes & ponds lie {still}.',
    });
    expect(item?.['note']).toBeUndefined();
  });
});

describe('RIS', () => {
  it('is read by another parser', () => {
    const text = formats.ris.write([work(known), work({ ...known, venue: 'ICLR 2025' })]);
    expect(text.split('\r\n').filter((line) => !/^(?:[A-Z][A-Z\d] {2}- .*|)$/.test(line))).toEqual(
      [],
    );
    const items = plugins.input.chain(text);
    expect(items).toHaveLength(2);
    expect(items[1]).toMatchObject({
      author: [
        { given: 'Ada', family: 'Lovelace' },
        { given: 'John', family: 'Smith', suffix: 'Jr.' },
        { given: 'Jan', family: 'van der Berg' },
        { literal: 'River Team' },
      ],
      title: 'R&D of 100% Rivers: ℓ∞ Bounds',
      issued: { 'date-parts': [[2024, 9, 17]] },
      DOI: '10.48550/arXiv.2409.11321',
      abstract: 'Rivers run. Lakes & ponds lie {still}.',
    });
  });
});

/** Of `csl-data.json`, the CSL project's schema, what items of papers may have; it allows nothing else. */
const cslSchema = {
  texts:
    /^(?:id|type|citation-key|title|container-title|publisher|number|note|DOI|URL|abstract|keyword|annote)$/,
  name: /^(?:family|given|suffix|literal|(?:non-)?dropping-particle)$/,
};

test('CSL-JSON is as its schema wants it', () => {
  const works = [
    work(known),
    work({ title: 'Lakes' }),
    work({ ...known, venue: 'ICLR 2025', doi: '10.1000/9', published: '2024' }),
    work({ ...known, venue: 'Journal of Rivers', published: '' }),
  ];
  const items: Record<string, unknown>[] = JSON.parse(formats.csl.write(works));
  expect(items.map(({ type }) => type)).toEqual([
    'article',
    'document',
    'paper-conference',
    'article-journal',
  ]);
  expect(items.flatMap(({ issued }) => issued ?? [])).toEqual([
    { 'date-parts': [[2024, 9, 17]] },
    { 'date-parts': [[2024]] },
    { 'date-parts': [[2024]] },
  ]);
  const fields = items
    .flatMap((item) => Object.entries(item))
    .filter(([field]) => !/^(?:author|issued)$/.test(field));
  const parts = items.flatMap(({ author }) =>
    (Array.isArray(author) ? author : []).flatMap((name) => Object.entries(Object(name))),
  );
  expect(fields.filter(([field]) => !cslSchema.texts.test(field))).toEqual([]);
  expect(parts.filter(([part]) => !cslSchema.name.test(part))).toEqual([]);
  expect([...fields, ...parts].filter(([, value]) => typeof value !== 'string')).toEqual([]);
});

test('CSL-JSON keeps the formulas of a title', () => {
  const [item]: unknown[] = JSON.parse(formats.csl.write([work(known)]));
  expect(item).toMatchObject({
    type: 'article',
    title: 'R&D of 100% Rivers: $\\ell_\\infty$ Bounds',
    author: [
      { given: 'Ada', family: 'Lovelace' },
      { given: 'John', family: 'Smith', suffix: 'Jr.' },
      { given: 'Jan', family: 'Berg', 'non-dropping-particle': 'van der' },
      { literal: 'River Team' },
    ],
    issued: { 'date-parts': [[2024, 9, 17]] },
    publisher: 'arXiv',
    number: 'arXiv:2409.11321',
  });
});

test.each(['bibtex', 'ris', 'csl'] as const)('%s is a digest that can be added', (format) => {
  const works = [
    work({ ...known, doi: '10.1000/9', venue: 'ICLR 2025' }),
    work({ title: 'Lakes', doi: '10.1000/182', authors: ['Wei Li'] }, 'b'),
  ];
  const { extension, write } = formats[format];
  const digest = parseDigest({ file: `digests/2025-03-11-a.${extension}`, text: write(works) });
  expect(digest.problems).toEqual([]);
  expect(digest.papers.map(({ facts }) => facts.arxiv ?? facts.doi)).toEqual([
    '2409.11321',
    '10.1000/182',
  ]);
  expect(digest.papers[0]).toMatchObject({
    abstract: expect.stringContaining('Lakes & ponds lie'),
    facts: {
      authors: ['Ada Lovelace', 'John Smith Jr.', 'Jan van der Berg', 'River Team'],
      published: expect.stringMatching(/^2024-09/),
    },
  });
});

test('every format takes any text', () => {
  const facts = fc.record({
    title: anyText,
    text: anyText,
    venue: anyText,
    authors: fc.array(anyText),
  });
  fc.assert(
    fc.property(fc.array(facts), (all) => {
      const works = all.map((one) => work(one));
      const texts = formatNames.map((name) => formats[name].write(works));
      expect(texts.filter((text) => !text.isWellFormed())).toEqual([]);
      expect(formats.ris.write(works).match(/^TY {2}- /gm)?.length ?? 0).toBe(works.length);
      expect(JSON.parse(formats.csl.write(works))).toHaveLength(works.length);
      expect(formats.apa.write(works).split('\n')).toHaveLength(works.length + 1);
    }),
  );
});

test('a name turned round is the same name', () => {
  fc.assert(
    fc.property(
      fc.oneof(anyText, fc.constantFrom('Jan van der Berg', 'Smith, John, Jr.', 'Plato', '李明')),
      (name) => {
        const read = nameOf(name);
        expect(nameOf(inverted(read))).toEqual(read);
      },
    ),
  );
});
