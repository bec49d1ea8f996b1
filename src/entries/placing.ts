/** Which entry each paper of each digest belongs to. Pure. */
import type { CapturedPaper } from '../digest/model.ts';
import { recordOf, type Records } from './records/apply.ts';
import {
  IdentityIndex,
  keysOf,
  placeKey,
  type Identified,
  type IdentityKey,
  type Known,
} from './identity.ts';
import { knownWith, marksOfEntry, marksOfPaper } from './marks.ts';
import type { Capturing } from './merge.ts';
import { recover } from './recover.ts';
import { tombstoneFinder, type Tombstone } from './tombstones.ts';
import { slugsOf } from './slug.ts';
import type { StoredEntry } from './model.ts';

/** A parsed digest of the archive. */
export interface SyncDigest {
  readonly id: string;
  /** Path from the root, for messages. */
  readonly file?: string;
  /** ISO date. */
  readonly date: string;
  readonly papers: readonly CapturedPaper[];
}

/** What there is, as placing and planning want it. */
export interface SyncInput {
  readonly digests: readonly SyncDigest[];
  readonly entries: readonly StoredEntry[];
  /** Files that could not be read as entries, with what can be made out of their bytes: they are left alone. */
  readonly unreadable: readonly { readonly id: string; readonly text: string }[];
  /** What was deleted on purpose: ids, arXiv ids, or places (`digest:line`). */
  readonly removed?: ReadonlySet<string>;
  /** What is left of papers that were removed. */
  readonly tombstones?: readonly Pick<Tombstone, 'id' | 'keys'>[] | undefined;
  /** What is known from elsewhere, by entry. */
  readonly records?: Records;
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
  /** Id of what is left of it, if it was removed so. */
  readonly tombstone?: string;
}

/** All papers in their places. */
export interface Placing {
  readonly placements: readonly Placement[];
  /** The listings of each entry that is to exist, first digest first. */
  readonly capturings: ReadonlyMap<string, readonly [Capturing, ...Capturing[]]>;
  /** Names that no new entry may have. */
  readonly taken: ReadonlySet<string>;
  /** Files that cannot be read, by name. */
  readonly broken: ReadonlySet<string>;
  /** The places that each file claims, those that cannot be read included. */
  readonly claims: readonly { readonly id: string; readonly places: readonly string[] }[];
}

const byDate = (a: SyncDigest, b: SyncDigest): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1;

/**
 * Finds the entry of every paper: the one that claims its place, or has its arXiv id, its DOI or its title; else a
 * new one. A file that cannot be read claims what can still be made out of it, and always its name: a paper that
 * would have that name waits for it, for it may be the paper's own.
 */
