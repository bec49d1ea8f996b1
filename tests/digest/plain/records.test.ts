import { describe, expect, test } from 'vitest';
import { parseDigest } from '../../../src/digest/parse.ts';
import { papers, type Paper } from './papers.ts';

const file = 'archive/digests/2026-05-04-x.txt';

/** A short title, and a lonely author, before papers of the usual kind. */
const first: Paper = {
  title: 'Slow Hedge Walks',
  authors: ['Ludmila Farrow', 'Otto Brandl'],
  abstract:
    'Walks along hedges are slower than walks beside them. We time sixty walkers over four seasons and find that the difference is largest where blackberries are ripe, and vanishes in rain. A model of attention explains three quarters of it, and the rest is put down to gates that were left open.',
  arxiv: '2604.08642',
  doi: '10.1234/hedge.2026.2',
  venue: 'Annals of Paths',
};
const lists: readonly (readonly [string, readonly Paper[]])[] = [
  ['a short first title', [first, ...papers.slice(0, 3)]],
  ['one author', [{ ...first, authors: ['Otto Brandl'] }, ...papers.slice(0, 4)]],
  [
    'three papers, one author and names in small letters',
    [
      { ...first, authors: ['Otto Brandl'] },
      ...papers.slice(0, 1),
      ...papers.slice(1, 2).map((paper) => ({ ...paper, authors: ['Nils Öberg', 'hana Yu'] })),
    ],
  ],
  ['a name in small letters', [{ ...first, authors: ['Otto brandl', 'Li Wen'] }, ...papers]],
];

const address = ({ arxiv }: Paper): string => `https://arxiv.org/abs/${arxiv}`;
const blocks =
  (parts: (paper: Paper) => readonly string[], inside = '\n') =>
  (list: readonly Paper[]): string =>
    list.map((paper) => parts(paper).join(inside)).join('\n\n');
const names = ({ authors }: Paper): string => authors.join(', ');

const withAuthors: readonly (readonly [string, (list: readonly Paper[]) => string])[] = [
  ['title, authors, abstract, address', blocks((p) => [p.title, names(p), p.abstract, address(p)])],
  ['title, authors, abstract', blocks((p) => [p.title, names(p), p.abstract])],
  ['title, authors, address', blocks((p) => [p.title, names(p), address(p)])],
  ['blank lines everywhere', blocks((p) => [p.title, names(p), p.abstract, address(p)], '\n\n')],
];

describe.each(['', 'Papers of the week\n\n', 'Papers of the week\n', 'Hedges\n\n'])(
  'below %j',
  (banner) => {
    describe.each(lists)('%s', (_, list) => {
      test.each(withAuthors)('%s', (__, write) => {
        const read = parseDigest({ file, text: `${banner}${write(list)}\n` });
        expect(read.papers.map(({ title }) => title)).toEqual(list.map(({ title }) => title));
        expect(read.papers.map(({ facts }) => facts?.authors)).toEqual(
          list.map(({ authors }) => authors),
        );
        expect(read.lines.filter(({ kind }) => kind === 'unaccounted')).toEqual([]);
      });

      test('title, address', () => {
        const text = banner + blocks((p) => [p.title, address(p)])(list);
        const read = parseDigest({ file, text });
        expect(read.papers.map(({ title, facts }) => [title, facts?.arxiv])).toEqual(
          list.map(({ title, arxiv }) => [title, arxiv]),
        );
      });
    });
  },
);
