/** Astro's content loader of the papers: keeps `papers` in step with `digests`. */
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import {
  digestsFolder,
  papersFolder,
  recordsFolder,
  topicsFolder,
  entryFile,
  fromArchive,
  inArchive,
} from '../archive-folder.ts';
import { readTopicFiles } from '../topics/index.ts';
import { entryProblems } from '../check/entries.ts';
import { readRecords } from './records/files.ts';
import { foreignFacts } from './records/provenance.ts';
import { recordOf, withRecord, type Records } from './records/apply.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { reportStep } from '../progress/steps.ts';
import { lacksTitle } from '../digest/provisional.ts';
import { damageOf } from '../text/damage.ts';
import { renderTitle } from '../text/render.ts';
import { accountProblems, listsOf, readAccounts } from './accounts.ts';
import { captureReader, saysTheSame } from './captured.ts';
import { removeLeftovers } from './atomic.ts';
import { paperDataSchema } from './collections.ts';
import type { Frontmatter, StoredEntry } from './model.ts';
import {
  clearLeftovers,
  keepAccounts,
  lookAt,
  readAccountsFile,
  readDigests,
  readEntries,
} from './files.ts';
import { bringInStep } from './in-step.ts';
import {
  filePathOf,
  loadAndFollow,
  rootOf,
  tell,
  unlessUnchanged,
  type Loading,
} from './loading.ts';
import type { Seen } from './seen.ts';
import { capturedTexts, shownAbstract, type Captured } from './shown.ts';
import { isEdited } from './origin.ts';

/** Entries in step with their digests, and what the digests say where an edited entry says otherwise. */
interface Synced {
  readonly entries: readonly StoredEntry[];
  readonly captured: ReadonlyMap<string, Captured>;
  readonly capturesOf: ReturnType<typeof captureReader>;
  /** The frontmatter that the digests give edited entries. */
  readonly facts: ReadonlyMap<string, Frontmatter>;
  readonly records: Records;
  readonly problems: readonly Diagnostic[];
}

/** A person who edits the entry of a list of links and leaves it a title has completed it. */
const titledByHand = ({ entry: { data }, text }: StoredEntry): boolean =>
  isEdited(text, data.origin) && !lacksTitle(data);

/** Writes what the digests ask for, and returns the entries as they are then. */
async function syncEntries(context: LoaderContext, seen: Seen): Promise<Synced> {
  const root = rootOf(context);
  await clearLeftovers(root);
  await removeLeftovers(fileURLToPath(context.config.cacheDir));
  const { digests } = await readDigests(root, seen);
  const entries = await readEntries(root, seen);
  await keepAccounts(root, digests, entries, seen);
  const { records, problems: inRecords } = await readRecords(root, seen);
  const { reading, plan, written, problems } = await bringInStep(root, digests, {
    records,
    entries,
    seen,
  });
  if (written.new + written.refreshed + written.listed > 0) {
    context.logger.info(
      `wrote ${papersFolder()}: ${written.new} new, ${written.refreshed} brought up to date, ${written.listed} listed again`,
    );
  }
  // Warnings are left to `npm run check`: telling them would mean to read everything for every build.
  await lookAt(root, seen, [topicsFolder()]);
  const across = [
    ...accountProblems(digests, readAccounts(await readAccountsFile(root)), listsOf(reading)),
    ...entryProblems(
      reading.entries,
      new Set(digests.map(({ name }) => name.id)),
      new Set((await readTopicFiles(root)).ids),
      records,
    ),
  ].filter(({ severity }) => severity === 'error');
  const capturesOf = captureReader(
    digests.map(({ name: { id }, text, parsed }) => ({
      id,
      text,
      ...(parsed.records && { records: parsed.records }),
    })),
  );
  return {
    entries: reading.entries,
    captured: capturedTexts(plan.edited),
    facts: new Map(plan.edited.map((entry) => [entry.id, entry.captured])),
    capturesOf,
    records,
    problems: [...inRecords, ...problems, ...across],
  };
}

/**
 * The papers: one entry per file of `papers`, written from `digests` where missing.
 * An entry's HTML is kept in Astro's store and made again only when the file or the code has changed.
 */
export function papersLoader() {
  const folders = [digestsFolder(), papersFolder(), recordsFolder(), topicsFolder()];
  const load = async (context: LoaderContext, { code, seen }: Loading): Promise<boolean> => {
    const { store, parseData, generateDigest } = context;
    const { entries, captured, facts, capturesOf, records, problems } = await syncEntries(
      context,
      seen,
    );
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
      const foreign = foreignFacts(stored, facts.get(id), records);
      const file =
        entryFile(id) === inArchive('papers', `${id}.md`) ? undefined : fromArchive(entryFile(id));
      const from = { text: stored.text, original, before, captures, foreign, file };
      const digest = generateDigest({ code, ...from });
      if (store.get(id)?.digest === digest) continue;
      const filePath = filePathOf(context, entryFile(id));
      const shown = shownAbstract(stored, before, records);
      const { html, text, urls } = shown.abstract;
      const typeset = html.includes('<math') || renderTitle(data.title).html.includes('<math');
      const others = captures.filter(
        (capture) => !saysTheSame(capture.text, { title: data.title, text, typeset }),
      );
      const read = {
        ...withRecord(stored.entry, records).data,
        ...(titledByHand(stored) && { incomplete: false }),
        text,
        ...(file !== undefined && { file }),
        urls,
        foreign,
        damage: damageOf(data.title, text),
        ...(others.length > 0 && { captured: others }),
        ...(shown.record?.data.source !== undefined && { source: shown.record.data.source }),
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
    load: (context) =>
      loadAndFollow(context, folders, () =>
        unlessUnchanged(context, folders, (loading) => load(context, loading)),
      ),
  } satisfies Loader;
}
