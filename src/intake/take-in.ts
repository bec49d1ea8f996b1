/** Taking digests in: from bytes to captures and entries. */
import { mkdir } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { digestsFolder, newCaptureFile } from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { titleKey } from '../digest/identity.ts';
import type { CapturedPaper } from '../digest/model.ts';
import { parseDigestName, type CaptureMark } from '../digest/name.ts';
import { mailboxOf } from '../digest/wrapping/mail.ts';
import type { Dialect } from '../digest/plain/boilerplate.ts';
import { readCapture, type CaptureReading } from '../digest/wrapping/read.ts';
import { readRecords } from '../entries/records/files.ts';
import { writeAtomic } from '../entries/atomic.ts';
import { digestsOf, hashOf, hashOfDocument } from '../entries/captures.ts';
import {
  clearLeftovers,
  keepAccounts,
  planFor,
  readDigests,
  readEntries,
} from '../entries/files.ts';
import { listPlaced } from '../entries/placed.ts';
import type { ReadDigest } from '../entries/captures.ts';
import type { Records } from '../entries/records/apply.ts';
import { untilSettled } from '../entries/unopened.ts';
import { bringInStep } from '../entries/in-step.ts';
import type { Store } from '../store/store.ts';
import { dateOf } from './dating.ts';
import { mend, mendCaptures, type Accepted } from './mend.ts';
import { captureName, extensionOf, freeName } from './naming.ts';
import type { SourceFile } from './read.ts';
import { unpackSources } from './unpack.ts';
import { describeDigests, type AddReport } from './report.ts';
import type { StoredEntry } from '../entries/model.ts';

export interface TakeInOptions {
  /** ISO date for all files. */
  readonly date?: string | undefined;
  readonly name?: string | undefined;
  /** Id of the format to read them as. */
  readonly format?: string | undefined;
  /** A person says that they are digests, whatever they look like; see `judge`. */
  readonly yes?: boolean | undefined;
  /** Nothing private is cut out. */
  readonly keepPrivate?: boolean | undefined;
  readonly dryRun: boolean;
  readonly onProgress?: (what: string) => void;
  /** Where derived facts are kept. */
  readonly store?: Store | undefined;
  /**
   * Leaves papers of a new digest out; undefined where nothing of it is to be kept.
   *
   * @param entries those of the archive before
   */
  readonly screen?: (
    source: string,
    digest: ReadDigest,
    entries: readonly StoredEntry[],
  ) => ReadDigest | undefined;
  /** Runs before anything is written, with the digests that are going to be. */
  readonly beforeWriting?: (digests: readonly AcceptedDigest[]) => Promise<void>;
}

/** A digest that is going to be written. */
export type AcceptedDigest = Pick<Accepted, 'source' | 'digest' | 'known'>;

/**
 * Reads files as digests, and writes their captures and entries.
 *
 * Captures are written first and durably; entries follow from them. Interrupted at any moment, running it
 * again (or `npm run build`) writes what is missing. The same bytes are never kept twice.
 *
 * @param root the project's folder
 * @param sources what to take in; gzip and zip are unpacked first
 */
export const takeIn = (
  root: string,
  sources: readonly SourceFile[],
  options: TakeInOptions,
): Promise<AddReport> => untilSettled(() => takeInOnce(root, sources, options));

