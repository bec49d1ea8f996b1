/** The file system's side: reads and writes records. */
import { hash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { recordsFolder, entryFile, newRecordFile, recordFile } from '../../archive-folder.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { asJson, type Kind } from '../../store/kind.ts';
import { writeAtomic } from '../atomic.ts';
import { readEntryFile, readText } from '../entry-file.ts';
import { clearLeftovers } from '../files.ts';
import { bytesOf, hashesOf, lookInto, type Aids } from '../owner-files.ts';
import { listPlaced } from '../placed.ts';
import { splitFrontmatter } from '../parse.ts';
import { textAt } from '../unopened.ts';
import { isEdited } from '../origin.ts';
import { withFacts } from './apply.ts';
import { parseRecordFile, recordFits, type RecordData, type StoredRecord } from './parse.ts';
import type { StoredEntry } from '../model.ts';

const keptRecords: Kind<RecordData> = {
  name: 'records',
  modules: ['src/entries/records/files.ts'],
  together: true,
  codec: asJson(),
};

/** A record whose file did not change since it was read: it is opened only by who looks at its text. */
class UnopenedRecord implements StoredRecord {
  readonly id: string;
  readonly data: RecordData;
  readonly hash: string;
  readonly #path: string;
  #text: string | undefined;

  constructor(id: string, data: RecordData, hash: string, path: string) {
    this.id = id;
    this.data = data;
    this.hash = hash;
    this.#path = path;
  }

  get text(): string {
    return (this.#text ??= textAt(this.#path, this.hash));
  }

  get body(): string {
    return splitFrontmatter(this.text)?.body ?? '';
  }
}

/**
 * Reads every record of the archive, by the id of its entry.
 *
 * @param root the project's folder
 */
export async function readRecords(
  root: string,
  aids: Aids = {},
): Promise<{ records: Map<string, StoredRecord>; problems: readonly Diagnostic[] }> {
  const { seen, store } = aids;
  seen?.forget(recordsFolder());
  const placed = await listPlaced(root, recordsFolder(), '.md');
  const files = await lookInto(root, recordsFolder(), placed.files, aids);
  const hashes = hashesOf(files);
  const kept = store?.getMany(keptRecords, hashes, true);
  const records = new Map<string, StoredRecord>();
  const problems: Diagnostic[] = [...placed.problems];
  for (const found of files) {
    const { file } = found;
    const id = basename(file, '.md');
    const data = kept?.get(file);
    if (data) {
      records.set(id, new UnopenedRecord(id, data, hashes.get(file) ?? '', resolve(root, file)));
      continue;
    }
    const bytes = await bytesOf(root, found, aids);
    const read = bytes.ok ? readText(file, bytes.bytes) : bytes;
    const reading = read.ok
      ? parseRecordFile(id, read.text)
      : { ok: false as const, problems: [read.problem] };
    if (reading.ok) {
      records.set(id, reading.record);
      store?.put(keptRecords, file, hash('sha256', reading.record.text), reading.record.data);
    } else problems.push(...reading.problems);
  }
  return { records, problems };
}

/** Makes the folder for records and clears away what an interrupted run has left. */
export async function prepareFolders(root: string): Promise<void> {
  await mkdir(resolve(root, recordsFolder()), { recursive: true });
  await clearLeftovers(root);
}

/** What is about to be written for one entry. */
export interface Enrichment {
  readonly stored: StoredEntry;
  /** What the new record says, in place of one that nobody has edited. */
  readonly make: (before: StoredRecord | undefined) => string;
}

export type Written =
  | { readonly ok: true; readonly fields: readonly string[] }
  | { readonly ok: false; readonly why: string };

/**
 * Writes an entry's record. The entry itself is left as it is; it is read again before, for somebody may have
 * changed it since the run began.
 *
 * @param write false: only say what would be done
 * @returns the fields that the entry lacks and the record now gives
 */
export async function writeRecord(
  root: string,
  { stored, make }: Enrichment,
  write: boolean,
): Promise<Written> {
  const { id, data } = stored.entry;
  const file = entryFile(id);
  const bytes = await readFile(resolve(root, file)).catch(() => undefined);
  if (bytes === undefined) return { ok: false, why: 'its file has gone' };
  const reading = readEntryFile(`${id}.md`, file, bytes);
  if (!reading.ok) return { ok: false, why: 'its file can no longer be read' };
  const { entry } = reading.stored;
  if (entry.data.title !== data.title || entry.data.arxiv !== data.arxiv) {
    return { ok: false, why: 'it was changed in the meantime' };
  }
  const kept = await readFile(resolve(root, recordFile(id))).catch(() => undefined);
  const decoded = kept && readText(recordFile(id), kept);
  if (decoded?.ok === false) return { ok: false, why: 'its record is not UTF-8' };
  const known = decoded?.text;
  const before = known === undefined ? undefined : parseRecordFile(id, known);
  if (before?.ok === false) return { ok: false, why: 'its record cannot be read' };
  const own = known !== undefined && isEdited(known, before?.record.data.origin);
  // A record of another paper, left by an entry that had this name, makes way.
  const fitting = before && recordFits(before.record, entry.data);
  const next = own ? known : make(fitting ? before.record : undefined);
  const after = parseRecordFile(id, next);
  if (!after.ok) return { ok: false, why: 'its record would not be read again' };
  const digest = data.digests[0]?.digest ?? '';
  const path = resolve(root, kept ? recordFile(id) : newRecordFile(id, digest));
  if (write && next !== known) await mkdir(dirname(path), { recursive: true });
  if (write && next !== known && !(await writeAtomic(path, next, { before: known ?? null }))) {
    return { ok: false, why: 'its record was saved while it was about to be written' };
  }
  return { ok: true, fields: withFacts(entry.data, after.record.data).fields };
}
