/** Astro's content loader of the papers: keeps `papers` in step with `digests`. */
import { hash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { z } from 'astro/zod';
import type { Loader, LoaderContext } from 'astro/loaders';
import {
  digestsFolder,
  papersFolder,
  recordsFolder,
  removedFolder,
  topicsFolder,
  entryFile,
} from '../archive-folder.ts';
import { sameOr, savedRow, showAll, shownPapers, type KeptRow } from './kept-rows.ts';
import { loadedContent, setLoaded } from './loaded.ts';
import { openStore } from '../store/store.ts';
import {
  filePathOf,
  loadAndFollow,
  rootOf,
  tell,
  unlessUnchanged,
  type Loading,
  type LoadingContext,
} from './loading.ts';
import { Seen } from '../entries/seen.ts';
import { syncEntries } from './synced.ts';

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

/** The bytes of a file as they are now; undefined where there are none to be read. */
function bytesNow(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
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
