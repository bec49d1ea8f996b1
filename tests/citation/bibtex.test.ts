import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { bibtex as entryOf } from '../../src/citation/bibtex.ts';
import { idKey } from '../../src/citation/keys.ts';
import { workOf, type CitationContext } from '../../src/citation/paper-work.ts';
import { oneLine } from '../../src/text/line.ts';
import type { Paper, PaperListing } from '../../src/archive/archive.ts';
import { anyText, paper } from '../archive/paper.ts';
import { printedByLatex, readBibtex } from './reader.ts';

const context = {
  key: 'a-study-of-rivers',
  page: 'https://example.org/archive/papers/a-study-of-rivers/',
};

const bibtex = (of: Paper, by: CitationContext): string => entryOf(workOf(of, by));

function listing(digest: string): PaperListing {
  return { digest, date: digest.slice(0, 10), lines: [1, 2] };
}

describe('bibtex', () => {
  it('says only what is known', () => {
    expect(bibtex(paper(), context)).toMatchInlineSnapshot(`
      "@misc{a-study-of-rivers,
        title = {{A Study of Rivers}},
        key = {A Study of},
        url = {https://example.org/archive/papers/a-study-of-rivers/},
        abstract = {Rivers run.},
        annote = {Listed in Trending, 11 March 2025},
      }
      "
    `);
  });

  test.each([
    ['Fast $\\ell_\\infty$ Guarantee & more', '{{Fast $\\ell_\\infty$ Guarantee \\& more}}'],
    ['A $5 and $6 thing', '{{A \\$5 and \\$6 thing}}'],
    ['$x}{$ breaks out', '{{\\$x{\\textbraceright}{\\textbraceleft}\\$ breaks out}}'],
    [
      'A $\\input{secrets}$ is no formula',
      '{{A \\${\\textbackslash}input{\\textbraceleft}secrets{\\textbraceright}\\$ is no formula}}',
    ],
  ])('keeps formulas of a title: %s', (title, field) => {
    expect(bibtex(paper({ title }), context)).toContain(`  title = ${field},\n`);
  });

  it('says all that is known', () => {
    const known = paper({
      title: 'R&D: 100% {Rivers}',
      authors: ['Ada Lovelace', 'River Team'],
      published: '2024-09-17',
      venue: 'Rivers & Lakes 2024',
      categories: ['cs.LG'],
      topics: [{ topic: 'vision', byHand: true, score: 1, terms: [] }],
      arxiv: '2409.11321',
      doi: '10.1000/a_b',
    });
    expect(bibtex(known, { ...context, key: 'lovelace2024rd', labels: { vision: 'Vision, seen' } }))
      .toMatchInlineSnapshot(`
        "@misc{lovelace2024rd,
          title = {{R\\&D: 100\\% {\\textbraceleft}Rivers{\\textbraceright}}},
          author = {Lovelace, Ada and {River Team}},
          year = {2024},
          month = sep,
          howpublished = {Rivers \\& Lakes 2024},
          eprint = {2409.11321},
          eprinttype = {arxiv},
          archiveprefix = {arXiv},
          primaryclass = {cs.LG},
          doi = {10.1000/a_b},
          url = {https://doi.org/10.1000/a_b},
          ids = {a-study-of-rivers},
          abstract = {Rivers run.},
          keywords = {Vision seen, cs.LG},
          annote = {Listed in Trending, 11 March 2025},
        }
        "
      `);
  });

  test.each<[string, PaperListing[], string | undefined]>([
    ['none', [], undefined],
    ['one', [listing('2025-03-11-trending')], 'Listed in Trending, 11 March 2025'],
    [
      'several words',
      [listing('2025-04-02-reading-group')],
      'Listed in Reading group, 2 April 2025',
    ],
    ['no name', [listing('2025-04-02')], 'Listed in the digest of 2 April 2025'],
    [
      'a year inferred',
      [{ ...listing('2025-03-11-trending'), yearInferred: true as const }],
      'Listed in Trending, 11 March 2025 (year inferred)',
    ],
    [
      'twice in one digest',
      [listing('2025-03-11-a'), listing('2025-03-11-a')],
      'Listed in A, 11 March 2025',
    ],
    [
      'many',
      ['2025-03-11-a', '2025-03-12-b', '2025-03-13-c', '2025-03-14-d', '2025-03-15-e'].map(listing),
      'Listed in A, 11 March 2025; B, 12 March 2025; C, 13 March 2025; and 2 more digests',
    ],
  ])('annotates listings: %s', (_, listings, note) => {
    const [entry] = readBibtex(bibtex(paper({ listings }), context));
    expect(entry?.fields.get('annote')).toBe(note);
  });

  it("begins the annotation with the authors' comment", () => {
    const comment = '9 pages. Accepted to R&D $O(n)$.';
    const [entry] = readBibtex(bibtex(paper({ comment }), context));
    expect(entry?.fields.get('annote')).toBe(
      String.raw`9 pages. Accepted to R\&D O(n). Listed in Trending, 11 March 2025`,
    );
  });

  it("takes a digest's name from the context", () => {
    const digests = { '2025-03-11-trending': 'What & Why' };
    expect(bibtex(paper(), { ...context, digests })).toContain(
      String.raw`annote = {Listed in What \& Why, 11 March 2025}`,
    );
  });

  test.each<[string, string | undefined]>([
    ['2409.11321', undefined],
    ['hep-th/9901001', undefined],
    ['math.GT/0309136', 'math.GT'],
  ])('primary class of %s', (arxiv, primary) => {
    const [entry] = readBibtex(bibtex(paper({ arxiv }), context));
    expect(entry?.fields.get('primaryclass')).toBe(primary);
    expect(entry?.fields.get('url')).toBe(`https://arxiv.org/abs/${arxiv}`);
  });

  it('sorts what names no author by letters alone', () => {
    const [entry] = readBibtex(
      bibtex(paper({ title: 'R&D^2: {Rivers} of \\LaTeX fame' }), context),
    );
    expect(entry?.fields.get('key')).toBe('RD2 Rivers of');
  });

  it("never takes a year from a digest's date", () => {
    const [entry] = readBibtex(bibtex(paper(), context));
    expect([...(entry?.fields.keys() ?? [])]).toEqual([
      'title',
      'key',
      'url',
      'abstract',
      'annote',
    ]);
  });

  it('takes a title of 10,000 characters', () => {
    const title = 'x{ '.repeat(3333) + 'x';
    const [entry] = readBibtex(bibtex(paper({ title }), context));
    expect(printedByLatex(entry?.fields.get('title') ?? '')).toBe(title);
  });

  it('can be read back, whatever the texts', () => {
    const texts = fc.record({
      title: anyText,
      authors: fc.array(anyText),
      venue: anyText,
      doi: anyText,
      arxiv: anyText,
    });
    fc.assert(
      fc.property(texts, anyText, anyText, (facts, page, name) => {
        const digests = { '2025-03-11-trending': name };
        const file = bibtex(paper(facts), { key: 'k', page, digests }).repeat(2);
        const entries = readBibtex(file);
        expect(entries.length).toBe(2);
        expect(printedByLatex(entries[1]?.fields.get('title') ?? '')).toBe(oneLine(facts.title));
      }),
    );
  });
});

describe('idKey', () => {
  test.each([
    ['soap-improving-and-stabilizing', 'soap-improving-and-stabilizing'],
    ['1984', '1984'],
    ['a,b', 'a_44_b'],
    ['a_44_b', 'a_95_44_95_b'],
    ['深', '_28145_'],
  ])('%j → %j', (id, key) => {
    expect(idKey(id)).toBe(key);
  });

  it('differs where ids differ', () => {
    fc.assert(fc.property(anyText, anyText, (a, b) => (idKey(a) === idKey(b)) === (a === b)));
  });
});
