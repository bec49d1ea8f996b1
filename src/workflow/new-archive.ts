/** Begins an archive in a folder of its own. */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { writeAtomic } from '../entries/atomic.ts';
import { missing } from '../entries/owner-files.ts';
import { tryGit } from './git.ts';
import { starterFiles, unknownEngine, type Engine } from './starter.ts';

export interface NewArchive {
  /** Files that were written, from the folder. */
  readonly written: readonly string[];
  /** Files that were there, and stay as they are. */
  readonly kept: readonly string[];
  readonly problems: readonly Diagnostic[];
}

/** What a repository has before it is an archive: what its host puts there, and what this writes. */
const harmless = /^(?:\..*|content|(?:readme|licen[cs]e|copying)(?:\..*)?)$/i;

/** Whether a folder holds the engine, as one in the workflow's checkout does. */
const isEngine = (folder: string): Promise<boolean> =>
  readFile(join(folder, 'package.json'), 'utf8').then(
    (text) => /"name": "offprint"/.test(text),
    () => false,
  );

/**
 * Writes what an archive lacks. What is there stays as it is, so that it may be run again, after it was stopped too.
 *
 * @param folder absolute; made if it is not there
 * @returns a problem, and nothing written, if the folder holds something else than an archive
 * @throws what the file system throws
 */
export async function newArchive(folder: string, engine: Engine): Promise<NewArchive> {
  const names = await readdir(folder).catch(missing);
  const others = names.filter((name) => !harmless.test(name));
  const engines = await Promise.all(others.map((name) => isEngine(join(folder, name))));
  const strange = others.find((_, at) => !engines[at]);
  if (strange !== undefined) {
    const problem = diagnostic('new/not-empty', { file: folder }, { name: strange });
    return { written: [], kept: [], problems: [problem] };
  }
  const [written, kept]: [string[], string[]] = [[], []];
  for (const [path, text] of starterFiles(engine, basename(folder))) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    const isNew = await writeAtomic(file, text, { before: null });
    (isNew ? written : kept).push(path);
  }
  return { written, kept, problems: [] };
}

/** `OWNER/REPO` of an address on GitHub. */
const ownerAndName = /github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/;

/**
 * The engine that a checkout is of: where it was cloned from, and its tag or commit.
 *
 * @param root the engine's folder
 */
export async function engineOf(root: string): Promise<Engine> {
  const say = async (...args: string[]): Promise<string> => (await tryGit(root, args)).stdout;
  // Above a folder that is no checkout may be one of something else.
  if (relative(await say('rev-parse', '--show-toplevel'), resolve(root)) !== '')
    return unknownEngine;
  const [, repository] = ownerAndName.exec(await say('remote', 'get-url', 'origin')) ?? [];
  if (repository === undefined) return unknownEngine;
  const version =
    (await say('describe', '--tags', '--exact-match', 'HEAD')) || (await say('rev-parse', 'HEAD'));
  return { repository, version: version || unknownEngine.version };
}
