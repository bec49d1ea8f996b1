import { expect, it } from 'vitest';
import { partsOf, type Mark } from '../../../scripts/bench/build/stages.ts';
import type { Stage } from '../../../src/progress/steps.ts';

const mark = (stage: Stage, wall: number): Mark => ({ stage, wall, cpu: wall * 2 });
const end = { wall: 100, cpu: 200 };
const walls = (marks: readonly Mark[]): Record<string, number> =>
  Object.fromEntries(Object.entries(partsOf(marks, end)).map(([name, { wall }]) => [name, wall]));

it('begins each part with the first step of its stage', () => {
  const marks = [
    mark('content', 2),
    mark('content', 20),
    mark('pages', 25),
    mark('pages', 50),
    mark('index', 52),
    mark('index', 70),
    mark('offline', 75),
    mark('offline', 90),
  ];
  expect(walls(marks)).toEqual({ contents: 25, pages: 27, index: 23, offline: 15, publish: 10 });
  expect(partsOf(marks, end).index.cpu).toBe(46);
});

it.each([
  ['told nothing', [], { contents: 100, pages: 0, index: 0, offline: 0, publish: 0 }],
  [
    'had nothing to index',
    [mark('content', 1), mark('pages', 10), mark('offline', 30), mark('offline', 40)],
    { contents: 10, pages: 20, index: 0, offline: 10, publish: 60 },
  ],
  [
    'stopped at the pages',
    [mark('pages', 10)],
    { contents: 10, pages: 90, index: 0, offline: 0, publish: 0 },
  ],
])('leaves no time out where a build %s', (_, marks, parts) => {
  expect(walls(marks)).toEqual(parts);
});
