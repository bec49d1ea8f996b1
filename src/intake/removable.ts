/** Which captures are meant when digests are to be taken back. Pure. */
import { didYouMean } from '../diagnostics/likely.ts';
import { parseDigestName } from '../digest/name.ts';
import { counted } from '../text/counted.ts';
import { wordPattern } from '../text/words.ts';

/** A capture that can be taken back, or what is left of one. */
export interface Removable {
  /** File name in `digests`; absent where only entries speak of it still. */
  readonly fileName?: string;
  readonly digests: readonly string[];
}

export interface RemovableInput {
  /** Files of `digests`. */
  readonly files: readonly string[];
  /** The digests that were read, those of `accounts.jsonl`, and those that entries list. */
  readonly read: readonly { readonly id: string; readonly fileName: string }[];
  readonly accounted: readonly { readonly id: string; readonly fileName: string }[];
  readonly listed: readonly string[];
}

/** All that can be taken back: also what an interrupted run, or somebody who deleted a capture, left half done. */
export function removables({ files, read, accounted, listed }: RemovableInput): Removable[] {
  const known = new Set<string>();
  const byFile = Map.groupBy(read, ({ fileName }) => fileName);
  const found: Removable[] = files.map((fileName) => {
    const digests = (byFile.get(fileName) ?? []).map(({ id }) => id);
    for (const id of digests) known.add(id);
    return { fileName, digests };
  });
  const lost = accounted.filter(({ id }) => !known.has(id));
  for (const [fileName, digests] of Map.groupBy(lost, (account) => account.fileName)) {
    for (const { id } of digests) known.add(id);
    const at = found.findIndex((it) => it.fileName === fileName);
    const ids = digests.map(({ id }) => id);
    if (at === -1) found.push({ fileName, digests: ids });
    else found[at] = { fileName, digests: [...(found[at]?.digests ?? []), ...ids] };
  }
  const orphans = [...new Set(listed)].filter((id) => !known.has(id));
  return [...found, ...orphans.map((id) => ({ digests: [id] }))];
}

/** The id that a file name gives. */
function idOf({ fileName }: Removable): string | undefined {
  const reading = fileName === undefined ? undefined : parseDigestName(fileName);
  return reading?.ok ? reading.name.id : undefined;
}

/**
 * Finds what somebody names: by the file's name, or by the id of a digest. A path is to be cut to the file's name
 * before, if it leads into `digests`.
 *
 * @returns the captures, or why it is not clear which
 */
export function findRemovable(
  wanted: string,
  all: readonly Removable[],
): { readonly found: Removable } | { readonly problem: string } {
  const byName = all.find(({ fileName }) => fileName === wanted);
  if (byName) return { found: byName };
  const meant = all.filter((it) => it.digests.includes(wanted) || idOf(it) === wanted);
  const [found, ...others] = meant;
  if (!found) {
    const names = all.flatMap((it) => [...it.digests, it.fileName ?? []].flat());
    return {
      problem: `There is no digest "${wanted}"${didYouMean(wanted, names) || nearTo(wanted, names)}.`,
    };
  }
  if (others.length > 0) {
    const names = meant.map(({ fileName = '' }) => fileName).join(', ');
    return { problem: `"${wanted}" is more than one capture: ${names}. Give the name of a file.` };
  }
  if (found.digests.length > 1) {
    const count = counted(found.digests.length, 'digest');
    return {
      problem: `"${wanted}" is one of ${count} in ${found.fileName ?? 'one capture'}, which is kept or taken back as a whole: give the name of the file to take all of them back.`,
    };
  }
  return { found };
}

/** Names that hold a part of what was typed, such as its day. */
function nearTo(wanted: string, names: readonly string[]): string {
  const parts = (wanted.toLowerCase().match(wordPattern) ?? []).filter((part) => part.length > 2);
  const near = names.filter((name) => parts.some((part) => name.toLowerCase().includes(part)));
  return near.length === 0 ? '' : ` (there is ${[...new Set(near)].slice(0, 5).join(', ')})`;
}
