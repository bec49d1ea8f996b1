/**
 * The account of every digest, kept as data in `accounts.jsonl`: how many lines of which bytes were read as what. The
 * accounts themselves, line by line, are made anew with every reading; see `src/digest/account.ts` for the word.
 */
import { posix } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { countKinds } from '../digest/account.ts';
import { lineKinds } from '../digest/model.ts';
import { toJsonLines } from '../text/json-lines.ts';
import { readAccounts, type Account } from './account-lines.ts';
import type { SyncInput } from './placing.ts';
import type { ReadDigest } from './captures.ts';

/** The account of a digest as it is read today. */
export function accountOf(digest: ReadDigest): Account {
  if (digest.account) return digest.account;
  const { name, file, hash, parsed } = digest;
  const counts = countKinds(parsed.lines);
  const unused = (parsed.fields ?? []).filter(({ used }) => !used);
  return {
    digest: name.id,
    file: posix.basename(file),
    sha256: hash,
    format: parsed.format,
    why: parsed.why,
    papers: parsed.papers.length,
    lines: Object.fromEntries(
      lineKinds.filter((kind) => counts[kind] > 0).map((kind) => [kind, counts[kind]]),
    ),
    ...(unused.length > 0 && {
      unused: Object.fromEntries(unused.map(({ field, records }) => [field, records])),
    }),
  };
}

/** Whether an entry says that it was listed in a digest; what stands in the text of an unreadable entry counts. */
export type Lists = (digest: string) => boolean;

/** See `Lists`. */
export function listsOf({ entries, unreadable }: Pick<SyncInput, 'entries' | 'unreadable'>): Lists {
  const listed = new Set(
    entries.flatMap(({ entry }) => entry.data.digests.map(({ digest }) => digest)),
  );
  return (digest) => listed.has(digest) || unreadable.some(({ text }) => text.includes(digest));
}

/**
 * Whether the bytes of a capture are others than those accounted for. A digest that no entry is from is a new one:
 * the archive was emptied, and another capture may have the name.
 */
const isChanged = (account: Account, { name, hash }: ReadDigest, lists: Lists): boolean =>
  account.sha256 !== hash && lists(name.id);

/**
 * The file's text brought up to date: one digest a line, in the digests' order, so that versions differ where
 * digests do. The line of a capture whose bytes are not the accounted ones stays as it is.
 */
export function updateAccounts(text: string, digests: readonly ReadDigest[], lists: Lists): string {
  const kept = new Map(readAccounts(text).map((account) => [account.digest, account]));
  const lines = digests.map((digest) => {
    const before = kept.get(digest.name.id);
    return before && isChanged(before, digest, lists) ? before : accountOf(digest);
  });
  return toJsonLines(lines);
}

/**
 * Holds the kept accounts against the captures.
 *
 * @param digests the digests as they are read today
 * @param kept what `accounts.jsonl` says
 * @param lists which digests entries are from
 * @returns an error where a capture is not the one that was accounted for, a warning where the reading changed
 */
export function accountProblems(
  digests: readonly ReadDigest[],
  kept: readonly Account[],
  lists: Lists,
): Diagnostic[] {
  const byDigest = new Map(kept.map((account) => [account.digest, account]));
  return digests.flatMap((digest) => {
    const today = accountOf(digest);
    const before = byDigest.get(today.digest);
    const where = { file: digest.file };
    if (before && isChanged(before, digest, lists)) return [diagnostic('digest/changed', where)];
    if (before?.sha256 !== today.sha256) return [diagnostic('digest/no-account', where)];
    const same =
      before.papers === today.papers &&
      before.format === today.format &&
      lineKinds.every((kind) => (before.lines[kind] ?? 0) === (today.lines[kind] ?? 0));
    if (same) return [];
    return [
      diagnostic('digest/read-otherwise', where, { before: before.papers, today: today.papers }),
    ];
  });
}
