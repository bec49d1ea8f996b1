import { expect, it } from 'vitest';
import { screen } from '../../src/collect/screen.ts';
import type { CapturedPaper } from '../../src/digest/model.ts';

const papers = ['Bells in rivers', 'Moths and LoRA', 'Looms, surveyed', 'River bells again'].map(
  (title, at): CapturedPaper => ({
    title,
    abstract: at === 2 ? 'A survey of looms.' : 'We look at them.',
    notation: 'plain',
    lines: [3 * at + 1, 3 * at + 2],
    facts: { arxiv: `2501.0000${at}` },
  }),
);
const parted = (
  rules: { must?: string[]; mustNot?: string[]; limit?: number },
  ...before: string[]
) => {
  const { kept, leftOut } = screen(papers, { must: [], mustNot: [], ...rules }, new Set(before));
  return [
    kept.map(({ title }) => papers.findIndex((it) => it.title === title)),
    leftOut.map(({ why }) => why),
  ];
};

it.each([
  [{}, [], [0, 1, 2, 3], []],
  [{ must: ['bells'] }, [], [0, 3], ['must', 'must']],
  [{ must: ['bell', 'lora'] }, [], [0, 1, 3], ['must']],
  [{ mustNot: ['survey*'] }, [], [0, 1, 3], ['mustNot']],
  [{ must: ['river*'], mustNot: ['again'] }, [], [0], ['must', 'must', 'mustNot']],
  [{ limit: 2 }, [], [0, 1], ['limit', 'limit']],
  [{ limit: 2 }, ['arxiv 2501.00000'], [1, 2], ['before', 'limit']],
  [{}, ['title mothsandlora'], [0, 2, 3], ['before']],
])('%j, known: %j', (rules, before, kept, why) => {
  expect(parted(rules, ...before)).toEqual([kept, why]);
});

it('says where a paper that is left out stands', () => {
  const { leftOut } = screen(papers, { must: [], mustNot: [], limit: 3 }, new Set());
  expect(leftOut).toEqual([{ line: 10, title: 'River bells again', why: 'limit' }]);
});
