/** Mails one digest: to a server, to a folder, or to nobody, to see who would get what. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { topicLabels, type Archive, type Digest } from '../archive/index.ts';
import { writeAtomic } from '../entries/atomic.ts';
import { chosenFor, topicNames, type FindPapers } from './chosen.ts';
import { editionOf, papersOf, type Edition } from './edition.ts';
import { keyMark, ledgerKey, messageName } from './keys.ts';
import type { Standing } from './ledger.ts';
import { LedgerWriter, openLedger } from './ledger-file.ts';
import type { Recipient } from './list.ts';
import { messageOf } from './message.ts';
import type { EditionReport } from './report.ts';
import { sendLetters, type Letter, type Postman, type Sending, type SendReport } from './send.ts';
import type { Settings } from './settings.ts';

export interface Mailing {
  /** The project's folder. */
  readonly root: string;
  readonly title: string;
  readonly archive: Archive;
  readonly digest: Digest;
  readonly settings: Settings;
  /** None: one message to nobody, with all papers. */
  readonly recipients: readonly Recipient[];
  readonly find: FindPapers;
  /** A folder that messages are written into instead. */
  readonly out?: string | undefined;
  readonly dryRun: boolean;
  /** The run as the ledger names it, where its plan is kept before anything is sent. */
  readonly run?: string | undefined;
  /** Only note whom the run is about to send to; send nothing. */
  readonly plan?: boolean;
  readonly postman: Postman | undefined;
  readonly sending: Pick<
    Sending,
    'again' | 'interval' | 'backOff' | 'attempts' | 'signal' | 'onProgress'
  >;
}

/** What a recipient is to get. */
interface Copy {
  readonly line: number;
  readonly key: string;
  readonly to: string | undefined;
  readonly edition: Edition;
  readonly message: () => Promise<Buffer>;
}

const nothingSent: SendReport = {
  sent: [],
  before: [],
  refused: [],
  later: [],
  doubt: [],
  left: [],
  interrupted: false,
};

async function copiesOf(mailing: Mailing): Promise<{ copies: Copy[]; nothing: number[] }> {
  const { archive, digest, settings, recipients, find, title } = mailing;
  const { absolute, from, key, leave } = settings;
  const labels = topicLabels(archive);
  const names = topicNames(archive);
  const context = { site: title, absolute, topicLabel: (id: string) => labels[id] };
  const copies: Copy[] = [];
  const nothing: number[] = [];
  const add = (line: number, same: string, to: string | undefined, edition: Edition): void => {
    const message = (): Promise<Buffer> =>
      messageOf({
        edition,
        from,
        to,
        name: messageName(key, digest.id, same),
        date: new Date(),
        leave: to === undefined ? [] : leave(same),
      });
    copies.push({ line, key: ledgerKey(key, digest.id, same), to, edition, message });
  };
  // Most recipients want the same: what is said of papers is worked out once.
  const editions = new Map<string, Edition>();
  for (const { line, same, address, wishes } of recipients) {
    const wanted = await chosenFor({ wishes }, digest, names, find);
    const papers = [...wanted].join(' ');
    const edition = editions.get(papers) ?? editionOf(digest, context, wanted);
    editions.set(papers, edition);
    if (wanted.size === 0) nothing.push(line);
    else add(line, same, address, edition);
  }
  if (recipients.length === 0) add(0, '', undefined, editionOf(digest, context));
  return { copies, nothing };
}

async function writeFiles(out: string, digest: string, copies: readonly Copy[]): Promise<string[]> {
  await mkdir(out, { recursive: true });
  const files: string[] = [];
  for (const { line, message } of copies) {
    const file = join(out, line === 0 ? `${digest}.eml` : `${digest}-line-${line}.eml`);
    await writeAtomic(file, await message());
    files.push(file);
  }
  return files;
}

/** Whether a recipient who stands so is to get it. */
const isDue = (standing: Standing | undefined, again: boolean): boolean =>
  standing === undefined || (again && standing !== 'sent');

async function send(mailing: Mailing, copies: readonly Copy[]): Promise<SendReport> {
  const { root, digest, settings, postman, sending, run, plan = false } = mailing;
  const mark = keyMark(settings.key, digest.id);
  const letters = copies.flatMap(({ to, line, key, message }): Letter[] =>
    to === undefined ? [] : [{ line, key, envelope: { from: settings.from.address, to }, message }],
  );
  const waiting = (standing: ReadonlyMap<string, Standing>): boolean =>
    letters.some(({ key }) => standing.get(key) !== 'sent');
  const { standing, planned } = openLedger(root, digest.id, mark, run);
  if (postman === undefined || (!waiting(standing) && planned.size === 0)) {
    // Nothing is written for a digest that everybody has.
    const before = letters.filter(({ key }) => standing.get(key) === 'sent');
    return { ...nothingSent, before: before.map(({ line }) => line) };
  }
  const ledger = new LedgerWriter(root, digest.id, mark, run);
  try {
    if (plan) {
      const left = letters.filter(({ key }) => isDue(ledger.standing.get(key), sending.again));
      for (const { key } of left) if (!ledger.planned.has(key)) ledger.add(key, 'planned');
      return { ...nothingSent, left: left.map(({ line }) => line) };
    }
    const settled = new Set<string>();
    const report = await sendLetters(letters, {
      ...sending,
      postman,
      // Read under the lock: another run may have sent some since.
      standing: ledger.standing,
      record: (key, event) => {
        ledger.add(key, event);
        settled.add(key);
      },
      wait: (milliseconds, signal) =>
        sleep(milliseconds, undefined, { signal }).catch((error: unknown) => {
          if (!signal.aborted) throw error;
        }),
      now: () => performance.now(),
    });
    // What was planned and not tried is no longer in doubt, unless it was before.
    for (const key of ledger.planned)
      if (!settled.has(key) && ledger.standing.get(key) === undefined) ledger.add(key, 'unsent');
    return report;
  } finally {
    ledger.close();
  }
}

/**
 * Mails a digest.
 *
 * @throws {Refusal} if its ledger cannot be trusted, or another run is sending it
 */
export async function mailDigest(mailing: Mailing): Promise<EditionReport> {
  const { digest, dryRun, out } = mailing;
  const facts = { digest: digest.id, title: digest.name, papers: papersOf(digest).length };
  if (facts.papers === 0) return { ...facts, ...nothingSent, nothing: [] };
  const { copies, nothing } = await copiesOf(mailing);
  if (out !== undefined) {
    const files = dryRun ? [] : await writeFiles(out, digest.id, copies);
    return { ...facts, ...nothingSent, nothing, files };
  }
  const report = await send(mailing, copies);
  if (mailing.plan) return { ...facts, ...nothingSent, nothing, planned: report.left.length };
  if (!dryRun) return { ...facts, ...report, nothing };
  const had = new Set(report.before);
  const wouldGet = copies
    .filter(({ line }) => !had.has(line))
    .map(({ line, edition }) => ({ line, papers: edition.papers.length }));
  return { ...facts, ...report, nothing, wouldGet };
}
