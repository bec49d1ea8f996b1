/** The file of accounts: reading it, and keeping it up to date. */
import { readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { accountsFile } from '../archive-folder.ts';
import { readAccounts } from './account-lines.ts';
import { listsOf, updateAccounts } from './accounts.ts';
import { writeAtomic } from './atomic.ts';
import type { ReadDigest } from './captures.ts';
import type { EntriesReading } from './read-entries.ts';
import type { Seen } from './seen.ts';
import { toJsonLines } from '../text/json-lines.ts';

/** What `accounts.jsonl` says; empty if there is none. */
export const readAccountsFile = (root: string): Promise<string> =>
  readFile(resolve(root, accountsFile()), 'utf8').catch(() => '');

/**
 * Brings `accounts.jsonl` up to date. A capture whose bytes changed keeps its line, so that `check` can tell.
 */
export async function keepAccounts(
  root: string,
  digests: readonly ReadDigest[],
  entries: EntriesReading,
  seen?: Seen,
): Promise<void> {
  const before = await readAccountsFile(root);
  const text = updateAccounts(before, digests, listsOf(entries));
  if (text === '') await rm(resolve(root, accountsFile()), { force: true });
  else if (text !== before) await writeAtomic(resolve(root, accountsFile()), text);
  if (text !== '') seen?.note(accountsFile(), text);
}

/** Takes the lines of digests out of `accounts.jsonl`: their captures are about to be written again. */
export async function forgetAccounts(root: string, ids: readonly string[]): Promise<void> {
  const before = await readAccountsFile(root);
  const rest = readAccounts(before).filter(({ digest }) => !ids.includes(digest));
  const text = toJsonLines(rest);
  if (text !== before) await writeAtomic(resolve(root, accountsFile()), text);
}
