import { describe, expect, test } from 'vitest';
import { parseDigest } from '../../../src/digest/parse.ts';
import { foreignTo } from '../../../src/digest/plain/foreign.ts';
import { wrap } from './compose.ts';

const file = 'archive/digests/2026-05-04-x.txt';

/** Titles in sentence case with a full stop, as some journals print them. */
const papers: readonly (readonly [string, string])[] = [
  [
    'How ferries outlive bridges, and what their owners do then.',
    'When a bridge opens the ferry beside it is expected to close. We follow nine ferries for forty years and find that six of them ran on, mostly at night.',
  ],
  [
    'Bounds for the creep of fence posts and their neighbours: a coupling approach.',
    'We give bounds for the creep of a row of posts that hold one another. The bounds are sharp for short rows, and experiments on a slope agree with them within a tenth.',
  ],
  [
    'Do dormice that cross lanes also cross gaps?',
    'Dormice were followed by radio over three summers. They crossed lanes freely but hardly ever a gap of more than six metres, which is less than a lane is wide.',
  ],
  [
    'We cannot hear the bell that is not there.',
    'The paper reads depositions of a court as evidence for a geography of sound, and asks who was thought to speak when a bell rang and when it was missing.',
  ],
];
const titles = papers.map(([title]) => title);
const read = (text: string): string[] =>
  parseDigest({ file, text }).papers.map(({ title }) => title);

describe('titles that end in a full stop', () => {
  test.each([
    ['one line a paragraph, blank lines between', '\n\n', '\n\n'],
    ['blank lines between papers', '\n', '\n\n'],
    ['no blank line', '\n', '\n'],
  ])('%s', (_, inside, between) => {
    expect(read(papers.map((paper) => paper.join(inside)).join(between))).toEqual(titles);
  });

  test.each([60, 72, 100])('wrapped at %i', (width) => {
    const text = papers.map((paper) => paper.map((part) => wrap(part, width)).join('\n\n'));
    expect(read(text.join('\n\n'))).toEqual(titles);
  });
});

test.each([
  ['<td>Creep of posts</td>', 'HTML'],
  ['| Post | Bend |', 'a row of a table'],
  ['TI  - Creep of posts', 'a field of a tagged record'],
  ['Subject: Creep of posts', 'the header of a mail'],
  ['=3Den&oi=3Dscholaralrt">Creep of posts', 'quoted-printable text'],
  [String.raw`\section{Creep of posts}`, 'LaTeX source'],
  ['const posts = creep(4);', 'code'],
  ['family-names: "Marrow"', 'a setting'],
  ['2026-05-04T08:12:01Z creep of posts', 'an entry of a log'],
  ['[08:12] jo: creep of posts', 'a message of a chat'],
])('%s is %s', (line, what) => {
  expect(foreignTo(line)).toBe(what);
});

test.each([
  'TRACE: Rates of Creep from Aerial Photographs',
  'BSA - Bi-Stiffness Actuation of Posts',
  'DATE: Dating Fence Posts by Their Bills',
  'X-Post: A Benchmark of Bent Posts',
  '<SLOPE>: One Token for Every Post',
  'From Bills to Rates: Dating Fence Posts',
  'Class of 1978: What Became of the Posts',
  'import, export, creep: the trade in fence posts',
  'word2post: Posts as Vectors',
])('%s may be a title', (title) => {
  expect(foreignTo(title)).toBeUndefined();
});
