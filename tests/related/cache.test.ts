import {
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
  openSync,
  closeSync,
  writeSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { serialize } from 'node:v8';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { rememberingSimilar } from '../../src/related/cache.ts';
import { nowhere } from '../../src/store/keep.ts';
import { findSimilar } from '../../src/related/related.ts';
import type { SimilarityDocument } from '../../src/related/similarity.ts';
import { readTable, type SimilarityTable } from '../../src/related/table.ts';
import { Store } from '../../src/store/store.ts';
import { papers } from './papers.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'similarity-'));
  file = join(folder, 'facts.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A fingerprint of all that pages and the map can see. */
function all(table: SimilarityTable, documents: readonly SimilarityDocument[]): string {
  const { settled, related } = readTable(table);
  const seen = [table.nearest, settled, documents.map((_, place) => related(place))];
  return createHash('sha256').update(serialize(seen)).digest('hex');
}

/** What a new process finds. */
function found(documents: readonly SimilarityDocument[]): string {
  const store = new Store(process.cwd(), file);
  const table = findSimilar(documents, store);
  store.close();
  return all(table, documents);
}

const fromNothing = (documents: readonly SimilarityDocument[]): string =>
  all(findSimilar(documents), documents);

const subjects = ['kiln', 'hive', 'gate', 'loom', 'forge', 'quarry', 'orchard', 'lantern'];

/** A paper of no author: words of a subject, words of all, and a name that few papers share. */
function paperAt(seed: number): SimilarityDocument {
  const word = (at: number, of: number): string =>
    `${subjects[Math.imul(seed + at, 0x9e3779b1) >>> 29] ?? ''}${(Math.imul(seed * 31 + at, 0x85ebca6b) >>> 8) % of}`;
  const words = (count: number, of: number): string =>
    Array.from({ length: count }, (_, at) => `${word(at, of)}a`).join(' ');
  const name = `Name${Math.floor(seed / 3)}x`;
  return {
    id: `p${seed}`,
    title: `${words(3, 40)} by ${name}`,
    text: `${words(14, 25)}. ${name} again.`,
  };
}

/** Newest first. */
const papersUpTo = (end: number, start = 0): SimilarityDocument[] =>
  Array.from({ length: end - start }, (_, at) => paperAt(end - 1 - at));

const place = fc.double({ min: 0, max: 0.999, noNaN: true });
/** What happens to an archive between two builds. */
const event = fc.oneof(
  { weight: 4, arbitrary: fc.record({ add: fc.integer({ min: 1, max: 150 }) }) },
  { weight: 2, arbitrary: fc.record({ edit: place }) },
  fc.record({ remove: place, count: fc.integer({ min: 1, max: 80 }) }),
  fc.record({ insert: place }),
  fc.record({ damage: place }),
);

function after(
  documents: readonly SimilarityDocument[],
  what: typeof event extends fc.Arbitrary<infer Event> ? Event : never,
  seed: number,
): SimilarityDocument[] {
  const placeOf = (part: number): number => Math.floor(part * documents.length);
  if ('add' in what) return [...papersUpTo(seed + what.add, seed), ...documents];
  if ('edit' in what)
    return documents.with(placeOf(what.edit), { ...paperAt(seed), id: `edited-${seed}` });
  if ('remove' in what) return documents.toSpliced(placeOf(what.remove), what.count);
  if ('insert' in what) return documents.toSpliced(placeOf(what.insert), 0, paperAt(seed));
  const [to, bytes] = [openSync(file, 'r+'), statSync(file).size];
  writeSync(to, Buffer.alloc(3000, 7), 0, 3000, Math.floor(what.damage * bytes));
  closeSync(to);
  return [...documents];
}

describe('what was kept', () => {
  test('gives what is found from nothing, whatever happened in between', () => {
    fc.assert(
      fc.property(
        // Around where the steady part grows, and where a block ends.
        fc.constantFrom(90, 1000, 1150, 1800),
        fc.array(event, { minLength: 2, maxLength: 4 }),
        (size, events) => {
          rmSync(file, { force: true });
          let documents = papersUpTo(size);
          found(documents);
          for (const [at, what] of events.entries()) {
            documents = after(documents, what, 10_000 + at * 200);
            expect(found(documents)).toEqual(fromNothing(documents));
          }
        },
      ),
      { numRuns: 4 },
    );
  }, 60_000);

  test('is gone on from: papers that were known are not read again', () => {
    const documents = papersUpTo(1100);
    found(documents);
    const read = new Set<string>();
    const old = documents.map((one) => ({
      id: one.id,
      wording: `words of ${one.id}`,
      title: one.title,
      text: one.text,
    }));
    const store = new Store(process.cwd(), file);
    findSimilar(old, store);
    const unread = old.map((one) => ({
      ...one,
      get text() {
        read.add(one.id);
        return one.text;
      },
    }));
    const more = [...papersUpTo(1140, 1100), ...unread];
    const table = findSimilar(more, store);
    expect(all(table, more)).toEqual(fromNothing([...papersUpTo(1140, 1100), ...old]));
    expect(read.size).toBeLessThan(old.length / 2);
  }, 60_000);

  test('of the steady part alone is chosen of when the rest is taken away', () => {
    // So many that blocks follow the steady part, of whose papers nothing has been chosen then.
    const documents = Array.from({ length: 4730 }, (_, at) => ({
      id: `p${at}`,
      title: `Tide gate ${subjects[at % 8] ?? ''} n${at % 900}x`,
      text: '',
    }));
    const steady = documents.slice(-4216);
    found(documents);
    expect(found(steady)).toEqual(fromNothing(steady));
  }, 60_000);

  test('changes few pages when papers are added, and no settled neighbours', () => {
    const [before, documents] = [papersUpTo(1220), papersUpTo(1250)];
    const [one, two] = [readTable(findSimilar(before)), readTable(findSimilar(documents))];
    const changed = before.filter((_, at) => {
      const now = two
        .related(at + 30)
        .map((relation) => ({ ...relation, place: relation.place - 30 }));
      return JSON.stringify(now) !== JSON.stringify(one.related(at));
    });
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThan(500);
    expect(two.settled.steady).toBe(one.settled.steady);
    const { places } = one.settled;
    expect(two.settled.places.subarray(0, places.length)).toEqual(places);
  }, 60_000);
});

describe('rememberingSimilar', () => {
  const changed = papers.map((paper) =>
    paper.id === 'kiln-heat'
      ? { ...paper, text: 'Eels and bees keep off a cold chimney, says the heather keeper.' }
      : paper,
  );

  test('asks once for the same papers', () => {
    const find = vi.fn<typeof findSimilar>(findSimilar);
    const similar = rememberingSimilar(nowhere, find);
    const first = similar(papers);
    expect(similar(papers.map((paper) => ({ ...paper })))).toBe(first);
    expect(find).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['an abstract that changed', changed],
    ['a paper more', [...papers, { id: 'new', title: 'Salt Kilns', text: 'Salt in a wood kiln.' }]],
    ['a paper less', papers.slice(1)],
    ['another order', papers.toReversed()],
    [
      'text moved from title to abstract',
      papers.map((paper) => ({ ...paper, title: '', text: paper.title + paper.text })),
    ],
    [
      'a title that is no longer one',
      papers.map((paper) => ({ ...paper, wording: paper.id, title: '' })),
    ],
  ])('asks again: %s', (_, documents) => {
    const find = vi.fn<typeof findSimilar>(findSimilar);
    const similar = rememberingSimilar(nowhere, find);
    similar(papers);
    expect(documents.map((_, at) => similar(documents).related(at))).toEqual(
      documents.map((_, at) => readTable(findSimilar(documents)).related(at)),
    );
    expect(find).toHaveBeenCalledTimes(2);
  });

  test('does without a store where none can be written', () => {
    writeFileSync(join(folder, 'below'), 'a file where the folder should be');
    file = join(folder, 'below', 'facts.sqlite');
    expect(found(papers)).toEqual(fromNothing(papers));
  });
});
