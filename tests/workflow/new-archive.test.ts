import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseSources } from '../../src/collect/sources.ts';
import { parseSite } from '../../src/site/parse.ts';
import { newArchive } from '../../src/workflow/new-archive.ts';
import { starterFiles, titleOf, unknownEngine } from '../../src/workflow/starter.ts';
import { repository, run } from '../project.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-new-'));
});
afterEach(() => rm(folder, { recursive: true }));

const begin = (where = folder) => newArchive(where, unknownEngine);
const filesIn = async (where: string): Promise<Map<string, string>> => {
  const items = await readdir(where, { recursive: true, withFileTypes: true });
  const files = items
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));
  const texts = files.map(
    async (file) =>
      [file.slice(where.length + 1).replaceAll('\\', '/'), await readFile(file, 'utf8')] as const,
  );
  return new Map((await Promise.all(texts)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

describe('npm run new', () => {
  it('makes what `template` shows', async () => {
    const where = join(folder, 'papers');
    await begin(where);
    expect(await filesIn(where)).toEqual(await filesIn(join(repository, 'template')));
  });

  it('changes nothing when run again, and finishes what was stopped', async () => {
    await begin();
    await writeFile(join(folder, 'content/site.yaml'), 'title: Mine\n');
    await rm(join(folder, 'README.md'));
    await writeFile(join(folder, '.README.md.1.ab.tmp'), 'half');
    expect(await begin()).toMatchObject({ written: ['README.md'], problems: [] });
    expect(await begin()).toMatchObject({ written: [] });
    expect(await readFile(join(folder, 'content/site.yaml'), 'utf8')).toBe('title: Mine\n');
  });

  it('takes a repository with the pasted workflow and what GitHub puts into a new one', async () => {
    const own = ['README.md', 'LICENSE', '.gitignore', '.github/workflows/archive.yml'];
    await mkdir(join(folder, '.github/workflows'), { recursive: true });
    for (const name of own) await writeFile(join(folder, name), 'own\n');
    expect((await begin()).written).toEqual(['content/sources.yaml', 'content/site.yaml']);
    for (const name of own) expect(await readFile(join(folder, name), 'utf8')).toBe('own\n');
  });

  it('refuses a folder with anything else, and writes nothing', async () => {
    await writeFile(join(folder, 'thesis.tex'), 'x');
    const { stderr, code } = await run(repository, [join(repository, 'scripts/new.ts'), folder]);
    expect([code, await readdir(folder)]).toEqual([1, ['thesis.tex']]);
    expect(stderr).toMatch(/something other than an archive: thesis\.tex.*new\/not-empty/s);
  });
});

it.each([
  ['river-papers', 'River papers'],
  ['ML_notes.2026', 'ML notes 2026'],
  ['--', 'Papers'],
  ['it: "x"', 'It: "x"'],
])('%s is called %s', (name, title) => {
  expect(titleOf(name)).toBe(title);
  const text = starterFiles(unknownEngine, name).get('content/site.yaml') ?? '';
  expect(parse(text)).toEqual({ title });
});

const uncommented = (text: string): string => text.replaceAll(/^# ?(?=[ a-z-]+:|[ ]*- )/gm, '');

it('shows examples that are right when the # is taken away', () => {
  const files = starterFiles(unknownEngine, 'papers');
  const sources = files.get('content/sources.yaml') ?? '';
  expect(parseSources('sources.yaml', sources)).toEqual({ sources: [], problems: [] });
  const all = parseSources('sources.yaml', sources.replaceAll(/^#(?=  )/gm, ''));
  expect(all.problems).toEqual([]);
  expect(all.sources).toHaveLength(sources.match(/- name:/g)?.length ?? 0);
  const site = uncommented(files.get('content/site.yaml') ?? '');
  const context = { pages: [], isServed: () => true, topicsOf: () => ['bandits'] };
  const read = parseSite('site.yaml', site, context);
  expect(read.problems).toEqual([]);
  expect(read.site).toMatchObject({
    keeper: { name: 'The River Group' },
    topics: { sets: ['machine-learning'] },
  });
});

it('has the workflow that the README shows', async () => {
  const [, shown = ''] =
    /yaml\n( {3}name: Archive\n[^]*?)\n {3}```/.exec(
      await readFile(join(repository, 'README.md'), 'utf8'),
    ) ?? [];
  const [whole = ''] = [starterFiles(unknownEngine, 'x').get('.github/workflows/archive.yml')];
  expect(whole).toContain(`\n${shown.replaceAll(/^ {3}/gm, '')}\n`);
  expect(shown.split('\n')).toHaveLength(9);
});

it('has a workflow that gives the called one what its jobs ask for', async () => {
  const caller = parse(starterFiles(unknownEngine, 'x').get('.github/workflows/archive.yml') ?? '');
  const called = parse(await readFile(join(repository, '.github/workflows/archive.yml'), 'utf8'));
  const fork = parse(await readFile(join(repository, '.github/workflows/deploy.yml'), 'utf8'));
  const rank = ['none', 'read', 'write'];
  for (const granted of [caller.permissions, fork.jobs.archive.permissions])
    for (const { permissions } of Object.values<{ permissions: object }>(called.jobs))
      for (const [name, level] of Object.entries(permissions))
        expect(rank.indexOf(granted[name] ?? 'none')).toBeGreaterThanOrEqual(rank.indexOf(level));
  expect(caller.jobs.archive.uses).toBe('OWNER/REPO/.github/workflows/archive.yml@VERSION');
  const secrets = starterFiles(unknownEngine, 'x')
    .get('.github/workflows/archive.yml')
    ?.match(/(?<=secrets\.)\w+/g);
  expect(secrets).toEqual(Object.keys(called.on.workflow_call.secrets));
});
