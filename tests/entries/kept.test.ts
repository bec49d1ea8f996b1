/** With what is kept of an archive, all that is read and planned is as without, whatever happened to it in between. */
import fc from 'fast-check';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  accountsFile,
  papersFolder,
  digestsFolder,
  recordsFolder,
} from '../../src/archive-folder.ts';
import { accountOf } from '../../src/entries/accounts.ts';
import {
  keepAccounts,
  planFor,
  readDigests,
  readEntries,
  writeEntries,
} from '../../src/entries/files.ts';
import { knownWith, marksOfEntry } from '../../src/entries/marks.ts';
import type { Aids } from '../../src/entries/owner-files.ts';
import { readRecords } from '../../src/entries/records/files.ts';
import { Seen } from '../../src/entries/seen.ts';
import { untilSettled } from '../../src/entries/unopened.ts';
import { digestData } from '../../src/loaders/digest-data.ts';
import { Store } from '../../src/store/store.ts';
import { runs } from '../runs.ts';
import { breaks, edits } from './edits.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kept-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const storeFile = (): string => join(root, 'facts.sqlite');

/** All that is read and planned, opened to the last text. */
async function whole(aids: Aids) {
  const seen = new Seen();
  const all = { ...aids, seen };
  const reading = await readDigests(root, all);
  const { digests, problems: ofDigests } = reading;
  const entries = await readEntries(root, all);
  const { records, problems: ofRecords } = await readRecords(root, all);
  const plan = planFor(digests, entries, records, aids.store);
  return {
    seen: seen.fingerprint(),
    problems: [ofDigests, entries.problems, ofRecords, plan.problems],
    unreadable: entries.unreadable,
    removed: [...entries.removed],
    writes: plan.writes,
    placements: plan.placements.map(({ digest, id, key, removed, paper }) => [
      digest,
      id,
      key,
      removed,
      paper.title,
      paper.lines,
      paper.record,
    ]),
    edited: plan.edited.map(({ id, hash, text, today, captured }) => [
      id,
      hash,
      text,
      today,
      captured,
    ]),
    data: [...digestData(reading, aids.store)],
    digests: digests.map((digest) => [
      digest.name,
      digest.file,
      digest.hash,
      accountOf(digest),
      digest.text,
      digest.parsed,
    ]),
    records: [...records.values()].map(({ id, data, body, text }) => [id, data, body, text]),
    entries: entries.entries.map((stored) => [
      stored.entry.id,
      stored.entry.data,
      stored.entry.body,
      stored.text,
      marksOfEntry(stored).hash,
      marksOfEntry(stored).edited,
      knownWith(stored, records),
    ]),
  };
}

/** What a run does with the archive: as `npm run add` and builds do. */
async function run(store: Store | undefined): Promise<void> {
  await untilSettled(async () => {
    const { digests } = await readDigests(root, { store });
    const entries = await readEntries(root, { store });
    const { records } = await readRecords(root, { store });
    await keepAccounts(root, digests, entries);
    await writeEntries(root, planFor(digests, entries, records, store).writes);
  });
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const titles = ['Frogs of the Pond', 'Newts at Night', 'A Survey of Toads', 'Tadpoles, Counted'];

const papersAs = {
  txt: (chosen: readonly number[]): string =>
    [
      'Letters from the ditch, weekly',
      '',
      'Mar 11',
      '',
      ...chosen.flatMap((it) => [
        titles[it] ?? '',
        '',
        `We study ${titles[it] ?? ''} at length, in ponds and in ditches, and find that they are well.`,
        '',
      ]),
    ].join('\n'),
  csv: (chosen: readonly number[]): string =>
    [
      'title,abstract,doi',
      ...chosen.map(
        (it) =>
          `"${titles[it] ?? ''}","On these animals, again, in other words.",10.1234/pond.${it}`,
      ),
    ].join('\n'),
};

const put = (file: string, text: string | Uint8Array): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};

const filesIn = (folder: string): string[] => {
  try {
    return readdirSync(join(root, folder))
      .filter((name) => !name.startsWith('.'))
      .toSorted();
  } catch {
    return [];
  }
};

interface Step {
  readonly what: number;
  readonly which: number;
  readonly chosen: readonly number[];
}

const kinds = [...Object.values(edits), ...Object.values(breaks)];

