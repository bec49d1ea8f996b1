/** Astro's content loader of the papers: keeps `content/papers` in step with `content/digests`. */
import type { Loader, LoaderContext } from 'astro/loaders';
import { readRecords } from '../enrich/archive.ts';
import { recordsFolder } from '../enrich/record-file.ts';
import { recordOf, type Records } from '../enrich/with-record.ts';
import { isDamaged } from '../text/damage.ts';
import { renderAbstract } from '../text/render.ts';
import { paperDataSchema, type PaperData } from './collections.ts';
import {
  digestsFolder,
  keepAccounts,
  papersFolder,
  planFor,
  readDigests,
  readEntries,
  writeEntries,
  type EntriesReading,
} from './files.ts';
import { reloadOnChange, rootOf, tell, unlessUnchanged } from './loading.ts';
import { parseEntry } from './parse.ts';
import type { EditedEntry } from './sync.ts';

/** Entries in step with their digests, and what the digests say where an edited entry says otherwise. */
interface Synced {
  readonly reading: EntriesReading;
  readonly captured: ReadonlyMap<string, Captured>;
  readonly records: Records;
}

type Captured = NonNullable<PaperData['captured']>;

/** Title and abstract that the loader would write today, of each edited entry. */
function capturedTexts(edited: readonly EditedEntry[]): Map<string, Captured> {
  return new Map(
    edited.flatMap(({ id, today }) => {
      const parsed = parseEntry(id, `${papersFolder}/${id}.md`, today);
      if (!parsed.ok) return [];
      const { text } = renderAbstract(parsed.entry.body);
      return [[id, { title: parsed.entry.data.title, text }]];
    }),
  );
}

/** Writes what the digests ask for, and returns the entries as they are then. */
async function syncEntries(context: LoaderContext): Promise<Synced> {
  const root = rootOf(context);
  const { digests } = await readDigests(root);
  await keepAccounts(root, digests);
  const before = await readEntries(root);
  const { records, problems } = await readRecords(root);
  tell(context, problems);
  const { writes, edited } = planFor(digests, before, records);
  const captured = capturedTexts(edited);
  if (writes.length === 0) return { reading: before, captured, records };
  await writeEntries(root, writes);
  const count = (reason: string): number =>
    writes.filter((write) => write.reason === reason).length;
  context.logger.info(
    `wrote ${papersFolder}: ${count('new')} new, ${count('refreshed')} brought up to date, ${count('listed')} listed again`,
  );
  return { reading: await readEntries(root), captured, records };
}

/**
 * The papers: one entry per file of `content/papers`, written from `content/digests` where missing.
 * An entry's HTML is kept in Astro's store and made again only when the file or the code has changed.
 */
export function papersLoader() {
  const load = async (context: LoaderContext, code: string): Promise<boolean> => {
    const { store, parseData, generateDigest } = context;
    const { reading, captured, records } = await syncEntries(context);
    const { entries, problems } = reading;
    tell(context, problems);
    const gone = new Set(store.keys());
    for (const { entry, text } of entries) {
      const { id, data, body } = entry;
      gone.delete(id);
      const original = recordOf(id, data, records);
      const before = captured.get(id);
      const digest = generateDigest({ code, text, original, before });
      if (store.get(id)?.digest === digest) continue;
      const filePath = `${papersFolder}/${id}.md`;
      const { html, text: plain, urls } = renderAbstract(original?.body || body);
      const asCaptured =
        before ??
        (original?.body ? { title: data.title, text: renderAbstract(body).text } : undefined);
      const differs = asCaptured && (asCaptured.title !== data.title || asCaptured.text !== plain);
      const read = {
        ...data,
        text: plain,
        urls,
        damaged: isDamaged(plain),
        ...(differs && { captured: asCaptured }),
        ...(original?.body && { source: original.data.source }),
      };
      const parsed = await parseData({ id, data: read, filePath });
      store.set({ id, data: parsed, digest, filePath, rendered: { html } });
    }
    for (const id of gone) store.delete(id);
    return problems.every(({ severity }) => severity === 'notice');
  };
  return {
    name: 'offprint-papers',
    schema: paperDataSchema,
    load: async (context) => {
      const loadChanged = () => unlessUnchanged(context, (code) => load(context, code));
      await loadChanged();
      reloadOnChange(context, [digestsFolder, papersFolder, recordsFolder], loadChanged);
    },
  } satisfies Loader;
}
