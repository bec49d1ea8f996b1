/** Papers as they are shown, kept from one load to the next. */
import { hash } from 'node:crypto';
import { entryFile, fromArchive, inArchive } from '../archive-folder.ts';
import { readEntryFile } from '../entries/entry-file.ts';
import { hashOfRecord, marksOfEntry } from '../entries/marks.ts';
import { recordOf } from '../entries/records/apply.ts';
import { reportStep } from '../progress/steps.ts';
import type { Kind } from '../store/kind.ts';
import { openStore } from '../store/store.ts';
import { captureReader } from './captured.ts';
import { PaperRow } from './paper-row.ts';
import { showPaper } from './show-paper.ts';
import type { Synced } from './synced.ts';

/** Papers as they are shown, each kept under a hash of all that it was made of. */
export const shownPapers: Kind<PaperRow> = {
  name: 'shown-papers',
  modules: ['src/loaders/kept-rows.ts'],
  codec: { encode: ({ bytes }) => bytes, decode: (bytes) => new PaperRow(bytes) },
};

/** A paper as it is shown, and the hash of all that it was made of. */
export interface KeptRow {
  readonly key: string;
  readonly row: PaperRow;
}

/** Where an entry lies, if that is a folder below `papers`. */
const placeOf = (id: string): string | undefined =>
  entryFile(id) === inArchive('papers', `${id}.md`) ? undefined : fromArchive(entryFile(id));

/** For each entry a hash of all that its paper is made of. */
function keysOf({ entries, digests, edited, records }: Synced): Map<string, string> {
  const captures = new Map(digests.map(({ name: { id }, hash }) => [id, hash]));
  return new Map(
    entries.map((stored) => {
      const { id, data } = stored.entry;
      const record = recordOf(id, data, records);
      const from = [
        marksOfEntry(stored).hash,
        edited.get(id)?.hash,
        record && [record.id, hashOfRecord(record)],
        data.digests.map(({ digest, lines, record }) => [captures.get(digest), lines, record]),
        placeOf(id),
      ];
      return [id, hash('sha256', JSON.stringify(from), 'base64url')];
    }),
  );
}

/** The row that was shown before if it says the same: what was worked out of it is still good. */
export const sameOr = (row: PaperRow, before: KeptRow | undefined): PaperRow =>
  before?.row.digest === row.digest ? before.row : row;

/** All papers as they are shown; only those are made that nobody has kept. */
export function showAll(
  root: string,
  synced: Synced,
  known: ReadonlyMap<string, KeptRow>,
): Map<string, KeptRow> {
  const { digests, records } = synced;
  const keys = keysOf(synced);
  const store = openStore(root);
  const unknown = new Map([...keys].filter(([id, key]) => known.get(id)?.key !== key));
  const kept = store.getMany(shownPapers, unknown);
  const capturesOf = captureReader(
    digests.map((digest) => ({
      id: digest.name.id,
      // Looked at only for the papers that nobody has kept.
      get text() {
        return digest.text;
      },
      get records() {
        return digest.parsed.records;
      },
    })),
  );
  reportStep('content', 0, synced.entries.length);
  const rows = synced.entries.map((stored, at) => {
    const { id, data } = stored.entry;
    const key = keys.get(id) ?? '';
    reportStep('content', at + 1, synced.entries.length);
    const before = known.get(id);
    if (before?.key === key) return [id, before] as const;
    const found = kept.get(id);
    if (found) return [id, { key, row: sameOr(found, before) }] as const;
    const captures = capturesOf(data.digests);
    const edited = synced.edited.get(id);
    const row = showPaper({ stored, edited, captures, records, file: placeOf(id) });
    store.put(shownPapers, id, key, row);
    return [id, { key, row: sameOr(row, before) }] as const;
  });
  if (known.size > 0 || kept.size < keys.size) store.retain(shownPapers, new Set(keys.keys()));
  return new Map(rows);
}

/**
 * A paper as its entry says that was just saved, with what was known of its captures and record.
 *
 * @returns undefined if nobody can read the entry
 */
export function savedRow(id: string, bytes: Uint8Array, before: PaperRow): PaperRow | undefined {
  const read = readEntryFile(`${id}.md`, entryFile(id), bytes);
  if (!read.ok) return undefined;
  const { facts, body } = showPaper({
    stored: read.stored,
    edited: undefined,
    captures: [],
    records: new Map(),
    file: placeOf(id),
  });
  const { source: _, ...was } = before.facts;
  return PaperRow.of({
    facts: { ...was, ...facts, foreign: was.foreign },
    body: { ...body, captured: before.body.captured },
  });
}
