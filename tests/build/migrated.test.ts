/** An archive of Offprint 0.1 keeps every address when it is brought to today's form. */
import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeProject, repository, type Project } from '../project.ts';

const old = join(repository, 'tests', 'fixtures', 'archive-0.1');
let project: Project;

beforeAll(async () => {
  project = await makeProject('migrated', {});
  await project.script('migrate.ts', ['--from', old]);
});
afterAll(() => project.remove());

// The archive is named by an absolute path, as a service may have it.
it('has every address that it had, its own words and its own files', async () => {
  expect(
    await project.build('/', { OFFPRINT_ARCHIVE: join(project.root, 'archive') }),
  ).toMatchObject({ code: 0 });
  const addresses = (await readFile(join(old, 'addresses.txt'), 'utf8')).trim().split('\n');
  expect(addresses.length).toBeGreaterThan(800);
  expect(addresses.filter((file) => !existsSync(join(project.dist, file)))).toEqual([]);
  expect(await readFile(join(project.dist, 'CNAME'), 'utf8')).toBe('reading.ines.example\n');
  expect(await readFile(join(project.dist, 'favicon.svg'), 'utf8')).toContain('M0 4h8');
  const home = await readFile(join(project.dist, 'index.html'), 'utf8');
  expect(home).toContain('<html lang="en-GB"');
  expect(home).toContain('Harbour Reading Room');
  const edited = await readFile(join(project.dist, 'papers/2-olmo-2-furious/index.html'), 'utf8');
  expect(edited).toContain('2 OLMo 2 Furious, read twice');
  expect(edited).toContain('https://github.com/ines/reading-room/edit/trunk/');
});
