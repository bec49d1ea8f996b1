/** Long lives of small archives: digests come, people edit, break, mend, rename and delete; nothing of theirs is lost. */
import fc from 'fast-check';
import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { entryFile } from '../../src/archive-folder.ts';
import type { CapturedPaper } from '../../src/digest/model.ts';
import { readEntryFile } from '../../src/entries/entry-file.ts';
import { slugOf } from '../../src/entries/slug.ts';
import { planSync } from '../../src/entries/sync.ts';
import { breaks, edits } from './edits.ts';
import type { StoredEntry } from '../../src/entries/model.ts';
import type { SyncDigest } from '../../src/entries/placing.ts';

const names = ['Frogs', 'Pond Life: A Survey', 'Newts \u00E9t\u00E9', '100% of Toads', '漢字'];

type Files = Map<string, Buffer>;

interface Archive {
  readonly digests: SyncDigest[];
  readonly files: Files;
  /** What people saved last, by file: theirs, byte for byte. */
  readonly theirs: Files;
  /** The last text that could be read, by file. */
  readonly good: Map<string, string>;
  /** What the loader wrote last of a file that nobody had edited. */
  readonly ours: Map<string, string>;
}

const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

function plan({ digests, files }: Pick<Archive, 'digests' | 'files'>) {
  const entries: StoredEntry[] = [];
  const unreadable: { id: string; text: string }[] = [];
  for (const [id, bytes] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const reading = readEntryFile(`${id}.md`, entryFile(id), bytes);
    if (reading.ok) entries.push(reading.stored);
    else unreadable.push({ id, text: reading.text });
  }
  return { entries, unreadable, ...planSync({ digests, entries, unreadable }) };
}

/** The front of a file as any reader of YAML sees it. */
function frontOf(text: string): Record<string, unknown> {
  const yaml = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?\r?\n)---[ \t]*(?:\r?\n|$)/.exec(text)?.[1] ?? '';
  return { ...(parse(yaml) as object) };
}

/** Whether the one text is the other with something put in at one place. */
function isInsertion(before: string, after: string): boolean {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  return after.endsWith(before.slice(start)) && after.length >= before.length;
}

/** Whether all that a person wrote stands in the new text as before, and new listings behind theirs. */
function isUnharmed(was: string, is: string): boolean {
  const [{ digests: old, ...others }, { digests: now, ...rest }] = [frontOf(was), frontOf(is)];
  return (
    isInsertion(was, is) &&
    isDeepStrictEqual(rest, others) &&
    Array.isArray(old) &&
    Array.isArray(now) &&
    isDeepStrictEqual(now.slice(0, old.length), old)
  );
}

function sync(archive: Archive): void {
  const { files, theirs, good } = archive;
  const { writes, unreadable, problems } = plan(archive);
  expect(problems.filter(({ code }) => /same-place|not-written/.test(code))).toEqual([]);
  const broken = new Set(unreadable.map(({ id }) => id));
  for (const { id, text, before } of writes) {
    expect(broken).not.toContain(id);
    const mine = theirs.get(id);
    const held = files.get(id);
    expect(before).toBe(held && hash('sha256', held));
    expect(mine === undefined || isUnharmed(utf8(mine), text)).toBe(true);
    (mine ? theirs : files).set(id, Buffer.from(text));
    if (!mine) archive.ours.set(id, text);
    files.set(id, Buffer.from(text));
    good.set(id, text);
  }
  for (const [id, bytes] of theirs) expect(files.get(id)?.equals(bytes)).toBe(true);
  const again = plan(archive);
  expect(again.writes).toEqual([]);
  // One file a paper, whether it can be read or not.
  const listed = new Set(archive.digests.flatMap(({ papers }) => papers.map(({ title }) => title)));
  expect(files.size).toBe(listed.size);
  for (const { digests } of again.entries.map(({ entry }) => entry.data)) {
    const places = digests.map((listing) => JSON.stringify(listing));
    expect(new Set(places).size).toBe(places.length);
  }
}

