import { expect, it } from 'vitest';
import { gapsOf } from '../../../src/search/browser/hits.ts';

const saidOf = (hit: Parameters<typeof gapsOf>[0]): string[] =>
  gapsOf(hit).map((gap) => gap.map(({ text, mark }) => (mark ? `[${text}]` : text)).join(''));

it('says nothing of a paper that holds everything', () => {
  expect(saidOf({})).toEqual([]);
  expect(saidOf({ lacks: [], related: [] })).toEqual([]);
});

it('names the words that a paper lacks, and those that stand for them', () => {
  expect(saidOf({ lacks: ['kettle', 'steep'] })).toEqual(['Without “kettle”, “steep”']);
  expect(
    saidOf({
      lacks: ['kettle', 'steep', 'brew'],
      related: [
        { typed: 'steep', also: 'infusion' },
        { typed: 'steep', also: 'soak' },
      ],
    }),
  ).toEqual(['For “steep”: [infusion, soak]', 'Without “kettle”, “brew”']);
});
