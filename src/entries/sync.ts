import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { titleKey } from '../digest/identity.ts';
import type { CapturedPaper } from '../digest/model.ts';
import { normalise } from '../text/normalise.ts';
import { IdentityIndex, placeKey, type IdentityKey } from './identity.ts';
import { addListings } from './listings.ts';
import {
  factConflicts,
  listingOf,
  mergeCapturings,
  type Capturing,
  type Capturings,
} from './merge.ts';
import type { Entry } from './model.ts';
import { withRecord, type Records } from '../enrich/with-record.ts';
import { isEdited } from './origin.ts';
import { serialiseEntry } from './serialise.ts';
import { slugOf, uniqueSlug } from './slug.ts';

/** A parsed digest of the archive. */
export interface SyncDigest {
  readonly id: string;
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
  /** Files that could not be read as entries: their names are taken and they are left alone. */
  readonly unreadable: readonly { readonly id: string; readonly text: string }[];
  /** What was deleted on purpose: ids, arXiv ids, or places (`digest:line`). */
  readonly removed?: ReadonlySet<string>;
  /** What arXiv says, by entry. */
  readonly records?: Records;
}

/** Why a file is to be written. */
export type WriteReason = 'new' | 'refreshed' | 'listed';

export interface EntryWrite {
  readonly id: string;
  readonly text: string;
  readonly reason: WriteReason;
}

/** What became of one paper of one digest. */
export interface Placement {
  readonly digest: string;
  readonly paper: CapturedPaper;
  readonly id: string;
  /** By what it was found to be a paper that is already there; absent: it is new. */
  readonly key?: IdentityKey;
  /** Its entry was deleted on purpose. */
  readonly removed?: boolean;
}

/** An edited entry beside what the loader would write today. */
export interface EditedEntry {
  readonly id: string;
  readonly text: string;
  readonly today: string;
}

export interface SyncPlan {
  readonly writes: readonly EntryWrite[];
  readonly placements: readonly Placement[];
  readonly edited: readonly EditedEntry[];
  /** Conflicting facts, and renamed entries whose old address leads nowhere. */
  readonly problems: readonly Diagnostic[];
}

/** A listing in the text of a file whose YAML or fields are broken: enough to know whose file it is. */
const listingText = /digest:\s*"?([^\s",}]{1,200})"?[\s,]{1,20}lines:\s*\[\s*(\d+)/g;

const byDate = (a: SyncDigest, b: SyncDigest): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1;

const fileOf = (id: string): string => `content/papers/${id}.md`;

/**
 * Decides what has to be written so that every paper of every digest has its entry.
 *
 * - A paper without entry gets one, unless its entry was removed on purpose.
 * - An unedited entry follows its digests and the loader.
 * - An edited entry gains the listings it lacks; no other byte of it changes.
 * - Nothing is ever deleted.
 *
 * Running the plan and planning again gives an empty plan. Linear in papers and entries.
 */
export function planSync({
  digests,
  entries,
  unreadable,
  removed = new Set(),
  records = new Map(),
}: SyncInput): SyncPlan {
  const stored = new Map(entries.map((item) => [item.entry.id, item]));
  const broken = new Set(unreadable.map(({ id }) => id));
  const former = entries.flatMap(({ entry }) => entry.data.aliases ?? []);
  const taken = new Set([...stored.keys(), ...broken, ...former].map((id) => id.toLowerCase()));
  const index = indexOf(entries, unreadable);

  const capturings = new Map<string, [Capturing, ...Capturing[]]>();
  const placements: Placement[] = [];
  const deleted = new Set<string>();
  for (const { id: digest, papers } of digests.toSorted(byDate)) {
    for (const paper of papers) {
      const place = placeKey(listingOf({ digest, paper }));
      const listed = index.atListing(place);
      const known =
        listed !== undefined && stillIs(listed, paper)
          ? { id: listed, key: 'listing' as const }
          : index.find(paper);
      const id = known?.id ?? uniqueSlug(normalise(paper.title), taken);
      const marks = [id, place, paper.facts.arxiv ?? ''];
      if (!stored.has(id) && marks.some((mark) => removed.has(mark))) deleted.add(id);
      const gone = deleted.has(id);
      taken.add(id);
      index.add(id, { title: paper.title, ...paper.facts });
      placements.push({
        digest,
        paper,
        id,
        ...(known && { key: known.key }),
        ...(gone && { removed: true }),
      });
      if (gone) continue;
      const others = capturings.get(id);
      if (others) others.push({ digest, paper });
      else capturings.set(id, [{ digest, paper }]);
    }
  }

  const present = new Set(digests.map(({ id }) => id));
  const writes: EntryWrite[] = [];
  const edited: EditedEntry[] = [];
  const problems: Diagnostic[] = [];
  for (const [id, captured] of capturings) {
    if (broken.has(id)) continue;
    problems.push(...factConflicts(captured, fileOf(id)));
    const item = stored.get(id);
    if (!item) {
      writes.push({
        id,
        text: serialiseEntry(withRecord(id, mergeCapturings(captured), records)),
        reason: 'new',
      });
      continue;
    }
    const { data } = item.entry;
    if (isEdited(item.text, data.origin)) {
      const today = serialiseEntry(
        withRecord(id, mergeCapturings(captured, data.aliases), records),
      );
      edited.push({ id, text: item.text, today });
      problems.push(...lostAddress(item, captured, taken));
    }
    const foreign = data.digests.some(({ digest }) => !present.has(digest));
    // A listing whose digest was removed speaks of facts that can no longer be read: keep what they gave.
    const follows = !foreign && !isEdited(item.text, data.origin);
    const text = follows
      ? serialiseEntry(
          withRecord(id, mergeCapturings(captured, aliasesOf(item, captured, taken)), records),
        )
      : withListings(item, captured);
    if (text !== item.text) writes.push({ id, text, reason: follows ? 'refreshed' : 'listed' });
  }
  return { writes, placements, edited, problems };

  /** Whether the entry that claims a listing still is that paper; a person's corrections make no other paper of it. */
  function stillIs(id: string, paper: CapturedPaper): boolean {
    if (broken.has(id)) return true;
    const item = stored.get(id);
    if (!item) return false;
    if (isEdited(item.text, item.entry.data.origin)) return true;
    return (
      titleKey(item.entry.data.title) === titleKey(paper.title) || index.find(paper)?.id === id
    );
  }
}

function indexOf(
  entries: readonly StoredEntry[],
  unreadable: SyncInput['unreadable'],
): IdentityIndex {
  const index = new IdentityIndex();
  for (const { entry } of entries) {
    index.add(entry.id, entry.data);
    for (const listing of entry.data.digests) index.addListing(entry.id, placeKey(listing));
  }
  for (const { id, text } of unreadable) {
    for (const [, digest = '', line] of text.matchAll(listingText)) {
      index.addListing(id, `${digest}:${line}`);
    }
  }
  return index;
}

/** The address an entry had before its file was renamed, if no other entry has it now. */
function formerSlug(
  { entry: { id } }: StoredEntry,
  captured: Capturings,
  taken: ReadonlySet<string>,
): string | undefined {
  const [slug = '', ...others] = captured.map(({ paper }) => slugOf(normalise(paper.title)));
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
  return [diagnostic('entry/renamed', { file: fileOf(item.entry.id) }, { slug })];
}

/** An edited entry's text with the listings it lacks. */
function withListings({ entry, text }: StoredEntry, captured: Capturings): string {
  const has = new Set(entry.data.digests.map(placeKey));
  return addListings(
    text,
    captured.map(listingOf).filter((listing) => !has.has(placeKey(listing))),
  );
}
