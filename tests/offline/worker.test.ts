import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '../../src/publish/files.ts';
import { planOffline } from '../../src/offline/plan.ts';
import { siteAt } from '../../src/publish/site-folder.ts';
import { writeWorker } from '../../src/offline/worker.ts';

let folder: string;
const worker = (): Promise<string> => readFile(join(folder, 'sw.js'), 'utf8');
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-worker-'));
  await mkdir(join(folder, 'papers', 'tea'), { recursive: true });
  await writeFile(join(folder, '404.html'), 'none');
  await writeFile(join(folder, 'index.html'), 'home');
  await writeFile(join(folder, 'papers', 'tea', 'index.html'), 'tea');
  await writeFile(join(folder, 'sw.js'), 'work();\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('writeWorker', () => {
  it.each([
    ['whole', 1000],
    ['visited', 1],
  ] as const)('tells the worker what to keep: %s', async (mode, limit) => {
    const plan = planOffline(await listFiles(folder), '/repo/', limit);
    expect(plan.mode).toBe(mode);
    await writeWorker(plan, siteAt(folder), '/repo/');
    const [facts, ...code] = (await worker()).split('\n');
    // However often it is written.
    expect(code.join('\n')).toBe('work();\n');
    const told: unknown = JSON.parse(facts?.slice('self.offprint='.length, -1) ?? '');
    expect(told).toMatchObject({
      mode,
      edition: plan.edition,
      base: '/repo/',
      ahead: plan.ahead.map(({ address, hash }) => [address, hash]),
    });
    for (const { address, hash } of plan.kept) expect(facts).toContain(`["${address}","${hash}"]`);
    expect(facts).not.toContain(folder);
    expect(await readFile(join(folder, 'edition.txt'), 'utf8')).toBe(plan.edition);
  });

  it('names the same build the same', async () => {
    const first = planOffline(await listFiles(folder), '/');
    expect(planOffline(await listFiles(folder), '/')).toEqual(first);
  });

  it('refuses a worker in parts: a classic script has no imports', async () => {
    const plan = planOffline(await listFiles(folder), '/');
    await writeFile(join(folder, 'sw.js'), 'import{a}from"./a.js";a();\n');
    await expect(writeWorker(plan, siteAt(folder), '/')).rejects.toThrow('not one script');
  });
});