async function takeInOnce(
  root: string,
  sources: readonly SourceFile[],
  { dryRun, onProgress = () => undefined, store, screen, beforeWriting, ...options }: TakeInOptions,
): Promise<AddReport> {
  onProgress('reading the archive');
  const { digests: before, dialect } = await readDigests(root, {
    store,
    onProgress: (done, all) => onProgress(`reading the archive: digest ${done} of ${all}`),
  });
  const stored = await readEntries(root, { store });
  const { records } = await readRecords(root, { store });
  const idsOf = idFinder(stored.entries, records);

  const byHash = new Map(before.map((digest) => [digest.hash, digest]));
  // Files that cannot be read have names too.
  const names = (await listPlaced(root, digestsFolder())).files.map((file) =>
    parseDigestName(file),
  );
  const taken = new Set([
    ...names.flatMap((reading) => (reading.ok ? [reading.name.id] : [])),
    ...before.map(({ name: { id } }) => id),
  ]);
  const accepted: Accepted[] = [];
  const { files, refused: packed } = unpackSources(sources);
  const refused = [...packed];
  for (const [at, file] of files.entries()) {
    onProgress(`reading ${at + 1} of ${files.length}: ${file.source}`);
    const result = await accept(file, { ...options, idsOf, dialect }, byHash, taken);
    if (!result.ok) {
      refused.push({ source: file.source, problems: result.problems });
      continue;
    }
    for (const incoming of result.accepted) {
      const screened =
        screen && !incoming.known
          ? screen(file.source, incoming.digest, stored.entries)
          : incoming.digest;
      if (screened === undefined) continue;
      const digest = { ...incoming, digest: screened };
      accepted.push(digest);
      byHash.set(digest.digest.hash, digest.digest);
      taken.add(digest.digest.name.id);
    }
  }

  onProgress('comparing with the archive');
  const added = accepted.filter(({ known }) => !known);
  const wanted = [...before, ...added.map(({ digest }) => digest)];
  const plan = planFor(wanted, stored, records, store);
  const digests = describeDigests(accepted, plan, stored.entries);

  const captures = Map.groupBy(added, ({ digest }) => digest.file);
  const written = { captures: captures.size, entries: plan.writes.length };
  const undo: string[] = [];
  let problems: readonly Diagnostic[] = [...stored.problems, ...plan.problems];
  if (!dryRun) {
    await clearLeftovers(root);
    await beforeWriting?.(accepted);
    const kept = [...before];
    written.captures = 0;
    await mendCaptures(root, accepted, kept);
    for (const [file, [first, ...others]] of captures) {
      if (first === undefined) continue;
      const { source, bytes } = first;
      await mkdir(dirname(resolve(root, file)), { recursive: true });
      if (await writeAtomic(resolve(root, file), bytes, { durable: true, before: null })) {
        written.captures++;
        undo.push(others.length === 0 ? first.digest.name.id : basename(file));
        kept.push(...[first, ...others].map(({ digest }) => digest));
      } else {
        refused.push({ source, problems: [diagnostic('file/changed', { file })] });
      }
    }
    const planned = new Set(wanted);
    kept.sort((a, b) => (basename(a.file) < basename(b.file) ? -1 : 1));
    await keepAccounts(root, kept, stored);
    const isPlanned = kept.length === wanted.length && kept.every((digest) => planned.has(digest));
    const done = await bringInStep(root, kept, {
      records,
      entries: stored,
      plan: isPlanned ? plan : undefined,
      store,
      onProgress: (count, all) => onProgress(`writing entries: ${count} of ${all}`),
    });
    written.entries = done.written.new + done.written.refreshed + done.written.listed;
    problems = done.problems;
  }
  const told = problems.filter(({ severity }) => severity !== 'notice');
  const bad = [...told, ...digests.flatMap((digest) => digest.problems)].some(
    ({ severity }) => severity === 'error',
  );
  const ok = refused.length === 0 && !bad;
  return { ok, dryRun, digests, refused, problems: told, written, undo };
}

type IdsOf = (paper: CapturedPaper) => string[];

/** Finds the arXiv ids of papers: their own, or what the archive knows of papers of the same title. */
function idFinder(entries: readonly StoredEntry[], records: Records): IdsOf {
  const byTitle = new Map<string, string>();
  for (const { data } of records.values()) {
    if (data.arxiv !== undefined) byTitle.set(titleKey(data.entry), data.arxiv);
  }
  for (const { entry } of entries) {
    if (entry.data.arxiv !== undefined) byTitle.set(titleKey(entry.data.title), entry.data.arxiv);
  }
  return ({ title, facts }) => {
    const id = facts.arxiv ?? byTitle.get(titleKey(title));
    return id === undefined ? [] : [id];
  };
}

type Acceptance =
  | { readonly ok: true; readonly accepted: readonly Accepted[] }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] };

const papersIn = (reading: CaptureReading): number =>
  reading.ok ? reading.documents.reduce((sum, { parsed }) => sum + parsed.papers.length, 0) : 0;

type AcceptOptions = Pick<TakeInOptions, 'date' | 'name' | 'format' | 'yes' | 'keepPrivate'> & {
  readonly idsOf: IdsOf;
  readonly dialect: Dialect;
  /** What is private was cut out before. */
  readonly isSafe?: boolean;
};

