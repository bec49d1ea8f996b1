import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesOf } from '../../../src/search/paste/keys.ts';
import { PaperTable } from '../../../src/search/paste/look-up.ts';
import { readPaste } from '../../../src/search/paste/read.ts';
import { packTable, readTablePlan, writeTablePlan } from '../../../src/search/paste/table.ts';

function tableOf(papers: Iterable<readonly string[]>, starts = [0]) {
  const files = new Map<string, Uint8Array>();
  const plan = packTable(papers, starts, (bytes) => {
    const name = createHash('sha256').update(bytes).digest('hex');
    files.set(name, bytes);
    return name;
  });
  const asked: string[] = [];
  const table = new PaperTable(readTablePlan(writeTablePlan(plan)), (name) => {
    asked.push(name);
    return Promise.resolve(files.get(name) ?? new Uint8Array());
  });
  return { table, plan, files, asked };
}

describe('packTable', () => {
  it('answers with every paper of every name, and with none for other names', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.string({ maxLength: 4 }), { maxLength: 5 }), { maxLength: 20 }),
        async (papers) => {
          const { table } = tableOf(papers);
          const names = new Set(papers.flat());
          for (const name of names) {
            const wanted = papers.flatMap((own, at) => (own.includes(name) ? [at] : []));
            // oxlint-disable-next-line no-await-in-loop -- one after the other
            expect(await table.places(name)).toEqual(wanted);
          }
          expect(await table.places('longer than any of them')).toEqual([]);
        },
      ),
    );
  });

  const many = (count: number): string[][] =>
    Array.from({ length: count }, (_, at) => [`title ${at}`, `arXiv ${at}`, `by leaf ${at % 7}`]);

  it('costs a small file of each segment, however many papers there are', async () => {
    const { table, asked, files } = tableOf(many(9000), [0, 8192]);
    expect(await table.places('arXiv 4321')).toEqual([4321]);
    expect(asked).toHaveLength(2);
    expect(Math.max(...[...files.values()].map(({ length }) => length))).toBeLessThan(4096);
  });

  it('leaves the files of all but the last papers as they are when more come', () => {
    const before = tableOf(many(3000), [0, 2048]);
    const after = tableOf(many(3090), [0, 2048]);
    expect(after.plan.segments[0]).toEqual(before.plan.segments[0]);
    expect(after.plan.segments[1]).not.toEqual(before.plan.segments[1]);
    expect(after.plan.identified).toBe(3090);
  });

  it('keeps a few papers of a name that very many have', async () => {
    const { table } = tableOf(Array.from({ length: 500 }, () => ['by wang 2024']));
    expect((await table.places('by wang 2024')).length).toBeLessThan(50);
  });
});

const papers = [
  {
    id: 'brewing-tea-with-care',
    title: 'Brewing Tea: With Care',
    arxiv: '2103.01234',
    authors: ['Anna B. Leaf', 'Cy Kettle'],
    published: '2021-03-01',
    links: [{ url: 'https://openreview.net/forum?id=rJl0r3R9KX' }],
  },
  {
    id: 'on-line-boiling',
    title: 'On-line Boiling of Water',
    doi: '10.1000/182',
    authors: ['de Pot, Di', 'Leaf, Anna'],
    venue: 'TEA 2019',
    links: [{ url: 'https://kettle.example/boiling.html?utm_source=feed' }],
  },
];

describe('looking up', () => {
  it.each([
    ['2103.01234', 0],
    ['https://openreview.net/pdf?id=rJl0r3R9KX', 0],
    ['rJl0r3R9KX', 0],
    ['leaf2021brewing', 0],
    ['leaf2022brewing', 0],
    ['LeafTea2021', 0],
    ['pot2019on', 1],
    ['DBLP:conf/tea/LeafK21', 0],
    ['Leaf & Kettle (2021)', 0],
    ['Brewing tea -\nwith care', 0],
    ['Leaf, A. B., & Kettle, C. (2021). Brewing tea: With care. arXiv.', 0],
    ['doi:10.1000/182', 1],
    ['https://www.kettle.example/boiling', 1],
    ['https://any.example/papers/on-line-boiling/', 1],
    ['depot2019boiling', 1],
    ['pot-leaf-2019-line', 1],
    ['[1706.03762] On-line Boiling of Water', 1],
  ])('%j', async (text, place) => {
    const { table } = tableOf(papers.map(namesOf));
    const paste = await readPaste(text);
    const found = paste && (await table.find(paste));
    expect(found?.[0]?.places).toEqual([place]);
  });

  it('tells what is sure to name a paper that is not here, and says nothing of the rest', async () => {
    const { table } = tableOf(papers.map(namesOf));
    const find = async (text: string) => {
      const paste = await readPaste(text);
      return paste && (await table.find(paste));
    };
    expect((await find('2403.09999'))?.map(({ places }) => places)).toEqual([[]]);
    expect(await find('chain-of-thought')).toBeUndefined();
    expect(await find('COCO2017')).toBeUndefined();
    const list = await find('2403.09999\n2103.01234\nhttps://doi.org/10.1000/182');
    expect(list?.map(({ places }) => places)).toEqual([[], [0], [1]]);
  });
});
