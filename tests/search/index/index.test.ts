import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packColumn, unpackColumn } from '../../../src/search/index/columns.ts';
import { makeIndex, segmentStarts } from '../../../src/search/index/make.ts';
import { readIndexPlan, writeIndexPlan } from '../../../src/search/index/plan.ts';
import {
  packPostings,
  textWeight,
  unpackPostings,
  type Posting,
} from '../../../src/search/index/postings.ts';
import { fragment } from '../fragment.ts';

const posting: fc.Arbitrary<Omit<Posting, 'paper'>> = fc
  .record({
    weight: fc.nat(15),
    title: fc.boolean(),
    name: fc.boolean(),
    author: fc.boolean(),
    note: fc.boolean(),
    titleLength: fc.nat(63),
    nameLength: fc.nat(3),
  })
  .map((one) => (one.title ? one : { ...one, titleLength: 0, nameLength: 0 }));

describe('postings', () => {
  it('come out as they went in', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.array(fc.tuple(fc.nat(70_000), posting)), (first, all) => {
        let paper = first;
        const list = all.map(([step, one], at) => ({
          ...one,
          paper: (paper += at === 0 ? step : step + 1),
        }));
        const packed = Uint8Array.from(packPostings(list, first));
        expect([...unpackPostings(packed, first)]).toEqual(list);
      }),
    );
  });

  it.each([
    ['no', 0, 180, 0],
    ['one', 1, 180, 7],
    ['two', 2, 180, 9],
    ['many', 400, 180, 15],
    ['one in a short text', 1, 10, 8],
    ['one in a long text', 1, 100_000, 1],
  ])('of %s occurrences weigh as in BM25', (_, count, length, weight) => {
    expect(textWeight(count, length)).toBe(weight);
  });
});

describe('columns', () => {
  it('come out as they went in', () => {
    const value = fc.tuple(fc.string(), fc.uniqueArray(fc.nat(200_000)));
    fc.assert(
      fc.property(fc.uniqueArray(value, { selector: ([name]) => name.toWellFormed() }), (all) => {
        const column = new Map(
          all.map(([name, papers]) => [name.toWellFormed(), papers.toSorted((a, b) => a - b)]),
        );
        expect(unpackColumn(packColumn(column))).toEqual(column);
      }),
    );
  });
});

/** Made-up papers: every hundredth shares its words with the one before. */
const made = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    file: `en_${at}`,
    fragment: fragment(`Paper ${at}`, `About tea of the kind x${Math.floor(at / 2)}.`),
  }));

describe('makeIndex', () => {
  it.each([
    [0, [0]],
    [81, [0]],
    [1023, [0]],
    [1100, [0, 1024]],
    [10_000, [0, 8192]],
    [50_000, [0, 49_152]],
  ])('parts %i papers at %j', (papers, starts) => {
    expect(segmentStarts(papers)).toEqual(starts);
  });

  it('leaves the parts of the papers that were there as they are when a digest is added', () => {
    const nameOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
    const before = makeIndex(made(1100), nameOf);
    const after = makeIndex(made(1180), nameOf);
    const [closed] = before.plan.segments;
    expect(after.plan.segments[0]).toEqual(closed);
    const changed = [...after.files.keys()].filter((name) => !before.files.has(name));
    expect(changed.length).toBeLessThan(after.files.size / 2);
  });

  it('has a plan that comes out as it went in, and nothing else is taken for one', () => {
    let files = 0;
    const { plan } = makeIndex(made(30), () => `f${files++}`);
    expect(readIndexPlan(JSON.parse(JSON.stringify(writeIndexPlan(plan))))).toEqual(plan);
    for (const other of [null, {}, [], { papers: 1 }, { ...writeIndexPlan(plan), texts: [1] }]) {
      expect(readIndexPlan(other)).toBeUndefined();
    }
  });
});
