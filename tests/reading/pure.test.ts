import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as lists from '../../src/reading/lists.ts';
import * as marks from '../../src/reading/marks.ts';
import { readFragment, writeFragment } from '../../src/reading/address.ts';
import { Clock } from '../../src/reading/clock.ts';
import { elementsFor, papersIn, readFile, writeFile } from '../../src/reading/file.ts';
import { libraryOf, papersOf } from '../../src/reading/library.ts';
import { merge, planMerge } from '../../src/reading/merge.ts';
import { ruleOf, searchOf, starOf } from '../../src/reading/names.ts';
import { writeNote } from '../../src/reading/notes.ts';
import { inOrder, moved } from '../../src/reading/order.ts';
import { join, read, write, type Register } from '../../src/reading/register.ts';
import { rulesFor } from '../../src/reading/rules.ts';
import { lookedAt, lookedIn, since } from '../../src/reading/searches.ts';
import { Store } from '../../src/reading/store.ts';
import { runs } from '../runs.ts';
import { Disk, Tab, prefix } from './browsers.ts';

const now = 1_790_000_000_000;

/** A device of its own. */
function device(time = now): Store {
  const tab = new Tab(new Disk(), Math.random, () => time);
  return new Store(() => tab, prefix, new Clock(undefined, () => time++));
}
const library = (store: Store) => libraryOf(store.all());
const ids = (store: Store, list?: string): string[] =>
  papersOf(library(store), list).map(({ id }) => id);
const fileOf = (store: Store): string =>
  writeFile(library(store), store.all(), 'https://example.org/', '2026-11-30');
const takeIn = (store: Store, file: string): ReadonlyMap<string, number> => {
  const elements = readFile(file, now);
  if (elements === undefined) throw new Error('no file');
  const plan = planMerge(store, elements);
  merge(store, plan);
  return plan.counts;
};
const note = (store: Store, paper: string, text: string): void => {
  writeNote(store, paper, library(store).papers.get(paper)?.versions ?? new Map(), text);
};
const facts = (title: string) => ({ title, by: '', date: '' });

const registers = fc.record<Register>({
  stamp: fc.integer({ min: 0, max: 40 }).map((time) => `0000000${time + 10}writr`),
  value: fc.oneof(fc.constant(null), fc.boolean(), fc.double({ noNaN: true }), fc.string()),
});

describe('registers', () => {
  it('join in any order, any number of times, to the same', () => {
    fc.assert(
      fc.property(registers, registers, registers, (a, b, c) => {
        expect(write(join(a, b))).toBe(write(join(b, a)));
        expect(write(join(join(a, b), c))).toBe(write(join(a, join(b, c))));
        expect(join(a, a)).toBe(a);
      }),
      runs(200),
    );
  });

  it('come back from text as they were, and nothing else does', () => {
    fc.assert(
      fc.property(registers, (register) => {
        const again = read(write(register));
        expect(again && write(again)).toBe(write(register));
      }),
      runs(200),
    );
    for (const text of ['', '0', 'x'.repeat(14), '00000000000000{}', '00000000000000[1]', 'É'])
      expect(read(text)).toBeUndefined();
  });
});

