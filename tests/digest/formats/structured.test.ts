import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bibtex } from '../../../src/digest/formats/bibtex.ts';
import { csv } from '../../../src/digest/formats/csv.ts';
import { cslJson, hfJson, jsonRecords } from '../../../src/digest/formats/json-records.ts';
import { jsonl } from '../../../src/digest/formats/jsonl.ts';
import { tagged } from '../../../src/digest/formats/tagged.ts';
import { xmlRecords } from '../../../src/digest/formats/xml-records.ts';
import { splitLines, trimLine } from '../../../src/digest/lines.ts';
import type { DigestFormat } from '../../../src/digest/model.ts';

const numRuns = Number(process.env['FUZZ_RUNS'] ?? 150);

const records = [
  {
    paper: {
      id: '2401.00001',
      authors: [{ name: 'Ann Bee' }],
      upvotes: 2,
      publishedAt: '2024-01-01',
    },
    title: 'One {"of"} [them]',
    summary: 'Wrapped\n  text, "quoted" \\ $x$',
  },
  {
    type: 'article',
    title: 'Two',
    issued: { 'date-parts': [[2020, 1]] },
    author: [{ family: 'Bee' }],
  },
];

const rss =
  '<rss>\n<channel><pubDate>Thu, 24 Sep 2026 00:00:00 -0400</pubDate>\n<item><title>One</title><link>https://arxiv.org/abs/2401.00001</link>\n<description>arXiv:2401.00001v1 Announce Type: new\nAbstract: $x$</description><dc:creator>Ann Bee, Cee Dee</dc:creator></item>\n<item><title>Two &amp;lt;</title><guid>oai:arXiv.org:2401.00002v1</guid></item></channel></rss>';

const xmlTexts: Readonly<Record<string, string>> = {
  'arxiv-atom':
    '<feed>\n<updated>2026-09-24</updated><entry><id>http://arxiv.org/abs/2401.00001v2</id><title>One</title>\n<author><name>Ann Bee</name></author><link href="https://a.example"/></entry>\n<entry><id>x</id><title>Two</title><content type="html">&lt;p&gt;a</content></entry>\n</feed>',
  'arxiv-rss': rss,
  feed: rss,
  'pubmed-xml':
    '<?xml version="1.0"?>\n<PubmedArticleSet>\n<PubmedArticle><MedlineCitation><PMID>1</PMID><Article>\n<ArticleTitle>One.</ArticleTitle><Abstract><AbstractText Label="A">b</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle>\n<PubmedArticle><MedlineCitation><Article><ArticleTitle>Two</ArticleTitle></Article></MedlineCitation></PubmedArticle>\n</PubmedArticleSet>\n',
  'endnote-xml':
    '<xml><records><record><titles><title><style face="subscript">One</style></title></titles></record>\n<record><titles><title>Two</title></titles><dates><year>2020</year></dates></record></records></xml>',
  'oai-pmh':
    '<OAI-PMH>\n<ListRecords>\n<record><metadata><arXiv><id>2401.00001</id><title>One</title></arXiv></metadata></record><record><header status="deleted"/></record>\n<record><metadata><dc><dc:title>Two</dc:title><dc:date>2020</dc:date></dc></metadata></record>\n</ListRecords>\n</OAI-PMH>',
  mods: '<modsCollection>\n<mods><titleInfo><title>One</title></titleInfo></mods>\n<mods><titleInfo><title>Two</title></titleInfo><name><namePart>Bee, Ann</namePart></name></mods>\n</modsCollection>',
  'zotero-rdf':
    '<rdf:RDF>\n<bib:Article rdf:about="http://arxiv.org/abs/2401.00001"><z:itemType>journalArticle</z:itemType><dc:title>One</dc:title><dcterms:isPartOf rdf:resource="urn:a"/></bib:Article>\n<bib:Journal rdf:about="urn:a"><dc:title>J</dc:title></bib:Journal>\n<rdf:Description rdf:about="#b"><z:itemType>preprint</z:itemType><dc:title>Two</dc:title></rdf:Description>\n</rdf:RDF>',
};

