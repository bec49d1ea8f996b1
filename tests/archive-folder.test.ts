/** One engine serves any folder: nothing but the default of `--archive` names the folder of this repository's archive. */
import { mkdtemp, readFile, readdir, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { entryFile } from '../src/archive-folder.ts';
import { repository, run } from './project.ts';

describe('inArchive', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ['', 'content/papers/soap.md'],
    ['mine', 'mine/papers/soap.md'],
    ['../others/', '../others/papers/soap.md'],
    ['.', 'papers/soap.md'],
    [String.raw`sub\mine`, 'sub/mine/papers/soap.md'],
    ['/srv/mine', '/srv/mine/papers/soap.md'],
  ])('with OFFPRINT_ARCHIVE=%j → %s', (folder, file) => {
    vi.stubEnv('OFFPRINT_ARCHIVE', folder);
    expect(entryFile('soap')).toBe(file);
  });
});

it('has no other place that names it', async () => {
  const naming: string[] = [];
  for (const folder of ['src', 'tests']) {
    for (const name of await readdir(join(repository, folder), { recursive: true })) {
      if (
        !/\.(?:ts|astro|css)$/.test(name) ||
        // Workflows run in a repository of its own, whose archive has the usual name.
        /(?:^|\/)(?:(?:guard|archive-folder|build\/workflow|workflow\/(?:new-archive|steps))[.\w]*|migrate\/[.\w]+)ts$/.test(
          name,
        )
      )
        continue;
      const text = await readFile(join(repository, folder, name), 'utf8');
      const found =
        /\bcontent\/(?:papers|digests|records|topics|notes|pages|public|(?:accounts|site|synonyms)\.)|join\([^()]*'content'/.exec(
          text,
        );
      if (found) naming.push(`${folder}/${name}: ${found[0]}`);
    }
  }
  expect(naming).toEqual([]);
});

describe('--archive', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'offprint-archive-'));
    await mkdir(join(folder, 'mine', 'digests'), { recursive: true });
    await writeFile(
      join(folder, 'mine', 'digests', '2025-03-11-quays.csv'),
      'title,abstract\nQuay walls of old ports,We build walls.\n',
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const script = (name: string, ...args: readonly string[]) =>
    run(repository, [join(repository, 'scripts', name), ...args]);

  it.each([[['--archive', 'mine']], [['--archive=mine']]])('is taken as %j', async (option) => {
    const args = option.map((part) => part.replace('mine', join(folder, 'mine')));
    const { code, stdout } = await script('check.ts', '--json', ...args);
    expect(code).toBe(1);
    const { problems } = JSON.parse(stdout) as {
      problems: { code: string; where: { file: string } }[];
    };
    expect(problems.map((problem) => problem.code)).toContain('entry/missing');
    expect(problems[0]?.where.file).toMatch(
      /offprint-archive-\w+\/mine\/digests\/2025-03-11-quays\.csv$/,
    );
  });

  it('wants a folder', async () => {
    const { code, stderr } = await script('check.ts', '--archive');
    expect(code).toBe(2);
    expect(stderr).toContain('--archive wants the folder');
  });

  it('is told in the command that takes an addition back', async () => {
    const file = join(folder, '2025-03-12-tides.csv');
    await writeFile(file, 'title,abstract\nTides of narrow straits,We look at tides.\n');
    const mine = join(folder, 'mine');
    const { stdout } = await script('add.ts', file, '--archive', mine);
    expect(stdout).toContain(
      `npm run remove -- --archive ${JSON.stringify(mine)} 2025-03-12-tides`,
    );
    expect(await readdir(join(mine, 'papers'))).toHaveLength(2);
  });
});
