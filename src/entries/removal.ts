/** What has to happen to entries when digests are taken back. Pure. */
import { mergeCapturings } from './merge.ts';
import { isTouched, marksOfEntry } from './marks.ts';
import { placePapers, type SyncInput } from './placing.ts';
import { misreading } from './readback.ts';
import { recover } from './recover.ts';
import { serialiseEntry } from './serialise.ts';
import type { EntryWrite } from './sync.ts';
import type { StoredEntry } from './model.ts';

export interface RemovalInput extends SyncInput {
  /** Ids of those of `digests` that go. */
  readonly gone: ReadonlySet<string>;
  /** What lies beside an entry under its name, a record or a note: paths by the entry's id. */
  readonly beside: ReadonlyMap<string, string>;
}

/** An entry that says it was listed in a digest that goes, and stays as it is. */
export interface LeftEntry {
  readonly id: string;
  readonly digests: readonly string[];
  readonly why: string;
}

export interface RemovalPlan {
  /** Entries that only these digests list and nobody edited, and the SHA-256 of their files. */
  readonly deletes: readonly { readonly id: string; readonly before: string }[];
  /** Entries that other digests list too, as those alone give them. */
  readonly writes: readonly EntryWrite[];
  readonly left: readonly LeftEntry[];
}

/** Which of the digests that go an entry lists. */
const goneIn = ({ entry }: StoredEntry, gone: ReadonlySet<string>): string[] => [
  ...new Set(entry.data.digests.map(({ digest }) => digest).filter((id) => gone.has(id))),
];

/** Why an entry must stay byte for byte; undefined: it may go, or be written. */
function reasonToLeave(
  item: StoredEntry,
  { gone, beside }: Pick<RemovalInput, 'gone' | 'beside'>,
): string | undefined {
  const { entry } = item;
  if (isTouched(item)) return 'somebody edited it';
  const file = beside.get(entry.id);
  const listedElsewhere = entry.data.digests.some(({ digest }) => !gone.has(digest));
  return file === undefined || listedElsewhere ? undefined : `${file} belongs to it`;
}

/**
 * Decides what becomes of the entries that list digests which go.
 *
 * - Listed nowhere else, unedited and with nothing beside it: it goes.
 * - Listed elsewhere and unedited: it is written as the other digests give it.
 * - Edited, or not to be read, or with a record: it stays byte for byte.
 *
 * A second plan, after part of this one was carried out, has the rest of it. Linear in papers and entries.
 */
export function planRemoval(input: RemovalInput): RemovalPlan {
  const { gone, entries } = input;
  const deletes: { id: string; before: string }[] = [];
  const left: LeftEntry[] = [];
  const shared: StoredEntry[] = [];
  for (const item of entries) {
    const digests = goneIn(item, gone);
    const { id } = item.entry;
    const why = digests.length === 0 ? undefined : reasonToLeave(item, input);
    if (why !== undefined) left.push({ id, digests, why });
    if (digests.length === 0 || why !== undefined) continue;
    if (item.entry.data.digests.some(({ digest }) => !gone.has(digest))) shared.push(item);
    else deletes.push({ id, before: marksOfEntry(item).hash });
  }
  for (const { id, text } of input.unreadable) {
    const { places } = recover(text);
    const digests = [...gone].filter((digest) =>
      places.some((place) => place.startsWith(`${digest}:`) || place.startsWith(`${digest}#`)),
    );
    if (digests.length > 0) left.push({ id, digests, why: 'it cannot be read' });
  }
  return { deletes, left, writes: writesFor(shared, input) };
}

/** The texts of entries that lose listings. */
function writesFor(shared: readonly StoredEntry[], { gone, ...input }: RemovalInput): EntryWrite[] {
  if (shared.length === 0) return [];
  const present = new Set(input.digests.map(({ id }) => id));
  const staying = placePapers(input).placements.filter(({ digest }) => !gone.has(digest));
  const placed = Map.groupBy(staying, ({ id }) => id);
  return shared.map((item) => {
    const { id, data, body } = item.entry;
    const digests = data.digests.filter(({ digest }) => !gone.has(digest));
    const [first, ...others] = placed.get(id) ?? [];
    // Of a digest that is not there nobody can tell what it gave: what the entry holds stays, but for the listings.
    const meant =
      first && digests.every(({ digest }) => present.has(digest))
        ? mergeCapturings([first, ...others], data.aliases)
        : { data: { ...data, digests }, body };
    const made = serialiseEntry(meant);
    const text = misreading(made, meant) === undefined ? made : item.text;
    return { id, text, reason: 'refreshed', before: marksOfEntry(item).hash };
  });
}
