/** `npm run mail`: sends a digest by e-mail, to each recipient once. */
import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { readArchive } from '../src/archive/read.ts';
import { diagnostic, type Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { reasonOf } from '../src/diagnostics/file-system.ts';
import { Refusal } from '../src/diagnostics/refusal.ts';
import { toTerminal } from '../src/diagnostics/reporters/terminal.ts';
import { visibleIn } from '../src/diagnostics/visible.ts';
import { findingIn, topicNames, unknownTopics, type FindPapers } from '../src/mail/chosen.ts';
import { digestsMeant } from '../src/mail/digests.ts';
import { parseList, type Recipient } from '../src/mail/list.ts';
import { mailDigest } from '../src/mail/mail-digest.ts';
import { publicPlace } from '../src/mail/public.ts';
import { isDone, toText, type EditionReport } from '../src/mail/report.ts';
import { holdsPassword } from '../src/mail/server.ts';
import { readSettings } from '../src/mail/settings.ts';
import { SmtpPostman } from '../src/mail/smtp.ts';
import { SearchError } from '../src/search/answer.ts';
import { searchIn } from '../src/search/folder.ts';
import { readSite } from '../src/site/read.ts';
import { openStore, storeFile } from '../src/store/store.ts';
import { progressLine } from './progress.ts';
import { WrongUse, runScript, rootOption, stopSignal } from './run.ts';

const usage = `npm run mail -- [--digest latest] [--to LIST] [--smtp URL] [options]
       npm run mail -- [--digest latest] [--to LIST] --out FOLDER

E-mails the papers of a digest: one message per recipient, only once. The archive's folder mailed records what was sent,
without addresses, so you can stop it at any time; the next run sends the rest. docs/mail.md says more.

  --digest ID     which digest; latest (the default): all of the newest day; latest:NAME: the newest of that name
  --to LIST       a file with one recipient per line, optionally with what they want: ADDRESS; topic=ID; query=WORDS
                  (default: OFFPRINT_MAIL_TO, the list itself); - reads the standard input
  --smtp URL      the server, without a password: smtps://NAME@HOST:465, smtp://HOST:587 (default: OFFPRINT_SMTP)
  --again         also send to those who may have got it already, and to those refused before
  --run NAME      the run's name, if you planned it with --plan
  --plan          only record whom the run will send to; commit that before you send, and nobody gets a mail twice even if the
                  machine crashes: whatever it may have sent is then in doubt
  --out FOLDER    write messages as .eml files instead of sending them
  --dry-run       show who would get how many papers; send and write nothing
  --per-minute N  at most N messages a minute (default: 60)
  --plain         allow a server on another machine without TLS
  --json          the whole report as JSON
  --archive FOLDER  the archive (default: content, or OFFPRINT_ARCHIVE)

From the environment: OFFPRINT_SITE and OFFPRINT_BASE as for the build, OFFPRINT_MAIL_FROM, OFFPRINT_MAIL_KEY,
OFFPRINT_MAIL_TO, OFFPRINT_MAIL_UNSUBSCRIBE, OFFPRINT_SMTP, OFFPRINT_SMTP_PASSWORD.
Exit code: 0 everybody got it, 1 somebody did not or may not have, 2 wrong use, 130 interrupted.`;

/** A whole number from the environment, for tests. */
function numberOf(name: string, otherwise: number): number {
  const value = Number(process.env[name] ?? otherwise);
  return Number.isFinite(value) && value >= 0 ? value : otherwise;
}

/** The list's name in messages, and its text; undefined if there is none. */
async function readList(
  root: string,
  to: string | undefined,
): Promise<{ readonly name: string; readonly text: string } | undefined> {
  const inherited = process.env['OFFPRINT_MAIL_TO'];
  if (to === undefined)
    return inherited ? { name: 'OFFPRINT_MAIL_TO', text: inherited } : undefined;
  if (to === '-') return { name: 'standard input', text: await text(process.stdin) };
  const problem = await publicPlace(root, resolve(to));
  if (problem) throw new Refusal([problem]);
  const bytes = await readFile(to).catch((error: unknown) => {
    throw new WrongUse(`"${to}" cannot be read: ${reasonOf(error)}.`);
  });
  return { name: to, text: bytes.toString() };
}

/** Finds papers by queries in the built site, if anybody has one. @throws {Refusal} if it has no index */
async function finderFor(
  site: string,
  recipients: readonly Recipient[],
): Promise<(digest: string) => FindPapers> {
  const asks = recipients.some(({ wishes }) => wishes.some(({ queries }) => queries.length > 0));
  const engine = searchIn(site);
  try {
    if (asks) await engine.prepare();
  } catch (error) {
    if (!(error instanceof SearchError)) throw error;
    throw new Refusal([diagnostic('mail/no-index', { file: site }, { why: error.failure })]);
  }
  return (digest) => findingIn(engine, digest);
}

const refuseIf = (problems: readonly Diagnostic[]): void => {
  if (problems.length > 0) throw new Refusal(problems);
};

await runScript(usage, async () => {
  const { values } = parseArgs({
    options: {
      digest: { type: 'string', multiple: true, default: ['latest'] },
      to: { type: 'string' },
      smtp: { type: 'string' },
      again: { type: 'boolean', default: false },
      run: { type: 'string' },
      plan: { type: 'boolean', default: false },
      out: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'per-minute': { type: 'string', default: '60' },
      plain: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      root: rootOption,
    },
  });
  const { root, out, smtp } = values;
  if (smtp !== undefined && holdsPassword(smtp))
    throw new WrongUse(
      'A password on the command line can be read by others: set OFFPRINT_SMTP or OFFPRINT_SMTP_PASSWORD.',
    );
  if (out !== undefined && (smtp !== undefined || values.again))
    throw new WrongUse('--out sends nothing: it goes with neither --smtp nor --again.');
  if (values.plan && (values.run === undefined || out !== undefined || values['dry-run']))
    throw new WrongUse('--plan goes with --run NAME, and with neither --out nor --dry-run.');
  if (values.run !== undefined && !/^[\w.-]{1,64}$/.test(values.run))
    throw new WrongUse('--run takes a name of letters, digits, hyphens and full stops.');
  const perMinute = Number(values['per-minute']);
  if (!(perMinute > 0 && perMinute <= 6000))
    throw new WrongUse(`"${values['per-minute']}" is not a number of messages, 1 to 6000.`);
  const outProblem = out === undefined ? undefined : await publicPlace(root, resolve(out));
  if (outProblem) throw new Refusal([outProblem]);
  const progress = progressLine();
  const list = await readList(root, values.to);
  const read = parseList(list?.name ?? '', list?.text ?? '');
  refuseIf(read.problems);
  const dryRun = values['dry-run'];
  const sends = out === undefined && !dryRun;
  if (out === undefined && read.recipients.length === 0)
    throw new WrongUse('Nobody is named to send it to: --to LIST, or OFFPRINT_MAIL_TO.');
  const { site, problems } = await readSite(root);
  if (site === undefined) throw new Refusal(problems);
  const { title } = site;
  const hasList = read.recipients.length > 0;
  const asked = readSettings(process.env, { smtp, plain: values.plain, sends, hasList, title });
  if ('problems' in asked) throw new Refusal(asked.problems);
  const { settings } = asked;

  progress.show('reading the archive');
  const store = existsSync(storeFile(root)) ? openStore(root) : undefined;
  let meant: ReturnType<typeof digestsMeant> = { found: [], unknown: [] };
  const { archive, problems: inArchive } = await readArchive(root, {
    site,
    store,
    wanted: (ids) => (meant = digestsMeant(values.digest, ids)).found,
  });
  progress.clear();
  if (meant.unknown.length > 0)
    throw new WrongUse(`There is no digest "${meant.unknown.join('", "')}".`);
  for (const problem of inArchive.filter(({ severity }) => severity === 'error'))
    process.stderr.write(`${toTerminal(problem, process.stderr.isTTY)}\n`);
  refuseIf(unknownTopics(list?.name ?? '', read.recipients, topicNames(archive)));
  const finder = await finderFor(resolve(root, 'dist'), read.recipients);

  // Stopped a second time, it ends at once, and that message is in doubt.
  const signal = stopSignal(() => {
    progress.clear();
    process.stderr.write('Stopping after the message that is under way.\n');
  });
  const reports: EditionReport[] = [];
  for (const id of meant.found) {
    const digest = archive.digest(id);
    if (digest === undefined || signal.aborted) continue;
    const report = await mailDigest({
      root,
      title,
      archive,
      digest,
      settings,
      recipients: read.recipients,
      find: finder(id),
      out,
      dryRun,
      run: values.run,
      plan: values.plan,
      postman:
        settings.server &&
        new SmtpPostman({
          server: settings.server,
          timeout: numberOf('OFFPRINT_MAIL_TIMEOUT', 60_000),
        }),
      sending: {
        again: values.again,
        interval: 60_000 / perMinute,
        backOff: numberOf('OFFPRINT_MAIL_BACKOFF', 10_000),
        attempts: 5,
        signal,
        onProgress: (done, all) => progress.show(`${digest.name}: ${done} of ${all} messages`),
      },
    });
    progress.clear();
    reports.push(report);
    if (!values.json) process.stdout.write(`${toText(visibleIn(report))}\n`);
    if (report.stopped !== undefined) break;
  }
  if (values.json) process.stdout.write(`${JSON.stringify(reports, undefined, 2)}\n`);
  const stopped = reports.find((report) => report.stopped !== undefined)?.stopped;
  if (stopped !== undefined)
    refuseIf([diagnostic('mail/server', { file: 'OFFPRINT_SMTP' }, { why: stopped })]);
  if (signal.aborted) return 130;
  return values.plan || reports.every(isDone) ? 0 : 1;
});
