import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countKinds } from '../../../src/digest/account.ts';
import { arxivMail } from '../../../src/digest/formats/arxiv-mail.ts';
import { splitLines } from '../../../src/digest/lines.ts';
import { runs } from '../../runs.ts';

const rule = '-'.repeat(78);
const mail = `Date: Fri,  9 Jun 23 00:44:20 GMT
Subject: nlin daily 2 new + 1 crosses received

${rule}
${rule}
Send any comments regarding submissions directly to submitter.
${rule}
Archives at http://arxiv.org/
To unsubscribe, e-mail To: nlin@arXiv.org, Subject: cancel
${rule}
 Submissions to:
Frog Dynamics
 received from  Wed  7 Jun 23 18:00:00 GMT  to  Thu  8 Jun 23 18:00:00 GMT
${rule}
\\\\
arXiv:2306.00011
Date: Wed, 7 Jun 2023 18:34:08 GMT   (243kb,D)

Title: On the croak of the $\\alpha$-frog: how a pond that nobody looks at
  keeps its M\\"oller waves
Authors: Jos\\'e Sol\\\`a (1), P. Erd\\H{o}s (2) ((1) University of Ponds, Frogtown,
  (2) Toad Institute)
Categories: nlin.CD math.DS
Comments: 16 pages, 5 figures, code at https://github.com/pond/frog. arXiv
  admin note: substantial text overlap with the paper on toads of 2023,
  arXiv:2305.00001
Report-no: FROG-23-7
Journal-ref: Journal of the Ponds of the North and of Adjacent Waters 12 (2023)
  34-56
DOI: 10.1234/POND.12
MSC-class: 37D45
License: http://creativecommons.org/licenses/by/4.0/
\\\\
  We listen to frogs. Their croak is a wave whose length nobody has measured
before, and we measure it
with {\\em great} care.
  A second paragraph says that the frogs did not mind, that the pond was calm
and that all of it is in line with the theory.
\\\\ ( https://arxiv.org/abs/2306.00011 ,  243kb)
%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-
${rule}
\\\\
arXiv:2306.00012 (*cross-listing*)
Date: Thu, 8 Jun 2023 08:00:00 GMT   (14kb)

Title: Toads
Authors: Ann Bee
Categories: math.DS nlin.CD
\\\\
  Toads are frogs that walk.
\\\\ ( https://arxiv.org/abs/2306.00012 ,  14kb)
%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%
${rule}
\\\\
arXiv:2204.00013
replaced with revised version Thu, 8 Jun 2023 08:03:26 GMT   (25kb,D)

Title: Newts at night
Authors: Cee Dee, Ann Bee
Categories: nlin.CD
\\\\ ( https://arxiv.org/abs/2204.00013 ,  25kb)
%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---
For general information on the new pond archive, see http://arxiv.org/new/
For subscribe options, e-mail To: nlin@arxiv.org, Subject: subscribe
`;

const parse = (text: string) => arxivMail.parse({ file: 'digest.txt', text });
const parsed = parse(mail);

test('reads new, cross-listed and replaced papers', () => {
  expect(parsed.papers).toEqual([
    {
      title:
        'On the croak of the $\\alpha$-frog: how a pond that nobody looks at keeps its M\\"oller waves',
      abstract:
        'We listen to frogs. Their croak is a wave whose length nobody has measured before, and we measure it with {\\em great} care.\n\nA second paragraph says that the frogs did not mind, that the pond was calm and that all of it is in line with the theory.',
      notation: 'tex',
      lines: [15, 39],
      facts: {
        arxiv: '2306.00011',
        doi: '10.1234/pond.12',
        authors: ['José Solà', 'P. Erdős'],
        published: '2023-06-07',
        venue: 'Journal of the Ponds of the North and of Adjacent Waters 12 (2023) 34-56',
        categories: ['nlin.CD', 'math.DS'],
        comment:
          '16 pages, 5 figures, code at https://github.com/pond/frog. arXiv admin note: substantial text overlap with the paper on toads of 2023, arXiv:2305.00001',
        links: [{ label: 'Code', url: 'https://github.com/pond/frog' }],
      },
    },
    {
      title: 'Toads',
      abstract: 'Toads are frogs that walk.',
      notation: 'tex',
      lines: [42, 51],
      facts: {
        arxiv: '2306.00012',
        authors: ['Ann Bee'],
        published: '2023-06-08',
        categories: ['math.DS', 'nlin.CD'],
      },
    },
    {
      title: 'Newts at night',
      notation: 'tex',
      lines: [54, 61],
      facts: {
        arxiv: '2204.00013',
        authors: ['Cee Dee', 'Ann Bee'],
        updated: '2023-06-08',
        categories: ['nlin.CD'],
      },
    },
  ]);
});