/** Reads one file as a digest or several; the same bytes as one that is there are that one. */
async function accept(
  { source, fileName, bytes, changed, ...said }: SourceFile,
  options: AcceptOptions,
  byHash: ReadonlyMap<string, ReadDigest>,
  taken: ReadonlySet<string>,
): Promise<Acceptance> {
  const {
    date = said.date,
    name = said.name,
    format,
    yes = false,
    keepPrivate = false,
    isSafe = false,
  } = options;
  const { idsOf, dialect } = options;
  const reading = { format, keepPrivate, dialect };
  const judged = await readCapture(source, bytes, reading);
  const trusted = yes ? await readCapture(source, bytes, { ...reading, yes }) : judged;
  const marked = papersIn(trusted) > papersIn(judged);
  const capture = marked ? trusted : judged;
  // A file that lies there and was refused: its name is where to say yes.
  const lying = byHash.get(hashOf(bytes))?.parsed;
  if (lying?.papers.length === 0) return { ok: false, problems: lying.problems };
  if (!capture.ok) return { ok: false, problems: [capture.problem] };
  const { encoding, documents, cuts, safe } = capture;
  if (safe !== bytes && !isSafe && papersIn(capture) > 0) {
    const mended = await mend(bytes, capture, byHash, dialect);
    if (mended) return { ok: true, accepted: mended.map((it) => ({ ...it, source, cuts })) };
    const type = documents.length > 1 ? 'mbox' : 'eml';
    const named = fileName.replace(/\.(?:eml|mht|mhtml)$/i, `.${type}`);
    const file = { source, fileName: named, bytes: safe, changed, ...said };
    const inner = await accept(file, { ...options, isSafe: true }, byHash, taken);
    if (!inner.ok) return inner;
    const told = withProblems(inner.accepted, capture.problems);
    return {
      ok: true,
      accepted: told.map((it, at) => ({ ...it, encoding, ...(at === 0 && { cuts }) })),
    };
  }
  const [{ parsed }] = documents;
  if (documents.length === 1 && parsed.papers.length === 0) {
    const problems =
      parsed.problems.length > 0
        ? parsed.problems
        : [diagnostic('digest/no-papers', { file: source }, { format: parsed.format })];
    return { ok: false, problems };
  }
  const ids = parsed.papers.flatMap(idsOf);
  const dating = dateOf({ given: date, fileName, parsed, ids, fallback: changed });
  const extension = extensionOf(fileName);
  const ownName = extension === '' ? fileName : fileName.slice(0, -extension.length - 1);
  const file = { name: name ?? ownName, extension };
  const marks: CaptureMark[] = [
    ...(marked ? (['yes'] as const) : []),
    ...(keepPrivate ? (['private'] as const) : []),
  ];
  const decided = { ...(format !== undefined && { format }), ...(marks.length > 0 && { marks }) };
  const wanted = captureName(dating.date, file, decided);
  const digests = freeDigests(wanted, bytes, capture, byHash, taken);
  if (!digests.ok) return digests;
  const accepted = digests.digests.map((digest): Accepted => {
    const same = byHash.get(digest.hash);
    const from = digest.part === undefined ? source : `${source} (${digest.part})`;
    const datedBy = digests.digests.length > 1 ? 'from the message itself' : dating.from;
    return same
      ? { source: from, digest: same, known: true, datedBy: 'as it was added', encoding, bytes }
      : { source: from, digest, known: false, datedBy, encoding, bytes };
  });
  return withoutKnown(withProblems(accepted, capture.problems), capture, (rest) =>
    accept({ source, fileName, bytes: rest, changed, ...said }, options, byHash, taken),
  );
}

/** What a capture holds beside its digests is told with the first of them. */
const withProblems = (
  [first, ...others]: readonly Accepted[],
  problems: readonly Diagnostic[],
): Accepted[] => {
  if (first === undefined) return [];
  const { digest } = first;
  const parsed = { ...digest.parsed, problems: [...problems, ...digest.parsed.problems] };
  return [{ ...first, digest: { ...digest, parsed } }, ...others];
};

/** Of a mailbox that has grown since it was added, only the new messages are kept. */
async function withoutKnown(
  accepted: readonly Accepted[],
  { documents }: Extract<CaptureReading, { ok: true }>,
  again: (bytes: Uint8Array) => Promise<Acceptance>,
): Promise<Acceptance> {
  const known = accepted.filter((it) => it.known);
  if (known.length === 0 || known.length === accepted.length) return { ok: true, accepted };
  const hashes = new Set(known.map(({ digest }) => digest.hash));
  const fresh = documents.filter((document) => !hashes.has(hashOfDocument(document)));
  const rest = await again(Buffer.from(mailboxOf(fresh)));
  return rest.ok ? { ok: true, accepted: [...known, ...rest.accepted] } : rest;
}

/** The digests of a capture under a name that leaves all of them ids of their own. */
function freeDigests(
  wanted: string,
  bytes: Uint8Array,
  capture: Extract<CaptureReading, { ok: true }>,
  byHash: ReadonlyMap<string, ReadDigest>,
  taken: ReadonlySet<string>,
):
  | { readonly ok: true; readonly digests: readonly ReadDigest[] }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] } {
  for (const others = new Set(taken); ;) {
    const kept = freeName(wanted, others);
    const reading = parseDigestName(kept);
    if (!reading.ok) return { ok: false, problems: [reading.problem] };
    const digests = digestsOf(reading.name, newCaptureFile(kept), bytes, capture);
    const clash = digests.some(({ name: { id }, hash }) => others.has(id) && !byHash.has(hash));
    if (!clash) return { ok: true, digests };
    others.add(reading.name.id);
  }
}
