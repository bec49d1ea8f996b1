/** With what is kept of an archive at rest, a digest is added as to the whole archive, whatever happened in between. */
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
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findAtRest } from '../../src/entries/at-rest.ts';
import { Seen } from '../../src/entries/seen.ts';
import { takeIn } from '../../src/intake/take-in.ts';
import { Store } from '../../src/store/store.ts';
import { edits } from '../entries/edits.ts';
import { runs } from '../runs.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'at-rest-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** Papers that share titles, words of titles, ids and links; and some that share nothing. */
const papers = [
  { title: 'Soap films in the attic of a small museum', doi: '10.1234/soap' },
  { title: 'Soap films in the attic of a large museum', doi: '10.1234/soap' },
  { title: 'Soap films in the attic of a small museum', arxiv: '2501.00001' },
  { title: 'Soap films in the attic of a small museum', arxiv: '2501.00002' },
  { title: 'Frogs and the weather of last year', arxiv: '2501.00003' },
  { title: 'Toads and the weather of last year', arxiv: '2501.00003' },
  {
    title: 'Frogs and the weather of last year',
    url: 'https://openreview.net/forum?id=aBcD1234xY',
  },
  { title: 'Toads', url: 'https://openreview.net/forum?id=aBcD1234xY' },
  { title: 'Kilns that burn without any smoke at all' },
  { title: 'KILNS that burn: without any smoke at all!' },
  { title: 'Sand' },
  { title: 'Sand, and what it is made of', url: 'https://openreview.net/forum?id=zZzZ1234xY' },
] as const;
type Paper = { title: string; doi?: string; arxiv?: string; url?: string };

const bibtex = (chosen: readonly Paper[]): string =>
  chosen
    .map(({ title, doi, arxiv, url }, at) => {
      const fields = [
        `title = {${title}}`,
        `author = {Anna Berg and Carl Dorn}`,
        `abstract = {We study one thing after another and say what we have seen of it.}`,
        ...(doi === undefined ? [] : [`doi = {${doi}}`]),
        ...(arxiv === undefined ? [] : [`eprint = {${arxiv}}, archivePrefix = {arXiv}`]),
        ...(url === undefined ? [] : [`url = {${url}}`]),
      ];
      return `@article{key${at},\n  ${fields.join(',\n  ')}\n}\n`;
    })
    .join('\n');

/** A list of links names papers by their addresses alone. */
const links = (chosen: readonly Paper[]): string =>
  chosen.map(({ url = 'https://openreview.net/forum?id=eFgH5678xY' }) => `${url}\n`).join('\n');

const folders = ['with', 'without'] as const;
const papersOf = (folder: string): string => join(root, folder, 'archive', 'papers');

