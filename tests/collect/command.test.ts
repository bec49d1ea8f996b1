/** The commands themselves, against a server on this machine. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { plainEnvironment, repository, run, type Run } from '../project.ts';
import { entryXml, feedXml } from '../enrich/server.ts';

vi.setConfig({ testTimeout: 60_000 });

/** OFFPRINT_FUZZ asks for more. */
const kills = process.env['OFFPRINT_FUZZ'] === undefined ? 4 : 200;

const subjects =
  'rivers bells moths looms glaciers harbours violins orchards lanterns anvils'.split(' ');
const works = [
  'A survey of',
  'How to measure',
  'Learning from',
  'The slow history of',
  'Against',
  'Notes on',
];

const feed = feedXml(
  Array.from({ length: 60 }, (_, n) =>
    entryXml({
      id: `2501.${10_000 + n}v1`,
      title: `${works[Math.floor(n / 10)]} ${subjects[n % 10]}`,
      abstract: `We look at ${subjects[n % 10]} for ${n + 2} seasons and write down who comes to see them.`,
    }),
  ),
);

let root = '';
let server: Server;
let address = '';
const asked: { path: string; etag: string | undefined }[] = [];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'offprint-collect-'));
  await mkdir(join(root, 'archive'));
  asked.length = 0;
  server = createServer((request, response) => {
    const { url = '', headers } = request;
    asked.push({ path: url, etag: headers['if-none-match'] });
    if (url === '/gone') return void response.writeHead(404).end();
    if (headers['if-none-match'] === '"one"') return void response.writeHead(304).end();
    return void response.setHeader('etag', '"one"').end(feed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  address = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`;
});
afterEach(async () => {
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  await rm(root, { recursive: true, force: true });
});

const sources = (...lines: readonly string[]): Promise<void> =>
  writeFile(join(root, 'archive/sources.yaml'), `sources:\n${lines.join('\n')}\n`);
const script = (name: string) => [join(repository, 'scripts', name), '--root', root];
const collect = (...args: readonly string[]): Promise<Run> =>
  run(root, [...script('collect.ts'), '--own-network', ...args]);
const list = async (folder: string): Promise<string[]> =>
  (await readdir(join(root, 'archive', folder)).catch(() => [])).filter(
    (name) => !name.startsWith('.'),
  );

it('takes in what is new once, and asks no more than whether there is more', async () => {
  await sources(`  - { name: bells, feed: "${address}/feed", limit: 50 }`);
  const first = await collect('--json');
  expect([first.code, first.stderr]).toEqual([0, '']);
  expect(JSON.parse(first.stdout)).toMatchObject({
    ok: true,
    sources: [{ source: 'bells', digests: [{ announced: 60, kept: 50 }], failed: [] }],
  });
  expect(await list('papers')).toHaveLength(50);
  const ledger = await readFile(join(root, 'archive/collected.jsonl'), 'utf8');
  const again = await collect();
  expect([again.code, again.stdout]).toEqual([0, 'bells: nothing new\n']);
  expect(asked).toEqual([
    { path: '/feed', etag: undefined },
    { path: '/feed', etag: '"one"' },
  ]);
  expect(await readFile(join(root, 'archive/collected.jsonl'), 'utf8')).toBe(ledger);
  const { stdout } = await run(root, [...script('check.ts'), '--json']);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    sources: [{ announced: 60, kept: 50, leftOut: { limit: 10 } }],
  });
});

it('says which source failed and why, and takes in the others', async () => {
  await sources(
    `  - { name: gone, feed: "${address}/gone" }`,
    `  - { name: bells, feed: "${address}/feed" }`,
  );
  const summary = join(root, 'summary.md');
  const { code, stdout } = await run(root, [...script('collect.ts'), '--own-network'], {
    GITHUB_STEP_SUMMARY: summary,
  });
  expect(code).toBe(1);
  const told = await readFile(summary, 'utf8');
  expect(told).toMatch(/^\| gone \| 0 \| 0 \| 0 \| 0 \| \d{4}-\d\d-\d\d: status 404 \|$/m);
  expect(told).toMatch(/^\| bells \| 60 \| 60 \| 0 \| 0 \|\s+\|$/m);
  expect(stdout).toMatch(/^gone: failed for \d{4}-\d\d-\d\d: status 404$/m);
  expect(await list('papers')).toHaveLength(60);
  const checked = await run(root, script('check.ts'));
  expect(checked.stdout).toContain('The source "gone" gave nothing');
  expect(checked.stdout).toContain(
    'collected: 2 sources; papers: 60 announced, 60 kept, 0 listed before, 0 left out, 1 day failed',
  );
});

it('asks nobody in one’s own network unless it is told to, and nobody at all with a mistake', async () => {
  await sources(`  - { name: bells, feed: "${address}/feed" }`);
  const { code, stdout } = await run(root, script('collect.ts'));
  expect(code).toBe(1);
  expect(stdout).toContain('it is not encrypted');
  await sources(`  - { name: bells, fed: "${address}/feed" }`);
  const wrong = await collect();
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).toContain('there is no field "fed" (did you mean "feed"?)');
  expect(asked).toEqual([]);
  await sources(`  - { name: bells, feed: "${address}/feed" }`);
  const unknown = await collect('bels');
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain('There is no source "bels" (did you mean "bells"?)');
});

it('goes on after it was killed at any moment', async () => {
  await sources(`  - { name: bells, feed: "${address}/feed" }`);
  for (let n = 0; n < kills; n++) {
    const child = spawn(process.execPath, [...script('collect.ts'), '--own-network'], {
      env: plainEnvironment(),
      stdio: 'ignore',
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), 350 + (n * 400) / kills);
    await new Promise((resolve) => child.on('close', resolve));
    clearTimeout(timer);
  }
  expect((await collect()).code).toBe(0);
  expect(await list('papers')).toHaveLength(60);
  expect(await list('digests')).toHaveLength(1);
});

it('adds what an address names, and notes where it is from', async () => {
  const { code, stdout } = await run(root, [
    ...script('add.ts'),
    '--own-network',
    `${address}/feed`,
    `${address}/gone`,
  ]);
  expect(code).toBe(1);
  expect(stdout).toContain('Nothing could be fetched: status 404.');
  expect(await list('papers')).toHaveLength(60);
  expect(JSON.parse(await readFile(join(root, 'archive/collected.jsonl'), 'utf8'))).toMatchObject({
    source: '(by hand)',
    address: `${address}/feed`,
    kept: 60,
  });
});
