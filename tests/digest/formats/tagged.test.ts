import { describe, expect, test } from 'vitest';
import { parseDigest } from '../../../src/digest/parse.ts';
import type { ParsedDigest } from '../../../src/digest/model.ts';

const read = (text: string): ParsedDigest => parseDigest({ file: 'f', text });

const medline = `
PMID- 31000001
OWN - NLM
LA  - eng
FAU - Quill, Rosamund T
AU  - Quill RT
AD  - Institute of Reeds, Marsh.
FAU - Ó Broin, Tadhg
AU  - O Broin T
CN  - Marsh Survey Group
DEP - 20190702
DP  - 2019 Jul 14
TI  - Reed beds and the return of the bittern: a survey of twelve
      marshes.
PG  - 11-29
LID - S0000-1111(19)30001-2 [pii]
LID - 10.1000/Reed.2019(3)<7> [doi]
AB  - BACKGROUND: Bitterns left the marshes. METHODS: We listened at
      dawn for 3 weeks. RESULTS: They are back (p < 0.05).
JT  - Annals of Reeds
TA  - Ann Reeds
PMC - PMC7000001
SO  - Ann Reeds. 2019 Jul 14;3(7):11-29. doi: 10.1000/Reed.2019(3)<7>.

PMID- 31000002
AU  - Pike J Jr
AU  - van der Meer HW
TI  - [What herons eat...]
DP  - 2018 Spring
SO  - Ann Reeds. 2018;2(1):1-9. doi: 10.1000/heron.
`;

const wos = `\ufeffFN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Quill, RT
   O Broin, T
AF Quill, Rosamund T.
   O Broin, Tadhg
CA Marsh Survey Grp
TI Reed beds and the return of the bittern: a survey
   of twelve marshes
SO ANNALS OF REEDS
AB Bitterns left the marshes.
   ER is a line of the text, and DI 10.1000/no too.
C1 [Quill, R. T.] Inst Reeds, Marsh.
DA 2021-03-04
CR Pike J, 2001, HERONS, DOI 10.1000/cited
   Roe K, 2002, EGGS
DI 10.1000/reed.2019
PD JUL 14
PY 2019
UT WOS:000400000000001
PM 31000001
ER

PT C
AU Pike, J
TI What herons eat
CT 3rd Heron Conference
PY 2018
ER

EF
`;

const refworks = `RT Journal Article
SR Electronic(1)
ID 7
A1 Quill,Rosamund T.
A1 O Broin,Tadhg
T1 Reed beds and the return of the bittern
JF Annals of Reeds
YR 2019
FD Jul 14, 2019
AB Bitterns left the marshes.
They are back.
DO 10.1000/reed.2019
LK https://marsh.example/reeds

RT Dissertation/Thesis
A1 Pike,J.
T1 What herons eat
YR 2018
`;

const enw = `%0 Journal Article
%A Quill, Rosamund T.
%A O Broin, Tadhg
%T Reed beds and the return of the bittern
%J Annals of Reeds
%D 2019
%8 July 14, 2019
%R 10.1000/reed.2019
%X Bitterns left the marshes.

They are back: 100 %.
%U https://arxiv.org/abs/1907.00001
%K reeds

%0 Generic
%T What herons eat
%A Pike, J.
`;

const ovid = `<1>
Unique Identifier
  31000001
Title
  Reed beds and the return of the bittern.
Source
  Annals of Reeds. 3(7):11-29, 2019 Jul 14.
Authors
  Quill RT. O Broin T.
Abstract
  Bitterns left the marshes.
  They are back.
DOI
  https://dx.doi.org/10.1000/reed.2019
Year of Publication
  2019

<2>
Title
  What herons eat.
Authors
  Pike, Jo; Roe, Kim.
`;