/** What people and accidents do, each to one file. */
const events: readonly ((step: Step) => void)[] = [
  ({ which, chosen }) =>
    put(`${digestsFolder()}/2025-03-1${which % 5}-ponds.txt`, papersAs.txt(chosen)),
  ({ which, chosen }) =>
    put(`${digestsFolder()}/2025-04-1${which % 5}-ditches.csv`, papersAs.csv(chosen)),
  ({ which }) => withOne(digestsFolder(), which, (path) => rmSync(path)),
  ({ which }) =>
    withOne(digestsFolder(), which, (path) =>
      renameSync(path, path.replace(/2025-0\d/, '2025-05')),
    ),
  edit,
  edit,
  edit,
  edit,
  ({ which }) => withOne(papersFolder(), which, (path) => rmSync(path)),
  ({ which }) =>
    withOne(papersFolder(), which, (path) => renameSync(path, path.replace(/([^/]+)$/, 'my-$1'))),
  ({ which }) =>
    withOne(papersFolder(), which, (path) => {
      mkdirSync(join(root, papersFolder(), '2025'), { recursive: true });
      renameSync(path, path.replace(/([^/]+)$/, '2025/$1'));
    }),
  ({ which, chosen }) =>
    withOne(papersFolder(), which, (path) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const entry = titles[chosen[0] ?? 0] ?? '';
      put(
        `${recordsFolder()}/${name}`,
        `---\nsource: "arXiv:2409.1132${which}"\ntitle: "${entry}"\nentry: "${entry}"\nby: "title"\narxiv: "2409.1132${which}"\n---\nThe authors' own words.\n`,
      );
    }),
  ({ which }) => put(`${papersFolder()}/.removed`, `my-frogs\n2025-03-1${which % 5}-ponds:5\n`),
  ({ which }) =>
    put(
      'content/dialects.yaml',
      which % 2 === 0
        ? ''
        : '- what: greeting\n  place: banner\n  lines: Letters from the ditch, weekly\n',
    ),
  ({ which }) => accountFor((papers) => papers + (which % 3) - 1),
  damageRows,
  () => rmSync(storeFile(), { force: true }),
];

/** Has the accounts say that other numbers of papers were taken. */
function accountFor(change: (papers: number) => number): void {
  const path = join(root, accountsFile());
  if (!existsSync(path)) return;
  const changed = readFileSync(path, 'utf8').replaceAll(
    /"papers":(\d+)/g,
    (_, papers) => `"papers":${change(Number(papers))}`,
  );
  writeFileSync(path, changed);
}

function withOne(folder: string, which: number, act: (path: string) => void): void {
  const names = filesIn(folder).filter((name) => name.includes('.'));
  const name = names[which % Math.max(names.length, 1)];
  if (name !== undefined) act(join(root, folder, name));
}

function edit({ what, which }: Step): void {
  withOne(papersFolder(), which, (path) => {
    const text = readFileSync(path, 'utf8');
    const changed = kinds[(what * 7 + which) % kinds.length]?.(text, {
      at: which,
      original: true,
      edited: true,
    });
    if (changed !== undefined) writeFileSync(path, changed);
  });
}

/** A byte of the last value of each kind and of every other turns: a text of JSON stays one, and only the check sum tells. */
function damageRows(): void {
  try {
    const file = new DatabaseSync(storeFile());
    for (const { name } of file
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .all())
      file.exec(
        `UPDATE "${String(name)}" SET value = CAST(replace(CAST(value AS TEXT), 'pond', 'bond') AS BLOB) WHERE rowid % 2 = (SELECT max(rowid) % 2 FROM "${String(name)}")`,
      );
    file.close();
  } catch {
    // There is none yet.
  }
}

const step = fc.record({
  what: fc.nat(events.length - 1),
  which: fc.nat(9),
  chosen: fc.uniqueArray(fc.nat(titles.length - 1), { minLength: 1, maxLength: 4 }),
});

test('what is kept changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(step, fc.boolean()), { minLength: 2, maxLength: 12, size: 'max' }),
      async (steps) => {
        for (const name of readdirSync(root)) rmSync(join(root, name), { recursive: true });
        put(`${digestsFolder()}/2025-03-11-ponds.txt`, papersAs.txt([0, 1, 2]));
        for (const [one, isRun] of steps) {
          events[one.what]?.(one);
          // Another process each time: what the last one had in memory is gone.
          const store = new Store(process.cwd(), storeFile());
          if (isRun) await run(store);
          const warm = await untilSettled(() => whole({ store }));
          store.close();
          expect(plain(warm)).toEqual(plain(await whole({})));
        }
      },
    ),
    runs(25),
  );
}, 120_000);

test('a capture is not read again for the account of just what was read', async () => {
  put(`${digestsFolder()}/2025-03-11-ponds.txt`, papersAs.txt([0, 1, 2]));
  const store = new Store(process.cwd(), storeFile());
  const keys = async () => [...(await readDigests(root, { store })).keys.values()];
  const before = await keys();
  await run(store);
  expect(await keys()).toEqual(before);
  accountFor((papers) => papers + 1);
  expect(await keys()).not.toEqual(before);
  store.close();
});