function addDigest(
  { digests }: Archive,
  day: number,
  chosen: readonly number[],
  inOneLine: boolean,
) {
  const id = `2025-03-${String(10 + day)}-${inOneLine ? 'a' : 'b'}`;
  if (digests.some((digest) => digest.id === id)) return;
  const papers = [...new Set(chosen)].map((number, at): CapturedPaper => ({
    title: names[number] ?? '',
    abstract: `On ${names[number] ?? ''}, at length.`,
    notation: 'plain',
    lines: inOneLine ? [1, 1] : [at * 4 + 1, at * 4 + 3],
    ...(inOneLine && { record: at + 1 }),
    facts: { venue: 'Pond Letters', authors: ['Ada Newt'], published: '2024-09-17' },
  }));
  digests.push({ id, date: id.slice(0, 10), papers });
}

/** Something that a person does to a file. */
function act(
  archive: Archive,
  { kind, file, at }: { kind: number; file: number; at: number },
): void {
  const { files, theirs, good } = archive;
  const id = [...files.keys()].toSorted()[file % Math.max(files.size, 1)];
  const bytes = id === undefined ? undefined : files.get(id);
  if (id === undefined || !bytes) return;
  const readable = readEntryFile(`${id}.md`, '', bytes).ok;
  const save = (to: Buffer): void => {
    files.set(id, to);
    theirs.set(id, to);
  };
  const kinds = [...Object.values(edits), ...Object.values(breaks)];
  const chosen = kinds[kind % (kinds.length + 3)];
  if (chosen) {
    const original = names.some((title) => slugOf(title) === id);
    const changed = readable
      ? chosen(utf8(bytes), { at, original, edited: theirs.has(id) })
      : undefined;
    if (changed === undefined) return;
    const saved = Buffer.from(changed);
    const reading = readEntryFile(`${id}.md`, '', saved);
    if (reading.ok && reading.stored.entry.data.digests.length === 0) return;
    save(saved);
    if (reading.ok) good.set(id, utf8(saved));
  } else if (kind % 3 === 0) {
    // Mended: as it was when it could be read last.
    const text = good.get(id) ?? '';
    if (readable) return;
    save(Buffer.from(text));
    if (archive.ours.get(id) === text) theirs.delete(id);
  } else if (kind % 3 === 1) {
    files.delete(id);
    theirs.delete(id);
  } else if (readable && !files.has(`my-${id}`)) {
    files.delete(id);
    files.set(`my-${id}`, bytes);
    good.set(`my-${id}`, utf8(bytes));
    archive.ours.set(`my-${id}`, archive.ours.get(id) ?? '');
    const mine = theirs.get(id);
    theirs.delete(id);
    if (mine) theirs.set(`my-${id}`, mine);
  }
}

const long = process.env['OFFPRINT_FUZZ'] !== undefined;

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.nat(999), file: fc.nat(9), at: fc.nat(999) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      day: fc.nat(9),
      chosen: fc.array(fc.nat(names.length - 1), { minLength: 1, maxLength: 4 }),
      inOneLine: fc.boolean(),
    }),
  },
);

describe('an archive in use', () => {
  it('has kinds of edits enough', () => {
    expect(Object.keys(edits).length + Object.keys(breaks).length).toBeGreaterThanOrEqual(60);
  });

  it('loses nothing that people wrote, and gets no paper twice', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 3, maxLength: long ? 60 : 12, size: 'max' }),
        (steps) => {
          const archive: Archive = {
            digests: [],
            files: new Map(),
            theirs: new Map(),
            good: new Map(),
            ours: new Map(),
          };
          addDigest(archive, 5, [0, 1, 2], false);
          sync(archive);
          for (const one of steps) {
            if ('day' in one) addDigest(archive, one.day, one.chosen, one.inOneLine);
            else act(archive, one);
            sync(archive);
          }
        },
      ),
      // A thousand long lives take minutes.
      { numRuns: long ? 1000 : 40 },
    );
  }, 120_000);
});
