/** Astro's content loaders: they keep `content/papers` in step with `content/digests` and fill the collections. */
import type { Loader, LoaderContext } from 'astro/loaders';
import { fileURLToPath } from 'node:url';
import { formatPlace, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatOf } from '../digest/formats/index.ts';
import { countKinds } from '../digest/account.ts';
import { renderAbstract } from '../text/render.ts';
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
import { digestDataSchema, paperDataSchema } from './collections.ts';
import { codeFingerprint, contentFingerprint } from './fingerprint.ts';

const rootOf = ({ config }: LoaderContext): string => fileURLToPath(config.root);

/** Logs problems. A build that had errors ends with exit code 1, though every good paper is in it. */
function tell({ logger, watcher }: LoaderContext, problems: readonly Diagnostic[]): void {
  for (const { severity, where, what, todo, code } of problems) {
    const text = `${formatPlace(where)} ${what} ${todo} [${code}]`;
    if (severity === 'error') logger.error(text);
    else if (severity === 'warning') logger.warn(text);
  }
  const failed = problems.some(({ severity }) => severity === 'error');
  if (failed && watcher === undefined) failAtEnd();
}

/** Astro ends with `process.exit(0)` after a build that went through; only at the very end can it be said otherwise. */
function failAtEnd(): void {
  process.once('exit', () => {
    process.exitCode = 1;
  });
}

/** In dev: loads again whenever a file of the folders changes; one run at a time, changes in between make one more. */
function reloadOnChange(
  context: LoaderContext,
  folders: readonly string[],
  load: () => Promise<void>,
) {
  const { watcher, logger } = context;
  if (!watcher) return;
  const paths = folders.map((folder) => `${rootOf(context)}${folder}`);
  watcher.add(paths);
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      try {
        await load();
      } catch (error) {
        logger.error(String(error));
      }
    }
    running = false;
  };
  const onFile = (path: string): void => {
    const file = path.replaceAll('\\', '/');
    if (file.endsWith('.tmp')) return;
    if (paths.some((folder) => file.startsWith(`${folder.replaceAll('\\', '/')}/`))) void run();
  };
  watcher.on('add', onFile);
  watcher.on('change', onFile);
  watcher.on('unlink', onFile);
}

/** Writes what the digests ask for, and returns the entries as they are then. */
async function syncEntries(context: LoaderContext): Promise<EntriesReading> {
  const root = rootOf(context);
  const { digests } = await readDigests(root);
  await keepAccounts(root, digests);
  const before = await readEntries(root);
  const { writes } = planFor(digests, before);
  if (writes.length === 0) return before;
  await writeEntries(root, writes);
  const count = (reason: string): number =>
    writes.filter((write) => write.reason === reason).length;
  context.logger.info(
    `wrote ${papersFolder}: ${count('new')} new, ${count('refreshed')} brought up to date, ${count('listed')} listed again`,
  );
  return readEntries(root);
}

/** Runs `load` only when code or content differ from what the store was filled with. */
async function unlessUnchanged(
  context: LoaderContext,
  load: (code: string) => Promise<boolean>,
): Promise<void> {
  const root = rootOf(context);
  const code = await codeFingerprint(root);
  const before = `${code} ${await contentFingerprint(root)}`;
  if (context.meta.get('fingerprint') === before) return;
  context.meta.delete('fingerprint');
  const clean = await load(code);
  // Problems must be told again next time: only a clean state is worth remembering.
  if (clean) context.meta.set('fingerprint', `${code} ${await contentFingerprint(root)}`);
}

/**
 * The papers: one entry per file of `content/papers`, written from `content/digests` where missing.
 * An entry's HTML is kept in Astro's store and made again only when the file or the code has changed.
 */
export function papersLoader() {
  const load = async (context: LoaderContext, code: string): Promise<boolean> => {
    const { store, parseData, generateDigest } = context;
    const { entries, problems } = await syncEntries(context);
    tell(context, problems);
    const gone = new Set(store.keys());
    for (const { entry, text } of entries) {
      const { id, data, body } = entry;
      gone.delete(id);
      const digest = generateDigest(`${code}\n${text}`);
      if (store.get(id)?.digest === digest) continue;
      const filePath = `${papersFolder}/${id}.md`;
      const { html, text: plain, urls } = renderAbstract(body);
      const parsed = await parseData({ id, data: { ...data, text: plain, urls }, filePath });
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
      reloadOnChange(context, [digestsFolder, papersFolder], loadChanged);
    },
  } satisfies Loader;
}

/** The digests: one per capture of `content/digests`, with the account of its lines. */
export function digestsLoader() {
  const load = async (context: LoaderContext): Promise<boolean> => {
    const { store, parseData, generateDigest } = context;
    const { digests, problems } = await readDigests(rootOf(context));
    tell(context, problems);
    const gone = new Set(store.keys());
    for (const { name, file, parsed } of digests) {
      gone.delete(name.id);
      const data = await parseData({
        id: name.id,
        data: {
          date: name.date,
          name: name.name,
          file,
          format: formatOf(parsed.format)?.label ?? parsed.format,
          why: parsed.why,
          papers: parsed.papers.length,
          lines: countKinds(parsed.lines),
        },
      });
      store.set({ id: name.id, data, digest: generateDigest(data) });
    }
    for (const id of gone) store.delete(id);
    return problems.every(({ severity }) => severity === 'notice');
  };
  return {
    name: 'offprint-digests',
    schema: digestDataSchema,
    load: async (context) => {
      const loadChanged = () => unlessUnchanged(context, () => load(context));
      await loadChanged();
      reloadOnChange(context, [digestsFolder], loadChanged);
    },
  } satisfies Loader;
}
