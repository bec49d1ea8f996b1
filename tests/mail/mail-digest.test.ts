/** Mailing a digest over a real server: who is told of how, one run at a time, and plans that outlive a machine. */
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/index.ts';
import { readArchive } from '../../src/archive/read.ts';
import { takeIn } from '../../src/intake/take-in.ts';
import { parseList } from '../../src/mail/list.ts';
import { mailDigest, type Mailing } from '../../src/mail/mail-digest.ts';
import { toText, type EditionReport } from '../../src/mail/report.ts';
import { readSettings } from '../../src/mail/settings.ts';
import { SmtpPostman } from '../../src/mail/smtp.ts';
import { serveMail, type MailServer } from './mail-server.ts';

let root: string;
let archive: Archive;
let server: MailServer;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'offprint-mailing-'));
  await mkdir(join(root, 'archive'));
  const bytes = Buffer.from(
    '@article{a, title = {On Oolong and How It Is Poured}, author = {Ada Steeper}, eprint = {2409.10001}, archivePrefix = {arXiv}}\n',
  );
  const source = {
    source: 'tea.bib',
    fileName: '2025-03-11-tea.bib',
    bytes,
    changed: '2025-03-11',
  };
  await takeIn(root, [source], { dryRun: false });
  ({ archive } = await readArchive(root, { site: { digests: {} }, wanted: (ids) => ids }));
  server = await serveMail();
});
afterAll(async () => {
  await server.close();
  await rm(root, { recursive: true, force: true });
});
beforeEach(async () => {
  await rm(join(root, 'archive/mailed'), { recursive: true, force: true });
  server.taken.length = 0;
  server.fault = () => undefined;
});

const people = ['ada', 'bo', 'cy', 'di'].map((name) => `${name}@readers.example`);

function send(
  more: Partial<Mailing> & { again?: boolean; signal?: AbortSignal } = {},
): Promise<EditionReport> {
  const { again = false, signal = new AbortController().signal, ...others } = more;
  const environment = {
    OFFPRINT_SITE: 'https://tea.example',
    OFFPRINT_MAIL_FROM: 'tea@tea.example',
    OFFPRINT_MAIL_KEY: 'a key that nobody guesses',
    OFFPRINT_SMTP: `smtp://127.0.0.1:${server.port}`,
  };
  const read = readSettings(environment, {
    smtp: undefined,
    plain: false,
    sends: true,
    hasList: true,
    title: 'Tea',
  });
  const [digest] = archive.digests;
  if ('problems' in read || digest === undefined || read.settings.server === undefined)
    throw new Error('no settings');
  return mailDigest({
    root,
    title: 'Tea',
    archive,
    digest,
    settings: read.settings,
    recipients: parseList('list', people.join('\n')).recipients,
    find: () => Promise.resolve(new Set<string>()),
    dryRun: false,
    postman: new SmtpPostman({ server: read.settings.server, timeout: 5000 }),
    sending: { again, interval: 0, backOff: 1, attempts: 2, signal },
    ...others,
  });
}
const copies = () => server.taken.map(({ to }) => to.replace(/@.*/, '')).join(' ');

it('tells whom it could not reach by their lines, and finishes another time', async () => {
  server.fault = (stage, to) =>
    stage === 'rcpt' && to.startsWith('bo') ? { code: 550 } : undefined;
  const first = toText(await send());
  expect(first).toContain('sent to 3, 1 refused.');
  expect(first).toContain('line 2: refused: the server answered 550 to RCPT TO');
  expect(first).not.toMatch(/@|bo\b|readers/);
  server.fault = () => undefined;
  expect(await send()).toMatchObject({ sent: [], before: [1, 3, 4], refused: [{ line: 2 }] });
  expect(await send({ again: true })).toMatchObject({ sent: [2], before: [1, 3, 4] });
  expect(copies()).toBe('ada cy di bo');
});

it('lets no second run send while one does', async () => {
  let second: Promise<unknown> | undefined;
  server.fault = async (stage) => {
    if (stage === 'taken') second ??= send().catch((error: unknown) => error);
    await second;
    return undefined;
  };
  expect((await send()).sent).toEqual([1, 2, 3, 4]);
  expect(await second).toMatchObject({ problems: [{ code: 'mail/busy' }] });
  expect(copies()).toBe('ada bo cy di');
});

it('sends again what broke off in its middle, and ends after the message that is under way', async () => {
  let broken = false;
  const stop = new AbortController();
  server.fault = (stage, to) => {
    if (stage === 'taken' && to.startsWith('cy')) stop.abort();
    if (stage !== 'data' || broken) return undefined;
    broken = true;
    return { code: 451 };
  };
  const report = await send({ signal: stop.signal });
  expect(report).toMatchObject({ interrupted: true, doubt: [] });
  server.fault = () => undefined;
  await send();
  expect(copies().split(' ').toSorted().join(' ')).toBe('ada bo cy di');
});

it('keeps a plan, so that a machine that is lost sends nothing twice', async () => {
  const planned = await send({ run: 'one', plan: true });
  expect(toText(planned)).toContain('4 messages planned');
  expect(server.taken).toEqual([]);
  const file = join(root, 'archive/mailed', (await readdir(join(root, 'archive/mailed')))[0] ?? '');
  // This is what was committed.
  const plan = await readFile(file, 'utf8');
  expect(plan).not.toMatch(/@|readers/);

  // The run goes on, and is lost with what it noted.
  const stop = new AbortController();
  server.fault = (stage) => {
    if (stage === 'taken' && server.taken.length === 2) stop.abort();
    return undefined;
  };
  expect((await send({ run: 'one', signal: stop.signal })).sent).toEqual([1, 2]);
  const settled = await readFile(file, 'utf8');
  await writeFile(file, plan);
  server.fault = () => undefined;
  const next = await send({ run: 'two' });
  expect(next).toMatchObject({
    sent: [],
    doubt: [{ line: 1 }, { line: 2 }, { line: 3 }, { line: 4 }],
  });
  expect(copies()).toBe('ada bo');

  // Not lost: what it did not come to is in no doubt.
  await writeFile(file, settled);
  expect(await send({ run: 'two' })).toMatchObject({ before: [1, 2], sent: [3, 4], doubt: [] });
  expect(copies()).toBe('ada bo cy di');
  expect((await send({ run: 'three', plan: true })).planned).toBe(0);
});
