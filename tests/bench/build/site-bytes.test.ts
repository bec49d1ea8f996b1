import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { siteSize } from '../../../scripts/bench/build/site-bytes.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bench-'));
  await mkdir(join(folder, 'site/papers/kettles'), { recursive: true });
  await writeFile(join(folder, 'site/index.html'), 'x'.repeat(100));
  await writeFile(join(folder, 'site/papers/index.html'), 'x'.repeat(512));
  await writeFile(join(folder, 'site/papers/kettles/index.html'), 'x'.repeat(513));
  await writeFile(join(folder, 'site/empty.txt'), '');
});
afterAll(() => rm(folder, { recursive: true }));

it('counts files and bytes, by folder', async () => {
  expect(await siteSize(join(folder, 'site'))).toMatchObject({
    files: 4,
    bytes: 1125,
    folders: { '.': { files: 2, bytes: 100 }, papers: { files: 2, bytes: 1025 } },
  });
});

it.runIf(process.platform === 'linux')('knows how large the archive of them is', async () => {
  // A block a record: tar otherwise fills up to twenty. `.` is one folder more.
  execFileSync('tar', ['-b', '1', '-cf', 'site.tar', '-C', 'site', '.'], { cwd: folder });
  const { uploaded } = await siteSize(join(folder, 'site'));
  expect(uploaded + 512).toBe((await stat(join(folder, 'site.tar'))).size);
});
