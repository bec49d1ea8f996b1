/** An archive that lives: its project, what happens to it, and its builds beside clean ones. */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pick, random, type Random } from '../../../scripts/bench/random.ts';
import { makeProject, plainEnvironment, run, type Project, type Run } from '../../project.ts';
import { differences, treeOf, type Tree } from './tree.ts';

/** What was not the same in two builds, a line each; `nothing`: neither made a site. */
export type Compared = readonly string[] | 'nothing';

/** A build from nothing. */
interface Clean extends Pick<Run, 'code' | 'stdout' | 'stderr'> {
  /** The site and the archive. */
  readonly trees: readonly Tree[];
  /** The files that it was made from, and those that it would be made from again, now that entries are written. */
  readonly from: readonly string[];
}

/** What two builds are compared in: the site, and the archive, into which they write entries. */
const compared = ['dist', 'archive'];

/** What a build makes or keeps for itself: a clean one begins with none of it. */
const made = /^(?:dist|\.dist.*|\.cache|\.astro|node_modules|kept)$/;

export class Life {
  readonly project: Project;
  readonly next: Random;
  base = '/';
  /** Milliseconds that the last whole build took. */
  took = 0;
  #names = 0;
  /** What builds from nothing gave last, and from which files. */
  #clean: Clean | undefined;

  private constructor(project: Project, seed: number) {
    this.project = project;
    this.next = random(seed);
  }

  /** @param name unique among the tests */
  static async begin(
    name: string,
    seed: number,
    content: Readonly<Record<string, string>>,
  ): Promise<Life> {
    return new Life(await makeProject(name, content), seed);
  }

  /** A name that was not given before. */
  fresh(word: string): string {
    return `${word}-${(this.#names += 1)}`;
  }

  path(...parts: readonly string[]): string {
    return join(this.project.root, ...parts);
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  write(file: string, text: string | Uint8Array): void {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }

  /** Files below a folder, from the project's, sorted; those that begin with a dot too if asked. */
  files(folder: string, pattern = /\/[^./][^/]*$/): string[] {
    if (!statSync(this.path(folder), { throwIfNoEntry: false })?.isDirectory()) return [];
    return readdirSync(this.path(folder), { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => relative(this.project.root, join(item.parentPath, item.name)))
      .map((file) => file.replaceAll(sep, '/'))
      .filter((file) => pattern.test(file))
      .toSorted();
  }

  /** One of the files of a folder. */
  any(folder: string, pattern?: RegExp): string | undefined {
    return pick(this.next, this.files(folder, pattern));
  }

  /**
   * Changes a text file.
   *
   * @param still whether the file's time stays what it was
   * @returns whether anything changed
   */
  edit(file: string, change: (text: string) => string, still = false): boolean {
    const before = this.read(file);
    const after = change(before);
    const { atime, mtime } = statSync(this.path(file));
    this.write(file, after);
    if (still) utimesSync(this.path(file), atime, mtime);
    return before !== after;
  }

  #environment(): NodeJS.ProcessEnv {
    return { OFFPRINT_BASE: this.base, OFFPRINT_SITE: 'https://archive.example' };
  }

  /** Builds on what is there. */
  async build(...args: readonly string[]): Promise<Run> {
    const start = performance.now();
    const built = await this.project.script('build.ts', args, this.#environment());
    this.took = performance.now() - start;
    return built;
  }

  /** Starts a build and kills it and all that it started. @param when tells the moment */
  async kill(when: () => Promise<void>): Promise<void> {
    const child = spawn(process.execPath, [this.path('scripts', 'build.ts')], {
      cwd: this.project.root,
      stdio: 'ignore',
      detached: true,
      env: { ...plainEnvironment(), ASTRO_TELEMETRY_DISABLED: '1', ...this.#environment() },
    });
    const ended = new Promise((resolve) => child.once('close', resolve));
    await Promise.race([when(), ended]);
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {
      // It had come to its end.
    }
    await ended;
  }

  /** When something in the site's folder changes, or in the one that it lies in, and some milliseconds more. */
  async whenSiteChanges(milliseconds: number): Promise<void> {
    const { dist, root } = this.project;
    const tree = existsSync(dist) ? [watch(dist, { recursive: true })] : [];
    const watchers = [...tree, watch(root)];
    await new Promise<void>((resolve) => {
      for (const watcher of tree) watcher.once('change', () => resolve());
      watchers.at(-1)?.on('change', (_, name) => name === 'dist' && resolve());
      setTimeout(resolve, this.took * 2).unref();
    });
    for (const watcher of watchers) watcher.close();
    await wait(milliseconds);
  }

  /** All that a build is made from, in the project or in a copy of it. */
  #sources(root: string): string {
    const files = [...treeOf(root)].filter(([path]) => !made.test(path.split('/')[0] ?? ''));
    return JSON.stringify([this.base, files.toSorted(([a], [b]) => (a < b ? -1 : 1))]);
  }

  /** Builds from nothing, beside the project; or gives what that was when it was made from the same. */
  async #fromNothing(): Promise<Clean> {
    const from = this.#sources(this.project.root);
    if (this.#clean?.from.includes(from)) return this.#clean;
    const root = `${this.project.root} clean`;
    rmSync(root, { recursive: true, force: true });
    cpSync(this.project.root, root, {
      recursive: true,
      filter: (path) => !made.test(relative(this.project.root, path)),
    });
    const built = await run(root, [join(root, 'scripts', 'build.ts')], this.#environment());
    const trees = compared.map((folder) => treeOf(join(root, folder)));
    return (this.#clean = { ...built, trees, from: [from, this.#sources(root)] });
  }

  /**
   * Builds on what is there, and beside it from nothing.
   *
   * @returns what the two have not in common, in the sites and in what builds write into the archive; `nothing`: code
   *   that makes no site, and leaves the one before
   */
  async compare(): Promise<Compared> {
    const before = this.site();
    // One after the other: the copy is made of what is there before the build.
    const clean = await this.#fromNothing();
    const mine = await this.build();
    const tell = ({ stdout, stderr }: Pick<Run, 'stdout' | 'stderr'>): string =>
      (stdout + stderr).slice(-2000);
    if (mine.code !== clean.code) {
      const codes = `exit codes ${mine.code} and, clean, ${clean.code}`;
      return [codes, `It said: ${tell(mine)}`, `The clean one said: ${tell(clean)}`];
    }
    if (clean.trees[0]?.size === 0) {
      const changed = differences(['before', before], ['after', this.site()]);
      return changed.length === 0 ? 'nothing' : changed;
    }
    const wrong = compared.flatMap((folder, at) =>
      differences(
        ['incremental', treeOf(this.path(folder))],
        ['clean', clean.trees[at] ?? new Map()],
      ).map((line) => `${folder}/${line}`),
    );
    const left = readdirSync(this.project.root).filter((name) => name.startsWith('.dist'));
    return [...wrong, ...left.map((name) => `${name} is left`)];
  }

  site(): Tree {
    return treeOf(this.project.dist);
  }

  async end(): Promise<void> {
    await this.project.remove();
    rmSync(`${this.project.root} clean`, { recursive: true, force: true });
  }
}
