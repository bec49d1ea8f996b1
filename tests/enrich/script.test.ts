import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { plainEnvironment, repository, run, type Run } from '../project.ts';
import { abstractOf, makeArchive, type TestArchive } from './archive.ts';
import { serveArxiv, type ArxivServer } from './server.ts';

const entries = Array.from({ length: 45 }, (_, n) => ({
  title: `Binding Books Part ${n}`,
  abstract: abstractOf(`part ${n}`),
}));

let server: ArxivServer;
let archive: TestArchive;
beforeEach(async () => {
  const papers = entries.map(({ title, abstract }, n) => ({
    id: `2409.${10_000 + n}v1`,
    title,
    abstract,
  }));
  server = await serveArxiv(papers);
  archive = await makeArchive(entries);
});
afterEach(async () => {
  await server.close();
  await archive.remove();
});

const script = join(repository, 'scripts/enrich.ts');
const environment = () => ({ OFFPRINT_ARXIV_API: server.api, OFFPRINT_ARXIV_INTERVAL: '1' });

const enrich = (...args: readonly string[]): Promise<Run> =>
  run(archive.root, [script, '--root', archive.root, '--only', 'arxiv', ...args], environment());

/** Runs the script and sends it a signal when arXiv is asked the third time. */
function enrichUntil(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null> {
  const child = spawn(process.execPath, [script, '--root', archive.root, '--only', 'arxiv'], {
    env: { ...plainEnvironment(), ...environment() },
    stdio: 'ignore',
  });
  server.fault = (_, __, request) => {
    if (request < 3) return false;
    child.kill(signal);
    return true;
  };
  return new Promise((resolve) => child.on('close', (code, killed) => resolve(code ?? killed)));
}

const recordsOf = async (): Promise<string[]> =>
  Object.keys(await archive.files()).filter((path) => path.startsWith('archive/records/'));

// Each test starts Node, which takes a second or more on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe('npm run enrich', () => {
  it('reports as JSON', async () => {
    const { code, stdout, stderr } = await enrich('--json');
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, entries: 45, requests: 5 });
    expect(await recordsOf()).toHaveLength(45);
  });

  it('names what it would do in a dry run', async () => {
    const before = await archive.files();
    const { code, stdout } = await enrich('--dry-run', '--limit', '1');
    expect(code).toBe(0);
    expect(stdout).toContain('binding-books-part-0: arXiv:2409.10000v1');
    expect(stdout).toContain('Dry run: nothing was written.');
    expect(await archive.files()).toEqual(before);
  });

  it.each([
    ['SIGKILL', 'SIGKILL'],
    ['SIGINT', 130],
    ['SIGTERM', 130],
  ] as const)('goes on after %s where it stopped', async (signal, end) => {
    expect(await enrichUntil(signal)).toBe(end);
    expect(await recordsOf()).toHaveLength(20);
    server.fault = undefined;
    const asked = server.questions.length;
    const { stdout } = await enrich('--json');
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, requests: 3 });
    expect(server.questions).toHaveLength(asked + 3);
    expect(await recordsOf()).toHaveLength(45);
    for (const [path, text] of Object.entries(await archive.files())) {
      expect([path, text.startsWith('---\n')]).toEqual([path, true]);
    }
  });

  it('ends with 1 when arXiv does not answer', async () => {
    server.fault = (response) => void response.writeHead(503, { 'retry-after': '3600' }).end();
    const { code, stdout } = await enrich();
    expect(code).toBe(1);
    expect(stdout).toContain('come back in 60 minutes');
  });

  it.each([
    [['--limit', 'x'], 'not a number'],
    [['--api', 'file:///etc/passwd'], 'not a web address'],
    [['--api', 'nonsense'], 'not a web address'],
    [['--offline', '--refresh'], 'exclude'],
    [['--fast'], '--fast'],
    [['no-such-entry'], 'no entry no-such-entry'],
  ])('is told that %j is wrong use', async (args, why) => {
    const { code, stderr } = await enrich(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(why);
    expect(server.questions).toHaveLength(0);
  });

  it('helps', async () => {
    const { code, stdout } = await enrich('--help');
    expect(code).toBe(0);
    for (const option of ['--dry-run', '--offline', '--limit', '--json', '--archive', '--api']) {
      expect(stdout).toContain(option);
    }
  });

  it('takes files as well as ids', async () => {
    const { code } = await enrich('archive/papers/binding-books-part-7.md');
    expect(code).toBe(0);
    expect(
      await readFile(join(archive.root, 'archive/records/binding-books-part-7.md'), 'utf8'),
    ).toContain('source: "arXiv:2409.10007v1"');
    expect(await recordsOf()).toHaveLength(1);
  });
});