test('accounts for every line and finds the day of the mail', () => {
  expect(parsed.problems).toEqual([]);
  expect(parsed.dates).toEqual([
    { text: 'Fri,  9 Jun 23 00:44:20 GMT', year: 2023, month: 6, day: 9, line: 1 },
  ]);
  expect(countKinds(parsed.lines)).toMatchObject({
    unaccounted: 0,
    title: 4,
    abstract: 6,
    footer: 3,
    date: 1,
  });
  expect(parsed.banner[0]).toBe('Subject: nlin daily 2 new + 1 crosses received');
});

const flowed = mail.replaceAll(/\s+/g, ' ');

function fold(text: string, width: number): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    let current = line.length > width ? '' : line;
    for (const word of line.length > width ? line.split(' ') : []) {
      if (current !== '' && current.length + 1 + word.length > width) {
        lines.push(current);
        current = word;
      } else current = current === '' ? word : `${current} ${word}`;
    }
    lines.push(current);
  }
  return lines.join('\n');
}

/** Copies keep everything but the paragraphs, which only indents show. */
const plain = (text: string) =>
  parse(text).papers.map(({ title, abstract, facts }) => ({
    title,
    abstract: abstract?.replaceAll('\n\n', ' '),
    facts,
  }));

test.each([
  ['without indents', mail.replaceAll(/^ +/gm, '')],
  ['with CRLF', mail.replaceAll('\n', '\r\n')],
  ['with CR', mail.replaceAll('\n', '\r')],
  ['with a BOM', `\uFEFF${mail}`],
  ['quoted', mail.replaceAll(/^/gm, '> ')],
  [
    'quoted twice, blank lines bare',
    mail
      .split('\n')
      .map((line) => (line === '' ? '>>' : `>> ${line}`))
      .join('\n'),
  ],
  ['quoted and folded', fold(mail.replaceAll(/^/gm, '> '), 70)],
  ['without blank lines', mail.replaceAll(/\n+/g, '\n')],
  ['double-spaced', mail.replaceAll('\n', '\n\n')],
  ['folded at 60', fold(mail, 60)],
  ['folded at 36', fold(mail, 36)],
  ['indented', mail.replaceAll(/^(?=.)/gm, '    ')],
  ['fenced', `\`\`\`\n${mail}\n\`\`\`\n`],
  ['with single backslashes', mail.replaceAll(/^\\\\/gm, '\\')],
  ['with escaped backslashes', mail.replaceAll(/^\\\\/gm, '\\\\\\\\')],
  ['without separators', mail.replaceAll(/^\\\\\n/gm, '').replaceAll(/^\\\\ /gm, '')],
  ['without rules', mail.replaceAll(/^[-%]{20,}\n/gm, '')],
  ['on one line', flowed],
  ['flowed and folded', fold(flowed, 78)],
])('reads a copy %s', (_, copy) => {
  expect(arxivMail.recognise({ file: 'x', text: copy }).confidence).toBeGreaterThan(0.8);
  const { problems, dates } = parse(copy);
  expect(plain(copy)).toEqual(plain(mail));
  expect(problems).toEqual([]);
  expect(dates).toHaveLength(1);
});

