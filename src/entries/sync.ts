import { entryFile } from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { claimProblems } from './claims.ts';
import { placeKey } from './identity.ts';
import { addListings, inFlow } from './listings.ts';
import { isTouched, marksOfEntry, marksOfPaper } from './marks.ts';
import { Meanings, type Meaning, type RememberedMeanings } from './meaning.ts';
import { listingOf, type Capturings } from './merge.ts';
import type { Frontmatter, StoredEntry } from './model.ts';
import { placePapers, type Names, type Placement, type SyncInput } from './placing.ts';
import { misreading } from './readback.ts';
import { slugOf } from './slug.ts';

/** Why a file is to be written. */
export type WriteReason = 'new' | 'refreshed' | 'listed';

export interface EntryWrite {
  readonly id: string;
  readonly text: string;
  readonly reason: WriteReason;
  /** SHA-256 of the file as it was when this was planned; absent: there was none. */
  readonly before?: string;
  /** Of a new entry, the digest that lists it first. */
  readonly digest?: string;
}

/** An edited entry beside what the loader would write today. */
export interface EditedEntry {
  readonly id: string;
  readonly text: string;
  /** SHA-256 of `today`. */
  readonly hash: string;
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
 *
 * @param remembered what entries should say, as it was worked out before: the plan is the same with it or without
 */
export function planSync(input: SyncInput, remembered?: RememberedMeanings): SyncPlan {
  const { digests, entries, records = new Map() } = input;
  const { placements, capturings, taken, broken, claims } = placePapers(input);
  const stored = new Map(entries.map((item) => [item.entry.id, item]));
  const files = new Map(digests.map(({ id, file = id }) => [id, file]));
  const meanings = new Meanings({ files, records, remembered });
  const live = [...capturings].filter(([id]) => !broken.has(id));
  for (const [id, captured] of live)
    meanings.want(id, captured, aliasesOf(stored.get(id), captured, taken));
  const writes: EntryWrite[] = [];
  const edited: EditedEntry[] = [];
  const problems: Diagnostic[] = [...claimProblems(claims), ...heldBack(placements)];
  for (const [id, captured] of live) {
    const item = stored.get(id);
    const meaning = meanings.of(id);
    problems.push(...meaning.conflicts);
    const touched = item !== undefined && isTouched(item);
    if (touched) {
      edited.push(editedEntry(item, meaning));
      problems.push(...lostAddress(item, captured, taken));
    }
    // A listing whose digest was removed speaks of facts that can no longer be read: keep what they gave.
    const isKept = touched || item?.entry.data.digests.some(({ digest }) => !files.has(digest));
    const plan = item && isKept ? planListings(item, captured) : planText(id, meaning, item);
    if (plan.write) writes.push(plan.write);
    problems.push(...plan.problems);
  }
  return { writes, placements, edited, problems };
}

/** Most runs do not look at what it holds. */
const editedEntry = (item: StoredEntry, { hash, wording }: Meaning): EditedEntry => ({
  id: item.entry.id,
  hash,
  get text() {
    return item.text;
  },
  get today() {
    return wording().today;
  },
  get captured() {
    return wording().meant.data;
  },
});

/** An entry that is new, or that nobody has edited: it says what its digests say. */
function planText(id: string, meaning: Meaning, item: StoredEntry | undefined): EntryPlan {
  const { leftOut } = meaning;
  if (item && meaning.hash === marksOfEntry(item).hash) return { problems: leftOut };
  const { today, meant } = meaning.wording();
  const why = misreading(today, meant);
  if (why === undefined) {
    const digest = meant.data.digests[0]?.digest ?? '';
    const write: EntryWrite = item
      ? { id, text: today, reason: 'refreshed', before: marksOfEntry(item).hash }
      : { id, text: today, reason: 'new', digest };
    return { write, problems: leftOut };
  }
  const facts = { title: meant.data.title, why };
  const problem = diagnostic('entry/not-written', { file: entryFile(id) }, facts);
  return { problems: [...leftOut, problem] };
}

/** An entry whose text stays: it only gains the listings that it lacks. */
function planListings(item: StoredEntry, captured: Capturings): EntryPlan {
  const { id, data } = item.entry;
  const has = new Set(data.digests.map(placeKey));
  const missing = captured.map(listingOf).filter((listing) => !has.has(placeKey(listing)));
  if (missing.length === 0) return { problems: [] };
  const text = addListings(item.text, missing);
  if (text !== undefined) {
    const { hash: before } = marksOfEntry(item);
    return { write: { id, text, reason: 'listed', before }, problems: [] };
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
  taken: Names,
): string | undefined {
  const [slug = '', ...others] = captured.map(({ paper }) => marksOfPaper(paper).slug);
  const own = [slug, ...others].some(
    (it) => id === it || (id.startsWith(`${it}-`) && /^\d+$/.test(id.slice(it.length + 1))),
  );
  return own || taken.has(slug) ? undefined : slug;
}

/** Former file names of an entry; a person's are the person's. */
function aliasesOf(
  item: StoredEntry | undefined,
  captured: Capturings,
  taken: Names,
): readonly string[] {
  const { aliases = [] } = item?.entry.data ?? {};
  if (!item || isTouched(item)) return aliases;
  const slug = formerSlug(item, captured, taken);
  return slug === undefined ? aliases : [...aliases, slug];
}

/** An edited entry that was renamed: its old address can only be kept by the person. */
function lostAddress(item: StoredEntry, captured: Capturings, taken: Names): Diagnostic[] {
  const slug = formerSlug(item, captured, taken);
  if (slug === undefined || slugOf(item.entry.data.title) === item.entry.id) return [];
  return [diagnostic('entry/renamed', { file: entryFile(item.entry.id) }, { slug })];
}
