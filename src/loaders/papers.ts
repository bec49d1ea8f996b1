/** Astro's content loader of the papers: keeps `papers` in step with `digests`. */
import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'astro/zod';
import type { Loader, LoaderContext } from 'astro/loaders';
import {
  digestsFolder,
  papersFolder,
  recordsFolder,
  removedFolder,
  topicsFolder,
  entryFile,
  fromArchive,
  inArchive,
} from '../archive-folder.ts';
import { listTopicFiles } from '../topics/index.ts';
import { entryProblems } from '../check/entries.ts';
import { setLoaded, type RemovedPaper } from './loaded.ts';
import { readRecords } from '../entries/records/files.ts';
import { recordOf, type Records } from '../entries/records/apply.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { reportStep } from '../progress/steps.ts';
import type { Kind } from '../store/kind.ts';
import { openStore } from '../store/store.ts';
import { readAccounts } from '../entries/account-lines.ts';
import { accountProblems, listsOf } from '../entries/accounts.ts';
import { captureReader } from './captured.ts';
import type { ReadDigest } from '../entries/captures.ts';
import { removeLeftovers } from '../entries/atomic.ts';
import { hashOfRecord, marksOfEntry } from '../entries/marks.ts';
import { readEntryFile } from '../entries/entry-file.ts';
import type { StoredEntry } from '../entries/model.ts';
import {
  clearLeftovers,
  keepAccounts,
  lookAt,
  readAccountsFile,
  readDigests,
  readEntries,
} from '../entries/files.ts';
import { bringInStep } from '../entries/in-step.ts';
import {
  filePathOf,
  loadAndFollow,
  rootOf,
  tell,
  unlessUnchanged,
  type Loading,
} from './loading.ts';
import { removedPapers } from './removed-papers.ts';
import { PaperRow } from './paper-row.ts';
import type { Seen } from '../entries/seen.ts';
import { showPaper } from './show-paper.ts';
import type { EditedEntry } from '../entries/sync.ts';

/** What of a paper is in Astro's collection; the rest is with {@link loadedContent}. */
export const listedPaperSchema = z.object({ title: z.string().min(1) });

/** Papers as they are shown, each kept under a hash of all that it was made of. */
const shownPapers: Kind<PaperRow> = {
  name: 'shown-papers',
  modules: ['src/loaders/papers.ts'],
  codec: { encode: ({ bytes }) => bytes, decode: (bytes) => new PaperRow(bytes) },
};

/** A paper as it is shown, and the hash of all that it was made of. */
interface KeptRow {
  readonly key: string;
  readonly row: PaperRow;
}

/** Entries in step with their digests. */
interface Synced {
  readonly entries: readonly StoredEntry[];
  readonly digests: readonly ReadDigest[];
  /** What the digests say where an edited entry says otherwise. */
  readonly edited: ReadonlyMap<string, EditedEntry>;
  readonly records: Records;
  readonly removed: readonly RemovedPaper[];
  readonly problems: readonly Diagnostic[];
}

/** Writes what the digests ask for, and returns the entries as they are then. */
async function syncEntries(context: LoaderContext, seen: Seen): Promise<Synced> {
  const root = rootOf(context);
  await clearLeftovers(root);
  await removeLeftovers(fileURLToPath(context.config.cacheDir));
  const aids = { seen, store: openStore(root) };
  const { digests } = await readDigests(root, aids);
  const entries = await readEntries(root, aids);
  await keepAccounts(root, digests, entries, seen);
  const { records, problems: inRecords } = await readRecords(root, aids);
  const { reading, plan, written, problems } = await bringInStep(root, digests, {
    records,
    entries,
    ...aids,
  });
  if (written.new + written.refreshed + written.listed > 0) {
    context.logger.info(
      `wrote ${papersFolder()}: ${written.new} new, ${written.refreshed} brought up to date, ${written.listed} listed again`,
    );
  }
  // Warnings are left to `npm run check`: telling them would mean to read everything for every build.
  await lookAt(root, seen, [topicsFolder()], aids.store);
  const across = [
    ...accountProblems(digests, readAccounts(await readAccountsFile(root)), listsOf(reading)),
    ...entryProblems(
      reading.entries,
      new Set(digests.map(({ name }) => name.id)),
      new Set((await listTopicFiles(root)).keys()),
      records,
    ),
  ].filter(({ severity }) => severity === 'error');
  return {
    entries: reading.entries,
    digests,
    edited: new Map(plan.edited.map((entry) => [entry.id, entry])),
    records,
    removed: removedPapers(reading.tombstones ?? [], plan.placements, reading.entries),
    problems: [...inRecords, ...problems, ...across],
  };
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

/** All papers as they are shown; only those are made that nobody has kept. */
function showAll(
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
    if (found) return [id, { key, row: found }] as const;
    const captures = capturesOf(data.digests);
    const edited = synced.edited.get(id);
    const row = showPaper({ stored, edited, captures, records, file: placeOf(id) });
    store.put(shownPapers, id, key, row);
    return [id, { key, row }] as const;
  });
  if (known.size > 0 || kept.size < keys.size) store.retain(shownPapers, new Set(keys.keys()));
  return new Map(rows);
}