describe('an order', () => {
  it('is the one asked for, whatever places papers had', () => {
    const places = fc.array(
      fc.oneof(fc.integer(), fc.double({ noNaN: true, min: -1e15, max: 1e15 }), fc.constant(1)),
      {
        minLength: 2,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(places, fc.nat(), fc.nat(), (numbers, a, b) => {
        const items = inOrder(numbers.map((place, at) => ({ id: `p${at}`, place })));
        const [from, to] = [a % items.length, b % items.length];
        const written = new Map(moved(items, from, to).map(({ id, place }) => [id, place]));
        const after = inOrder(
          items.map(({ id, place }) => ({ id, place: written.get(id) ?? place })),
        );
        const wanted = items.map(({ id }) => id);
        const [it = ''] = wanted.splice(from, 1);
        wanted.splice(to, 0, it);
        expect(after.map(({ id }) => id)).toEqual(wanted);
      }),
      runs(300),
    );
  });
});

describe('a list in an address', () => {
  it('comes back as it was', async () => {
    const id = fc.stringMatching(/^[a-z0-9](?:-?[a-z0-9]){0,20}$/);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(id, { minLength: 1 }),
        fc.string({ maxLength: 40 }).filter((name) => !name.includes('\n')),
        async (papers, name) => {
          const fragment = await writeFragment({ name, papers });
          expect(fragment).toMatch(/^#list=[\w-]+$/);
          expect(await readFragment(fragment)).toEqual({ name, papers });
        },
      ),
      runs(50),
    );
  });

  it('is refused when it was cut, or holds what is no paper', async () => {
    const whole = await writeFragment({ name: '', papers: ['a-paper', 'another-paper'] });
    expect(await readFragment(whole.slice(0, -6))).toBe('broken');
    expect(await readFragment('#list=')).toBe('broken');
    expect(await readFragment('#abstract')).toBeUndefined();
    const odd = await writeFragment({ name: '', papers: ['../../elsewhere'] });
    expect(await readFragment(odd)).toBe('broken');
    const bomb = await writeFragment({ name: '', papers: ['a'.repeat(6_000_000)] });
    expect(bomb.length).toBeLessThan(20_000);
    expect(await readFragment(bomb)).toBe('broken');
  });
});

describe('what comes from elsewhere', () => {
  it('adds, keeps both notes, brings back what was taken away, and removes nothing', () => {
    const [here, there] = [device(), device(now + 1000)];
    marks.star(here, 'mine', facts('Mine'));
    marks.star(here, 'both', facts('Both'));
    note(here, 'both', 'From here');
    marks.star(there, 'both', facts('Both'));
    marks.star(there, 'theirs', facts('Theirs'));
    marks.unstar(there, 'mine');
    note(there, 'both', 'From there');
    lists.setTag(there, 'theirs', 'a tag', true);
    lists.setInList(there, 'theirs', 'Their list', true);
    const counts = takeIn(here, fileOf(there));
    expect(ids(here).toSorted()).toEqual(['both', 'mine', 'theirs']);
    expect(library(here).papers.get('both')?.note).toBe('From here\n\nFrom there');
    expect(ids(here, 'Their list')).toEqual(['theirs']);
    expect(counts.get('star')).toBe(2);
    expect(takeIn(here, fileOf(there)).get('note')).toBeUndefined();

    const backup = fileOf(here);
    marks.unstar(here, 'theirs');
    takeIn(here, backup);
    expect(ids(here)).toContain('theirs');
  });

  it('replaces a note by what became of it elsewhere, not the other way round', () => {
    const [here, there] = [device(), device(now + 1000)];
    marks.star(here, 'a', facts('A'));
    note(here, 'a', 'First thought');
    const early = fileOf(here);
    takeIn(there, early);
    note(there, 'a', 'First thought, and a second');
    takeIn(here, fileOf(there));
    expect(library(here).papers.get('a')?.note).toBe('First thought, and a second');
    takeIn(here, early);
    expect(library(here).papers.get('a')?.note).toBe('First thought, and a second');
  });

  it('is undone as a whole', () => {
    const [here, there] = [device(), device()];
    marks.star(there, 'x', facts('X'));
    note(there, 'x', 'A note');
    const before = [...here.all()].length;
    const change = here.changing(() => takeIn(here, fileOf(there)));
    here.undo(change);
    expect(before).toBe(0);
    expect(ids(here)).toEqual([]);
    expect(library(here).papers.get('x')?.note).toBe('');
  });

  it('is taken from files made by hand, without what is no part of one', () => {
    const here = device();
    const file = {
      format: 'offprint-reading-list',
      papers: [
        {
          id: 'first',
          title: 'First',
          note: ' Mine ',
          tags: ['a', 7],
          lists: ['L'],
          read: '2026-01-01',
        },
        { id: 'second' },
        { id: '../third', title: 'Third' },
        null,
      ],
    };
    takeIn(here, JSON.stringify(file));
    expect(ids(here)).toEqual(['first', 'second']);
    const first = library(here).papers.get('first');
    expect([first?.note, first?.tags, [...(first?.places.keys() ?? [])]]).toEqual([
      'Mine',
      ['a'],
      ['L'],
    ]);
    expect(library(here).papers.get('second')?.title).toBe('Second');
    for (const text of ['', '[]', '{}', '{"format":"other"}', '{"format":"offprint-reading-list"}'])
      expect(readFile(text, now)).toBeUndefined();
  });

  it('has no last word for a clock that is years ahead', () => {
    const [here, there] = [device(), device(now * 2)];
    marks.star(there, 'a', facts('From the future'));
    marks.star(here, 'a', facts('Now'));
    takeIn(here, fileOf(there));
    expect(library(here).papers.get('a')?.title).toBe('Now');
  });

  it('may be any text that leads to papers of this archive', () => {
    const text = `- [A](https://example.org/repo/papers/a-paper/), /repo/papers/page/2/, /papers/other/
      url = {https://example.org/repo/papers/b/}, /repo/papers/UPPER/ /repo/papers/a-paper/`;
    expect(papersIn(text, '/repo/')).toEqual(['a-paper', 'b']);
    expect([...elementsFor(['a', 'b'], '', now).keys()]).toEqual([starOf('a'), starOf('b')]);
  });
});