/** All files of an archive. */
function filesOf(folder: string): [string, string][] {
  const at = join(root, folder, 'archive');
  if (!existsSync(at)) return [];
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map(({ parentPath, name }): [string, string] => {
      const path = join(parentPath, name);
      return [path.slice(at.length), readFileSync(path, 'latin1')];
    })
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

const storeOf = (): string => join(root, 'facts.sqlite');

interface Step {
  readonly days: readonly number[];
  readonly chosen: readonly number[];
  readonly isList: boolean;
  readonly isDry: boolean;
}

/** Adds digests to both archives. @returns whether the one was found at rest */
async function add(steps: readonly Step[]): Promise<boolean> {
  const sources = steps.flatMap(({ days, chosen, isList }) =>
    days.map((day) => {
      const its = chosen.flatMap((at) => papers[at] ?? []);
      const fileName = `2025-03-${String(day).padStart(2, '0')}-list.${isList ? 'txt' : 'bib'}`;
      const bytes = Buffer.from(isList ? links(its) : bibtex(its));
      return { source: fileName, fileName, bytes, changed: '2025-04-01' };
    }),
  );
  const dryRun = steps.some(({ isDry }) => isDry);
  const store = new Store(process.cwd(), storeOf());
  const isAtRest = (await findAtRest(join(root, 'with'), store, new Seen())) !== undefined;
  const kept = await takeIn(join(root, 'with'), sources, { dryRun, yes: true, store });
  store.close();
  const plain = await takeIn(join(root, 'without'), sources, { dryRun, yes: true });
  expect(kept).toEqual(plain);
  expect(filesOf('with')).toEqual(filesOf('without'));
  return isAtRest;
}

/** Does the same to an entry of both archives. */
function toEntry(at: number, work: (path: string, folder: string) => void): void {
  for (const folder of folders) {
    const names = existsSync(papersOf(folder)) ? readdirSync(papersOf(folder)).toSorted() : [];
    const name = names[at % Math.max(names.length, 1)];
    if (name?.endsWith('.md')) work(join(papersOf(folder), name), folder);
  }
}

const editNames = Object.keys(edits);

/** What happens between two digests. */
const events: Readonly<Record<string, (at: number) => void>> = {
  nothing: () => undefined,
  'an edit': (at) =>
    toEntry(at, (path) => {
      const edit = edits[editNames[at % editNames.length] ?? ''];
      const text = readFileSync(path, 'utf8');
      const changed = edit?.(text, { at, original: true, edited: false });
      if (changed !== undefined) writeFileSync(path, changed);
    }),
  'an entry deleted': (at) => toEntry(at, (path) => rmSync(path)),
  'an entry renamed': (at) =>
    toEntry(at, (path, folder) => renameSync(path, join(papersOf(folder), `renamed-${at}.md`))),
  'an entry damaged': (at) => toEntry(at, (path) => writeFileSync(path, '---\ntitle: [\n')),
  'an entry moved': (at) =>
    toEntry(at, (path, folder) => {
      mkdirSync(join(papersOf(folder), 'below'), { recursive: true });
      renameSync(path, join(papersOf(folder), 'below', `moved-${at}.md`));
    }),
  'a digest deleted': (at) => {
    for (const folder of folders) {
      const digests = join(root, folder, 'archive', 'digests');
      const names = existsSync(digests) ? readdirSync(digests).toSorted() : [];
      const name = names[at % Math.max(names.length, 1)];
      if (name !== undefined) rmSync(join(digests, name));
    }
  },
  'a digest dropped in': (at) => {
    for (const folder of folders) {
      const digests = join(root, folder, 'archive', 'digests');
      if (!existsSync(digests)) continue;
      const its = [papers[at % papers.length] ?? papers[0]];
      writeFileSync(join(digests, `2025-02-${10 + (at % 10)}-dropped.bib`), bibtex(its));
    }
  },
  'a paper removed': (at) => {
    for (const folder of folders)
      if (existsSync(papersOf(folder)))
        writeFileSync(join(papersOf(folder), '.removed'), at % 2 ? 'sand\n' : '2501.00003\n');
  },
  'the accounts lost': () => {
    for (const folder of folders)
      rmSync(join(root, folder, 'archive', 'accounts.jsonl'), { force: true });
  },
  'the store lost': () => {
    for (const end of ['', '-wal', '-shm']) rmSync(storeOf() + end, { force: true });
  },
  'the store damaged': (at) => {
    if (!existsSync(storeOf())) return;
    const database = new DatabaseSync(storeOf());
    for (const table of ['at-rest', 'at-rest-parts', 'capture-marks', 'files'].slice(at % 4))
      try {
        database.exec(`UPDATE "${table}" SET value = substr(value, 2) WHERE rowid % 2 = ${at % 2}`);
      } catch {
        // It is not there yet.
      }
    database.close();
  },
  'parts of the store lost': (at) => {
    if (!existsSync(storeOf())) return;
    const database = new DatabaseSync(storeOf());
    try {
      database.exec(`DELETE FROM "at-rest-parts" WHERE rowid % 3 = ${at % 3}`);
      database.exec(`DELETE FROM "captures" WHERE rowid % 2 = ${at % 2}`);
    } catch {
      // They are not there yet.
    }
    database.close();
  },
};

const first = { chosen: [0, 4, 8], isList: false, isDry: false };

test('an archive at rest stays so from digest to digest', async () => {
  const found: boolean[] = [];
  for (const [at, chosen] of [
    [0, 4, 8],
    [1, 5],
    [2, 10],
    [7, 9],
    [3, 11],
  ].entries())
    found.push(await add([{ ...first, chosen, days: [11 + at] }]));
  expect(found).toEqual([false, true, true, true, true]);
  // It was there already, and an older one was not.
  expect(await add([{ ...first, days: [11] }])).toBe(true);
  expect(await add([{ ...first, chosen: [1, 6, 10, 11], days: [2] }])).toBe(true);
});

test('an edit is noticed', async () => {
  await add([{ ...first, days: [11] }]);
  toEntry(0, (path) => {
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/^title: .*$/m, 'title: "Sand"'));
  });
  expect(await add([{ ...first, chosen: [10], days: [12] }])).toBe(false);
});

const step = fc.record({
  event: fc.constantFrom('nothing', 'nothing', 'nothing', ...Object.keys(events)),
  at: fc.nat({ max: 60 }),
  days: fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 2 }),
  chosen: fc.array(fc.nat({ max: papers.length - 1 }), { minLength: 1, maxLength: 4 }),
  isList: fc.constantFrom(false, false, true),
  isDry: fc.constantFrom(false, false, false, true),
});

test('whatever happens in between, all is as without it', async () => {
  let rested = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
      for (const folder of folders) rmSync(join(root, folder), { recursive: true, force: true });
      events['the store lost']?.(0);
      for (const { event, at, ...given } of steps) {
        events[event]?.(at);
        if (await add([given])) rested++;
      }
    }),
    runs(25),
  );
  expect(rested).toBeGreaterThan(0);
}, 600_000);
