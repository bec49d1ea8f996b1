import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { archiveFolder } from '../../src/archive-folder.ts';
import { noteTold, warningsTold } from '../../src/diagnostics/told.ts';
import { listFiles } from '../../src/publish/files.ts';
import { archiveState } from '../../src/publish/archive-state.ts';
import { manifestName, writeManifest } from '../../src/publish/manifest.ts';
import { remember, writeRecord } from '../../src/publish/record.ts';
import { unchangedSite } from '../../src/publish/unchanged.ts';

let root: string;
let site: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'offprint-unchanged-'));
  site = join(root, 'dist');
  await mkdir(join(archiveFolder(root), 'papers'), { recursive: true });
  await writeFile(join(archiveFolder(root), 'papers', 'kites.md'), 'Kites');
  await mkdir(site);
  await writeFile(join(site, 'index.html'), 'Kites');
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Records the site as a build leaves it. */
async function record(warnings: readonly string[] | undefined): Promise<void> {
  const files = (await listFiles(site)).filter(({ path }) => path !== manifestName);
  const manifest = await writeManifest(site, files);
  writeRecord(root, site, {
    manifest,
    madeWith: 'engine',
    settings: 'settings',
    ...(warnings && { archive: archiveState(root).hash, warnings }),
    ...remember(
      site,
      files.map(({ path }) => path),
      new Map(),
    ),
  });
}

it('a site of an archive that had warnings need not be made again, and gives them again', async () => {
  await record(['kites.md:1:1 has no string']);
  const stands = await unchangedSite(root, site, 'engine');
  expect(stands).toEqual({ files: 1, warnings: ['kites.md:1:1 has no string'] });
});

it('a site is made again when the archive, the engine or the site is another, or there were errors', async () => {
  await record([]);
  expect(await unchangedSite(root, site, 'another engine')).toBeUndefined();
  await utimes(join(archiveFolder(root), 'papers', 'kites.md'), 1, 1);
  expect(await unchangedSite(root, site, 'engine')).toBeUndefined();
  await record([]);
  expect(await unchangedSite(root, site, 'engine')).toBeDefined();
  await writeFile(join(site, 'index.html'), 'Other');
  await writeFile(join(site, 'more.html'), 'Kites');
  expect(await unchangedSite(root, site, 'engine')).toBeUndefined();
  await rm(join(site, 'more.html'));
  await writeFile(join(site, 'index.html'), 'Kites');
  await record(undefined);
  expect(await unchangedSite(root, site, 'engine')).toBeUndefined();
});

it('warnings are told again only if they were all', () => {
  globalThis.offprintTold = undefined;
  noteTold('warning', 'has no string');
  expect(warningsTold()).toEqual(['has no string']);
  noteTold('error', 'has no title');
  expect(warningsTold()).toBeUndefined();
  globalThis.offprintTold = undefined;
});
