import { entryFile } from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { CapturedPaper } from '../digest/model.ts';
import { completed, recordOf, type Records } from './records/apply.ts';
import { claimProblems } from './claims.ts';
import { placeKey } from './identity.ts';
import { addListings, inFlow } from './listings.ts';
import { factConflicts, listingOf, mergeCapturings, titleOf, type Capturings } from './merge.ts';
import type { Entry, Frontmatter } from './model.ts';
import { isEdited } from './origin.ts';
import { placePapers, type Placement } from './placing.ts';
import { misreading } from './readback.ts';
import { serialiseEntry } from './serialise.ts';
import { slugOf } from './slug.ts';

/** A parsed digest of the archive. */
export interface SyncDigest {
  readonly id: string;
  /** Path from the root, for messages. */
  readonly file?: string;
  /** ISO date. */
  readonly date: string;
  readonly papers: readonly CapturedPaper[];
}

/** An entry as it lies on the disk. */
export interface StoredEntry {
  readonly entry: Entry;
  readonly text: string;
}

export interface SyncInput {
  readonly digests: readonly SyncDigest[];
  readonly entries: readonly StoredEntry[];
  /** Files that could not be read as entries, with what can be made out of their bytes: they are left alone. */
  readonly unreadable: readonly { readonly id: string; readonly text: string }[];
  /** What was deleted on purpose: ids, arXiv ids, or places (`digest:line`). */
  readonly removed?: ReadonlySet<string>;
  /** What is known from elsewhere, by entry. */
  readonly records?: Records;
}

/** Why a file is to be written. */
export type WriteReason = 'new' | 'refreshed' | 'listed';

export interface EntryWrite {
  readonly id: string;
  readonly text: string;
  readonly reason: WriteReason;
  /** The file as it was when this was planned; absent: there was none. */
  readonly before?: string;
}

/** An edited entry beside what the loader would write today. */
export interface EditedEntry {
  readonly id: string;
  readonly text: string;
  readonly today: string;
  /** The frontmatter that its digests give. */
  readonly captured: Frontmatter;
}

export interface SyncPlan {
  readonly writes: readonly EntryWrite[];
  readonly placements: readonly Placement[];
  readonly edited: readonly EditedEntry[];
  /** What is wrong with entries and what digests say of them: claims, conflicts, what cannot be written. */
  readonly problems: readonly Diagnostic[];
}

/**
 * Decides what has to be written so that every paper of every digest has its entry.
 *
 * - A paper without entry gets one, unless its entry was removed on purpose.
 * - An unedited entry follows its digests and the loader.
 * - An edited entry gains the listings it lacks; no other byte of it changes.
 * - A file that cannot be read keeps its place, and is left as it is.
 * - Nothing is ever deleted, and nothing is written that would not read back as it was meant.
 *
 * Running the plan and planning again gives an empty plan. Linear in papers and entries.
 */
export function planSync(input: SyncInput): SyncPlan {
  const { digests, entries, records = new Map() } = input;
  const { placements, capturings, taken, broken, claims } = placePapers(input);
  const stored = new Map(entries.map((item) => [item.entry.id, item]));
  const present = new Map(digests.map(({ id, file = id }) => [id, file]));
  const writes: EntryWrite[] = [];
  const edited: EditedEntry[] = [];
  const problems: Diagnostic[] = [...claimProblems(claims), ...heldBack(placements)];
  for (const [id, captured] of capturings) {
    if (broken.has(id)) continue;
    problems.push(...factConflicts(captured, entryFile(id)));
    const item = stored.get(id);
    const own = item === undefined || !isEdited(item.text, item.entry.data.origin);
    // A listing whose digest was removed speaks of facts that can no longer be read: keep what they gave.
    const foreign = item?.entry.data.digests.some(({ digest }) => !present.has(digest)) ?? false;
    const aliases = item && (own ? aliasesOf(item, captured, taken) : item.entry.data.aliases);
    const { leftOut, ...merged } = mergeCapturings(captured, aliases);
    const data = completed(merged.data, recordOf(id, merged.data, records));
    const meant = { ...merged, data };
    const today = serialiseEntry(meant);
    if (item && !own) {
      edited.push({ id, text: item.text, today, captured: meant.data });
      problems.push(...lostAddress(item, captured, taken));
    }
    if (own && !foreign) {
      const [{ digest, paper }] = captured;
      const where = { file: present.get(digest) ?? digest, line: paper.lines[0] };
      for (const { field, value } of leftOut) {
        problems.push(diagnostic('digest/left-out', where, { field, value: value.slice(0, 200) }));
      }
      if (today === item?.text) continue;
      const why = misreading(today, meant);
      if (why === undefined) {
        const reason = item ? 'refreshed' : 'new';
        writes.push({ id, text: today, reason, ...(item && { before: item.text }) });
      } else {
        const facts = { title: meant.data.title, why };
        problems.push(diagnostic('entry/not-written', { file: entryFile(id) }, facts));
      }
    } else if (item) {
      const has = new Set(item.entry.data.digests.map(placeKey));
      const missing = captured.map(listingOf).filter((listing) => !has.has(placeKey(listing)));
      if (missing.length === 0) continue;
      const text = addListings(item.text, missing);
      if (text !== undefined) writes.push({ id, text, reason: 'listed', before: item.text });
      else {
        const facts = { listings: missing.map(inFlow).join(', ') };
        problems.push(diagnostic('entry/not-listed', { file: entryFile(id) }, facts));
      }
    }
  }
  return { writes, placements, edited, problems };
}

/** Papers that get no entry as long as a file that cannot be read has the name they would have. */
function heldBack(placements: readonly Placement[]): Diagnostic[] {
  return placements.flatMap(({ id, key, paper, digest, removed }) => {
    if (key !== 'file name' || removed) return [];
    const facts = { title: paper.title, place: `${digest}:${paper.lines[0]}` };
    return [diagnostic('entry/waits', { file: entryFile(id) }, facts)];
  });
}

/** The address an entry had before its file was renamed, if no other entry has it now. */
function formerSlug(
  { entry: { id } }: StoredEntry,
  captured: Capturings,
  taken: ReadonlySet<string>,
): string | undefined {
  const [slug = '', ...others] = captured.map(({ paper }) => slugOf(titleOf(paper)));
  const own = [slug, ...others].some(
    (it) => id === it || (id.startsWith(`${it}-`) && /^\d+$/.test(id.slice(it.length + 1))),
  );
  return own || taken.has(slug) ? undefined : slug;
}

function aliasesOf(item: StoredEntry, captured: Capturings, taken: ReadonlySet<string>): string[] {
  const slug = formerSlug(item, captured, taken);
  const { aliases = [] } = item.entry.data;
  return slug === undefined ? aliases : [...aliases, slug];
}

/** An edited entry that was renamed: its old address can only be kept by the person. */
function lostAddress(
  item: StoredEntry,
  captured: Capturings,
  taken: ReadonlySet<string>,
): Diagnostic[] {
  const slug = formerSlug(item, captured, taken);
  if (slug === undefined || slugOf(item.entry.data.title) === item.entry.id) return [];
  return [diagnostic('entry/renamed', { file: entryFile(item.entry.id) }, { slug })];
}