const taggedTexts: Readonly<Record<string, string>> = {
  ris: 'Head\n\nTY  - JOUR\nTI  - One\nAU  - Bee, Ann\nAB  - two\nlines\nER  - \nTY  - GEN\nT1  - Two\nER  -\n',
  medline:
    '\nPMID- 1\nTI  - One\n      two.\nFAU - Bee, Ann\nAU  - Bee A\nAB  - A: b\n\n      c\nLID - 10.1000/x [doi]\n\nPMID- 2\r\nTI  - [Two].\r\nDP  - 2020 May-Jun\r\n',
  'web-of-science':
    '\ufeffFN Clarivate\nVR 1.0\nPT J\nAU Bee, A\n   Dee, C\nTI One\n   two\nPY 2020\nPD MAY 3\nER\n\nPT C\nTI Two\nER\n\nEF',
  refworks:
    'RT Journal Article\nSR Electronic\nT1 One\nA1 Bee,Ann\nAB two\nlines\n\nRT Book, Whole\nT1 Two\n',
  endnote:
    '%0 Journal Article\n%T One\n%A Bee, Ann\n%X two\nlines\n\nmore\n%U https://a.example/b\n\n%0 Book\n%T Two\n%D 2020\n',
  ovid: '<1>\nUnique Identifier\n  12345\nTitle\n  One.\nAuthors\n  Bee A. Dee C.\n\n<2>\nTitle\n  Two.\nAbstract\n  three\n  four\n',
};

/** A well-formed file of each format, to be damaged. */
const wellFormed: readonly (readonly [DigestFormat, string])[] = [
  [hfJson, JSON.stringify(records, null, 1)],
  [jsonRecords, `{"date": "2024-01-01",\n"papers": ${JSON.stringify(records)}}`],
  [cslJson, JSON.stringify(records, null, 2).replaceAll('\n', '\r\n')],
  [jsonl, records.map((record) => JSON.stringify(record)).join('\n')],
  [csv, 'title,abstract,authors\n"One, ""a""","two\nlines",Ann Bee\nTwo,,"Bee, Ann; Dee, Cid"\n'],
  [
    bibtex,
    '% notes\n@string{j = "Journal"}\n@article{k,\n title = {One {T}wo $x_{1}$},\n author = "Bee, Ann and {\\"U}", journal = j # { 2},\n}\n\n@misc(l, title="Two")\n',
  ],
  ...xmlRecords.map((format) => [format, xmlTexts[format.id] ?? ''] as const),
  ...tagged.map((format) => [format, taggedTexts[format.id] ?? ''] as const),
];

