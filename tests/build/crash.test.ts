import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainEnvironment, repository, run } from '../project.ts';

const papers = 200;
/** OFFPRINT_FUZZ asks for more. */
const kills = process.env['OFFPRINT_FUZZ'] === undefined ? 8 : 50;

const words = 'archive digest entry paper reader topic search index margin binding'.split(' ');
const digest = Array.from({ length: papers }, (_, n) => {
  const subject = `${words[n % 10]} ${words[Math.floor(n / 10) % 10]} number ${n}`;
  return `On the ${subject}\n\nWe study the ${subject} and show in three experiments that it can be read for a long time by everybody.`;
}).join('\n\n');

let folder: string;
let file: string;
let expected: Map<string, string>;

const add = join(repository, 'scripts', 'add.ts');
const remove = join(repository, 'scripts', 'remove.ts');

async function entriesOf(root: string): Promise<Map<string, string>> {
  const path = join(root, 'archive', 'papers');
  const names = await readdir(path).catch(() => []);
  return new Map(
    await Promise.all(
      names
        .filter((name) => name.endsWith('.md'))
        .toSorted()
        .map(async (name) => [name, await readFile(join(path, name), 'utf8')] as const),
    ),
  );
}

/** Starts a script and kills it after some milliseconds, without a chance to tidy up. */
function killedAfter(args: readonly string[], milliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'ignore', env: plainEnvironment() });
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-crash-'));
  file = join(folder, '2025-03-11-long.txt');
  await writeFile(file, digest);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('an interrupted add', () => {
  it(`loses nothing and leaves no half file, killed at ${kills} moments`, async () => {
    const whole = join(folder, 'whole');
    await mkdir(whole);
    const start = performance.now();
    expect((await run(whole, [add, '--root', whole, file])).code).toBe(0);
    const duration = performance.now() - start;
    expected = await entriesOf(whole);
    expect(expected.size).toBe(papers);

    const root = join(folder, 'killed');
    const rounds = 2;
    for (let round = 0; round < rounds; round++) {
      await rm(root, { recursive: true, force: true });
      await mkdir(root);
      for (let n = 0; n < kills / rounds; n++) {
        // Most of the time goes by before anything is written; most kills shall come after that.
        const moment = duration * (0.3 + (0.8 * (n * rounds + round)) / kills);
        await killedAfter([add, '--root', root, file], moment);
        await expectWhole(root);
      }
      expect((await run(root, [add, '--root', root, file])).code).toBe(0);
      expect(await entriesOf(root)).toEqual(expected);
      const left = await readdir(join(root, 'archive'), { recursive: true });
      expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    }
  });
});

describe('an interrupted remove', () => {
  it(`is finished by the next, and leaves no half file, killed at ${(kills * 3) / 4} moments`, async () => {
    const before = join(folder, 'before');
    await mkdir(before);
    const other = join(folder, '2025-03-10-other.txt');
    // Half of its papers are the other digest's, too.
    await writeFile(other, digest.slice(0, digest.indexOf('On the', digest.length / 2)).trim());
    expect((await run(before, [add, '--root', before, other])).code).toBe(0);
    const whole = join(folder, 'both');
    await cp(before, whole, { recursive: true });
    expect((await run(whole, [add, '--root', whole, file])).code).toBe(0);
    const [old, all] = [await contentOf(before), await contentOf(whole)];
    const root = join(folder, 'taken-back');
    const command = [remove, '--root', root, '2025-03-11-long'];
    const fresh = async (): Promise<void> => {
      await rm(root, { recursive: true, force: true });
      await cp(whole, root, { recursive: true });
    };
    await fresh();
    const start = performance.now();
    expect((await run(root, command)).code).toBe(0);
    const duration = performance.now() - start;
    expect(await contentOf(root)).toEqual(old);

    const rounds = 2;
    for (let round = 0; round < rounds; round++) {
      await fresh();
      for (let n = 0; n < (kills * 3) / 8; n++) {
        await killedAfter(command, duration * (0.5 + (0.5 * (n * rounds + round)) / kills));
        for (const [file, text] of await contentOf(root)) {
          const allowed = [all.get(file), old.get(file), ...(file.endsWith('.tmp') ? [text] : [])];
          expect(allowed).toContain(text);
        }
      }
      // Where it had come to its end, there is no such digest any more.
      expect([0, 2]).toContain((await run(root, command)).code);
      expect(await contentOf(root)).toEqual(old);
    }
  });
});

/** Every file below `content`, to the last byte. */
async function contentOf(root: string): Promise<Map<string, string>> {
  const items = await readdir(join(root, 'archive'), { recursive: true, withFileTypes: true });
  const files = items
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));
  const texts = files.toSorted().map(async (path) => {
    return [path.slice(root.length), await readFile(path, 'utf8')] as const;
  });
  return new Map(await Promise.all(texts));
}

/** Every file that is there is the file it should be, to the last byte. */
async function expectWhole(root: string): Promise<void> {
  const entries = await entriesOf(root);
  expect(Object.fromEntries(entries)).toEqual(
    Object.fromEntries([...entries.keys()].map((name) => [name, expected.get(name)])),
  );
  const captures = await readdir(join(root, 'archive', 'digests')).catch(() => []);
  for (const capture of captures.filter((name) => !name.startsWith('.'))) {
    expect(await readFile(join(root, 'archive', 'digests', capture), 'utf8')).toBe(digest);
  }
}
