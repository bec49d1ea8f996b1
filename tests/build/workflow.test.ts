/** The workflow that publishes, step by step against a bare repository: what it keeps between runs, and what it does not. */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runJob, type StepRun } from '../../scripts/bench/workflow/job.ts';
import { git } from '../../src/workflow/git.ts';
import { foundingFolder } from '../founding.ts';
import { code, plainEnvironment, repository } from '../project.ts';

/** Under the repository, so that Node finds its packages from the checkout. */
const folder = join(repository, '.cache', 'tests', 'workflow');
const remote = join(folder, 'remote.git');
const owner = join(folder, 'owner');
const engine = join(folder, 'offprint');

async function push(files: Readonly<Record<string, string>>): Promise<void> {
  if (await git(owner, 'ls-remote', 'origin', 'main')) {
    await git(owner, 'pull', '--quiet', '--rebase', 'origin', 'main');
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(owner, path)), { recursive: true });
    await writeFile(join(owner, path), text);
  }
  await git(owner, 'add', '--all');
  await git(owner, 'commit', '--quiet', '--message', 'Change something');
  await git(owner, 'push', '--quiet', 'origin', 'HEAD:main');
}

const digest = (...titles: string[]): string =>
  titles.map((title) => `${JSON.stringify({ title, abstract: `Of ${title}.` })}\n`).join('');

const unset = Object.fromEntries(Object.keys(process.env).map((name) => [name, undefined]));

const publish = (): ReturnType<typeof runJob> =>
  runJob({
    remote,
    folder,
    engine: `cp -R '${engine}' engine`,
    instead: { 'npm ci --omit=dev': ':', 'npm run check -- --github': ':' },
    // The steps inherit what is not unset; Astro would take Vitest's BASE_URL for its own.
    env: { ...unset, ...plainEnvironment(), ASTRO_TELEMETRY_DISABLED: '1' },
  });

const outcomes = (steps: readonly StepRun[]): Record<string, string> =>
  Object.fromEntries(steps.map(({ name, outcome }) => [name, outcome]));
const caches = (): Promise<string[]> => readdir(join(folder, 'caches'));
/** Paths of all files that the artifact holds. */
const published = (): string[] =>
  execFileSync('tar', ['-tf', join(folder, 'artifact.tar')])
    .toString()
    .split('\n');
const page = 'papers/kettles/index.html';
/** When the page was written that the last run published. */
const written = async (): Promise<number> =>
  (await stat(join(folder, 'checkout', 'engine', 'dist', page))).mtimeMs;

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', remote);
  await git(folder, 'clone', '--quiet', remote, owner);
  await git(owner, 'config', 'user.name', 'Owner');
  await git(owner, 'config', 'user.email', 'owner@archive.example');
  await git(owner, 'checkout', '--quiet', '-b', 'main');
  await git(folder, 'init', '--quiet', engine);
  for (const item of [...code, 'package-lock.json', '.gitignore'])
    await cp(join(repository, item), join(engine, item), { recursive: true });
  await git(engine, 'add', '--all');
  await git(engine, '-c', 'user.name=E', '-c', 'user.email=e@e.example', 'commit', '-qm', 'All');
  await cp(join(foundingFolder, 'topics'), join(owner, 'content', 'topics'), { recursive: true });
  await push({
    'content/digests/2025-01-01-first.jsonl': digest('Kettles', 'Lids', 'Spouts'),
    'content/notes/kettles.md': 'Read it before *tea*.\n',
    'content/pages/group.md': '---\ntitle: Our group\n---\nWe meet on Tuesdays.\n',
    'content/site.yaml': `title: Steam\ncolours: { accent: { light: '#0b5563', dark: '#7fd0de' } }
menu: [{ page: papers }, { page: group, label: Who we are }]\n`,
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('publishes, and keeps what the next run can use', async () => {
  const { steps, failed } = await publish();
  expect(steps.filter(({ outcome }) => outcome === 'failure')).toEqual([]);
  expect(failed).toBe(false);
  expect(await caches()).toHaveLength(1);
  expect(published()).toContain(`./${page}`);
});

it('shows what is its owner’s, and changes none of it', async () => {
  const shown = (path: string): Promise<string> =>
    readFile(join(folder, 'checkout', 'engine', 'dist', path), 'utf8');
  expect(await shown(page)).toContain('Read it before <em>tea</em>.');
  expect(await shown('group/index.html')).toContain('We meet on Tuesdays.');
  expect(await shown('index.html')).toMatch(/href="\/archive\/group\/"[^>]*>\s*Who we are/);
  const styles = (await readdir(join(folder, 'checkout/engine/dist'), { recursive: true })).filter(
    (name) => name.endsWith('.css'),
  );
  expect((await Promise.all(styles.map(shown))).join('')).toContain('#0b5563');
  const changed = await git(join(folder, 'checkout'), 'diff', '--name-only', 'HEAD^', 'HEAD');
  expect(changed.split('\n')).toEqual([
    'content/accounts.jsonl',
    ...['kettles', 'lids', 'spouts'].map((id) => `content/papers/${id}.md`),
  ]);
});

it('adds to the last site, and publishes and keeps it though an entry is bad', async () => {
  const before = await written();
  await push({
    'content/digests/2025-01-02-second.jsonl': digest('Teapots'),
    'content/papers/bad.md': '---\ntitle: [\n---\n',
  });
  const { steps, failed } = await publish();
  expect(failed).toBe(true);
  expect(outcomes(steps)).toMatchObject({
    Build: 'failure',
    'actions/upload-pages-artifact': 'success',
    'Keep the site for the next run': 'success',
    Verdict: 'failure',
  });
  expect(steps.at(-1)?.output).toContain('What is good has been published.');
  expect(published()).toEqual(expect.arrayContaining([`./${page}`, './papers/teapots/index.html']));
  expect(await written()).toBe(before);
  expect(await caches()).toHaveLength(2);
});

it('publishes and keeps nothing of a build that makes no site', async () => {
  const before = await caches();
  await push({ 'content/site.yaml': 'titel: Kettles\n' });
  const { steps, failed } = await publish();
  expect(failed).toBe(true);
  expect(outcomes(steps)).toMatchObject({
    Build: 'failure',
    'actions/cache/restore': 'success',
    'actions/upload-pages-artifact': 'skipped',
    'Keep the site for the next run': 'skipped',
    Verdict: 'failure',
  });
  expect(steps.at(-1)?.output).toContain('Nothing has been published.');
  expect(await caches()).toEqual(before);
});