test('reads several mails in one file', () => {
  const two = parse(`${mail}\n${mail.replace(' 9 Jun 23', '10 Jun 23')}`);
  expect(two.papers).toHaveLength(6);
  expect(two.dates.map(({ day }) => day)).toEqual([9, 10]);
  expect(two.problems).toEqual([]);
});

test('reads mails of before 2007', () => {
  const old = parse(String.raw`\\
Paper (*cross-listing*): hep-th/9912291
From: X Y <x@example.org>
Date: Fri, 31 Dec 1999 05:53:27 GMT   (12kb)
Date (revised v2): Sat, 1 Jan 2000 05:53:27 GMT   (13kb)

Title: Old frogs
Author: X. Y. Zed
\\
Croak.
\\ ( http://arXiv.org/abs/hep-th/9912291 , 12kb)
`);
  expect(old.problems).toEqual([]);
  expect(old.papers).toMatchObject([
    {
      title: 'Old frogs',
      abstract: 'Croak.',
      facts: { arxiv: 'hep-th/9912291', authors: ['X. Y. Zed'], published: '1999-12-31' },
    },
  ]);
});

test('reads a week’s listing without abstracts', () => {
  const week = parse(String.raw`${rule}
\\
/* Fri, 9 Jun 2023 */
\\
${rule}
\\
arXiv:2306.00011
Date: Wed, 7 Jun 2023 18:34:08 GMT   (8kb)

Title: Frogs
Authors: Ann Bee
\\


${rule}
\\
arXiv:2306.00012
Date: Wed, 7 Jun 2023 18:34:08 GMT   (8kb)

Title: Toads
Authors: Ann Bee
\\
`);
  expect(week.problems).toEqual([]);
  expect(week.papers.map(({ title, abstract }) => [title, abstract])).toEqual([
    ['Frogs', undefined],
    ['Toads', undefined],
  ]);
  expect(week.dates).toMatchObject([{ year: 2023, month: 6, day: 9, line: 3 }]);
});

test('reports what is left of a paper whose beginning is missing', () => {
  const lines = splitLines(mail);
  const cut = parse(lines.slice(33).join('\n'));
  expect(cut.papers).toHaveLength(2);
  expect(cut.problems.map(({ code, where }) => [code, where.line])).toEqual(
    [1, 2, 3, 4, 5, 6].map((line) => ['digest/unaccounted-line', line]),
  );
});

test('reports a paper without a title', () => {
  const { papers, problems } = parse(
    '\\\\\narXiv:2306.00011\nDate: Wed, 7 Jun 2023 18:34:08 GMT\n',
  );
  expect(papers).toEqual([]);
  expect(problems.map(({ where }) => where.line)).toEqual([1, 2, 3]);
});

test('a date that the id contradicts is no day of publication', () => {
  const { papers } = parse(
    '\\\\\narXiv:2204.00011\nDate: Wed, 7 Jun 2023 18:34:08 GMT\n\nTitle: Frogs\n\\\\\n',
  );
  expect(papers[0]?.facts).toEqual({ arxiv: '2204.00011' });
});

const pieces = fc.constantFrom(
  ...splitLines(mail),
  '\\\\',
  '\\\\ (',
  '> \\\\',
  '/* 9 Jun 2023 */',
  '',
);

test('never throws and accounts for each line once', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.array(pieces, { maxLength: 60 }).map((lines) => lines.join('\n')),
        fc
          .tuple(fc.nat(mail.length), fc.nat(mail.length), fc.string({ maxLength: 5 }))
          .map(([from, to, put]) => mail.slice(0, from) + put + mail.slice(to)),
      ),
      (text) => {
        const { lines, problems, papers } = parse(text);
        expect(lines).toHaveLength(splitLines(text).length);
        expect(problems).toHaveLength(countKinds(lines).unaccounted);
        for (const { title, lines: place } of papers) {
          expect(title).not.toBe('');
          expect(place[0]).toBeLessThanOrEqual(place[1]);
        }
      },
    ),
    runs(500),
  );
});
