/** Brings what a run has collected, looked up and mailed to a branch that has moved on since. */
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { accountsFile, fromArchive, papersFolder } from '../archive-folder.ts';
import { writeAtomic } from '../entries/atomic.ts';
import { git, tryGit } from './git.ts';
import { stage } from './stage.ts';

/** A file as the run left it, and what was committed of it before. */
interface Kept {
  readonly path: string;
  readonly bytes: Buffer;
  readonly before: string;
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** The digest that a line of a ledger is about; undefined if it names none. */
const digestOf = (line: string): string | undefined => /"digest":"([^"]+)"/.exec(line)?.[1];

/**
 * Merges ledgers, files of lines: what one side took out is out, what either side added is in. Where both noted the
 * same digest, `theirs` counts, since their capture does. Pure.
 *
 * @param before what both come from
 * @param ours what a run made of it
 * @param theirs what is there now
 */
export function mergeLines(before: string, ours: string, theirs: string): string {
  const [old, mine] = [new Set(linesOf(before)), new Set(linesOf(ours))];
  const there = linesOf(theirs).filter((line) => mine.has(line) || !old.has(line));
  const noted = new Set(there.flatMap((line) => digestOf(line) ?? []));
  const added = [...mine].filter((line) => {
    const digest = digestOf(line);
    return !old.has(line) && (digest === undefined || !noted.has(digest));
  });
  return [...new Set([...there, ...added]), ''].join('\n');
}

const committed = async (top: string, path: string): Promise<string> =>
  (await tryGit(top, ['rev-parse', '--verify', '--quiet', `HEAD:${path}`])).stdout;

/**
 * Remembers the files that are not as they were committed; entries and accounts are left out, as they are derived.
 *
 * @param root the project's folder
 * @returns writes them again: ledgers are merged; another file is written where nobody has changed it meanwhile
 * @throws Error if Git fails
 */
export async function keepWork(root: string): Promise<() => Promise<void>> {
  const { top, prefix, files } = await stage(root);
  const derived = [`${fromArchive(papersFolder())}/`, fromArchive(accountsFile())];
  const kept: Kept[] = [];
  for (const path of files) {
    if (derived.some((start) => path.startsWith(prefix + start))) continue;
    const bytes = await readFile(join(top, path)).catch(() => undefined);
    if (bytes) kept.push({ path, bytes, before: await committed(top, path) });
  }
  return async () => {
    for (const { path, bytes, before } of kept) {
      const file = join(top, path);
      const there = await readFile(file).catch(() => undefined);
      if (there?.equals(bytes)) continue;
      await mkdir(dirname(file), { recursive: true });
      if (path.endsWith('.jsonl')) {
        const old = before && (await git(top, 'cat-file', 'blob', before));
        const merged = mergeLines(old, bytes.toString(), there?.toString() ?? '');
        await writeAtomic(file, merged, { durable: true });
      } else if ((await committed(top, path)) === before) await writeAtomic(file, bytes);
    }
  };
}