describe('a saved search', () => {
  const found = (...papers: string[]) =>
    papers.map((paper) => ({ id: paper.slice(11), date: paper.slice(0, 10) }));
  it.each([
    [['2025-01-02 a', '2025-01-01 b'], ['2025-01-02 a', '2025-01-01 b'], []],
    [['2025-01-02 a'], ['2025-01-03 c', '2025-01-02 a'], ['c']],
    // Another digest of the same day.
    [['2025-01-02 a'], ['2025-01-02 a', '2025-01-02 d'], ['d']],
    [[], ['2025-01-02 a'], ['a']],
    // What was listed earlier and has come to match since is not news.
    [['2025-01-02 a'], ['2025-01-02 a', '2024-01-01 old'], []],
  ] as const)('after %j finds in %j as new %j', (before, now, fresh) => {
    const looked = lookedIn(lookedAt(found(...before)));
    expect(looked && since(found(...now), looked).map(({ id }) => id)).toEqual(fresh);
  });

  it('goes along in a file', () => {
    const [here, there] = [device(), device()];
    there.set(searchOf('?q=a+b&topic=bandits'), lookedAt(found('2025-01-02 a')));
    takeIn(here, fileOf(there));
    expect(library(here).searches).toEqual([
      { address: '?q=a+b&topic=bandits', looked: { day: '2025-01-02', ids: ['a'] } },
    ]);
  });
});

describe('what is done', () => {
  it('follows a paper to its new address, with everything kept of it', () => {
    const store = device();
    marks.star(store, 'old', facts('Old'));
    note(store, 'old', 'A note');
    lists.setInList(store, 'old', 'L', true);
    lists.follow(store, 'old', 'new');
    expect(ids(store, 'L')).toEqual(['new']);
    expect(library(store).papers.get('new')?.note).toBe('A note');
    expect(library(store).papers.has('old')).toBe(false);
  });

  it('renames and deletes lists without losing papers', () => {
    const store = device();
    for (const id of ['a', 'b']) {
      marks.star(store, id, facts(id));
      lists.setInList(store, id, 'One', true);
    }
    const order = ids(store, 'One');
    lists.renameList(store, library(store), 'One', 'Two');
    expect([library(store).lists, ids(store, 'Two')]).toEqual([['Two'], order]);
    lists.removeList(store, library(store), 'Two');
    expect([library(store).lists, ids(store).length]).toEqual([[], 2]);
  });

  it.each([
    ['word', 'diffusion model', true],
    ['word', 'Diffusion-Model', true],
    ['word', 'fusion', false],
    ['word', 'éléments', true],
    ['author', 'Ada Lovelace', true],
    ['author', 'Ada', true],
    ['author', 'diffusion', false],
    ['word', '…', false],
  ] as const)('knows whether a %s “%s” is meant', (kind, text, holds) => {
    const looked = { words: 'A diffusion model of elements', authors: 'Ada Lovelace, Bo Li' };
    expect(rulesFor([{ kind, text, does: 'mute' }], looked).length > 0).toBe(holds);
    expect(ruleOf(kind, text)).toBe(` ${kind} ${text}`);
  });
});
