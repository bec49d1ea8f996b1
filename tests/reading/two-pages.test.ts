/** Two open pages lose nothing of what is done in them, whatever the order in which they hear of one another. */
import { expect, it } from 'vitest';
import * as lists from '../../src/reading/lists.ts';
import * as marks from '../../src/reading/marks.ts';
import { readFile, writeFile } from '../../src/reading/file.ts';
import { libraryOf } from '../../src/reading/library.ts';
import { merge, planMerge } from '../../src/reading/merge.ts';
import { parseName } from '../../src/reading/names.ts';
import { writeNote, type Versions } from '../../src/reading/notes.ts';
import { read, write } from '../../src/reading/register.ts';
import type { Change } from '../../src/reading/store.ts';
import { Disk, Tab, prefix } from './browsers.ts';

/** Numbers of 0 to 1 by Mulberry32: the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A writing that was done, what it was known to replace, and whether its page was closed while it said that it could not keep it. */
interface Writing {
  readonly name: string;
  readonly made: string;
  readonly instead: string | undefined;
  lost: boolean;
}

/** One life of two pages: what was lost in it. */
function live(seed: number, operations: number): string[] {
  const faults: string[] = [];
  const random = numbers(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const one = <Item>(items: readonly [Item, ...Item[]]): Item =>
    items[below(items.length)] ?? items[0];
  let time = 1_790_000_000_000;
  const disk = new Disk();
  // The clocks of two pages of one device agree; they tick slowly, so that many things happen at once.
  const tabs = [new Tab(disk, random, () => time), new Tab(disk, random, () => time)] as const;
  const editors = new Map<Tab, { paper: string; seen: Versions }>();
  const undoable = new Map<Tab, Change>();
  const files: string[] = [];
  const writings: Writing[] = [];
  const own = new Map<Tab, Writing[]>(tabs.map((tab) => [tab, []]));
  const anyPaper = (): string => `paper-${below(12)}`;
  const label = (): string => one(['a', 'to read', 'b']);

  type Action = (tab: Tab, paper: string) => void;
  const library = (tab: Tab) => libraryOf(tab.store.all());
  const doing = (tab: Tab, action: () => void): void => {
    const change = tab.store.changing(action);
    for (const [name, { before, after }] of change) {
      const instead = before && write(before);
      const writing = { name, made: write(after), instead, lost: false };
      writings.push(writing);
      own.get(tab)?.push(writing);
    }
    undoable.set(tab, change);
  };

  const actions: [Action, ...Action[]] = [
    ({ store }, paper) =>
      marks.star(store, paper, { title: `Title ${below(9)}`, by: one(['', 'A']), date: '' }),
    ({ store }, paper) => marks.unstar(store, paper),
    ({ store }, paper) => marks.markRead(store, paper, random() < 0.5),
    ({ store }, paper) => lists.setTag(store, paper, label(), random() < 0.6),
    ({ store }, paper) => lists.setInList(store, paper, label(), random() < 0.6),
    (tab, id) =>
      lists.move(tab.store, library(tab), random() < 0.4 ? undefined : label(), id, anyPaper()),
    (tab) => lists.renameList(tab.store, library(tab), label(), label()),
    (tab, paper) => {
      // A note is begun, and saved only later.
      const editor = editors.get(tab);
      if (editor === undefined) {
        const seen = library(tab).papers.get(paper)?.versions ?? new Map();
        editors.set(tab, { paper, seen });
      } else {
        editors.delete(tab);
        writeNote(tab.store, editor.paper, editor.seen, one(['', `note ${below(1e6)}`]));
      }
    },
    (tab) => {
      const change = undoable.get(tab);
      if (change !== undefined) tab.store.undo(change);
    },
    (tab) => {
      if (random() < 0.3) {
        files.push(writeFile(library(tab), tab.store.all(), 'https://example.org/', '2026-11-30'));
      } else {
        const elements = readFile(files[below(files.length)] ?? '', time);
        if (elements) merge(tab.store, planMerge(tab.store, elements));
      }
    },
  ];

  for (let done = 0; done < operations; done++) {
    const tab = one(tabs);
    const chance = random();
    if (random() < 0.3) time += below(3);
    if (chance < 0.006) {
      disk.trouble = one([undefined, undefined, 'full', 'blocked']);
    } else if (chance < 0.012) {
      // What a closed page had not kept, it had said.
      const mine = own.get(tab) ?? [];
      const held = mine.some(({ name, made }) => {
        const here = tab.store.get(name);
        return here !== undefined && write(here) === made && !disk.ever.has(made);
      });
      if (held && tab.store.trouble === undefined) faults.push('closed without a word');
      for (const writing of mine) writing.lost = !disk.ever.has(writing.made);
      editors.delete(tab);
      undoable.delete(tab);
      own.set(tab, []);
      tab.reload();
    } else if (chance < 0.3) {
      tab.hear();
    } else {
      doing(tab, () => one(actions)(tab, anyPaper()));
    }
  }

  disk.trouble = undefined;
  const settle = (): void => {
    for (const tab of tabs) tab.store.flush();
    while (tabs.map((tab) => tab.hear()).includes(true));
  };
  settle();

  // Both pages agree with what is kept.
  const ends = new Map(
    [...disk.kept].map(([key, { text }]) => [key.slice(prefix.length), text] as const),
  );
  for (const { store } of tabs) {
    const seen = Array.from(store.all(), ([name, it]) => [name, write(it)] as const);
    const agrees = seen.length === ends.size && seen.every(([name, it]) => ends.get(name) === it);
    if (!agrees || store.trouble !== undefined) faults.push('the pages do not agree');
  }
  // Every name that was written is there, and nothing stands that somebody had seen and replaced.
  for (const { name, made, instead, lost } of writings) {
    const end = ends.get(name);
    if (!lost && (end === undefined || (end === instead && instead !== made)))
      faults.push(`${name}: ${made} is lost, there is ${end}`);
  }
  // The text of a note is there, unless somebody who saw it wrote another, before or at the same time.
  const insteadOf = new Map(writings.map(({ name, made, instead }) => [name + made, instead]));
  const takings = Map.groupBy(
    writings.filter(({ made }) => read(made)?.value === null),
    ({ name }) => name,
  );
  const { papers } = library(tabs[0]);
  for (const { name, made, lost } of writings) {
    const { paper, kind } = parseName(name);
    const text = read(made)?.value;
    if (kind !== 'note' || typeof text !== 'string' || lost) continue;
    const before = new Set<string>();
    for (let at = insteadOf.get(name + made); at; at = insteadOf.get(name + at)) before.add(at);
    if (takings.get(name)?.some(({ made }) => !before.has(made))) continue;
    if (!papers.get(paper)?.note.split('\n\n').includes(text))
      faults.push(`${name}: ${text} is lost`);
  }
  return faults;
}

const fuzz = process.env['OFFPRINT_FUZZ'] !== undefined;
const seed = Number(process.env['OFFPRINT_SEED'] ?? 20250311);

const lives = Array.from({ length: fuzz ? 100 : 3 }, (_, life) => seed + life);

it.each(lives)('loses nothing in two pages, through failures and reloads (%i)', (life) => {
  expect(live(life, 1000)).toEqual([]);
});
