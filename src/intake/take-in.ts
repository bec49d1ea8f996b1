/** Taking digests in: from bytes to captures and entries. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { decodeCapture } from '../digest/encoding.ts';
import { titleKey } from '../digest/identity.ts';
import type { CapturedPaper } from '../digest/model.ts';
import { parseDigestName } from '../digest/name.ts';
import { parseDigest } from '../digest/parse.ts';
import { readRecords } from '../enrich/archive.ts';
import { writeAtomic } from '../entries/atomic.ts';
import {
  clearLeftovers,
  digestsFolder,
  hashOf,
  keepAccounts,
  listFiles,
  planFor,
  readDigests,
  readEntries,
  type ReadDigest,
} from '../entries/files.ts';
import type { Records } from '../enrich/with-record.ts';
import { bringInStep } from '../entries/in-step.ts';
import type { StoredEntry } from '../entries/sync.ts';
import { dateOf } from './dating.ts';
import { captureName, extensionOf, freeName } from './naming.ts';
import type { SourceFile } from './read.ts';
import { describeDigests, type AddReport, type Incoming } from './report.ts';

export interface TakeInOptions {
  /** ISO date for all files. */
  readonly date?: string | undefined;
  readonly name?: string | undefined;
  /** Id of the format to read them as. */
  readonly format?: string | undefined;
  readonly dryRun: boolean;
  readonly onProgress?: (what: string) => void;
}

type Accepted = Incoming & { readonly bytes: Uint8Array };

/**
 * Reads files as digests, and writes their captures and entries.
 *
 * Captures are written first and durably; entries follow from them. Interrupted at any moment, running it
 * again (or `npm run build`) writes what is missing. The same bytes are never kept twice.
 *
 * @param root the project's folder
 * @param files what to take in
 */
export async function takeIn(
  root: string,
  files: readonly SourceFile[],
  { date, name, format, dryRun, onProgress = () => undefined }: TakeInOptions,
): Promise<AddReport> {
  onProgress('reading the archive');
  const { digests: before } = await readDigests(root);
  const stored = await readEntries(root);
  const { records } = await readRecords(root);
  const idsOf = idFinder(stored.entries, records);

  const byHash = new Map(before.map((digest) => [digest.hash, digest]));
  // Files that cannot be read have names too.
  const names = (await listFiles(join(root, digestsFolder))).map((file) => parseDigestName(file));
  const taken = new Set(names.flatMap((reading) => (reading.ok ? [reading.name.id] : [])));
  const accepted: Accepted[] = [];
  const refused: { source: string; problems: readonly Diagnostic[] }[] = [];
  for (const [at, file] of files.entries()) {
    onProgress(`reading ${at + 1} of ${files.length}: ${file.source}`);
    const result = accept(file, { date, name, format, idsOf }, byHash, taken);
    if (!result.ok) {
      refused.push({ source: file.source, problems: result.problems });
      continue;
    }
    accepted.push(result.accepted);
    byHash.set(result.accepted.digest.hash, result.accepted.digest);
    taken.add(result.accepted.digest.name.id);
  }

  onProgress('comparing with the archive');
  const added = accepted.filter(({ known }) => !known);
  const plan = planFor([...before, ...added.map(({ digest }) => digest)], stored, records);
  const digests = describeDigests(accepted, plan, stored.entries);

  const written = { captures: added.length, entries: plan.writes.length };
  let problems: readonly Diagnostic[] = [...stored.problems, ...plan.problems];
  if (!dryRun) {
    await clearLeftovers(root);
    await mkdir(join(root, digestsFolder), { recursive: true });
    const kept = [...before];
    for (const { source, digest, bytes } of added) {
      if (await writeAtomic(join(root, digest.file), bytes, { durable: true, before: null })) {
        kept.push(digest);
      } else {
        refused.push({ source, problems: [diagnostic('file/changed', { file: digest.file })] });
      }
    }
    written.captures = kept.length - before.length;
    kept.sort((a, b) => (a.file < b.file ? -1 : 1));
    await keepAccounts(root, kept, stored);
    const done = await bringInStep(root, kept, {
      records,
      entries: stored,
      onProgress: (count, all) => onProgress(`writing entries: ${count} of ${all}`),
    });
    written.entries = done.written.new + done.written.refreshed + done.written.listed;
    problems = done.problems;
  }
  const told = problems.filter(({ severity }) => severity !== 'notice');
  const bad = [...told, ...digests.flatMap((digest) => digest.problems)].some(
    ({ severity }) => severity === 'error',
  );
  return { ok: refused.length === 0 && !bad, dryRun, digests, refused, problems: told, written };
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

/** Reads one file as a digest; the same bytes as one that is there are that one. */
function accept(
  { source, fileName, bytes, changed }: SourceFile,
  {
    date,
    name,
    format,
    idsOf,
  }: Pick<TakeInOptions, 'date' | 'name' | 'format'> & {
    readonly idsOf: IdsOf;
  },
  byHash: ReadonlyMap<string, ReadDigest>,
  taken: ReadonlySet<string>,
): { ok: true; accepted: Accepted } | { ok: false; problems: readonly Diagnostic[] } {
  const hash = hashOf(bytes);
  const same = byHash.get(hash);
  const decoded = decodeCapture(source, bytes);
  if (!decoded.ok) return { ok: false, problems: [decoded.problem] };
  if (same) {
    const datedBy = 'as it was added';
    return {
      ok: true,
      accepted: { source, digest: same, known: true, datedBy, encoding: decoded.encoding, bytes },
    };
  }
  const parsed = parseDigest(
    { file: source, text: decoded.text },
    format === undefined ? {} : { format },
  );
  if (parsed.papers.length === 0) {
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
  const kept = freeName(
    captureName(
      dating.date,
      { name: name ?? ownName, extension },
      format === undefined ? {} : { format },
    ),
    taken,
  );
  const reading = parseDigestName(kept);
  if (!reading.ok) return { ok: false, problems: [reading.problem] };
  const digest: ReadDigest = {
    name: reading.name,
    file: `${digestsFolder}/${kept}`,
    parsed,
    text: decoded.text,
    hash,
  };
  return {
    ok: true,
    accepted: {
      source,
      digest,
      known: false,
      datedBy: dating.from,
      encoding: decoded.encoding,
      bytes,
    },
  };
}
