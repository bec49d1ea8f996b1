import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '../../src/offline/files.ts';
import { planOffline } from '../../src/offline/plan.ts';
import { writeWorker } from '../../src/offline/worker.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-worker-'));
  await mkdir(join(folder, 'papers', 'tea'), { recursive: true });
  await writeFile(join(folder, '404.html'), 'none');
  await writeFile(join(folder, 'index.html'), 'home');
  await writeFile(join(folder, 'papers', 'tea', 'index.html'), 'tea');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('writeWorker', () => {
  it.each([
    ['whole', 1000],
    ['visited', 1],
  ] as const)('writes a worker that keeps %s', async (mode, limit) => {
    const plan = planOffline(await listFiles(folder), '/repo/', limit);
    expect(plan.mode).toBe(mode);
    expect(await writeWorker(plan, folder, '/repo/')).toEqual([]);
    const worker = await readFile(join(folder, 'sw.js'), 'utf8');
    expect(worker).toContain('/repo/404.html');
    for (const { url, integrity } of plan.kept) {
      expect(worker).toContain(`"${url}"`);
      expect(worker).toContain(integrity);
    }
    // Everything it runs is its own: no other host, no map, no path of the machine that built it.
    expect([...worker.matchAll(/importScripts\([^)]*\)/g)].join(' ')).toBe(
      'importScripts("editions.js")',
    );
    expect(worker).not.toContain('sourceMappingURL');
    expect(worker).not.toContain(folder);
    expect(await readFile(join(folder, 'edition.txt'), 'utf8')).toBe(plan.edition);
    const editions = await readFile(join(folder, 'editions.js'), 'utf8');
    expect(editions).toContain(`"edition":"${plan.edition}"`);
  });

  it('names the same build the same', async () => {
    const first = planOffline(await listFiles(folder), '/');
    expect(planOffline(await listFiles(folder), '/')).toEqual(first);
  });
});
