/** An archive made with Offprint 0.1: 82 papers, three of them edited and one removed, settings and files of its own. */
import { cp, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../src/migrate/migrate.ts';
import { settingsOf } from '../../src/migrate/settings.ts';
import { readSite } from '../../src/site/read.ts';

const old = fileURLToPath(new URL('../fixtures/archive-0.1', import.meta.url));

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'offprint-migrate-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** The files below a folder, each with its bytes and the time of its last change. */
async function contents(folder: string): Promise<Map<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));
  const texts = files.map(
    async (file) =>
      [
        relative(folder, file),
        `${(await stat(file)).mtimeMs} ${await readFile(file, 'base64')}`,
      ] as const,
  );
  return new Map((await Promise.all(texts)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const bytesOf = (files: ReadonlyMap<string, string>): [string, string | undefined][] =>
  [...files].map(([name, text]) => [name, text.split(' ')[1]]);

describe('migrate', () => {
  it('takes everything of the owner’s over, byte for byte, and leaves the old project as it was', async () => {
    const before = await contents(old);
    const report = await migrate(old, root);
    expect(report).toMatchObject({ ok: true, problems: [] });
    expect(await contents(old)).toEqual(before);
    const now = new Map(bytesOf(await contents(join(root, 'archive'))));
    const then = bytesOf(await contents(join(old, 'content')));
    expect(then.map(([name]) => [name, now.get(name)])).toEqual(then);
    expect([...now.keys()].filter((name) => name.startsWith('public'))).toEqual([
      'public/CNAME',
      'public/favicon.svg',
      'public/slides/talk.txt',
    ]);
  });

  it('keeps the settings', async () => {
    await migrate(old, root);
    const { site, problems } = await readSite(root, {});
    expect(problems).toEqual([]);
    expect(site).toMatchObject({
      title: 'Harbour Reading Room',
      description: 'Papers that Ines and friends read: models, optimisers & odd ones.',
      keeper: { name: 'Inés Marín', url: 'https://ines.example/' },
      language: 'en-GB',
      repository: { url: 'https://github.com/ines/reading-room', branch: 'trunk' },
      pageSize: 30,
    });
  });

  it('changes nothing when it is run again, whatever was edited in between', async () => {
    await migrate(old, root);
    const entry = join(root, 'archive/papers/2-olmo-2-furious.md');
    await writeFile(entry, `${await readFile(entry, 'utf8')}Mine.\n`);
    await writeFile(join(root, 'archive/site.yaml'), 'title: Another\n');
    const before = await contents(root);
    const again = await migrate(old, root);
    expect(again).toMatchObject({ ok: true, written: [] });
    expect(again.problems).toMatchObject([
      { code: 'migrate/kept', where: { file: 'archive/papers/2-olmo-2-furious.md' } },
    ]);
    expect(await contents(root)).toEqual(before);
  });

  it('finishes what was interrupted', async () => {
    await migrate(old, root);
    const whole = bytesOf(await contents(root));
    await rm(join(root, 'archive/papers'), { recursive: true });
    await rm(join(root, 'archive/site.yaml'));
    await migrate(old, root);
    expect(bytesOf(await contents(root))).toEqual(whole);
  });

  it('works in place', async () => {
    await cp(old, root, { recursive: true });
    await cp(join(root, 'content'), join(root, 'archive'), { recursive: true });
    await rm(join(root, 'content'), { recursive: true });
    const { written } = await migrate(root, root);
    expect(written).toEqual([
      'archive/public/CNAME',
      'archive/public/favicon.svg',
      'archive/public/slides/talk.txt',
      'archive/site.yaml',
    ]);
    expect((await migrate(root, root)).written).toEqual([]);
  });

  it('says so where the settings cannot be read, and takes the rest', async () => {
    await cp(old, root, { recursive: true });
    await writeFile(join(root, 'src/site.ts'), 'export const site = { title: 7 };\n');
    const { ok, problems, written } = await migrate(root, root);
    expect(ok).toBe(false);
    expect(problems).toMatchObject([{ code: 'migrate/settings' }]);
    expect(written.length).toBeGreaterThan(80);
  });
});

describe('settingsOf', () => {
  it.each([
    [{}, '{}\n'],
    [{ title: 'A: "b" #c' }, `title: 'A: "b" #c'\n`],
    [{ title: 'Offprint', lang: 'en', branch: 'main', pageSize: 50, repository: '' }, '{}\n'],
    [{ author: { name: 'Ann', url: '' } }, 'keeper:\n  name: Ann\n'],
    [{ repository: 'https://git.example/o/r' }, '{}\n'],
  ])('%j → %j', (settings, yaml) => {
    expect(settingsOf(settings, 'https://git.example/o/r')).toEqual({
      yaml: expect.stringMatching(/^# [^\n]*\n\n/),
    });
    const made = settingsOf(settings, 'https://git.example/o/r');
    expect('yaml' in made && made.yaml.replace(/^#.*\n\n/, '')).toBe(yaml);
  });

  it.each([[null], [{ pageSize: -1 }], [{ lang: 'no language' }], [{ author: 'Ann' }]])(
    'is told why %j are no settings',
    (settings) => expect(settingsOf(settings)).toHaveProperty('why'),
  );
});
