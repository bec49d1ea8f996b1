/** What both content loaders do: tell problems, load only what changed, load again when a file changes. */
import type { LoaderContext } from 'astro/loaders';
import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fileSystemProblem } from '../diagnostics/file-system.ts';
import { tellProblems } from '../diagnostics/told.ts';
import { visibleLines } from '../diagnostics/visible.ts';
import { setProblems } from './loaded.ts';
import { codeOf } from '../store/code.ts';
import { lookAt } from '../entries/files.ts';
import { openStore } from '../store/store.ts';
import { Seen } from '../entries/seen.ts';
import { untilSettled } from '../entries/unopened.ts';

/** As much of Astro's loader context as loading needs. */
export interface LoadingContext {
  readonly config: { readonly root: URL };
  readonly collection?: string;
  readonly meta: Pick<LoaderContext['meta'], 'get' | 'set' | 'delete'>;
  readonly logger: Pick<LoaderContext['logger'], 'error' | 'warn'>;
  /** In dev: Vite's chokidar. */
  readonly watcher?:
    | {
        add(paths: string[]): unknown;
        on(event: 'ready', listener: () => void): unknown;
        on(
          event: 'add' | 'addDir' | 'change' | 'unlink' | 'unlinkDir',
          listener: (path: string) => void,
        ): unknown;
      }
    | undefined;
}

/** The project's folder. */
export const rootOf = ({ config }: Pick<LoadingContext, 'config'>): string =>
  fileURLToPath(config.root);

/** Where a file of the archive lies, as Astro wants to be told: from the project's folder, wherever the archive is. */
export const filePathOf = (context: Pick<LoadingContext, 'config'>, file: string): string =>
  relative(rootOf(context), resolve(rootOf(context), file)).replaceAll(sep, '/');

/** Logs problems, in dev also for the overlay of pages. */
export function tell(
  { logger, watcher, collection = '' }: Pick<LoadingContext, 'logger' | 'watcher' | 'collection'>,
  problems: readonly Diagnostic[],
): void {
  setProblems(
    collection,
    problems.filter(({ severity }) => severity === 'error'),
  );
  tellProblems(logger, problems, watcher === undefined);
}

/**
 * Milliseconds after which a changed folder is looked at again: of a file that is written in steps, or lies in a folder
 * that has just been made or is still being scanned, the watcher may not tell the last change.
 */
const settling = [1000, 4000];

/** The same where nothing presses: what was saved is shown, and may be saved again soon. */
const settled = settling.slice(-1);

/**
 * Loads; in dev again whenever something in the folders changes, from before the first load on. One load at a time,
 * changes in between make one more.
 *
 * @param folders what `load` reads, from the project's folder
 * @param patch shows files that were just saved, if they alone have to be read for that, and gives back the others: all
 *   is then looked at a little later. It may be called while `load` is under way, and sees to it that what was read
 *   before is not shown after it
 * @throws what the first load throws; of later ones it is told
 */
export async function loadAndFollow(
  context: LoadingContext,
  folders: readonly string[],
  load: () => Promise<void>,
  patch: (paths: readonly string[]) => readonly string[] = (paths) => paths,
): Promise<void> {
  const { watcher, logger } = context;
  if (!watcher) return load();
  const root = rootOf(context);
  const paths = folders.map((folder) => resolve(root, folder));
  let running = true;
  let again = false;
  let looks: readonly NodeJS.Timeout[] = [];
  const run = async (): Promise<void> => {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      try {
        await load();
      } catch (error) {
        const problem = fileSystemProblem(error, root);
        if (problem) tell(context, [problem]);
        else logger.error(visibleLines(String(error)));
      }
    }
    running = false;
  };
  const lookLater = (after: readonly number[] = settling): void => {
    for (const look of looks) clearTimeout(look);
    looks = after.map((time) => setTimeout(() => void run(), time).unref());
  };
  const follow = (): void => {
    lookLater();
    void run();
  };
  const onPath = (path: string): void => {
    const changed = path.replaceAll('\\', '/');
    if (changed.endsWith('.tmp')) return;
    if (paths.some((folder) => `${changed}/`.startsWith(`${folder.replaceAll('\\', '/')}/`)))
      follow();
  };
  watcher.on('add', onPath);
  watcher.on('addDir', onPath);
  const saved = new Set<string>();
  const show = (): void => {
    const paths = [...saved];
    saved.clear();
    const others = patch(paths);
    if (others.length < paths.length) lookLater(settled);
    for (const path of others) onPath(path);
  };
  watcher.on('change', (path) => {
    if (saved.size === 0) setImmediate(show);
    saved.add(path);
  });
  watcher.on('unlink', onPath);
  watcher.on('unlinkDir', onPath);
  // What appears while the watcher still looks around for the first time, it takes for what was there.
  watcher.on('ready', () => void run());
  watcher.add(paths);
  try {
    await load();
  } finally {
    running = false;
  }
  lookLater(settled);
  if (again) void run();
}

/** What a load is given: where to note what it reads. */
export interface Loading {
  readonly seen: Seen;
}

/** How a collection is filled. */
export interface Filling {
  /**
   * Reads everything. What it gives then fills the store, at one go, and tells whether all was well: problems must be
   * told again the next time.
   */
  readonly load: (loading: Loading) => Promise<() => boolean>;
  /** Takes what the store holds already, made of just the files that were looked at; false if that is not all. */
  readonly restore?: (loading: Loading) => boolean;
}

/** What decides how collections are filled. */
const loaders = ['src/content.config.ts'];

/**
 * Loads only when code or content differ from what the store was filled with. What is remembered is what the
 * load has read, not what stands in the files when it is done: a change saved in between is a change still.
 *
 * @param folders the folders that `load` reads
 */
export async function unlessUnchanged(
  context: LoadingContext,
  folders: readonly string[],
  { load, restore = () => true }: Filling,
): Promise<void> {
  const root = rootOf(context);
  const code = codeOf(root, loaders) ?? '';
  const known = context.meta.get('fingerprint');
  const now = new Seen();
  await lookAt(root, now, folders, openStore(root));
  if (known === `${code} ${now.fingerprint()}` && restore({ seen: now })) return;
  await untilSettled(async () => {
    const seen = new Seen();
    const fill = await load({ seen });
    // With the store, not before all is read: Astro writes everything half a second after any change.
    context.meta.delete('fingerprint');
    if (fill()) context.meta.set('fingerprint', `${code} ${seen.fingerprint()}`);
  });
}
