import { expect, test } from 'vitest';
import { categoryCodes, commentLinks } from '../../../src/digest/arxiv/fields.ts';
import { decodeEntities, htmlToText } from '../../../src/digest/arxiv/html-text.ts';
import { isoDay } from '../../../src/digest/date.ts';
import { findDay, fitsArxivId } from '../../../src/digest/days.ts';
import { joinWrapped, wrapsAtHyphens } from '../../../src/digest/arxiv/paragraphs.ts';

test.each([
  ['Fri,  9 Jun 23 00:44:20 GMT', '2023-06-09'],
  ['Mon, 3 Jan 94 01:00:11 GMT', '1994-01-03'],
  ['Thu, 24 Sep 2026 23:30:00 -0400', '2026-09-24'],
  ['2021-01-05T20:30:00-05:00', '2021-01-05'],
  ['Submitted 3 March, 2025', '2025-03-03'],
  ['Friday, June 9, 2023', '2023-06-09'],
  ['31 Feb 2023', undefined],
  ['no day', undefined],
])('day in %s', (text, iso) => {
  const day = findDay(text);
  expect(day && isoDay(day)).toBe(iso);
});

test.each([
  ['2303.08867', '2023-03-15', true],
  ['2303.09393', '2023-02-02', true],
  ['2204.00001', '2023-03-02', false],
  ['hep-th/9912291', '1999-12-31', true],
  ['hep-th/0001001', '1999-12-31', true],
])('%s can be of %s: %s', (id, iso, fits) => {
  const day = findDay(iso);
  expect(day && fitsArxivId(id, day)).toBe(fits);
});

test.each([
  ['cs.LG stat.ML', ['cs.LG', 'stat.ML']],
  ['Machine Learning (cs.LG); Quantum Physics (quant-ph); (cs.LG)', ['cs.LG', 'quant-ph']],
  [
    'cond-mat.stat-mech physics.soc-ph nucl-th q-bio.QM',
    ['cond-mat.stat-mech', 'physics.soc-ph', 'nucl-th', 'q-bio.QM'],
  ],
  ['14J60 (Primary) I.2.7 research', []],
])('categories of %s', (text, codes) => {
  expect(categoryCodes(text)).toEqual(codes);
});

test('links of comments are named by the words before them', () => {
  expect(
    commentLinks('9 pages. Code: https://example.org/a, project page https://example.org/b.'),
  ).toEqual([
    { label: 'Code', url: 'https://example.org/a' },
    { label: 'Project page', url: 'https://example.org/b' },
  ]);
});

test.each([
  ['<p>One &amp; <b>two</b></p><p>three</p>', 'One & two\n\nthree'],
  ['a &amp;lt;b&amp;gt; c', 'a &lt;b&gt; c'],
  ['x &lt; y and a < b', 'x < y and a < b'],
  ['<jats:title>A</jats:title><jats:p>B</jats:p>', 'A\n\nB'],
  ['a<script>alert("x")</script>b<!-- c -->d', 'abd'],
  ['<a href="https://example.org/?a>b">t</a>', 't'],
])('%s shows %s', (html, text) => {
  expect(htmlToText(html)).toBe(text);
});

test('entities are resolved once', () => {
  expect(decodeEntities('&mu; &amp;mu; <b>')).toBe('μ &mu; <b>');
});

test.each([
  [['  One', 'two.', '  Three', 'four.'], 'One two.\n\nThree four.'],
  [['One', '', 'two', '', 'three', '', 'four.'], 'One two three four.'],
  [['One.', '', 'Two.'], 'One.\n\nTwo.'],
  [['  all', '  indented'], 'all indented'],
])('%j', (lines, text) => {
  expect(joinWrapped(lines)).toBe(text);
});

test('words broken at hyphens are joined where a wrapper breaks them', () => {
  const lines = [
    'A text wrapped by a tool that breaks its well-',
    'known words at hyphens, which makes state-of-',
    'the-art words look broken, but pre-',
    'and post-war ones are not.',
  ];
  expect(wrapsAtHyphens(lines)).toBe(true);
  expect(joinWrapped(lines, true)).toContain(
    'well-known words at hyphens, which makes state-of-the-art',
  );
  expect(joinWrapped(lines, true)).toContain('pre- and post-war');
});
