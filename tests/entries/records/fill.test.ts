import { describe, expect, it } from 'vitest';
import type { Frontmatter } from '../../../src/entries/model.ts';
import { withFacts } from '../../../src/entries/records/apply.ts';

const facts = {
  arxiv: '2409.11321',
  authors: ['Zoë Bind', 'A. Page'],
  published: '2024-09-17',
};

describe('withFacts', () => {
  const data = { title: 'A', digests: [] };
  it.each<readonly [Partial<Frontmatter>, string]>([
    [{ ...data, published: '2024' }, '2024-09-17'],
    [{ ...data, published: '2024-09' }, '2024-09-17'],
    [{ ...data, published: '2023' }, '2023'],
    [{ ...data, published: '2024-09-18' }, '2024-09-18'],
    [data, '2024-09-17'],
  ])('%j: %s', (known, published) =>
    expect(withFacts(known, facts).data.published).toBe(published),
  );

  it('fills an empty list and keeps a full one', () => {
    expect(withFacts({ ...data, authors: [] }, facts).data.authors).toEqual(facts.authors);
    expect(withFacts({ ...data, authors: ['B'] }, facts).data.authors).toEqual(['B']);
  });

  it('says what it filled', () => {
    expect(withFacts({ ...data, arxiv: '2409.11321', published: '2024' }, facts).fields).toEqual([
      'authors',
      'published',
    ]);
  });
});