describe.each(['\n', '\r\n'])('tagged text with line ends %j', (end) => {
  const ended = (text: string): ParsedDigest => read(text.replaceAll('\n', end));

  test('PubMed', () => {
    const { format, papers, problems, lines } = ended(medline);
    expect(format).toBe('medline');
    expect(problems).toEqual([]);
    expect(papers).toEqual([
      {
        title: 'Reed beds and the return of the bittern: a survey of twelve marshes',
        abstract:
          'BACKGROUND: Bitterns left the marshes. METHODS: We listened at dawn for 3 weeks. RESULTS: They are back (p < 0.05).',
        notation: 'plain',
        facts: {
          doi: '10.1000/reed.2019(3)<7>',
          authors: ['Rosamund T Quill', 'Tadhg Ó Broin', 'Marsh Survey Group'],
          published: '2019-07-14',
          venue: 'Annals of Reeds',
          links: [
            { label: 'PubMed', url: 'https://pubmed.ncbi.nlm.nih.gov/31000001/' },
            { label: 'PubMed', url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC7000001/' },
          ],
        },
        lines: [2, 23],
        record: 1,
      },
      {
        title: '[What herons eat...]',
        notation: 'plain',
        facts: {
          doi: '10.1000/heron',
          authors: ['J Pike Jr', 'HW van der Meer'],
          published: '2018',
          links: [{ label: 'PubMed', url: 'https://pubmed.ncbi.nlm.nih.gov/31000002/' }],
        },
        lines: [25, 30],
        record: 2,
      },
    ]);
    expect(lines[23]?.kind).toBe('blank');
  });

  test('Web of Science', () => {
    const { format, papers, problems, fields, lines } = ended(wos);
    expect(format).toBe('web-of-science');
    expect(problems).toEqual([]);
    expect(papers).toMatchObject([
      {
        title: 'Reed beds and the return of the bittern: a survey of twelve marshes',
        abstract: 'Bitterns left the marshes. ER is a line of the text, and DI 10.1000/no too.',
        facts: {
          doi: '10.1000/reed.2019',
          authors: ['Rosamund T. Quill', 'Tadhg O Broin', 'Marsh Survey Grp'],
          published: '2019-07-14',
          venue: 'ANNALS OF REEDS',
        },
        lines: [3, 23],
      },
      { title: 'What herons eat', facts: { authors: ['J Pike'], published: '2018' } },
    ]);
    expect(lines[0]?.kind).toBe('banner');
    expect(lines.at(-1)?.kind).toBe('footer');
    expect(fields).toContainEqual({ field: 'CA', records: 1, used: true });
    expect(fields).toContainEqual({ field: 'CR', records: 1, used: false });
  });

  test('RefWorks', () => {
    const { format, papers, problems } = ended(refworks);
    expect(format).toBe('refworks');
    expect(problems).toEqual([]);
    expect(papers).toMatchObject([
      {
        title: 'Reed beds and the return of the bittern',
        abstract: 'Bitterns left the marshes. They are back.',
        facts: {
          doi: '10.1000/reed.2019',
          authors: ['Rosamund T. Quill', 'Tadhg O Broin'],
          published: '2019-07-14',
          venue: 'Annals of Reeds',
          links: [{ label: 'Link', url: 'https://marsh.example/reeds' }],
        },
      },
      { title: 'What herons eat', facts: { authors: ['J. Pike'], published: '2018' } },
    ]);
  });

  test('EndNote', () => {
    const { format, papers, problems } = ended(enw);
    expect(format).toBe('endnote');
    expect(problems).toEqual([]);
    expect(papers).toMatchObject([
      {
        title: 'Reed beds and the return of the bittern',
        abstract: 'Bitterns left the marshes.\n\nThey are back: 100 %.',
        facts: {
          arxiv: '1907.00001',
          doi: '10.1000/reed.2019',
          authors: ['Rosamund T. Quill', 'Tadhg O Broin'],
          published: '2019-07-14',
          venue: 'Annals of Reeds',
        },
        lines: [1, 13],
      },
      { title: 'What herons eat', facts: { authors: ['J. Pike'] }, lines: [15, 17] },
    ]);
  });

  test('Ovid', () => {
    const { format, papers, problems } = ended(ovid);
    expect(format).toBe('ovid');
    expect(problems).toEqual([]);
    expect(papers).toMatchObject([
      {
        title: 'Reed beds and the return of the bittern',
        abstract: 'Bitterns left the marshes. They are back.',
        facts: {
          doi: '10.1000/reed.2019',
          authors: ['RT Quill', 'T O Broin'],
          published: '2019',
          venue: 'Annals of Reeds',
        },
      },
      { title: 'What herons eat', facts: { authors: ['Jo Pike', 'Kim Roe'] } },
    ]);
  });
});

test('records that do not begin with their usual tag', () => {
  const refer = '%T What herons eat\n%A Pike, J.\n\n%T Eggs\n%A Roe, K.\n%D 2002\n';
  expect(parseDigest({ file: 'f', text: refer }, { format: 'endnote' }).papers).toMatchObject([
    { title: 'What herons eat', lines: [1, 2] },
    { title: 'Eggs', lines: [4, 6], facts: { published: '2002' } },
  ]);
  const medlars =
    'VN  - Ovid Technologies\nUI  - 31000001\nTI  - What herons eat\nFA  - Pike, Jo\nJN  - Reeds\nYR  - 2018\n\nVN  - Ovid Technologies\nUI  - 31000002\nTI  - Eggs\n';
  expect(read(medlars).papers).toMatchObject([
    {
      title: 'What herons eat',
      facts: { authors: ['Jo Pike'], venue: 'Reeds', published: '2018' },
    },
    { title: 'Eggs', lines: [8, 10] },
  ]);
});

test('a record that has lost its beginning does not swallow the next one', () => {
  const lost = read(medline.slice(medline.indexOf('OWN')));
  expect(lost.papers.map(({ lines }) => lines)).toEqual([
    [1, 21],
    [23, 28],
  ]);
});

test('a file that ends inside a record gives what there is of it', () => {
  const early = read(medline.slice(0, medline.indexOf('DP  - 2018')));
  expect(early.papers.map(({ title }) => title)).toHaveLength(2);
  expect(early.problems.map(({ code, where }) => [code, where.line])).toEqual([
    ['digest/cut-off', 28],
  ]);
  const cut = read(wos.slice(0, wos.indexOf('CT 3rd')));
  expect(cut.papers.map(({ title }) => title)).toEqual([
    'Reed beds and the return of the bittern: a survey of twelve marshes',
    'What herons eat',
  ]);
  expect(cut.problems.map(({ code, where }) => [code, where.line])).toEqual([
    ['digest/cut-off', 27],
  ]);
});
