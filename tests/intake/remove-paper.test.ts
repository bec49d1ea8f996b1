import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDigests, readEntries } from '../../src/entries/files.ts';
import { bringInStep } from '../../src/entries/in-step.ts';
import { removePaper, restorePaper } from '../../src/intake/remove-paper.ts';
import { takeIn } from '../../src/intake/take-in.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'offprint-paper-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const add = (fileName: string, text: string) =>
  takeIn(root, [{ source: fileName, fileName, bytes: Buffer.from(text), changed: '2025-03-20' }], {
    dryRun: false,
  });

const list = 'title,year\nQuay Walls Under Load,2021\nTides at Old Harbours,2022\n';
const entry = (id: string): string => join(root, 'archive/papers', `${id}.md`);
const stone = (id: string): Promise<string> =>
  readFile(join(root, 'archive/removed', `${id}.md`), 'utf8');
const options = { reason: '', withdrawn: false, dryRun: false, today: '2026-11-30' };

/** What a build does with the archive: the entries that are there then. */
async function entriesAfterBuild(): Promise<string[]> {
  const { digests } = await readDigests(root);
  await bringInStep(root, digests, { records: new Map(), entries: await readEntries(root) });
  return (await readdir(join(root, 'archive/papers'))).toSorted();
}

describe('removing a paper', () => {
  it('keeps it away from every build and every later digest', async () => {
    await add('2025-03-11-one.csv', list);
    const done = await removePaper(root, 'papers/tides-at-old-harbours/', {
      ...options,
      reason: 'A duplicate.',
    });
    expect(done).toMatchObject({
      ok: true,
      files: ['archive/papers/tides-at-old-harbours.md'],
      captures: ['archive/digests/2025-03-11-one.csv:3'],
    });
    expect(await stone('tides-at-old-harbours')).toMatch(
      /^---\nremoved: 2026-11-30\ntitle: Tides at Old Harbours\nkeys:\n {2}- title:\w{24}\n---\n\nA duplicate\.\n$/,
    );
    expect(await entriesAfterBuild()).toEqual(['quay-walls-under-load.md']);
    await add('2025-04-01-two.csv', 'title,year\nTides at old harbours,2022\nLocks,2024\n');
    expect(await entriesAfterBuild()).toEqual(['locks.md', 'quay-walls-under-load.md']);
  });

  it('tells no title of one that was withdrawn, not even if it was told before', async () => {
    await add('2025-03-11-one.csv', list);
    await removePaper(root, 'tides-at-old-harbours', options);
    await removePaper(root, 'tides-at-old-harbours', { ...options, withdrawn: true });
    const text = await stone('tides-at-old-harbours');
    expect(text).toMatch(/^withdrawn: true$/m);
    expect(text).not.toContain('Tides');
    expect(await entriesAfterBuild()).toEqual(['quay-walls-under-load.md']);
  });

  it('is taken back byte for byte, edits included', async () => {
    await add('2025-03-11-one.csv', list);
    const id = 'quay-walls-under-load';
    const edited = (await readFile(entry(id), 'utf8')).replace('Quay', 'Quayside');
    await writeFile(entry(id), edited);
    await removePaper(root, id, options);
    expect(await entriesAfterBuild()).toEqual(['tides-at-old-harbours.md']);
    expect(await restorePaper(root, id, options)).toEqual({ id, files: true });
    expect(await readFile(entry(id), 'utf8')).toBe(edited);
    expect((await readEntries(root)).tombstones).toEqual([]);
  });

  it('changes nothing in a dry run, nor for a paper that is not there', async () => {
    await add('2025-03-11-one.csv', list);
    const before = await readdir(root, { recursive: true });
    await removePaper(root, 'quay-walls-under-load', { ...options, dryRun: true });
    expect(await removePaper(root, 'quay-walls-under-lode', options)).toMatchObject({
      problem: expect.stringContaining('quay-walls-under-load'),
    });
    expect(await readdir(root, { recursive: true })).toEqual(before);
  });

  it('is told what is wrong with its file', async () => {
    await add('2025-03-11-one.csv', list);
    await removePaper(root, 'quay-walls-under-load', options);
    await writeFile(
      join(root, 'archive/removed/quay-walls-under-load.md'),
      '---\nremoved: soon\nwithdrawn: true\n---\n',
    );
    const { problems } = await readEntries(root);
    expect(problems.map(({ code }) => code)).toEqual(['removed/schema']);
  });
});
