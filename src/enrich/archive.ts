/** The file system's side: reads records, and writes an entry with its record. */
import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { writeAtomic } from '../entries/atomic.ts';
import { readEntryFile, readText } from '../entries/entry-file.ts';
import { clearLeftovers, listFiles, papersFolder, readBytes } from '../entries/files.ts';
import { isEdited } from '../entries/origin.ts';
import type { Seen } from '../entries/seen.ts';
import type { StoredEntry } from '../entries/sync.ts';
import { fillEntry } from './fill.ts';
import {
  parseRecordFile,
  recordsFolder,
  serialiseRecord,
  type StoredRecord,
} from './record-file.ts';
import { factsOf, type ArxivRecord } from './record.ts';

/** Files read at a time. */
const atATime = 32;

/** The names of all records, without `.md`. */
export async function recordIds(root: string): Promise<Set<string>> {
  const names = await readdir(join(root, recordsFolder)).catch(() => []);
  return new Set(
    names.filter((name) => /^[^.].*\.md$/.test(name)).map((name) => name.slice(0, -'.md'.length)),
  );
}

/**
 * Reads every record of `content/records`, by the id of its entry.
 *
 * @param root the project's folder
 */
export async function readRecords(
  root: string,
  seen?: Seen,
): Promise<{ records: Map<string, StoredRecord>; problems: readonly Diagnostic[] }> {
  seen?.forget(recordsFolder);
  const names = (await listFiles(join(root, recordsFolder))).filter((name) => name.endsWith('.md'));
  const records = new Map<string, StoredRecord>();
  const problems: Diagnostic[] = [];
  for (let start = 0; start < names.length; start += atATime) {
    const batch = names.slice(start, start + atATime).map((name) => `${recordsFolder}/${name}`);
    const readings = await Promise.all(batch.map((file) => readBytes(root, file, seen)));
    for (const [at, file] of batch.entries()) {
      const bytes = readings[at];
      const decoded = bytes?.ok ? readText(file, bytes.bytes) : bytes;
      const id = file.slice(recordsFolder.length + 1, -'.md'.length);
      const reading = decoded?.ok ? parseRecordFile(id, decoded.text) : undefined;
      if (reading?.ok) records.set(id, reading.record);
      else if (reading) problems.push(...reading.problems);
      else if (decoded && !decoded.ok) problems.push(decoded.problem);
    }
  }
  return { records, problems };
}

/** Makes the folder for records and clears away what an interrupted run has left. */
export async function prepareFolders(root: string): Promise<void> {
  await mkdir(join(root, recordsFolder), { recursive: true });
  await clearLeftovers(root);
}

/** What is about to be written for one entry. */
export interface Enrichment {
  readonly stored: StoredEntry;
  readonly record: ArxivRecord;
  readonly by: string;
  /** ISO day. */
  readonly today: string;
}

export type Written =
  | { readonly ok: true; readonly fields: readonly string[] }
  | { readonly ok: false; readonly why: string };

/**
 * Writes the entry, then its record, each as a whole. The record comes last: it says that the entry is done,
 * so that a run that was killed in between does this one again. A record that a person has edited stays.
 *
 * The entry is read again before it is written, for somebody may have edited it since the run began.
 *
 * @param write false: only say what would be done
 */
export async function writeEnrichment(
  root: string,
  { stored, record, by, today }: Enrichment,
  write: boolean,
): Promise<Written> {
  const { id } = stored.entry;
  const file = `${papersFolder}/${id}.md`;
  const bytes = await readFile(join(root, file)).catch(() => undefined);
  if (bytes === undefined) return { ok: false, why: 'its file has gone' };
  const reading = readEntryFile(`${id}.md`, file, bytes);
  if (!reading.ok) return { ok: false, why: 'its file can no longer be read' };
  const { entry, text } = reading.stored;
  if (
    entry.data.title !== stored.entry.data.title ||
    entry.data.arxiv !== stored.entry.data.arxiv
  ) {
    return { ok: false, why: 'it was changed while arXiv was asked' };
  }
  const filled = fillEntry({ entry, text }, factsOf(record));
  if (!filled)
    return { ok: false, why: 'its frontmatter is written in a way that cannot be added to' };
  if (!write) return { ok: true, fields: filled.fields };
  if (
    filled.text !== text &&
    !(await writeAtomic(join(root, file), filled.text, { before: text }))
  ) {
    return { ok: false, why: 'it was saved while it was about to be written' };
  }
  const path = join(root, recordsFolder, `${id}.md`);
  const kept = await readFile(path).catch(() => undefined);
  const before = kept && readText(path, kept).text;
  const known = before === undefined ? undefined : parseRecordFile(id, before);
  if (before === undefined || (known?.ok && !isEdited(before, known.record.data.origin))) {
    const occasion = { title: entry.data.title, by, retrieved: today };
    await writeAtomic(path, serialiseRecord(record, occasion), { before: before ?? null });
  }
  return { ok: true, fields: filled.fields };
}
