import { entryFile } from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { completed, recordOf, type Records } from './records/apply.ts';
import { claimProblems } from './claims.ts';
import { placeKey } from './identity.ts';
import { addListings, inFlow } from './listings.ts';
import { factConflicts, listingOf, mergeCapturings, titleOf, type Capturings } from './merge.ts';
import type { Frontmatter, StoredEntry } from './model.ts';
import { isEdited } from './origin.ts';
import { placePapers, type Placement, type SyncInput } from './placing.ts';
import { misreading } from './readback.ts';
import { serialiseEntry } from './serialise.ts';
import { slugOf } from './slug.ts';

/** Why a file is to be written. */
export type WriteReason = 'new' | 'refreshed' | 'listed';

export interface EntryWrite {
  readonly id: string;
  readonly text: string;
  readonly reason: WriteReason;
  /** The file as it was when this was planned; absent: there was none. */
  readonly before?: string;
  /** Of a new entry, the digest that lists it first. */
  readonly digest?: string;
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

/** What planning knows of the archive, and of an entry beside its digests. */
interface Around {
  /** The file of each digest that is there. */
  readonly present: ReadonlyMap<string, string>;
  /** The ids that entries have. */
  readonly taken: ReadonlySet<string>;
  readonly records: Records;
  /** Whether a person has edited the entry. */
  readonly isTouched: boolean;
}

/** What is to be done about one entry. */
interface EntryPlan {
  readonly write?: EntryWrite;
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
    const item = stored.get(id);
    const isTouched = item !== undefined && isEdited(item.text, item.entry.data.origin);
    const meaning = meaningOf(id, captured, item, { present, taken, records, isTouched });
    problems.push(...factConflicts(captured, entryFile(id)));
    if (isTouched) {
      const { today, meant } = meaning;
      edited.push({ id, text: item.text, today, captured: meant.data });
      problems.push(...lostAddress(item, captured, taken));
    }
    // A listing whose digest was removed speaks of facts that can no longer be read: keep what they gave.
    const isKept = isTouched || item?.entry.data.digests.some(({ digest }) => !present.has(digest));
    const plan = item && isKept ? planListings(item, captured) : planText(id, meaning, item);
    if (plan.write) writes.push(plan.write);
    problems.push(...plan.problems);
  }
  return { writes, placements, edited, problems };
}

/** What an entry should say by its digests, and what of them has no place in it. */
interface Meaning {
  readonly meant: Omit<ReturnType<typeof mergeCapturings>, 'leftOut'>;
  /** As the loader would write it today. */
  readonly today: string;
  readonly leftOut: readonly Diagnostic[];
}

function meaningOf(
  id: string,
  captured: Capturings,
  item: StoredEntry | undefined,
  { present, taken, records, isTouched }: Around,
): Meaning {
  const aliases = item && (isTouched ? item.entry.data.aliases : aliasesOf(item, captured, taken));
  const { leftOut, ...merged } = mergeCapturings(captured, aliases);
  const meant = { ...merged, data: completed(merged.data, recordOf(id, merged.data, records)) };
  const [{ digest, paper }] = captured;
  const where = { file: present.get(digest) ?? digest, line: paper.lines[0] };
  const told = leftOut.map(({ field, value }) =>
    diagnostic('digest/left-out', where, { field, value: value.slice(0, 200) }),
  );
  return { meant, today: serialiseEntry(meant), leftOut: told };
}

/** An entry that is new, or that nobody has edited: it says what its digests say. */
function planText(
  id: string,
  { meant, today, leftOut }: Meaning,
  item: StoredEntry | undefined,
): EntryPlan {
  if (today === item?.text) return { problems: leftOut };
  const why = misreading(today, meant);
  if (why === undefined) {
    const digest = meant.data.digests[0]?.digest ?? '';
    const write: EntryWrite = item
      ? { id, text: today, reason: 'refreshed', before: item.text }
      : { id, text: today, reason: 'new', digest };
    return { write, problems: leftOut };
  }
  const facts = { title: meant.data.title, why };
  const problem = diagnostic('entry/not-written', { file: entryFile(id) }, facts);
  return { problems: [...leftOut, problem] };
}

/** An entry whose text stays: it only gains the listings that it lacks. */
function planListings({ entry, text }: StoredEntry, captured: Capturings): EntryPlan {
  const { id, data } = entry;
  const has = new Set(data.digests.map(placeKey));
  const missing = captured.map(listingOf).filter((listing) => !has.has(placeKey(listing)));
  if (missing.length === 0) return { problems: [] };
  const listed = addListings(text, missing);
  if (listed !== undefined) {
    return { write: { id, text: listed, reason: 'listed', before: text }, problems: [] };
  }
  const facts = { listings: missing.map(inFlow).join(', ') };
  return { problems: [diagnostic('entry/not-listed', { file: entryFile(id) }, facts)] };
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
