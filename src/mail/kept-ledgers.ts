/** Brings what a run has noted in ledgers to a checkout that has moved on since. */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { archiveFolder } from '../archive-folder.ts';
import { writeAtomic } from '../entries/atomic.ts';
import { missing } from '../entries/owner-files.ts';

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/**
 * Remembers the ledgers as they are.
 *
 * @param root the project's folder
 * @returns writes them again: lines that a file there has, and behind them those that it lacks
 */
export async function keepLedgers(root: string): Promise<() => Promise<void>> {
  const folder = join(archiveFolder(root), 'mailed');
  const names = (await readdir(folder).catch(missing)).filter((name) => name.endsWith('.jsonl'));
  const kept = await Promise.all(
    names.map(async (name) => [join(folder, name), await readFile(join(folder, name), 'utf8')]),
  );
  return async () => {
    for (const [path = '', text = ''] of kept) {
      await mkdir(dirname(path), { recursive: true });
      const there = linesOf(await readFile(path, 'utf8').catch(() => ''));
      const lines = new Set([...there, ...linesOf(text)]);
      await writeAtomic(path, [...lines, ''].join('\n'), { durable: true });
    }
  };
}
