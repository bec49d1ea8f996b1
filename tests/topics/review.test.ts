import { expect, it } from 'vitest';
import { reviewTopics, type RuleTally } from '../../src/topics/review.ts';
import { topic } from './rules.ts';

const birds = topic(
  'birds',
  `terms:
  - { term: owl, weight: key }
  - { term: heron, weight: strong }
  - { term: feather, weight: weak }
  - { term: night owl, weight: key }
exclude:
  - { term: badminton, weight: strong }
ignore: [owl butterfly]`,
);
const insects = topic(
  'insects',
  `terms:
  - { term: butterfly, weight: key }`,
);

const papers = [
  { id: 'owls', title: 'Owls', text: 'Feathers.' },
  { id: 'herons', title: 'Herons', text: 'A heron has feathers.' },
  { id: 'both', title: 'Owls and Butterflies', text: '' },
  { id: 'near', title: 'A heron', text: '' },
  { id: 'kept-out', title: 'A heron', text: 'A heron plays badminton with an owl butterfly.' },
  { id: 'hand', title: 'Stones', text: 'An owl.', byHand: ['birds'] },
  { id: 'none', title: 'Stones', text: 'Stones.' },
];
const review = reviewTopics([birds, insects], papers);

function tally(term: string): Omit<RuleTally, 'rule'> | undefined {
  const found = review.tallies.find(({ rule }) => rule.term === term);
  if (found === undefined) return undefined;
  const { rule: _, ...counts } = found;
  return counts;
}

it('assigns as the classifier does, and as people say', () => {
  expect(review.assigned).toEqual([[0], [0], [0, 1], [], [], [0], []]);
  expect(review.papers).toEqual([4, 1]);
  expect(review.byHand).toBe(1);
  expect(review.unsorted.map((index) => papers[index]?.id)).toEqual(['near', 'kept-out', 'none']);
});

it.each([
  ['owl', { found: 3, counted: 2, claimed: 2, decides: 2, alone: 2 }],
  ['heron', { found: 3, counted: 3, claimed: 1, decides: 1, alone: 1 }],
  ['feather', { found: 2, counted: 2, claimed: 2, decides: 0, alone: 0 }],
  ['night owl', { found: 0, counted: 0, claimed: 0, decides: 0, alone: 0 }],
  ['badminton', { found: 1, counted: 1, claimed: 0, decides: 1, alone: 0 }],
  ['owl butterfly', { found: 1, counted: 0, claimed: 0, decides: 0, alone: 0 }],
])('books what %s does', (term, counts) => {
  expect(tally(term)).toEqual(counts);
});

it('names near misses with what is missing', () => {
  expect(review.nearMisses).toEqual([
    { paper: 3, topic: 0, points: 6, missing: 1, terms: ['heron'], unsorted: true },
    { paper: 4, topic: 0, points: 6, missing: 1, terms: ['heron'], unsorted: true },
    { paper: 4, topic: 1, points: 5, missing: 2, terms: ['butterfly'], unsorted: true },
  ]);
});