/** What every digest must be, whatever the text is. */
function expectWhole(format: DigestFormat, text: string): void {
  const capture = { file: 'f', text };
  const { confidence, why } = format.recognise(capture);
  expect(confidence).toBeGreaterThanOrEqual(0);
  expect(confidence).toBeLessThanOrEqual(1);
  expect(why).not.toBe('');
  const digest = format.parse(capture);
  const lines = splitLines(text);
  expect(digest.lines.map(({ kind }) => kind === 'blank')).toEqual(
    lines.map((line) => trimLine(line) === ''),
  );
  expect(digest.lines.every(({ kind, reason }) => reason.startsWith(`${kind}: `))).toBe(true);
  // Whatever fits nowhere is reported, and where it is said to be.
  const strays = digest.lines.some(({ kind }) => kind === 'unaccounted');
  expect(strays && digest.problems.length === 0).toBe(false);
  for (const { where } of digest.problems) {
    expect(where.line).toBeGreaterThanOrEqual(1);
    expect(where.line).toBeLessThanOrEqual(Math.max(lines.length, 1));
  }
  let previous = 0;
  for (const { title, abstract, facts, lines: at, record } of digest.papers) {
    expect(title).toMatch(/^\S(?:[^\n\r]*\S)?$/u);
    expect(abstract ?? 'x').toMatch(/\S/);
    expect(record).toBeGreaterThan(previous);
    previous = record ?? 0;
    expect(1 <= at[0] && at[0] <= at[1] && at[1] <= lines.length).toBe(true);
    expect(digest.lines[at[0] - 1]?.kind).toBe('record');
    for (const { url } of facts.links ?? []) expect(url).toMatch(/^https?:\/\/[^\s<>"]+$/i);
    expect(facts.published ?? '2024').toMatch(/^\d{4}(?:-\d{2}){0,2}$/);
    expect(facts.doi ?? '10.1000/x').toMatch(/^10\.\d{4,9}\/\S+$/);
  }
}

const pieces = fc.constantFrom(
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  ',',
  ':',
  '\\',
  '\n',
  '\r',
  '\r\n',
  ' ',
  '\t',
  ';',
  '#',
  '@',
  '=',
  '(',
  ')',
  '%',
  '$',
  '~',
  '<b>',
  '\ufeff',
  '\u2028',
  '\0',
  '@article{k, ',
  '@string{',
  'title',
  '"title": ',
  'title = {',
  'title,abstract\n',
  'TY  - JOUR\n',
  'TI  - ',
  'ER  - ',
  'PMID- 3\n',
  '%T ',
  '%0 Book\n',
  'RT Book\n',
  'PT J\n',
  'ER\n',
  '<3>\n',
  'Title\n',
  '<record>',
  '</record>',
  '<![CDATA[',
  '<!--',
  '-->',
  '</mods>',
  '<title>',
  '</title>',
  '<PubmedArticle',
  '<bib:Article>',
  '/>',
  '\n\n',
  '"paper": {',
  '__proto__',
  'null',
  '1e9',
  'https://',
  '10.1000/',
  '\ud800',
);
const soup = fc
  .array(fc.oneof({ weight: 4, arbitrary: pieces }, { weight: 1, arbitrary: fc.string() }), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

/** A text with some stretches taken out, doubled or replaced. */
const damaged = (text: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(fc.nat(text.length), fc.nat(12), fc.oneof(fc.constant(''), pieces, fc.string())),
      { maxLength: 5 },
    )
    .map((edits) => {
      let result = text;
      for (const [at, length, put] of edits)
        result = result.slice(0, at) + put + result.slice(at + length);
      return result;
    });

describe.each(wellFormed.map(([format, text]) => [format.id, format, text] as const))(
  '%s',
  (_, format, text) => {
    test('reads its well-formed file', () => {
      const { papers, problems } = format.parse({ file: 'f', text });
      expect(papers).toHaveLength(2);
      expect(problems).toEqual([]);
      expectWhole(format, text);
    });

    test('any text is accounted for', () => {
      fc.assert(
        fc.property(soup, (any) => expectWhole(format, any)),
        { numRuns },
      );
    });

    test('a damaged file is accounted for', () => {
      fc.assert(
        fc.property(damaged(text), (any) => expectWhole(format, any)),
        { numRuns },
      );
    });
  },
);

const spaced = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
const some = fc.oneof(fc.string({ minLength: 1 }), soup).filter((text) => /\S/.test(text));

/** A decoded file holds no halves of surrogate pairs. */
const wellFormedText = some.map((text) => text.toWellFormed());

describe('texts stay in their fields', () => {
  test('JSON Lines', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(some, some), { minLength: 1, maxLength: 4 }), (texts) => {
        const text = texts
          .map(([title, abstract]) => JSON.stringify({ title, abstract }))
          .join('\n');
        const { papers, problems } = jsonl.parse({ file: 'f', text });
        expect(problems).toEqual([]);
        expect(papers.map(({ title }) => title)).toEqual(texts.map(([title]) => spaced(title)));
        expect(papers.map(({ facts }) => facts)).toEqual(texts.map(() => ({})));
      }),
      { numRuns },
    );
  });

  test('CSV', () => {
    const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(wellFormedText, { minLength: 1, maxLength: 4 }), (titles) => {
        const text = `title,year\n${titles.map((title) => `${cell(title)},2024`).join('\n')}\n`;
        const { papers, problems } = csv.parse({ file: 'f', text });
        expect(problems).toEqual([]);
        expect(papers.map(({ title }) => title)).toEqual(titles.map(spaced));
      }),
      { numRuns },
    );
  });

  test('BibTeX', () => {
    // Characters that TeX reads otherwise than they look are another test's.
    const words = fc.string({ unit: fc.constantFrom(...'ab C,=@#%&<>*_[]()!:;/?"0 \n') });
    fc.assert(
      fc.property(
        fc.array(
          words.filter((text) => /[a-b]/.test(text)),
          { minLength: 1, maxLength: 4 },
        ),
        (titles) => {
          const text = titles
            .map((title, at) => `@misc{k${String(at)},\n title = {x${title}}\n}\n`)
            .join('');
          const { papers, problems } = bibtex.parse({ file: 'f', text });
          expect(problems).toEqual([]);
          expect(papers.map(({ title }) => title)).toEqual(
            titles.map((title) => spaced(`x${title}`)),
          );
        },
      ),
      { numRuns },
    );
  });
});
