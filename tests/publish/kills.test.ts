/**
 * Made-up sites that are brought up to date by made-up builds, killed at every single thing that they do to the file
 * system, and meddled with in between: what a build finishes is its site and nothing else.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { publish, tidy, update } from '../../src/publish/aside.ts';
import { manifestName, writeManifest } from '../../src/publish/manifest.ts';
import { remember, writeRecord } from '../../src/publish/record.ts';
import { SiteFolder } from '../../src/publish/site-folder.ts';
import { standingSite } from '../../src/publish/standing.ts';
import { treeOf, type Tree } from '../build/histories/tree.ts';
import { runs } from '../runs.ts';

/** What changes something, and may be the last that a process does. */
const names = [
  'renameSync',
  'rmSync',
  'rmdirSync',
  'mkdirSync',
  'writeFileSync',
  'unlinkSync',
] as const;
const real = Object.fromEntries(names.map((name) => [name, fs[name]]));

/** How much a process may still do; what it does last is done by half, if that can be. */
let left = Infinity;
let done = 0;

/** Half of what a call would have done. */
function half(name: string, [path, content]: unknown[]): void {
  if (name === 'writeFileSync') {
    const text = String(content);
    Reflect.apply(real['writeFileSync'] ?? fail, fs, [path, text.slice(0, text.length / 2)]);
  }
  if (name !== 'rmSync' || typeof path !== 'string') return;
  const first = [...treeOf(path)].find(([, what]) => what !== 'folder');
  if (first) Reflect.apply(real['unlinkSync'] ?? fail, fs, [join(path, first[0])]);
}

function fail(): never {
  throw new Error('killed');
}

beforeAll(() => {
  for (const name of names) {
    const whole = real[name] ?? fail;
    Reflect.set(fs, name, (...args: unknown[]) => {
      if (left === 0) fail();
      left -= 1;
      done += 1;
      if (left > 0) return Reflect.apply(whole, fs, args);
      half(name, args);
      return fail();
    });
  }
  syncBuiltinESMExports();
});
let root = '';
afterEach(() => {
  left = Infinity;
  vi.useRealTimers();
  fs.rmSync(root, { recursive: true, force: true });
});
afterAll(() => {
  for (const name of names) Reflect.set(fs, name, real[name]);
  syncBuiltinESMExports();
});

/** A site: texts by path. Names are few, so that a file comes where a folder was, and a folder where a file was. */
type Site = Readonly<Record<string, string>>;

const path = fc
  .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('/'));
const site: fc.Arbitrary<Site> = fc
  .array(fc.tuple(path, fc.constantFrom('one', 'two', 'six', 'three')), { maxLength: 8 })
  .map((files) => {
    const chosen = new Map<string, string>();
    for (const [at, text] of files) {
      const clash = [...chosen.keys()].some(
        (it) => it.startsWith(`${at}/`) || at.startsWith(`${it}/`),
      );
      if (!clash) chosen.set(at, text);
    }
    return { 'index.html': 'home', ...Object.fromEntries(chosen) };
  });

/** No process has it: Linux gives numbers up to 4,194,304. */
let dead = 900_000_000;

