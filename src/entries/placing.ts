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
  /** Further names that no new entry may have, in lower case. */
  readonly names?: ReadonlySet<string>;
  /** What is known from elsewhere, by entry. */
  readonly records?: Records;
}

/** Names in lower case, to be asked for. */
export type Names = Pick<ReadonlySet<string>, 'has'>;

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
  readonly taken: Names;
  /** Files that cannot be read, by name. */
  readonly broken: ReadonlySet<string>;
  /** The places that each file claims, those that cannot be read included. */
  readonly claims: readonly { readonly id: string; readonly places: readonly string[] }[];
}

const byDate = (a: SyncDigest, b: SyncDigest): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1;

/** A paper where a digest lists it. */
interface Listed extends Capturing {
  /** See `placeKey`. */
  readonly place: string;
  readonly known: Known;
}

/** The papers of all digests, first digest first. */
const listedIn = (digests: readonly SyncDigest[]): Listed[] =>
  digests.toSorted(byDate).flatMap(({ id: digest, papers }) =>
    papers.map((paper) => {
      const { lines, record } = paper;
      const place = placeKey({ digest, lines: [lines[0], lines[1]], record });
      return { digest, paper, place, known: marksOfPaper(paper).known };
    }),
  );

/**
 * Finds the entry of every paper: the one that claims its place, or has its arXiv id, its DOI or its title; else a
 * new one. A file that cannot be read claims what can still be made out of it, and always its name: a paper that
 * would have that name waits for it, for it may be the paper's own.
 */
export function placePapers(input: SyncInput): Placing {
  const { digests, removed = new Set(), tombstones = [] } = input;
  const places = new Places(input);
  const all = listedIn(digests);
  const atHome = places.atHome(all);
  const tombstoneOf = tombstoneFinder(tombstones);
  const capturings = new Map<string, [Capturing, ...Capturing[]]>();
  const placements: Placement[] = [];
  const deleted = new Map<string, { readonly tombstone?: string }>();
  for (const { digest, paper, place, known } of all) {
    const found = atHome.get(paper) ?? places.find(paper);
    const { id } = found;
    const isStored = places.stored.has(id);
    const tombstone = isStored ? undefined : tombstoneOf(known);
    if (tombstone !== undefined) deleted.set(id, { tombstone });
    else if (!isStored && [id, place, known.arxiv ?? ''].some((mark) => removed.has(mark)))
      deleted.set(id, {});
    const gone = deleted.get(id);
    places.take(id, known);
    placements.push({ digest, paper, ...found, ...(gone && { removed: true, ...gone }) });
    if (gone) continue;
    const others = capturings.get(id);
    if (others) others.push({ digest, paper });
    else capturings.set(id, [{ digest, paper }]);
  }
  const { taken, broken, claims } = places;
  return { placements, capturings, taken, broken, claims };
}

/** What entries, and files that cannot be read, claim. */
class Places {
  readonly stored: ReadonlyMap<string, StoredEntry>;
  readonly broken: ReadonlySet<string>;
  readonly taken: Names;
  readonly #taken: Set<string>;
  readonly claims: Placing['claims'];
  readonly #records: Records;
  /** Of files that cannot be read, by what they are in lower case. */
  readonly #heldNames: ReadonlyMap<string, string>;
  readonly #index = new IdentityIndex();
  /** What is listed at each place now. */
  #atPlaces: ReadonlyMap<string, Known> = new Map();
  readonly #members = new Map<string, ReadonlySet<string>>();

  constructor({ entries, unreadable, tombstones = [], names, records = new Map() }: SyncInput) {
    const recovered = unreadable.map(({ id, text }) => ({ id, ...recover(text) }));
    this.#records = records;
    this.stored = new Map(entries.map((item) => [item.entry.id, item]));
    this.broken = new Set(recovered.map(({ id }) => id));
    this.#heldNames = new Map(recovered.map(({ id }) => [id.toLowerCase(), id]));
    const taken = [
      ...this.stored.keys(),
      ...this.broken,
      ...entries.flatMap(({ entry }) => entry.data.aliases ?? []),
      ...recovered.flatMap(({ aliases }) => aliases),
      ...tombstones.map(({ id }) => id),
    ];
    const own = new Set(taken.map((name) => name.toLowerCase()));
    this.#taken = own;
    this.taken = names ? { has: (name) => own.has(name) || names.has(name) } : own;
    this.claims = [
      ...entries.map(({ entry: { id, data } }) => ({ id, places: data.digests.map(placeKey) })),
      ...recovered,
    ];
    for (const item of entries) this.#index.add(item.entry.id, knownWith(item, records));
    for (const { id, title = '', arxiv, doi } of recovered)
      this.#index.add(id, { title, arxiv, doi });
    for (const { id, places } of this.claims)
      for (const place of places) this.#index.addListing(id, place);
  }

  /** The papers that stand where an entry says: what they are called counts for the others, older ones too. */
  atHome(all: readonly Listed[]): ReadonlyMap<CapturedPaper, Identified> {
    this.#atPlaces = new Map(all.map(({ place, known }) => [place, known]));
    const found = new Map<CapturedPaper, Identified>();
    for (const { paper, place, known } of all) {
      const id = this.#index.atListing(place);
      if (id === undefined || !this.#isStill(id, place, known)) continue;
      found.set(paper, { id, key: 'listing' });
      this.#index.add(id, known);
    }
    return found;
  }

  /** The entry of a paper by what it is known by, or a name for a new one. */
  find(paper: CapturedPaper): { readonly id: string; readonly key?: IdentityKey } {
    const { known, slug } = marksOfPaper(paper);
    return this.#index.find(known) ?? this.#byName(known.title, slug);
  }

  /** Notes that a paper is an entry's. */
  take(id: string, known: Known): void {
    this.#taken.add(id.toLowerCase());
    this.#index.add(id, known);
  }

  /** Whether the paper that stands at a place now is still that of the entry which claims the place. */
  #isStill(id: string, place: string, paper: Known): boolean {
    const item = this.stored.get(id);
    return (
      // Without an entry, the file cannot be read: while that is so, it keeps what it claims.
      item === undefined ||
      // A person's corrections make no other paper of it.
      marksOfEntry(item).edited ||
      item.entry.data.title === paper.title ||
      keysOf(marksOfEntry(item).known).some((key) => keysOf(paper).includes(key)) ||
      this.#index.find(paper)?.id === id ||
      this.#membersOf(item).has(place)
    );
  }

  /**
   * Places of an entry whose papers hang together with it: they share a title or an id with the entry, its record,
   * or each other. All but one of them may have another title than the entry.
   */
  #membersOf({ entry: { id, data } }: StoredEntry): ReadonlySet<string> {
    const before = this.#members.get(id);
    if (before) return before;
    const record = recordOf(id, data, this.#records)?.data;
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
        const own = keysOf(this.#atPlaces.get(place) ?? { title: '' });
        if (!own.some((key) => keys.has(key))) return true;
        places.add(place);
        for (const key of own) keys.add(key);
        return false;
      });
    }
    this.#members.set(id, places);
    return places;
  }

  /** A new entry under a name that is free, or the file that cannot be read and has the name. */
  #byName(title: string, own: string): { readonly id: string; readonly key?: IdentityKey } {
    for (const slug of slugsOf(title, own)) {
      const held = this.#heldNames.get(slug);
      if (held !== undefined) return { id: held, key: 'file name' };
      if (!this.taken.has(slug)) return { id: slug };
    }
    throw new Error('There is always another slug.');
  }
}
