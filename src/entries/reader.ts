/** What decides, beside its bytes, how a capture is read: what the owner wrote, and what was taken of it before. */
import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { dialectsFile } from '../archive-folder.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Dialect } from '../digest/dialect.ts';
import { parseDigestName } from '../digest/name.ts';
import { parseDialects, type Dialects } from '../digest/plain/dialects.ts';
import { readAccounts } from './account-lines.ts';
import { readAccountsFile } from './accounts-file.ts';
import { leftOutIn, readCollectedFile, type LeftOut } from './left-out.ts';
import { readOwnText, type Aids } from './owner-files.ts';

/** What the owner's sites and newsletters say around papers; nothing for an archive that does not tell. */
async function readDialects(root: string): Promise<Dialects & { readonly hash: string }> {
  const file = dialectsFile();
  const read = existsSync(resolve(root, file))
    ? await readOwnText(root, file)
    : { ok: true as const, text: '' };
  const text = read.ok ? read.text : '';
  const { dialect, problems } = parseDialects(file, text);
  return { dialect, problems: read.ok ? problems : [read.problem], hash: hash('sha256', text) };
}

/** What decides, beside its bytes, how a capture is read. */
export interface Reader {
  readonly dialect: Dialect;
  /** Of the file of dialects. */
  readonly spoken: string;
  /** How many papers were taken from the same bytes before. */
  readonly accounted: ReadonlyMap<string, number>;
  readonly leftOf: (file: string) => readonly LeftOut[];
}

/** What decides it now, and what is wrong with the owner's files of it. */
export async function readerOf(
  root: string,
  seen: Aids['seen'],
): Promise<{ readonly reader: Reader; readonly problems: readonly Diagnostic[] }> {
  const { dialect, problems, hash: spoken } = await readDialects(root);
  const accounts = readAccounts(await readAccountsFile(root));
  const accounted = new Map(accounts.map(({ sha256, papers }) => [sha256, papers]));
  const leftOut = leftOutIn(await readCollectedFile(root, seen));
  const leftOf = (file: string): readonly LeftOut[] => {
    const name = parseDigestName(file);
    return (name.ok && leftOut.get(name.name.id)) || [];
  };
  return { reader: { dialect, spoken, accounted, leftOf }, problems };
}

/** Changes with all that decides how a capture is read. */
export function keyOf(file: string, bytes: string, { spoken, accounted, leftOf }: Reader): string {
  const left = leftOf(file);
  const leaves = left.length === 0 ? '' : hash('sha256', JSON.stringify(left));
  return `${bytes} ${spoken} ${accounted.get(bytes) ?? ''} ${leaves}`;
}