/** Astro's collection of papers, and what is shown of them. */
class PaperCollection {
  /** What was loaded last. */
  #known: ReadonlyMap<string, KeptRow> = new Map();

  #show(rows: ReadonlyMap<string, KeptRow>): void {
    this.#known = rows;
    const all = hash('sha256', Array.from(rows, ([id, { row }]) => `${id} ${row.digest}`).join());
    setLoaded('papers', new Map(Array.from(rows, ([id, { row }]) => [id, row])), all);
  }

  /** Brings entries in step with their digests, and reads them. */
  async load(context: LoaderContext, { seen }: Loading): Promise<boolean> {
    const { store, parseData } = context;
    const synced = await syncEntries(context, seen);
    const removed = JSON.stringify(synced.removed);
    context.meta.set('removed', removed);
    const rows = showAll(rootOf(context), synced, this.#known);
    for (const [id, { key, row }] of rows) {
      if (store.get(id)?.digest === key) continue;
      const filePath = filePathOf(context, entryFile(id));
      const data = await parseData({ id, data: { title: row.facts.title }, filePath });
      store.set({ id, data, digest: key, filePath });
    }
    for (const id of store.keys()) if (!rows.has(id)) store.delete(id);
    setLoaded('removed', synced.removed, removed);
    this.#show(rows);
    tell(context, synced.problems);
    return synced.problems.every(({ severity }) => severity === 'notice');
  }

  /** Takes what an earlier run has kept; false if anything is missing. */
  restore(context: LoaderContext): boolean {
    const keys = new Map(context.store.values().map(({ id, digest }) => [id, String(digest)]));
    const isLoaded = keys.size > 0 && keys.size === this.#known.size;
    if (isLoaded && [...keys].every(([id, key]) => this.#known.get(id)?.key === key)) return true;
    const kept = openStore(rootOf(context)).getMany(shownPapers, keys);
    const removed = context.meta.get('removed');
    if (kept.size < keys.size || removed === undefined) return false;
    setLoaded('removed', JSON.parse(removed), removed);
    const rows = [...keys].flatMap(([id, key]) => {
      const row = kept.get(id);
      return row ? [[id, { key, row }] as const] : [];
    });
    this.#show(new Map(rows));
    return true;
  }

  /** Shows an entry that was just saved, with what was known of its captures and record, until all is read again. */
  async patch(context: LoaderContext, path: string): Promise<boolean> {
    const name = basename(path);
    const id = name.replace(/\.md$/, '');
    const file = entryFile(id);
    const before = this.#known.get(id)?.row;
    if (!before || resolve(rootOf(context), file) !== path) return false;
    const bytes = await readFile(path).catch(() => undefined);
    const read = bytes && readEntryFile(name, file, bytes);
    if (!read?.ok) return false;
    const { facts, body } = showPaper({
      stored: read.stored,
      edited: undefined,
      captures: [],
      records: new Map(),
      file: placeOf(id),
    });
    const { source: _, ...was } = before.facts;
    const row = PaperRow.of({
      facts: { ...was, ...facts, foreign: was.foreign },
      body: { ...body, captured: before.body.captured },
    });
    this.#show(new Map([...this.#known, [id, { key: '', row }]]));
    return true;
  }
}

/**
 * The papers: one entry per file of `papers`, written from `digests` where missing. Astro's collection has their titles;
 * all else is kept in the store of derived facts, made again only when an entry, its captures or the code has changed,
 * and is with `getArchive()`.
 */
export function papersLoader() {
  const folders = [
    digestsFolder(),
    papersFolder(),
    recordsFolder(),
    topicsFolder(),
    removedFolder(),
  ];
  const papers = new PaperCollection();
  return {
    name: 'offprint-papers',
    schema: listedPaperSchema,
    load: (context) =>
      loadAndFollow(
        context,
        folders,
        () =>
          unlessUnchanged(context, folders, {
            load: (loading) => papers.load(context, loading),
            restore: () => papers.restore(context),
          }),
        (path) => papers.patch(context, path),
      ),
  } satisfies Loader;
}