export function placePapers({
  digests,
  entries,
  unreadable,
  removed = new Set(),
  tombstones = [],
  records = new Map(),
}: SyncInput): Placing {
  const stored = new Map(entries.map((item) => [item.entry.id, item]));
  const recovered = unreadable.map(({ id, text }) => ({ id, ...recover(text) }));
  const broken = new Set(recovered.map(({ id }) => id));
  const heldNames = new Map(recovered.map(({ id }) => [id.toLowerCase(), id]));
  const aliases = [
    ...entries.flatMap(({ entry }) => entry.data.aliases ?? []),
    ...recovered.flatMap((item) => item.aliases),
  ];
  const buried = tombstones.map(({ id }) => id);
  const tombstoneOf = tombstoneFinder(tombstones);
  const taken = new Set(
    [...stored.keys(), ...broken, ...aliases, ...buried].map((id) => id.toLowerCase()),
  );
  const claims = [
    ...entries.map(({ entry: { id, data } }) => ({ id, places: data.digests.map(placeKey) })),
    ...recovered,
  ];

  const index = new IdentityIndex();
  for (const item of entries) index.add(item.entry.id, knownWith(item, records));
  for (const { id, title = '', arxiv, doi } of recovered) index.add(id, { title, arxiv, doi });
  for (const { id, places } of claims) for (const place of places) index.addListing(id, place);

  const all = digests.toSorted(byDate).flatMap(({ id: digest, papers }) =>
    papers.map((paper) => {
      const { lines, record } = paper;
      const place = placeKey({ digest, lines: [lines[0], lines[1]], record });
      return { digest, paper, place, known: marksOfPaper(paper).known };
    }),
  );
  const atPlaces = new Map(all.map(({ place, known }) => [place, known]));
  const members = new Map<string, ReadonlySet<string>>();

  // First the papers that stand where an entry says: what they are called counts for the others, older ones too.
  const atHome = new Map<CapturedPaper, Identified>();
  for (const { paper, place, known } of all) {
    const found = atListing(place, known);
    if (!found) continue;
    atHome.set(paper, found);
    index.add(found.id, known);
  }

  const capturings = new Map<string, [Capturing, ...Capturing[]]>();
  const placements: Placement[] = [];
  const deleted = new Map<string, { readonly tombstone?: string }>();
  for (const { digest, paper, place, known } of all) {
    const found =
      atHome.get(paper) ?? index.find(known) ?? byName(known.title, marksOfPaper(paper).slug);
    const { id } = found;
    const tombstone = stored.has(id) ? undefined : tombstoneOf(known);
    if (tombstone !== undefined) deleted.set(id, { tombstone });
    else if (!stored.has(id) && [id, place, known.arxiv ?? ''].some((mark) => removed.has(mark)))
      deleted.set(id, {});
    const gone = deleted.get(id);
    taken.add(id.toLowerCase());
    index.add(id, known);
    placements.push({ digest, paper, ...found, ...(gone && { removed: true, ...gone }) });
    if (gone) continue;
    const others = capturings.get(id);
    if (others) others.push({ digest, paper });
    else capturings.set(id, [{ digest, paper }]);
  }
  return { placements, capturings, taken, broken, claims };

  /** The entry that claims a place, if the paper that stands there now is still its paper. */
  function atListing(place: string, paper: Known): Identified | undefined {
    const id = index.atListing(place);
    if (id === undefined) return undefined;
    const item = stored.get(id);
    // Without an entry, the file cannot be read: while that is so, it keeps what it claims.
    const still =
      item === undefined ||
      // A person's corrections make no other paper of it.
      marksOfEntry(item).edited ||
      item.entry.data.title === paper.title ||
      keysOf(marksOfEntry(item).known).some((key) => keysOf(paper).includes(key)) ||
      index.find(paper)?.id === id ||
      membersOf(item).has(place);
    return still ? { id, key: 'listing' } : undefined;
  }

  /**
   * Places of an entry whose papers hang together with it: they share a title or an id with the entry, its record,
   * or each other. All but one of them may have another title than the entry.
   */
  function membersOf({ entry: { id, data } }: StoredEntry): ReadonlySet<string> {
    const before = members.get(id);
    if (before) return before;
    const record = recordOf(id, data, records)?.data;
    const keys = new Set(
      [data, ...(record ? [{ title: '', ...record }, { title: record.entry }] : [])].flatMap(
        keysOf,
      ),
    );
    const places = new Set<string>();
    let rest = data.digests.map(placeKey);
    for (let size = -1; size !== places.size;) {
      size = places.size;
      rest = rest.filter((place) => {
        const own = keysOf(atPlaces.get(place) ?? { title: '' });
        if (!own.some((key) => keys.has(key))) return true;
        places.add(place);
        for (const key of own) keys.add(key);
        return false;
      });
    }
    members.set(id, places);
    return places;
  }

  /** A new entry under a name that is free, or the file that cannot be read and has the name. */
  function byName(title: string, own: string): { id: string; key?: IdentityKey } {
    for (const slug of slugsOf(title, own)) {
      const held = heldNames.get(slug);
      if (held !== undefined) return { id: held, key: 'file name' };
      if (!taken.has(slug)) return { id: slug };
    }
    throw new Error('There is always another slug.');
  }
}
