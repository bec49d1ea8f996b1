/** In dev: follows folders of many files, which Vite's watcher would watch one by one. */
import { lstatSync, readdirSync, statSync, watch, type FSWatcher } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { errorCode } from '../diagnostics/file-system.ts';

/** Milliseconds without a change after which changes are told: a file that is saved is empty first. */
const quiet = 15;

/** Milliseconds after which a change is told though others follow. */
const longest = 200;

/** What changes are told to: Vite's watcher. */
export interface Told {
  emit(event: 'addDir' | 'change' | 'unlink', path: string): unknown;
  emit(event: 'error', error: unknown): unknown;
}

/** Whether the owner has Vite look at files again and again: where they lie, the system tells nothing. */
export const isPolling = (): boolean =>
  !['', '0', 'false'].includes((process.env.CHOKIDAR_USEPOLLING ?? '').toLowerCase());

/** What of a file system makes a path another thing than before; undefined where there is nothing to watch. */
function inodeOf(path: string): number | undefined {
  try {
    return statSync(path).ino;
  } catch {
    return undefined;
  }
}

/**
 * Watches folders and the folders in them, not each file. A file that is new is told as changed, too; what happens
 * within some milliseconds, at one go.
 */
export class FolderWatch {
  readonly #folders: readonly string[];
  readonly #told: Told;
  readonly #watched = new Map<string, { readonly inode: number; readonly watcher: FSWatcher }>();
  readonly #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #since = 0;

  /** @param folders absolute; one that is not there yet must be in a folder that is */
  constructor(folders: readonly string[], told: Told) {
    this.#folders = folders;
    this.#told = told;
    for (const parent of new Set(folders.map(dirname))) this.#watch(parent);
    for (const folder of folders) this.#enter(folder);
  }

  /** Watches no longer. */
  close(): void {
    clearTimeout(this.#timer);
    for (const { watcher } of this.#watched.values()) watcher.close();
    this.#watched.clear();
  }

  /** Watches a folder, or the file that a link leads to. */
  #watch(path: string): void {
    const inode = inodeOf(path);
    if (this.#watched.get(path)?.inode === inode) return;
    this.#leave(path);
    if (inode === undefined) return;
    try {
      const watcher = watch(path, (_, name) => this.#note(path, name));
      // Windows says so where a folder is removed.
      watcher.on('error', () => this.#leave(path));
      this.#watched.set(path, { inode, watcher });
    } catch (error) {
      // What is gone or may not be read, its reader tells.
      if (!['ENOENT', 'EACCES', 'EPERM'].includes(errorCode(error) ?? ''))
        this.#told.emit('error', error);
    }
  }

  /** Watches a folder and those in it, before anybody reads them. */
  #enter(folder: string): void {
    this.#watch(folder);
    try {
      for (const item of readdirSync(folder, { withFileTypes: true })) {
        const path = join(folder, item.name);
        if (item.isDirectory()) this.#enter(path);
        // The folder tells nothing of changes to what a link leads to.
        else if (item.isSymbolicLink()) this.#watch(path);
      }
    } catch {
      // The same.
    }
  }

  #leave(gone: string): void {
    for (const [path, { watcher }] of this.#watched) {
      if (path !== gone && !path.startsWith(gone + sep)) continue;
      watcher.close();
      this.#watched.delete(path);
    }
  }

  /** @param name in the folder that is watched, or its own; null where the system does not say */
  #note(watched: string, name: string | null): void {
    const isItself = name === null || name === basename(watched);
    const path = isItself ? watched : join(watched, name);
    if (!this.#folders.some((folder) => `${path}${sep}`.startsWith(folder + sep))) return;
    // It may be another by now, of the same name.
    if (isItself) this.#leave(path);
    this.#changed.add(path);
    const now = performance.now();
    if (this.#timer === undefined) this.#since = now;
    else if (now - this.#since > longest) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), quiet);
  }

  #tell(): void {
    this.#timer = undefined;
    const changed = [...this.#changed];
    this.#changed.clear();
    for (const path of changed) {
      const found = statSync(path, { throwIfNoEntry: false });
      if (found?.isDirectory()) this.#enter(path);
      else if (!found) this.#leave(path);
      else if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) this.#watch(path);
      this.#told.emit(found ? (found.isDirectory() ? 'addDir' : 'change') : 'unlink', path);
    }
  }
}
