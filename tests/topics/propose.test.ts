import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusters } from '../../src/topics/cluster.ts';
import { contrast } from '../../src/topics/contrast.ts';
import { suspicions } from '../../src/topics/misleading.ts';
import { profile } from '../../src/topics/profiles.ts';
import { proposeTerms, proposeTopics } from '../../src/topics/propose.ts';
import { reviewTopics } from '../../src/topics/review.ts';
import { termPhrases } from '../../src/topics/term-phrases.ts';
import { Texts } from '../../src/topics/vocabulary.ts';
import { wordsOfPaper } from '../../src/topics/weighing.ts';
import { topic } from './rules.ts';

describe('contrast', () => {
  it.each([
    ['commoner', { holding: 9, papers: 10 }, { holding: 9, papers: 100 }, 2, Infinity],
    ['as common', { holding: 10, papers: 100 }, { holding: 10, papers: 100 }, -0.01, 0.01],
    ['rarer', { holding: 1, papers: 100 }, { holding: 50, papers: 100 }, -Infinity, -2],
    ['nowhere', { holding: 0, papers: 5 }, { holding: 0, papers: 5 }, 0, 0],
    ['everywhere', { holding: 5, papers: 5 }, { holding: 5, papers: 5 }, 0, 0],
    ['no papers', { holding: 0, papers: 0 }, { holding: 0, papers: 0 }, 0, 0],
  ])('%s', (_, one, other, least, most) => {
    const z = contrast(one, other);
    expect(z).toBeGreaterThanOrEqual(least);
    expect(z).toBeLessThanOrEqual(most);
  });

  it('is the same seen from the other side', () => {
    const share = fc
      .tuple(fc.nat(50), fc.nat(50))
      .map(([holding, rest]) => ({ holding, papers: holding + rest }));
    fc.assert(
      fc.property(share, share, (one, other) => {
        expect(contrast(one, other)).toBeCloseTo(-contrast(other, one), 9);
      }),
    );
  });
});

describe('clusters', () => {
  it('joins what is alike and leaves the rest alone', () => {
    const near = (a: number, b: number): number =>
      Math.floor(a / 3) === Math.floor(b / 3) ? 1 : 0;
    expect(clusters(7, near, 0.5)).toEqual([[0, 1, 2], [3, 4, 5], [6]]);
  });

  it('holds everything once', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.infiniteStream(fc.double({ min: 0, max: 1 })), (count, values) => {
        const table = Array.from({ length: count * count }, () => values.next().value ?? 0);
        const likeness = (a: number, b: number): number =>
          table[Math.min(a, b) * count + Math.max(a, b)] ?? 0;
        const all = clusters(count, likeness, 0.5).flat();
        expect(all.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
      }),
    );
  });
});

function vocabularyOf(...texts: readonly string[]) {
  const all = new Texts();
  for (const text of texts) all.add(wordsOfPaper({ title: '', text }));
  return all.vocabulary();
}

describe('the vocabulary', () => {
  it('holds words and pairs that two papers have, in their shortest form', () => {
    const { phrases, holds } = vocabularyOf(
      'River otters swim.',
      'The river otter swims. An OTTER-like animal, in 2020.',
      'Rivers, otters.',
    );
    expect(phrases.map(({ text, papers }) => `${text} ${papers}`).toSorted()).toEqual([
      'otter 3',
      'otter swim 2',
      'river 3',
      'river otter 2',
      'swim 2',
    ]);
    expect(holds.map((some) => [...some].map((at) => phrases[at]?.text).toSorted())).toEqual([
      ['otter', 'otter swim', 'river', 'river otter', 'swim'],
      ['otter', 'otter swim', 'river', 'river otter', 'swim'],
      ['otter', 'river'],
    ]);
  });

  it('counts a paper once', () => {
    const { phrases } = vocabularyOf('otter otter otter', 'an otter');
    expect(phrases.map(({ text, papers }) => [text, papers])).toEqual([['otter', 2]]);
  });
});

const birds = topic(
  'birds',
  'terms: [{ term: owl, weight: key }, { term: barn owl, weight: key }]',
);
const stones = topic(
  'stones',
  'terms: [{ term: granite, weight: key }, { term: owl, weight: key }]',
);

/** Twelve papers on birds, all with a word that is no term; twelve on other things. */
const papers = Array.from({ length: 24 }, (_, index) => ({
  id: `p${index}`,
  title: index < 12 ? 'Owls' : `Paper ${index}`,
  text:
    index < 12
      ? 'They hunt voles by hearing in old barns.'
      : 'Rivers carry sand to the sea in wet years.',
}));

it('proposes what sets a topic apart and is no term yet', () => {
  const review = reviewTopics([birds], papers);
  const profiles = profile(review.vocabulary, review.assigned, 1);
  const terms = termPhrases(
    [birds],
    review.tallies.map(({ rule }) => rule),
    review.vocabulary,
  );
  const proposed = proposeTerms(0, review, profiles, terms).map(({ term }) => term);
  expect(proposed.join(' ')).toContain('vole');
  expect(proposed.join(' ')).not.toMatch(/owl|river/);
});

it('proposes the topic that the unsorted papers make', () => {
  const [first] = proposeTopics(reviewTopics([birds], papers));
  expect(first?.terms.map(({ term }) => term).join(' ')).toMatch(/river|sand|sea/);
  expect(first?.papers.toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 12 }, (_, index) => index + 12),
  );
});

it('suspects a term whose papers read like another topic, and one that labels speak against', () => {
  const mixed = [
    ...papers.slice(0, 12),
    ...Array.from({ length: 12 }, (_, index) => ({
      id: `s${index}`,
      title: 'Granite',
      text: 'Grey stone from quarries is cut by saws.',
    })),
  ];
  const review = reviewTopics([birds, stones], mixed);
  const profiles = profile(review.vocabulary, review.assigned, 2);
  const rules = review.tallies.map(({ rule }) => rule);
  const terms = termPhrases([birds, stones], rules, review.vocabulary);
  expect(suspicions(review, profiles, terms).map(({ rule }) => rule.term)).not.toContain('granite');
  const labelled = new Map([
    [0, new Set([0])],
    [1, new Set([0])],
  ]);
  const [worst] = suspicions(review, profiles, terms, labelled);
  expect(worst).toMatchObject({ right: 0, wrong: 2, rule: { topic: 1, term: 'owl' } });
});
