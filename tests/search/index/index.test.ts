import fc from 'fast-check';
import { ordered, packOrder, unpackOrder, type Sorted } from '../../../src/search/index/orders.ts';
import { describe, expect, it } from 'vitest';
import { packColumn, unpackColumn } from '../../../src/search/index/columns.ts';
import { makeSegment } from '../../../src/search/index/make.ts';
import { unpackPart } from '../../../src/search/index/parts.ts';
import { readIndexPlan, writeIndexPlan, type IndexPlan } from '../../../src/search/index/plan.ts';
import {
  readText,
  textFile,
  writeText,
  type PaperText,
} from '../../../src/search/index/text-files.ts';
import {
  ListMaker,
  readLists,
  writeLists,
  type WordLists,
} from '../../../src/search/index/word-lists.ts';
import {
  addPosting,
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
        const packed: number[] = [];
        for (const [at, one] of list.entries()) {
          addPosting(packed, one, list[at - 1]?.paper ?? first);
        }
        expect([...unpackPostings(Uint8Array.from(packed), first)]).toEqual(list);
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

/** The words of made-up papers: every two share a word of their own. */
function listsOf(from: number, to: number): WordLists {
  const maker = new ListMaker();
  for (let at = from; at < to; at += 1) {
    maker.add(fragment(`Paper ${at}`, `About tea of the kind x${Math.floor(at / 2)}.`));
  }
  return maker.lists;
}

const named = (first: number, ...lists: readonly (readonly [number, WordLists])[]) => {
  const files = new Set<string>();
  const { parts } = makeSegment(
    lists.map(([at, some]) => ({ first: at, lists: some })),
    first,
    (bytes) => {
      const name = Buffer.from(bytes).toString('base64url');
      files.add(name);
      return name;
    },
  );
  return parts;
};

describe('makeSegment', () => {
  it.each([
    ['one', [0, 40]],
    ['two', [0, 7, 40]],
    ['four', [0, 1, 20, 39, 40]],
  ])('makes of the words of %s part(s) what it makes of all together', (_, bounds) => {
    const lists = bounds.slice(1).map((to, at): [number, WordLists] => {
      const from = bounds[at] ?? 0;
      return [100 + from, readLists(writeLists(listsOf(from, to)))];
    });
    expect(named(100, ...lists)).toEqual(named(100, [100, listsOf(0, 40)]));
  });

  it('has every word of every paper', () => {
    const files = new Map<string, Uint8Array>();
    const { first, parts } = makeSegment([{ first: 5, lists: listsOf(0, 900) }], 5, (bytes) => {
      files.set(`f${files.size}`, bytes);
      return `f${files.size - 1}`;
    });
    const forms = parts.flatMap(({ name }) =>
      [...unpackPart(files.get(name) ?? new Uint8Array()).values()].flat(),
    );
    expect(parts.length).toBeGreaterThan(1);
    const papersOf = (word: string) =>
      forms
        .filter((form) => form.word === word)
        .flatMap(({ postings }) =>
          Array.from(unpackPostings(postings, first), ({ paper }) => paper),
        );
    expect(papersOf('x7')).toEqual([19, 20]);
    expect(papersOf('tea')).toEqual(Array.from({ length: 900 }, (_, at) => 5 + at));
  });
});

describe('the plan', () => {
  const plan: IndexPlan = {
    papers: 3,
    segments: [{ first: 0, parts: [{ from: 'a b', name: 'f1' }] }],
    texts: ['f2', 'f3'],
    phrases: [
      { first: 0, folder: '', names: 'f4' },
      { first: 2, folder: 'f5/', names: 'f6' },
    ],
    table: 'f7',
    columns: { topic: 'f8' },
  };

  it('comes out as it went in, and nothing else is taken for one', () => {
    expect(readIndexPlan(JSON.parse(JSON.stringify(writeIndexPlan(plan))))).toEqual(plan);
    for (const other of [null, {}, [], { papers: 1 }, { ...writeIndexPlan(plan), texts: [1] }]) {
      expect(readIndexPlan(other)).toBeUndefined();
    }
  });
});

describe('orders', () => {
  const sorted = (facts: Partial<Sorted> = {}): Sorted => ({
    published: '',
    title: '',
    venue: '',
    votes: 0,
    ...facts,
  });

  it.each([
    ['published', ['2024-09', '2025', '', '2024-09-17', '2024-09'], [1, 3, 4, 0]],
    ['title', ['tea', 'milk', '', 'oolong'], [1, 3, 0]],
    ['venue', ['iclr', 'acl', '', 'iclr'], [1, 3, 0]],
    ['votes', [3, 0, 12, 3], [2, 3, 0]],
  ] as const)(
    'by %s: of two alike the newer first, what is not known not at all',
    (by, of, all) => {
      expect(
        ordered(
          of.map((value) => sorted({ [by]: value })),
          by,
        ),
      ).toEqual(all);
    },
  );

  it('come out as they went in', () => {
    const shuffled = fc
      .nat({ max: 40_000 })
      .chain((papers) => fc.uniqueArray(fc.nat({ max: papers }), { maxLength: 60 }));
    fc.assert(
      fc.property(shuffled, (papers) => {
        expect([...unpackOrder(packOrder(papers))]).toEqual(papers.map((paper, at) => [paper, at]));
      }),
    );
  });
});

describe('texts', () => {
  it('come out as they went in', () => {
    const text = fc.string();
    const texts = fc.record(
      {
        id: text,
        content: text,
        raw_content: text,
        meta: fc.record({ title: text, authors: text, note: text }, { requiredKeys: ['title'] }),
        digest: text,
        topics: fc.array(text),
        facts: text,
      },
      { requiredKeys: ['id', 'content', 'meta', 'digest', 'topics', 'facts'] },
    );
    fc.assert(
      fc.property(texts, fc.boolean(), (one, leads) => {
        const lead = leads ? `${one.meta.title}. ${one.meta.authors ?? ''}` : '';
        const some: PaperText = { ...one, content: lead + one.content };
        expect(readText(writeText(some))).toEqual(some);
      }),
    );
  });

  it.each([
    '{}',
    '[]',
    '["tea", 1, "text", {}, "", [1]]',
    '["tea", 1, "text", {"title": 1}, "", [], ""]',
    '["tea", 1, "text", {}, "", []]',
  ])('are none if they are %s', (other) => {
    expect(() => readText(other)).toThrow(SyntaxError);
  });

  it.each([
    [0, 'a/0'],
    [127, 'a/127'],
    [128, 'b/0'],
    [300, 'c/44'],
  ])('of paper %i lie in %s', (paper, file) => {
    expect(textFile(paper, ['a', 'b', 'c'])).toBe(file);
  });
});
