import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FolderWatch } from '../../src/loaders/watch-folders.ts';

let root: string;
let papers: string;
let watch: FolderWatch;
let told: string[];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'offprint-watch-'));
  papers = join(root, 'papers');
  await mkdir(join(papers, '2024'), { recursive: true });
  await writeFile(join(papers, '2024', 'tea.md'), 'Tea');
  told = [];
  watch = new FolderWatch([papers, join(root, 'notes')], {
    emit: (event: string, about: unknown) => void told.push(`${event} ${String(about)}`),
  });
});
afterEach(async () => {
  watch.close();
  await rm(root, { recursive: true });
});

/** What is told of the next changes, without the path of the archive. */
async function hear(...expected: readonly string[]): Promise<void> {
  const all = () => new Set(told.map((text) => text.replace(root, '').replaceAll('\\', '/')));
  await vi.waitFor(() => expect(all()).toEqual(new Set(expected)), 5000);
  told = [];
}

it('tells of a file that is new, saved, saved by way of another, and gone', async () => {
  const file = join(papers, 'frogs.md');
  await writeFile(file, 'Frogs');
  await hear('change /papers/frogs.md');
  await writeFile(file, 'More frogs');
  await hear('change /papers/frogs.md');
  await writeFile(join(root, 'aside'), 'Frogs again');
  await rename(join(root, 'aside'), file);
  await hear('change /papers/frogs.md');
  await rm(file);
  await hear('unlink /papers/frogs.md');
  expect(told).toEqual([]);
});

it('tells of a file that is written in steps once', async () => {
  const file = join(papers, '2024', 'tea.md');
  await writeFile(file, '');
  await writeFile(file, 'Green tea');
  await hear('change /papers/2024/tea.md');
  expect(told).toEqual([]);
});

it('looks into folders that are made, renamed and made again', async () => {
  await mkdir(join(root, 'notes'));
  await hear('addDir /notes');
  await writeFile(join(root, 'notes', 'tea.md'), 'Hot');
  await hear('change /notes/tea.md');
  await rename(join(papers, '2024'), join(papers, '2025'));
  await hear('unlink /papers/2024', 'addDir /papers/2025');
  await writeFile(join(papers, '2025', 'tea.md'), 'Black tea');
  await hear('change /papers/2025/tea.md');
  await rm(papers, { recursive: true });
  await mkdir(papers);
  await vi.waitFor(() => expect(told.join()).toContain(`addDir ${papers}`), 5000);
  told = [];
  await writeFile(join(papers, 'rice.md'), 'Rice');
  await hear('change /papers/rice.md');
});

it('tells of the file that a link leads to, and of nothing beside its folders', async () => {
  const file = join(root, 'linked.md');
  await writeFile(file, 'Boats');
  await symlink(file, join(papers, 'boats.md'));
  await hear('change /papers/boats.md');
  await writeFile(file, 'Ships');
  await hear('change /papers/boats.md');
  await writeFile(join(root, 'site.yaml'), 'title: Boats');
  await writeFile(join(papers, 'soap.md'), 'Soap');
  await hear('change /papers/soap.md');
  expect(told).toEqual([]);
});
