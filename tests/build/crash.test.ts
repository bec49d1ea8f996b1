import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository, run } from '../project.ts';

const papers = 400;
/** OFFPRINT_FUZZ asks for more. */
const kills = process.env['OFFPRINT_FUZZ'] === undefined ? 15 : 50;

const words = 'archive digest entry paper reader topic search index margin binding'.split(' ');
const digest = Array.from({ length: papers }, (_, n) => {
  const subject = `${words[n % 10]} ${words[Math.floor(n / 10) % 10]} number ${n}`;
  return `On the ${subject}\n\nWe study the ${subject} and show in three experiments that it can be read for a long time by everybody.`;
}).join('\n\n');

let folder: string;
let file: string;
let expected: Map<string, string>;

const add = join(repository, 'scripts', 'add.ts');

async function entriesOf(root: string): Promise<Map<string, string>> {
  const path = join(root, 'content', 'papers');
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

/** Starts `add` and kills it after some milliseconds, without a chance to tidy up. */
function killedAfter(root: string, milliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [add, '--root', root, file], { stdio: 'ignore' });
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
    const rounds = 5;
    for (let round = 0; round < rounds; round++) {
      await rm(root, { recursive: true, force: true });
      await mkdir(root);
      for (let n = 0; n < kills / rounds; n++) {
        // Most of the time goes by before anything is written; most kills shall come after that.
        await killedAfter(root, duration * (0.3 + (0.8 * (n * rounds + round)) / kills));
        await expectWhole(root);
      }
      expect((await run(root, [add, '--root', root, file])).code).toBe(0);
      expect(await entriesOf(root)).toEqual(expected);
      const left = await readdir(join(root, 'content'), { recursive: true });
      expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    }
  });
});

/** Every file that is there is the file it should be, to the last byte. */
async function expectWhole(root: string): Promise<void> {
  const entries = await entriesOf(root);
  expect(Object.fromEntries(entries)).toEqual(
    Object.fromEntries([...entries.keys()].map((name) => [name, expected.get(name)])),
  );
  const captures = await readdir(join(root, 'content', 'digests')).catch(() => []);
  for (const capture of captures.filter((name) => !name.startsWith('.'))) {
    expect(await readFile(join(root, 'content', 'digests', capture), 'utf8')).toBe(digest);
  }
}
