import { spawn } from 'node:child_process';
import {
  cp,
  mkdir,
  readFile,
  readdir,
  rename,
  rm,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeProject, plainEnvironment, repository, type Project, type Run } from '../project.ts';

/** Builds that are killed; OFFPRINT_FUZZ asks for more. */
const kills = process.env['OFFPRINT_FUZZ'] === undefined ? 2 : 60;

/** Path → content of all files below a folder. */
async function filesOf(folder: string): Promise<Map<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));
  return new Map(
    await Promise.all(
      files
        .toSorted()
        .map(async (file) => [file.slice(folder.length), await readFile(file, 'latin1')] as const),
    ),
  );
}

const differences = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) =>
  [...new Set([...one.keys(), ...other.keys()])].filter(
    (path) => one.get(path) !== other.get(path),
  );

let project: Project;
let seconds: number;
let whole: Map<string, string>;

beforeAll(async () => {
  project = await makeProject("anderswo, bei O'Brien", 'founding');
  const content = join(project.root, 'archive');
  for (const item of await readdir(content, { recursive: true })) {
    await utimes(join(content, item), 1e9, 1e9);
  }
  const start = performance.now();
  const built = await project.build('/', {
    TZ: 'Pacific/Pago_Pago',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
  });
  if (built.code !== 0) throw new Error(`The build failed.\n${built.stdout}\n${built.stderr}`);
  seconds = (performance.now() - start) / 1000;
  whole = await filesOf(project.dist);
});
afterAll(() => project.remove());

describe('a build', () => {
  it('is the same in every byte in another folder, time zone and language, from files of other times', async () => {
    const [site] = inject('sites');
    expect(differences(whole, await filesOf(site?.folder ?? ''))).toEqual([]);
    expect(whole.size).toBeGreaterThan(400);
  });

  it('leaves nothing beside the site', async () => {
    const names = await readdir(project.root);
    expect(names.filter((name) => name.startsWith('.dist'))).toEqual([]);
  });
});

describe('a site that is not whole', () => {
  let kept: string;
  beforeAll(async () => {
    kept = join(project.root, 'kept');
    await cp(project.dist, kept, { recursive: true });
  });
  afterAll(async () => {
    await rm(project.dist, { recursive: true });
    await rename(kept, project.dist);
  });
  const check = (): Promise<Run> => project.script('check.ts', ['--json']);
  const preview = (): Promise<Run> => project.astro(['preview'], { ASTRO_PREVIEW_BACKGROUND: '0' });

  it('is told from a whole one', async () => {
    const { stdout } = await check();
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, pages: expect.any(Number) });
  });

  it('is known by check, part by part, and not served', async () => {
    for (const part of ['pagefind', 'papers', 'sw.js'])
      await rm(join(project.dist, part), { recursive: true });
    await truncate(join(project.dist, 'archive.bib'), 1000);
    const { code, stdout } = await check();
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      problems: expect.arrayContaining(
        [
          ['dist', 'archive.bib, sw.js (2 in all)'],
          ['dist/pagefind', 'in all'],
          ['dist/papers', 'in all'],
        ].map(([file = '', what = '']) =>
          expect.objectContaining({
            code: 'site/damaged',
            where: { file },
            what: expect.stringContaining(what),
          }),
        ),
      ),
    });
    const served = await preview();
    expect(served.code).toBe(1);
    expect(served.stdout + served.stderr).toContain('[site/damaged');
  });

  it('may be an empty folder', async () => {
    await rm(project.dist, { recursive: true });
    await mkdir(project.dist);
    const served = await preview();
    expect(served.code).toBe(1);
    expect(served.stdout + served.stderr).toContain('[site/unfinished');
    expect(served.stderr).not.toContain('Stack trace');
  });
});

describe('the last good site stays', () => {
  const astro = join(repository, 'node_modules', 'astro', 'bin', 'astro.mjs');

  /** Starts a build and kills it after some time, without a chance to tidy up. */
  function killedAfter(milliseconds: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [astro, 'build'], {
        cwd: project.root,
        stdio: 'ignore',
        env: {
          ...plainEnvironment(),
          ASTRO_TELEMETRY_DISABLED: '1',
          OFFPRINT_SITE: 'https://archive.example',
        },
      });
      const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
      child.on('error', reject);
      child.on('close', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  it(`when a build is killed, at ${kills} moments`, async () => {
    const page = join(project.root, 'src', 'pages', 'about.astro');
    const text = await readFile(page, 'utf8');
    await writeFile(page, text.replace('</Page>', '<p>Another edition.</p></Page>'));
    for (let n = 0; n < kills; n++) {
      await killedAfter(seconds * 1000 * (0.4 + (0.6 * n) / kills));
      const files = await filesOf(project.dist);
      // The old site, or the new one; the new one has another page, list of files, worker and edition.
      const changed = differences(whole, files).filter((path) => !path.startsWith('/about/'));
      expect(changed.filter((path) => path.includes('/', 1))).toEqual([]);
      expect(files.size).toBe(whole.size);
    }
    await writeFile(page, text);
  });

  it('when the new one lacks what the archive has', async () => {
    const before = await filesOf(project.dist);
    const route = join(project.root, 'src', 'pages', 'topics', '[id]', 'papers.bib.ts');
    const text = await readFile(route, 'utf8');
    const fewer = text.replace('=> topics)', '=> topics.slice(3))');
    expect(fewer).not.toBe(text);
    await writeFile(route, fewer);
    const { code, stdout, stderr } = await project.build();
    expect(code).toBe(1);
    expect(stdout + stderr).toMatch(
      /lacks files that this archive should have: topics\/.* \(3 in all\)/,
    );
    expect(stderr).not.toContain('Stack trace');
    expect(differences(before, await filesOf(project.dist))).toEqual([]);
    const names = await readdir(project.root);
    expect(names.filter((name) => name.startsWith('.dist'))).toEqual([]);
  });
});

it('a folder in which nothing can be built is refused at once, by every command', async () => {
  const odd = await makeProject('C# papers', {});
  const runs = [
    await odd.script('build.ts'),
    await odd.script('start.ts'),
    await odd.astro(['preview'], { ASTRO_PREVIEW_BACKGROUND: '0' }),
    await odd.astro(['dev'], { ASTRO_DEV_BACKGROUND: '0' }),
  ];
  await odd.remove();
  for (const { code, stderr } of runs) {
    expect(code).toBe(1);
    expect(stderr).toContain('Offprint cannot build in a folder with `#` in its path');
    expect(stderr).not.toContain('Stack trace');
  }
});