const write = (file: string, text: string): void => {
  fs.mkdirSync(dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
};

/** A build: what it does after all files of its site are known. @param old whether files seem long settled to it */
async function build(files: Site, old: boolean): Promise<void> {
  const dist = join(root, 'dist');
  tidy(dist);
  const made = join(root, `.dist.${(dead += 1)}.new`);
  const now = { madeWith: 'engine', settings: '{}' };
  if (old) {
    await wait(5);
    vi.useFakeTimers({ now: Date.now() + 10_000, toFake: ['Date'] });
  }
  const standing = await standingSite(root, dist, now);
  const folder = new SiteFolder();
  folder.begin(made, standing);
  for (const [at, text] of Object.entries(files)) {
    if (folder.keeps(at, text)) continue;
    write(join(made, at), text);
    // Of some files nobody says what they are made of.
    if (!at.startsWith('a')) folder.mark(at, text);
  }
  fs.mkdirSync(made, { recursive: true });
  const all = await folder.list();
  const manifest = await writeManifest(made, all);
  const patch = folder.patch(all);
  if (patch) update(made, dist, patch);
  else await publish(made, dist);
  if (old) await wait(5);
  const found = remember(
    dist,
    all.map((file) => file.path),
    folder.keys,
    patch && folder.untouched(patch),
  );
  vi.useRealTimers();
  writeRecord(root, dist, { ...now, manifest, ...found });
}

/** Somebody does something to a site. */
const meddling = fc.record({
  what: fc.constantFrom(
    'nothing',
    'edit',
    'same length',
    'delete',
    'add',
    'folder',
    'link',
    'list',
    'all',
  ),
  at: fc.nat(20),
  name: path,
});

function meddle({ what, at, name }: { what: string; at: number; name: string }): void {
  const dist = join(root, 'dist');
  const files = [...treeOf(dist)].filter(([, is]) => is !== 'folder').map(([file]) => file);
  const chosen = files[at % Math.max(files.length, 1)];
  const file = join(dist, chosen ?? 'none');
  if (what === 'all') fs.rmSync(dist, { recursive: true, force: true });
  if (what === 'list') fs.rmSync(join(dist, manifestName), { force: true });
  try {
    if (what === 'add') write(join(dist, name, 'mine.txt'), 'mine');
    if (what === 'folder') fs.mkdirSync(join(dist, name), { recursive: true });
  } catch {
    // A file is in the way.
  }
  if (chosen === undefined || !fs.existsSync(file)) return;
  const { atime, mtime } = fs.lstatSync(file);
  if (what === 'edit') write(file, 'by hand');
  if (what === 'same length') {
    const text = fs.readFileSync(file, 'utf8');
    fs.writeFileSync(file, 'x'.repeat(text.length));
    fs.utimesSync(file, atime, mtime);
  }
  if (what === 'delete') fs.rmSync(file);
  if (what !== 'link') return;
  fs.renameSync(file, join(root, 'elsewhere'));
  fs.symlinkSync(join(root, 'elsewhere'), file);
}

/** What the site of a build is, made where nothing was. */
async function fresh(files: Site): Promise<Tree> {
  const before = root;
  root = fs.mkdtempSync(join(tmpdir(), 'fresh-'));
  await build(files, false);
  const tree = treeOf(join(root, 'dist'));
  fs.rmSync(root, { recursive: true });
  root = before;
  return tree;
}

const beside = (): string[] => fs.readdirSync(root).filter((name) => name.startsWith('.dist'));

const history = fc.record({
  first: site,
  others: fc.array(
    fc.record({ site, meddling, old: fc.boolean(), kill: fc.integer({ min: 1, max: 60 }) }),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
  last: site,
});

describe('a site brought up to date', () => {
  it('is the new one, killed at whatever and meddled with before', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ first, others, last }) => {
        fs.rmSync(root, { recursive: true, force: true });
        root = fs.mkdtempSync(join(tmpdir(), 'kills-'));
        await build(first, true);
        for (const step of others) {
          meddle(step.meddling);
          if (step.old) await wait(5);
          left = step.kill;
          await build(step.site, step.old).catch(() => undefined);
          left = Infinity;
        }
        await build(last, true);
        expect(Object.fromEntries(treeOf(join(root, 'dist')))).toEqual(
          Object.fromEntries(await fresh(last)),
        );
        expect(beside()).toEqual([]);
      }),
      runs(20),
    );
  });

  it('is the one before or the new one, after each single thing that a killed build did', async () => {
    await fc.assert(
      fc.asyncProperty(site, site, async (before, after) => {
        const [one, other] = [await fresh(before), await fresh(after)];
        for (let kill = 1, killed = true; killed; kill++) {
          fs.rmSync(root, { recursive: true, force: true });
          root = fs.mkdtempSync(join(tmpdir(), 'kills-'));
          await build(before, true);
          [left, done] = [kill, 0];
          await build(after, true).catch(() => undefined);
          killed = done === kill;
          left = Infinity;
          tidy(join(root, 'dist'));
          const found = Object.fromEntries(treeOf(join(root, 'dist')));
          expect([Object.fromEntries(one), Object.fromEntries(other)]).toContainEqual(found);
          expect(beside()).toEqual([]);
        }
      }),
      { numRuns: Math.ceil(runs(16).numRuns / 8) },
    );
  });
});
