/** Astro's content loader of the papers: keeps `papers` in step with `digests`. */
import { hash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
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
import { loadedContent, setLoaded, type RemovedPaper } from './loaded.ts';
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
  type LoadingContext,
} from './loading.ts';
import { removedPapers } from './removed-papers.ts';
import { PaperRow } from './paper-row.ts';
import { Seen } from '../entries/seen.ts';
import { showPaper } from './show-paper.ts';
import type { EditedEntry } from '../entries/sync.ts';

/** As much of Astro's loader context as papers need. */
export interface PapersContext extends LoadingContext, Pick<LoaderContext, 'parseData'> {
  readonly config: { readonly root: URL; readonly cacheDir: URL };
  readonly logger: Pick<LoaderContext['logger'], 'error' | 'warn' | 'info'>;
  readonly store: {
    get(id: string): Kept | undefined;
    set(entry: Parameters<LoaderContext['store']['set']>[0]): unknown;
    keys(): string[];
    values(): Kept[];
    delete(id: string): void;
  };
}

type Kept = Pick<ReturnType<LoaderContext['store']['values']>[number], 'id' | 'digest'>;

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
async function syncEntries(context: PapersContext, seen: Seen): Promise<Synced> {
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

/** The row that was shown before if it says the same: what was worked out of it is still good. */
const sameOr = (row: PaperRow, before: KeptRow | undefined): PaperRow =>
  before?.row.digest === row.digest ? before.row : row;

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

/** The bytes of a file as they are now; undefined where there are none to be read. */
function bytesNow(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/**
 * A paper as its entry says that was just saved, with what was known of its captures and record.
 *
 * @returns undefined if nobody can read the entry
 */
function savedRow(id: string, bytes: Uint8Array, before: PaperRow): PaperRow | undefined {
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

/** Astro's collection of papers, and what is shown of them. */
class PaperCollection {
  /** What is shown. */
  #known: ReadonlyMap<string, KeptRow> = new Map();
  /** Another one with each change of what is shown. */
  #mark = '';
  /** What the last load has read. */
  #seen = new Seen();
  /** Entries that were saved since the last load, or while it was under way. */
  readonly #saved = new Set<string>();

  #show(rows: ReadonlyMap<string, KeptRow>): void {
    const before = this.#known;
    this.#known = rows;
    const isSame =
      this.#mark !== '' &&
      rows.size === before.size &&
      rows.entries().every(([id, { row }]) => before.get(id)?.row === row);
    if (!isSame) this.#mark = randomUUID();
    const shown = new Map(rows.entries().map(([id, { row }]) => [id, row]));
    setLoaded('papers', shown, this.#mark);
  }

  /**
   * Shows what a load has read, or restored, and over it what was saved since: of each file the newest. What is gone
   * or broken by now, the load that follows tells.
   */
  #showLoaded(context: PapersContext, rows: Map<string, KeptRow>, seen: Seen): void {
    this.#seen = seen;
    for (const id of this.#saved) {
      const loaded = rows.get(id)?.row;
      const bytes = loaded && bytesNow(resolve(rootOf(context), entryFile(id)));
      const isNewer = bytes && hash('sha256', bytes) !== seen.hashOf(entryFile(id));
      const row = isNewer ? savedRow(id, bytes, loaded) : undefined;
      if (row) rows.set(id, { key: '', row: sameOr(row, this.#known.get(id)) });
      else this.#saved.delete(id);
    }
    this.#show(rows);
  }

  /** Brings entries in step with their digests, and reads them. */
  async load(context: PapersContext, { seen }: Loading): Promise<() => boolean> {
    const { store, parseData, meta } = context;
    const synced = await syncEntries(context, seen);
    const rows = showAll(rootOf(context), synced, this.#known);
    const items: Parameters<typeof store.set>[0][] = [];
    for (const [id, { key, row }] of rows) {
      if (store.get(id)?.digest === key) continue;
      const filePath = filePathOf(context, entryFile(id));
      const data = await parseData({ id, data: { title: row.facts.title }, filePath });
      items.push({ id, data, digest: key, filePath });
    }
    return () => {
      const removed = JSON.stringify(synced.removed);
      meta.set('removed', removed);
      for (const item of items) store.set(item);
      for (const id of store.keys()) if (!rows.has(id)) store.delete(id);
      setLoaded('removed', synced.removed, removed);
      this.#showLoaded(context, rows, seen);
      tell(context, synced.problems);
      return synced.problems.every(({ severity }) => severity === 'notice');
    };
  }

  /** Takes what an earlier run has kept; false if anything is missing. */
  restore(context: PapersContext, { seen }: Loading): boolean {
    const keys = new Map(context.store.values().map(({ id, digest }) => [id, String(digest)]));
    const isLoaded = keys.size > 0 && keys.size === this.#known.size;
    if (isLoaded && [...keys].every(([id, key]) => this.#known.get(id)?.key === key)) {
      this.#seen = seen;
      return true;
    }
    const kept = openStore(rootOf(context)).getMany(shownPapers, keys);
    const removed = context.meta.get('removed');
    if (kept.size < keys.size || removed === undefined) return false;
    setLoaded('removed', JSON.parse(removed), removed);
    const rows = [...keys].flatMap(([id, key]) => {
      const row = kept.get(id);
      return row ? [[id, { key, row: sameOr(row, this.#known.get(id)) }] as const] : [];
    });
    this.#showLoaded(context, new Map(rows), seen);
    return true;
  }

  /**
   * Shows an entry that was just saved, until all is read again; so does what is loaded meanwhile.
   *
   * @returns whether it is shown as it is now
   */
  patch(context: PapersContext, path: string): boolean {
    const id = basename(path, '.md');
    if (resolve(rootOf(context), entryFile(id)) !== path) return false;
    this.#saved.add(id);
    const before = this.#known.get(id);
    const bytes = before && bytesNow(path);
    if (!bytes) return false;
    // A load may have been told of it first.
    if (before.key !== '' && hash('sha256', bytes) === this.#seen.hashOf(entryFile(id)))
      return true;
    const row = savedRow(id, bytes, before.row);
    if (!row) return false;
    this.#known = new Map(this.#known).set(id, { key: '', row });
    this.#mark = randomUUID();
    const shown = new Map(loadedContent().papers).set(id, row);
    setLoaded('papers', shown, this.#mark);
    return true;
  }
}

/** Entries that, saved at once, are shown one by one; of more, all is loaded. */
const few = 8;

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
    load: (context: PapersContext) =>
      loadAndFollow(
        context,
        folders,
        () =>
          unlessUnchanged(context, folders, {
            load: (loading) => papers.load(context, loading),
            restore: (loading) => papers.restore(context, loading),
          }),
        (paths) =>
          paths.length > few ? paths : paths.filter((path) => !papers.patch(context, path)),
      ),
  } satisfies Loader;
}
