/** Astro's content loader of the papers: keeps `content/papers` in step with `content/digests`. */
import type { Loader, LoaderContext } from 'astro/loaders';
import { readRecords } from '../enrich/archive.ts';
import { recordsFolder } from '../enrich/record-file.ts';
import { recordOf, type Records } from '../enrich/with-record.ts';
import { reportStep } from '../progress/steps.ts';
import { damageOf } from '../text/damage.ts';
import { renderTitle } from '../text/render.ts';
import { captureReader, saysTheSame } from './captured.ts';
import { paperDataSchema } from './collections.ts';
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
import { capturedTexts, shownAbstract, type Captured } from './shown.ts';

/** Entries in step with their digests, and what the digests say where an edited entry says otherwise. */
interface Synced {
  readonly reading: EntriesReading;
  readonly captured: ReadonlyMap<string, Captured>;
  readonly capturesOf: ReturnType<typeof captureReader>;
  readonly records: Records;
}

/** Writes what the digests ask for, and returns the entries as they are then. */
async function syncEntries(context: LoaderContext): Promise<Synced> {
  const root = rootOf(context);
  const { digests } = await readDigests(root);
  const before = await readEntries(root);
  await keepAccounts(root, digests, before);
  const { records, problems } = await readRecords(root);
  tell(context, problems);
  const { writes, edited } = planFor(digests, before, records);
  const captured = capturedTexts(edited);
  const capturesOf = captureReader(
    digests.map(({ name: { id }, text, parsed: { records } }) => ({
      id,
      text,
      ...(records && { records }),
    })),
  );
  if (writes.length === 0) return { reading: before, captured, capturesOf, records };
  await writeEntries(root, writes);
  const count = (reason: string): number =>
    writes.filter((write) => write.reason === reason).length;
  context.logger.info(
    `wrote ${papersFolder}: ${count('new')} new, ${count('refreshed')} brought up to date, ${count('listed')} listed again`,
  );
  return { reading: await readEntries(root), captured, capturesOf, records };
}

/**
 * The papers: one entry per file of `content/papers`, written from `content/digests` where missing.
 * An entry's HTML is kept in Astro's store and made again only when the file or the code has changed.
 */
export function papersLoader() {
  const load = async (context: LoaderContext, code: string): Promise<boolean> => {
    const { store, parseData, generateDigest } = context;
    const { reading, captured, capturesOf, records } = await syncEntries(context);
    const { entries, problems } = reading;
    tell(context, problems);
    const gone = new Set(store.keys());
    reportStep('content', 0, entries.length);
    for (const [at, stored] of entries.entries()) {
      reportStep('content', at + 1, entries.length);
      const { id, data } = stored.entry;
      gone.delete(id);
      const before = captured.get(id);
      const original = recordOf(id, data, records);
      const captures = capturesOf(data.digests);
      const digest = generateDigest({ code, text: stored.text, original, before, captures });
      if (store.get(id)?.digest === digest) continue;
      const filePath = `${papersFolder}/${id}.md`;
      const shown = shownAbstract(stored, before, records);
      const { html, text, urls } = shown.abstract;
      const typeset = html.includes('<math') || renderTitle(data.title).html.includes('<math');
      const others = captures.filter(
        (capture) => !saysTheSame(capture.text, { title: data.title, text, typeset }),
      );
      const read = {
        ...data,
        text,
        urls,
        damage: damageOf(data.title, text),
        ...(others.length > 0 && { captured: others }),
        ...(shown.record && { source: shown.record.data.source }),
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
