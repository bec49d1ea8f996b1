import { describe, expect, it } from 'vitest';
import { readPlan, writePlan } from '../../../src/search/vocabulary/vocabulary-files.ts';

const plan = {
  papers: 81,
  beginnings: [
    { from: 'a 01', name: 'k3x' },
    { from: 'sh07', name: 'zz9' },
    { from: '\u{20000}a02', name: 'q' },
  ],
  endings: [],
};

describe('the plan of a vocabulary', () => {
  it('comes back from its file as it was', () => {
    expect(readPlan(JSON.parse(JSON.stringify(writePlan(plan))))).toEqual(plan);
  });

  it.each([
    [{ papers: '1', beginnings: '', endings: '' }],
    [{ papers: 1, beginnings: '', endings: 7 }],
    [{ papers: 1, beginnings: '' }],
    [[]],
    [null],
    ['plan'],
  ])('is not %j', (value) => {
    expect(readPlan(value)).toBeUndefined();
  });
});
