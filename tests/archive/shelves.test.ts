import { describe, expect, it } from 'vitest';
import { contributionOf, shortTitle } from '../../src/archive/brief.ts';
import { holdings } from '../../src/archive/holdings.ts';
import type { Topic } from '../../src/archive/archive.ts';
import { shelves } from '../../src/archive/shelves.ts';
import { paper } from './paper.ts';

const topic = (id: string): Topic => ({ id, label: id, description: `On ${id}.`, papers: [] });

describe('shelves', () => {
  it('puts the unsorted papers after the topics', () => {
    const lost = paper({ id: 'lost' });
    expect(
      shelves({ topics: [topic('theory')], unsorted: [lost] }).map(({ id, isTopic, papers }) => [
        id,
        isTopic,
        papers.length,
      ]),
    ).toEqual([
      ['theory', true, 0],
      ['unsorted', false, 1],
    ]);
  });

  it('has no unsorted shelf when every paper has a topic', () => {
    expect(shelves({ topics: [topic('theory')], unsorted: [] })).toHaveLength(1);
    expect(shelves({ topics: [], unsorted: [paper()] })).toEqual([]);
  });

  it('leaves the address to a topic of that name', () => {
    const ids = shelves({ topics: [topic('unsorted')], unsorted: [paper()] }).map(({ id }) => id);
    expect(ids).toEqual(['unsorted']);
  });
});

describe('holdings', () => {
  it('adds up lines by kind and counts papers by what is known of them', () => {
    const digest = {
      id: 'a',
      date: '2025-01-01',
      name: 'A',
      file: 'a.txt',
      format: 'Text',
      papers: [],
    };
    const listing = { digest: 'a', date: '2025-01-01', lines: [1, 3] } as const;
    const code = { kind: 'code', label: 'Code', url: 'https://code.example/x' } as const;
    const bare = paper({ id: 'bare', text: '', authors: [], links: [], listings: [listing] });
    const full = paper({
      id: 'full',
      damage: [{ where: 'title', text: 'leq', why: 'lost' }],
      corrections: [{ was: 'Ain R', now: 'A in R', how: 'reconstructed' }],
      text: 'Much.',
      authors: ['Ada Lovelace'],
      links: [code],
      listings: [listing, { ...listing, lines: [5, 7] }],
    });
    const held = holdings({
      papers: [bare, full],
      unsorted: [bare],
      digests: [
        { ...digest, lines: { title: 2, blank: 3 } },
        { ...digest, id: 'b', lines: { title: 1, unaccounted: 1 } },
      ],
    });
    expect(held).toMatchObject({
      lines: { title: 3, blank: 3, unaccounted: 1, banner: 0 },
      papers: 2,
      withAbstract: 1,
      withCode: 1,
      withAuthors: 1,
      damaged: 1,
      corrected: 1,
      repeated: 1,
      unsorted: 1,
    });
  });
});

describe('short forms', () => {
  it('leaves a title whole unless it is longer than titles are', () => {
    expect(shortTitle({ title: 'Is it? It is.' })).toBe('Is it? It is.');
    expect(shortTitle({ title: 'word '.repeat(2000) }, 40).length).toBeLessThanOrEqual(40);
  });

  it('shows what a paper does, and nothing where there is no abstract', () => {
    const text = `Tides are old. To tame tides, we propose tables that ${'listen to buoys and '.repeat(12)}learn.`;
    const shown = contributionOf(paper({ text }));
    expect(shown).toMatch(/^To tame tides, we propose tables that listen.*…$/);
    expect(shown.length).toBeLessThanOrEqual(240);
    expect(contributionOf(paper({ text: text.replace('To tame tides', 'To end this') }))).toMatch(
      /^We propose tables/,
    );
    expect(contributionOf(paper({ text: '' }))).toBe('');
    expect(
      contributionOf(paper({ text: `We begin. ${'More follows here. '.repeat(50)}` })),
    ).toMatch(/^We begin\./);
  });
});
