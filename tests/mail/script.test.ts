/** `npm run mail` as a process: killed at any moment, it sends nothing twice and loses nothing. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { plainEnvironment, repository, run, type Run } from '../project.ts';
import { publicPlace } from '../../src/mail/public.ts';
import { certificate } from './certificate.ts';
import { serveMail, stages, type MailServer } from './mail-server.ts';

const script = join(repository, 'scripts/mail.ts');
const digest = '2025-03-11-tea';
const bibliography = ['Oolong', 'Pouchong', 'Sencha']
  .map(
    (name, at) => `@article{${name},
  title = {On ${name} and How It Is Poured},
  author = {Ada Steeper and Bo Leaf},
  eprint = {2409.1000${at}}, archivePrefix = {arXiv},
  abstract = {We pour ${name} and taste it. It is good.}
}
`,
  )
  .join('\n');

let root: string;
let server: MailServer;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'offprint-mail-'));
  const file = join(root, 'archive/digests', `${digest}.bib`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bibliography);
  await writeFile(join(root, 'certificate.pem'), certificate);
  server = await serveMail({ secure: true });
});
afterAll(async () => {
  await server.close();
  await rm(root, { recursive: true, force: true });
});

const people = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `person.${at}@readers.example`);

const environment = (to: readonly string[]) => ({
  OFFPRINT_SITE: 'https://tea.example',
  OFFPRINT_MAIL_FROM: 'tea@tea.example',
  OFFPRINT_MAIL_KEY: 'a key that nobody guesses',
  OFFPRINT_MAIL_TO: to.join('\n'),
  OFFPRINT_SMTP: `smtps://tea:right@localhost:${server.port}`,
  OFFPRINT_MAIL_BACKOFF: '10',
  // The server's certificate is its own.
  NODE_EXTRA_CA_CERTS: join(root, 'certificate.pem'),
});
const usual = (): string[] => [script, '--root', root, '--per-minute', '6000'];

const mail = (to: readonly string[], ...more: readonly string[]): Promise<Run> =>
  run(root, [...usual(), ...more], environment(to));

/** Runs it and kills it at the given of all that happens in its sessions, a moment later. */
function mailUntil(to: readonly string[], events: number, later: number): Promise<string> {
  const child = spawn(process.execPath, usual(), {
    cwd: root,
    env: { ...plainEnvironment(), ...environment(to) },
  });
  let seen = 0;
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  server.fault = async () => {
    seen += 1;
    if (seen !== events) return undefined;
    await sleep(later);
    child.kill('SIGKILL');
    return undefined;
  };
  return new Promise((resolve) => child.on('close', () => resolve(said)));
}

const copies = (to: string): number => server.taken.filter((it) => it.to === to).length;

/** Everything that the archive keeps. */
async function kept(): Promise<string> {
  const folder = join(root, 'archive');
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((file) => file.isFile())
    .map((file) => readFile(join(file.parentPath, file.name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

vi.setConfig({ testTimeout: process.env['OFFPRINT_FUZZ'] ? 7_200_000 : 60_000 });

const long = process.env['OFFPRINT_FUZZ'] !== undefined;
/** Kills in all: of a list of twelve some ten. */
const kills = long ? 1000 : 1;
/** Recipients: each start of Node takes a second. */
const readers = long ? 12 : 4;

it('sends each message once, however often it is killed, and keeps no address', async () => {
  const moments = fc.sample(
    fc.tuple(fc.integer({ min: 1, max: long ? stages.length * 4 : stages.length }), fc.nat(4)),
    kills,
  );
  let done = 0;
  let doubtful = 0;
  while (done < kills) {
    await rm(join(root, 'archive/mailed'), { recursive: true, force: true });
    server.taken.length = 0;
    const to = people(readers);
    const some = moments.slice(done, done + 8);
    let said = '';
    for (const [events, later] of some) said += await mailUntil(to, events, later);
    done += some.length;
    server.fault = () => undefined;
    const last = await mail(to, '--json');
    const [report] = JSON.parse(last.stdout);
    const doubt = new Set(report.doubt.map(({ line }: { line: number }) => to[line - 1]));
    doubtful += doubt.size;
    expect(doubt.size).toBeLessThanOrEqual(some.length);
    expect(last.code).toBe(doubt.size > 0 ? 1 : 0);
    expect(to.filter((it) => copies(it) > 1)).toEqual([]);
    expect(to.filter((it) => copies(it) === 0 && !doubt.has(it))).toEqual([]);
    const again = await mail(to, '--again');
    expect([again.code, again.stderr]).toEqual([0, '']);
    expect(to.filter((it) => copies(it) === 0)).toEqual([]);
    expect(to.filter((it) => copies(it) > (doubt.has(it) ? 2 : 1))).toEqual([]);
    // Sent again, a message has the id that it had.
    const ids = new Map<string, Set<string>>();
    for (const { to: it, message } of server.taken) {
      const { messageId = '' } = await simpleParser(message);
      ids.set(it, (ids.get(it) ?? new Set()).add(messageId));
    }
    expect([...ids.values()].map(({ size }) => size)).toEqual(to.map(() => 1));
    expect(new Set([...ids.values()].flatMap((it) => [...it])).size).toBe(to.length);
    const told = `${said}${last.stdout}${last.stderr}${again.stdout}${await kept()}`;
    expect(told).not.toMatch(/person\.|readers\.example/);
  }
  if (long) process.stdout.write(`${kills} kills left ${doubtful} messages in doubt\n`);
});

it('ends with Ctrl+C after the message that is under way', async () => {
  await rm(join(root, 'archive/mailed'), { recursive: true, force: true });
  server.taken.length = 0;
  const to = people(5);
  const child = spawn(process.execPath, usual(), {
    cwd: root,
    env: { ...plainEnvironment(), ...environment(to) },
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  server.fault = async (stage) => {
    if (stage !== 'taken' || server.taken.length !== 2) return undefined;
    child.kill('SIGINT');
    await sleep(200);
    return undefined;
  };
  const code = await new Promise((resolve) => child.on('close', resolve));
  server.fault = () => undefined;
  expect(code).toBe(130);
  expect(said).toContain('sent to 2, 3 not tried.');
  expect(server.taken).toHaveLength(2);
});

it('refuses to keep addresses where they are published, and passwords on a command line', async () => {
  const list = join(root, 'archive/list.txt');
  await writeFile(list, 'ada@readers.example\n');
  expect(await publicPlace(root, list)).toMatchObject({ code: 'mail/public' });
  await rm(list);
  const password = await mail([], '--smtp', 'smtps://tea:right@localhost');
  expect(password).toMatchObject({ code: 2, stderr: expect.stringContaining('command line') });
  expect(password.stderr).not.toContain('right');
});
