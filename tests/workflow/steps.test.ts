/** The workflow's steps, one by one, against a bare repository, with a feed on this machine; sites are made in tests/build. */
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { runJob } from '../../scripts/bench/workflow/job.ts';
import { git } from '../../src/workflow/git.ts';
import { entryXml, feedXml } from '../enrich/server.ts';
import { plainEnvironment, repository } from '../project.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Under the repository, so that Node finds its packages from the checkout. */
const folder = join(repository, '.cache', 'tests', 'workflow-steps');
const remote = join(folder, 'remote.git');
const owner = join(folder, 'owner');

/** In the place of npm: what makes a site or asks arXiv does as if; all else is run as it is. */
const npm = `#!/bin/sh
test "$1" = ci && exit 0
test "$2" = --silent && shift
name=$2; shift 2; test "$1" = -- && shift
case $name in
  build) mkdir -p dist; sh -c "$DURING"; echo made=true >> "$GITHUB_OUTPUT" ;;
  check | enrich) ;;
  collect) exec node scripts/collect.ts --own-network ;;
  *) exec node scripts/$name.ts "$@" ;;
esac
`;

let server: Server;
let address = '';
beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'bin'), { recursive: true });
  await writeFile(join(folder, 'bin/npm'), npm, { mode: 0o755 });
  await mkdir(join(folder, 'engine'));
  for (const item of ['src', 'scripts', 'package.json'])
    await symlink(join(repository, item), join(folder, 'engine', item));
  await git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', remote);
  await git(folder, 'init', '--quiet', '--initial-branch=main', owner);
  await git(owner, 'remote', 'add', 'origin', remote);
  await git(owner, 'config', 'user.name', 'Owner');
  await git(owner, 'config', 'user.email', 'owner@archive.example');
  const feed = feedXml(
    ['Kettles', 'Lids'].map((title, at) =>
      entryXml({ id: `2601.0000${at + 1}v1`, title, abstract: `We look at ${title} for a year.` }),
    ),
  );
  const contact = '<author><name>Ada</name><email>ada@bells.example</email></author></entry>';
  const sent = feed.replaceAll('</entry>', contact);
  server = createServer((_, response) => void response.end(sent));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  address = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}/feed`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

async function push(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(owner, path, '..'), { recursive: true });
    await writeFile(join(owner, path), text);
  }
  await git(owner, 'add', '--all');
  await git(owner, 'commit', '--quiet', '--message', 'Change something');
  await git(owner, 'push', '--quiet', 'origin', 'HEAD:main');
}

/** @param during a command while the site is built */
async function run(during = ':'): Promise<string[]> {
  const env = plainEnvironment();
  const { steps, failed } = await runJob({
    remote,
    folder,
    engine: `cp -R '${join(folder, 'engine')}' engine`,
    env: { ...env, PATH: `${join(folder, 'bin')}:${env['PATH']}`, DURING: during },
  });
  expect(steps.flatMap(({ outcome, output }) => (outcome === 'failure' ? [output] : []))).toEqual(
    [],
  );
  expect(failed).toBe(false);
  await git(owner, 'pull', '--quiet', '--rebase', 'origin', 'main');
  return (await git(owner, 'ls-files')).split('\n');
}

it('makes an archive of a repository that holds the pasted workflow alone', async () => {
  await push({ '.github/workflows/archive.yml': 'pasted\n', 'README.md': 'Mine\n' });
  expect(await run()).toEqual([
    '.github/workflows/archive.yml',
    '.gitignore',
    'README.md',
    'content/site.yaml',
    'content/sources.yaml',
  ]);
  expect(await readFile(join(owner, 'README.md'), 'utf8')).toBe('Mine\n');
  expect(await git(owner, 'log', '-1', '--format=%an')).toBe('github-actions[bot]');
});

it('collects, and loses nothing of what its owner pushes meanwhile', async () => {
  await push({ 'content/sources.yaml': `sources:\n  - { name: bells, feed: "${address}" }\n` });
  const other = join(folder, 'other');
  await git(folder, 'clone', '--quiet', remote, other);
  const added = JSON.stringify({ title: 'Lids', abstract: 'We look at Lids for a year.' });
  const files = await run(
    `cd '${other}' && mkdir content/digests && echo '${added}' > content/digests/2026-01-01-mine.jsonl &&
     echo 'title: Meanwhile' > content/site.yaml && git add --all &&
     git -c user.name=O -c user.email=o@o.example commit -qm Meanwhile && git push -q`,
  );
  expect(files.map((file) => file.replace(/\d{4}-\d\d-\d\d-bells/, 'DAY-bells'))).toEqual([
    '.github/workflows/archive.yml',
    '.gitignore',
    'README.md',
    'content/accounts.jsonl',
    'content/collected.jsonl',
    'content/digests/2026-01-01-mine.jsonl',
    'content/digests/DAY-bells.xml',
    'content/papers/kettles.md',
    'content/papers/lids.md',
    'content/site.yaml',
    'content/sources.yaml',
  ]);
  expect(await readFile(join(owner, 'content/site.yaml'), 'utf8')).toBe('title: Meanwhile\n');
  const lids = await readFile(join(owner, 'content/papers/lids.md'), 'utf8');
  expect(lids).toMatch(/2026-01-01-mine[^]*-bells|-bells[^]*2026-01-01-mine/);
  expect(await readFile(join(folder, 'summary.md'), 'utf8')).toContain(
    '    bells: 2 announced, 2 papers kept',
  );
  // The feed names an address; nothing that was committed does.
  const history = execFileSync('git', ['log', '-p', '--format=%b'], { cwd: owner }).toString();
  expect(history).not.toMatch(/[\w.]+@[\w.]+\.\w/);
});
