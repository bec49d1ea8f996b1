/** In which order many papers are packed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, type PaperGroup } from '../../src/offline/packs/order.ts';
import type { BuiltPaper } from '../../src/offline/packs/papers.ts';
import { hashText } from '../../src/hash.ts';

/** Topics as papers have them: one is frequent, the twentieth rare, a fifth have none, a third several. */
function topicsOf(at: number): string[] {
  const random = (what: string): number => hashText(`${what} ${at}`) / 2 ** 32;
  const one = (what: string): string => `t${Math.floor(20 * random(what) ** 3)}`;
  if (random('none') < 0.2) return [];
  const some = [one('first'), one('second'), one('third')];
  return [...new Set(some.slice(0, random('count') < 0.35 ? 3 : 1))];
}

const papersTo = (count: number, perYear = 20_000): BuiltPaper[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `paper-${at}`,
    year: String(2020 + Math.floor(at / perYear)),
    topics: topicsOf(at),
  }));

const groupsOf = (papers: readonly BuiltPaper[]): PaperGroup[] => inOrder(papers).flat();
const named = (groups: readonly PaperGroup[]): Set<string> =>
  new Set(groups.map((group) => group.map(({ id }) => id).join(' ')));

describe('inOrder', () => {
  it('has every paper once, in groups of one year and volumes of some hundred', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (count) => {
        const volumes = inOrder(papersTo(count, 700));
        const all = volumes.flat(2).map(({ id }) => id);
        expect(new Set(all).size).toBe(count);
        expect(all).toHaveLength(count);
        for (const group of volumes.flat()) {
          expect(new Set(group.map(({ year }) => year)).size).toBe(1);
          expect(group.length).toBeLessThanOrEqual(64);
        }
        for (const volume of volumes) expect(volume.flat().length).toBeLessThanOrEqual(1100);
      }),
      { numRuns: 20 },
    );
  });

  it('changes what holds the newest papers, and now and then what they fill up, when a digest comes', () => {
    let changed = 0;
    let digests = 0;
    let largest = 0;
    let before = named(groupsOf(papersTo(6000)));
    for (let count = 6080; count <= 10_000; count += 80) {
      const groups = groupsOf(papersTo(count));
      const fresh = groups.filter((group) => !before.has(group.map(({ id }) => id).join(' ')));
      // What the last unfinished segment holds, or segments that were put together.
      const papers = fresh.flat().length;
      changed += papers;
      digests += 1;
      largest = Math.max(largest, papers);
      before = named(groups);
    }
    expect(largest).toBeLessThanOrEqual(8192 + 512);
    expect(changed / digests).toBeLessThan(700);
  });

  it('leaves most groups alone when a paper comes into the midst, goes or changes its topics', () => {
    const papers = papersTo(9000);
    const before = named(groupsOf(papers));
    const [some] = papers;
    const changes: BuiltPaper[][] = [
      papers.toSpliced(4000, 1, { id: 'paper-4000', year: '2020', topics: ['t3', 't7'] }),
      papers.map((paper, at) => (at === 17 ? { ...paper, topics: [] } : paper)),
    ];
    expect(some?.id).toBe('paper-0');
    for (const changed of changes) {
      const fresh = groupsOf(changed).filter(
        (group) => !before.has(group.map(({ id }) => id).join(' ')),
      );
      expect(fresh.length).toBeLessThan(12);
    }
  });

  it('has readers of a topic fetch few papers of others', () => {
    const groups = groupsOf(papersTo(10_000));
    const own = new Map<string, number>();
    const fetched = new Map<string, number>();
    for (const group of groups) {
      const counts = new Map<string, number>();
      for (const topic of group.flatMap(({ topics }) => topics))
        counts.set(topic, (counts.get(topic) ?? 0) + 1);
      for (const [topic, count] of counts) {
        own.set(topic, (own.get(topic) ?? 0) + count);
        fetched.set(topic, (fetched.get(topic) ?? 0) + group.length);
      }
    }
    const sum = (counts: ReadonlyMap<string, number>): number =>
      [...counts.values()].reduce((all, count) => all + count, 0);
    expect(sum(fetched) / sum(own)).toBeLessThan(2.2);
  });
});
