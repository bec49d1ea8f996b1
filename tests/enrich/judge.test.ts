import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeById, judgeByTitle } from '../../src/enrich/judge.ts';
import { abstractLikeness, titleRelation } from '../../src/digest/likeness.ts';
import type { ArxivRecord } from '../../src/entries/records/record.ts';
import { abstractOf } from './archive.ts';

const record = (
  title: string,
  abstract: string,
  change: Partial<ArxivRecord> = {},
): ArxivRecord => ({
  arxiv: '2409.11321',
  title,
  abstract,
  authors: [],
  categories: [],
  withdrawn: false,
  ...change,
});

describe('titleRelation', () => {
  it.each([
    ['Binding Books by Hand', 'binding books — by hand', 'equal'],
    [
      'Fast Regression with ell_infty Guarantee',
      'Fast Regression with $\\ell_\\infty$ Guarantee',
      'equal',
    ],
    ['Binding Large Books by Hand', 'Binding Large Books by Machine', 'near'],
    ['Binding Large Books', 'Binding Large Books: A Study of Glue', 'near'],
    ['Glue', 'Glue: A Study of Large Books', 'different'],
    [
      'Binding Challenge 2025: Methods and Results',
      'Binding Challenge 2026: Methods and Results',
      'different',
    ],
    ['Binding Books', 'Folding Paper', 'different'],
  ] as const)('%s | %s: %s', (one, other, relation) => {
    expect(titleRelation(one, other)).toBe(relation);
    expect(titleRelation(other, one)).toBe(relation);
  });
});

describe('abstractLikeness', () => {
  const raw = `${abstractOf('glue')} Its regret is $\\mathcal{O}(\\sqrt{T})$ for $A\\in\\mathbb{R}^{n\\times d}$.`;
  const lost = `${abstractOf('glue')} Its regret is O(sqrt{T)} for Ain R^{ntimes d}.`;

  it('is high for a text that has lost its TeX, whole or cut short', () => {
    expect(abstractLikeness(lost, raw)).toBeGreaterThan(0.85);
    expect(abstractLikeness(lost.slice(0, 220), raw)).toBeGreaterThan(0.85);
  });

  it('is low for another text', () => {
    expect(abstractLikeness(raw, abstractOf('paper folding'))).toBeLessThan(0.1);
  });

  it('says nothing of short texts', () => {
    expect(abstractLikeness('We bind books.', raw)).toBeUndefined();
  });

  it('is symmetric, from 0 to 1, and 1 for a text itself', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 40 }), fc.lorem({ maxCount: 40 }), (one, other) => {
        const likeness = abstractLikeness(one, other);
        expect(likeness).toBe(abstractLikeness(other, one));
        expect(likeness === undefined || (likeness >= 0 && likeness <= 1)).toBe(true);
        expect(abstractLikeness(one, one) ?? 1).toBe(1);
      }),
    );
  });
});

describe('judgeByTitle', () => {
  const title = 'Binding Large Books by Hand';
  const abstract = abstractOf('glue');
  const paper = { title, abstract };
  const half = `${abstract.split(' ').slice(0, 40).join(' ')} ${abstractOf('threads').split(' ').slice(0, 40).join(' ')}`;
  const other = abstractOf('paper folding');
  const notice = 'This paper has been withdrawn by the author due to an error.';

  it.each([
    ['the same', paper, [record(title, abstract)], 'taken'],
    ['equal title, revised abstract', paper, [record(title, half)], 'taken'],
    ['equal title, other abstract', paper, [record(title, other)], 'doubtful'],
    ['near title, same abstract', paper, [record(`${title}: A Study`, abstract)], 'taken'],
    ['near title, half the abstract', paper, [record(`${title}: A Study`, half)], 'doubtful'],
    ['near title, other abstract', paper, [record(`${title}: A Study`, other)], 'absent'],
    ['other title, same abstract', paper, [record('On Glue', abstract)], 'doubtful'],
    ['other paper', paper, [record('On Glue', other)], 'absent'],
    ['nothing', paper, [], 'absent'],
    [
      'two of the same title',
      paper,
      [record(title, abstract), record(title, other, { arxiv: '2409.99999' })],
      'doubtful',
    ],
    [
      'the same and an extended one',
      paper,
      [record(title, abstract), record(`${title}: Extended`, abstract, { arxiv: '2409.99999' })],
      'doubtful',
    ],
    ['the same found twice', paper, [record(title, abstract), record(title, abstract)], 'taken'],
    ['no abstract, long title', { title, abstract: '' }, [record(title, abstract)], 'taken'],
    [
      'no abstract, short title',
      { title: 'Glue', abstract: '' },
      [record('Glue', abstract)],
      'doubtful',
    ],
    [
      'no abstract, near title',
      { title, abstract: '' },
      [record(`${title}: A`, abstract)],
      'doubtful',
    ],
    [
      'short title, same abstract',
      { title: 'Glue', abstract },
      [record('Glue', abstract)],
      'taken',
    ],
    ['withdrawn, abstract gone', paper, [record(title, notice, { withdrawn: true })], 'doubtful'],
    ['withdrawn, abstract there', paper, [record(title, abstract, { withdrawn: true })], 'taken'],
  ] as const)('%s', (_, known, records, kind) => {
    expect(judgeByTitle(known, records, true).kind).toBe(kind);
  });

  it('wants more when arXiv has more than it sends', () => {
    expect(judgeByTitle(paper, [record(title, abstract)], false).kind).toBe('taken');
    expect(judgeByTitle(paper, [record(title, half)], false).kind).toBe('doubtful');
    expect(judgeByTitle({ title, abstract: '' }, [record(title, abstract)], false).kind).toBe(
      'doubtful',
    );
  });

  it.each([
    ['title', record(title, other), 'taken'],
    ['abstract alone', record('A New Name', abstract), 'taken'],
    ['near title alone', record(`${title}: A Study`, other), 'doubtful'],
    ['nothing', record('A New Name', other), 'doubtful'],
    ['no record', undefined, 'doubtful'],
  ] as const)('by id: agreeing in %s', (_, found, kind) => {
    expect(judgeById(paper, found).kind).toBe(kind);
  });
});
