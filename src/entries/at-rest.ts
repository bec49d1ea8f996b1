/**
 * What is kept of an archive at rest: in step with its digests, with nothing to tell and nothing removed. One more
 * digest then asks only for the papers that share a key with its own. They are found here, by their keys, so that
 * adding it costs the same however many papers there are; files are only looked at. An archive in any other state, or
 * of which anything that was kept is lost, is read as a whole.
 */
import { hash } from 'node:crypto';
import { basename } from 'node:path';
import { accountsFile, digestsFolder, papersFolder, recordsFolder } from '../archive-folder.ts';
import type { Dialect } from '../digest/dialect.ts';
import { titleKey } from '../digest/identity.ts';
import { asJson, type Kind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { toJsonLines } from '../text/json-lines.ts';
import { readAccountsFile } from './accounts-file.ts';
import { accountOf } from './accounts.ts';
import type { ReadDigest } from './captures.ts';
import { readEntryFile } from './entry-file.ts';
import { newMeanings, planFor, syncDigests } from './files.ts';
import { keysFor, keysOf, placeKey, type Known } from './identity.ts';
import { KeyIndex, tooMany } from './key-index.ts';
import { marksOfEntry, marksOfPaper } from './marks.ts';
import type { StoredEntry } from './model.ts';
import { tooCommon, wordsOf, type Titled } from './near.ts';
import { bytesOf, lookInto, type FolderFile } from './owner-files.ts';
import { listPlaced } from './placed.ts';
import { readCaptures } from './read-digests.ts';
import { readRemoved, type EntriesReading } from './read-entries.ts';
import { readerOf, type Reader } from './reader.ts';
import { Seen } from './seen.ts';
import type { SyncDigest } from './placing.ts';
import { planSync, type SyncPlan } from './sync.ts';
import { readTombstones } from './tombstones.ts';
import { Outdated } from './unopened.ts';
import type { DigestHead } from './unopened-digests.ts';
import { UnreadDigest } from './unread-digests.ts';

interface Rest {
  readonly digests: readonly DigestHead[];
  /** Former names of entries. */
  readonly aliases: readonly string[];
  /** Of each part of the index the hash of what it holds; '' for nothing. */
  readonly parts: readonly string[];
}

const keptRest: Kind<Rest> = {
  name: 'at-rest',
  modules: ['src/entries/at-rest.ts'],
  codec: asJson(),
};

/** Keys under which a paper is found. */
function heldUnder(known: Known): string[] {
  const { linked } = known.keys ?? keysFor(known);
  return [...keysOf(known), ...linked.map((key) => `link ${key}`)];
}

/** Keys under which those are found that a paper may be the same as; see `IdentityIndex.find`. */
function askedFor(known: Known): string[] {
  const { title, linked } = known.keys ?? keysFor(known);
  return [
    ...keysOf(known),
    ...(title === undefined ? [] : [`link ${title}`]),
    ...linked.map((key) => `title ${key}`),
  ];
}

/** In the order of their files. */
const byFile = (one: { readonly id: string }, other: { readonly id: string }): number =>
  `${one.id}.md` < `${other.id}.md` ? -1 : 1;

/** An id, which has no blanks, and what goes with it. */
const joined = (id: string, value: string): string => `${id} ${value}`;
function parted(text: string): { readonly id: string; readonly value: string } {
  const end = text.indexOf(' ');
  return { id: text.slice(0, end), value: text.slice(end + 1) };
}

const arxivKey = (title: string): string => `arXiv by title ${titleKey(title)}`;

function addTo(index: KeyIndex, entries: readonly StoredEntry[], plan: SyncPlan): void {
  for (const stored of entries) {
    const { id, data } = stored.entry;
    for (const key of heldUnder(marksOfEntry(stored).known)) index.add(key, id);
    if (data.arxiv !== undefined) index.add(arxivKey(data.title), joined(id, data.arxiv));
    for (const word of wordsOf(data.title))
      index.add(`word ${word}`, joined(id, data.title), tooCommon);
  }
  for (const { id, paper } of plan.placements)
    for (const key of heldUnder(marksOfPaper(paper).known)) index.add(key, id);
}

const isQuiet = ({ severity }: { readonly severity: string }): boolean => severity === 'notice';

/** Whether nothing is to be done or told, and every place that an entry claims has its paper. */
const isAtRest = (plan: SyncPlan, { entries, unreadable, problems }: EntriesReading): boolean =>
  plan.writes.length === 0 &&
  unreadable.length === 0 &&
  [...problems, ...plan.problems].every(isQuiet) &&
  plan.placements.every(({ key, removed = false }) => key === 'listing' && !removed) &&
  plan.placements.length === entries.reduce((sum, { entry }) => sum + entry.data.digests.length, 0);

/** What an archive at rest and new digests have to do with each other. */
export interface Concerned {
  /** All that is planned for the whole archive. */
  readonly plan: SyncPlan;
  /** The entries concerned, as they are. */
  readonly stored: EntriesReading;
  /** Plans once more, for these entries as they are by then. */
  readonly again: (reading: EntriesReading) => SyncPlan;
}

/** An archive at rest. */
export class AtRest {
  /** What they say is not known. */
  readonly digests: readonly ReadDigest[];
  readonly dialect: Dialect;
  /** Hash of the file of dialects. */
  readonly spoken: string;
  readonly #root: string;
  readonly #store: Store;
  readonly #rest: Rest;
  readonly #index: KeyIndex;
  readonly #looks: Looks;

  constructor(root: string, store: Store, rest: Rest, looks: Looks) {
    this.digests = rest.digests.map((digest) => new UnreadDigest(digest));
    this.dialect = looks.reader.dialect;
    this.spoken = looks.reader.spoken;
    this.#root = root;
    this.#store = store;
    this.#rest = rest;
    this.#index = new KeyIndex(store, rest.parts);
    this.#looks = looks;
  }

  /** The arXiv id of a title's last entry that has one. */
  arxivOf(title: string): string | undefined {
    return this.#index.of(arxivKey(title)).map(parted).toSorted(byFile).at(-1)?.value;
  }

  /**
   * The titles of entries that share words with others, and the words that are too common to tell anything.
   *
   * @param concerned entries of which the titles are given in any case
   */
  titlesLike(
    titles: readonly string[],
    { stored }: Concerned,
  ): { readonly titles: readonly Titled[]; readonly common: ReadonlySet<string> } {
    const found = new Map(stored.entries.map(({ entry }) => [entry.id, entry.data.title]));
    const common = new Set<string>();
    for (const word of new Set(titles.flatMap((title) => [...wordsOf(title)]))) {
      const having = this.#index.of(`word ${word}`);
      if (having[0] === tooMany) common.add(word);
      else for (const { id, value } of having.map(parted)) found.set(id, value);
    }
    return { titles: Array.from(found, ([id, title]) => ({ id, title })).toSorted(byFile), common };
  }

  /**
   * What new digests have to do with the archive: entries that share a key with their papers, and whatever lists those.
   *
   * @throws Outdated if the archive is to be read as a whole
   */
  async concernedBy(added: readonly ReadDigest[]): Promise<Concerned> {
    const { papers, tombstones, removed } = this.#looks;
    const asked = syncDigests(added).flatMap((digest) =>
      digest.papers.flatMap((paper) => askedFor(marksOfPaper(paper).known)),
    );
    const ids = new Set([...new Set(asked)].flatMap((key) => this.#index.of(key)));
    const entries: StoredEntry[] = [];
    for (const found of papers)
      if (ids.has(basename(found.file, '.md'))) entries.push(await this.#entryIn(found));
    if (entries.length < ids.size) throw new Outdated('an entry is not there');
    const digests = [...(await this.#listing(entries)), ...syncDigests(added)];
    // Names that entries have which are not concerned.
    const names = new Set([
      ...papers.map(({ file }) => basename(file, '.md')),
      ...this.#rest.aliases.map((name) => name.toLowerCase()),
    ]);
    const meanings = newMeanings(this.#store);
    const again = (reading: EntriesReading): SyncPlan =>
      planSync({ ...reading, digests, names }, meanings);
    const stored = { entries, unreadable: [], removed, tombstones, problems: [] };
    return { plan: again(stored), stored, again };
  }

  /** Keeps the archive as it is with new digests and what was planned for them. */
  async keep(after: After, { stored, again }: Concerned): Promise<void> {
    const titles = new Map(stored.entries.map(({ entry }) => [entry.id, entry.data.title]));
    // Under a title that changed the index would still have the entry.
    const isSame = after.reading.entries.every(
      ({ entry: { id, data } }) => (titles.get(id) ?? data.title) === data.title,
    );
    if (isSame) await keep(this.#root, this.#store, after, [this.#rest, this.#index, again]);
  }

  async #entryIn(found: FolderFile): Promise<StoredEntry> {
    const { file } = found;
    const bytes = await bytesOf(this.#root, found, {});
    if (found.reading.ok && bytes.ok && hash('sha256', bytes.bytes) === found.reading.hash) {
      const reading = readEntryFile(basename(file), file, bytes.bytes);
      if (reading.ok) return reading.stored;
    }
    throw new Outdated(`${file} was saved while it was read`);
  }

  /** The digests that list entries, with no other papers than theirs. */
  async #listing(entries: readonly StoredEntry[]): Promise<SyncDigest[]> {
    const listings = entries.flatMap(({ entry }) => entry.data.digests);
    const ids = new Set(listings.map(({ digest }) => digest));
    const files = new Set(
      this.digests.flatMap(({ name, file }) => (ids.has(name.id) ? [file] : [])),
    );
    const { captures, reader } = this.#looks;
    const read = await readCaptures(
      this.#root,
      captures.filter(({ file }) => files.has(file)),
      reader,
      { store: this.#store },
    );
    const places = new Set(listings.map(placeKey));
    return syncDigests(read.digests).map((digest) => ({
      ...digest,
      papers: digest.papers.filter(({ lines, record }) =>
        places.has(placeKey({ digest: digest.id, lines: [lines[0], lines[1]], record })),
      ),
    }));
  }
}

/** What there is, read or looked at. */
interface Looks {
  readonly reader: Reader;
  readonly papers: readonly FolderFile[];
  readonly captures: readonly FolderFile[];
  readonly tombstones: NonNullable<EntriesReading['tombstones']>;
  readonly removed: ReadonlySet<string>;
}

/** The state of an archive: what {@link Seen} has seen, and in which dialect captures are read. */
const stateOf = (seen: Seen, spoken: string): string => `${seen.fingerprint()} ${spoken}`;

/** Looks at all files of a kind; undefined if something is wrong with one of them. */
async function filesOf(
  root: string,
  [folder, extension]: readonly [folder: string, extension: string],
  aids: { readonly seen: Seen; readonly store: Store },
): Promise<FolderFile[] | undefined> {
  const placed = await listPlaced(root, folder, extension);
  const files = await lookInto(root, folder, placed.files, aids);
  const isWhole = placed.problems.length === 0 && files.every(({ reading }) => reading.ok);
  return isWhole ? files : undefined;
}

/**
 * Looks whether an archive is still as it was when it was kept at rest.
 *
 * @param root the project's folder
 * @param seen where to note what was looked at
 * @throws what the file system throws
 */
export async function findAtRest(
  root: string,
  store: Store,
  seen: Seen,
): Promise<AtRest | undefined> {
  let isKept = false;
  store.all(keptRest, () => {
    isKept = true;
    return false;
  });
  if (!isKept || (await listPlaced(root, recordsFolder(), '.md')).files.length > 0)
    return undefined;
  const papers = await filesOf(root, [papersFolder(), '.md'], { seen, store });
  const captures = await filesOf(root, [digestsFolder(), ''], { seen, store });
  if (!papers || !captures) return undefined;
  const { reader } = await readerOf(root, seen);
  const accounts = await readAccountsFile(root);
  if (accounts !== '') seen.note(accountsFile(), accounts);
  const { tombstones } = await readTombstones(root, seen);
  const removed = await readRemoved(root, seen);
  const rest = store.get(keptRest, '', stateOf(seen, reader.spoken));
  return rest && new AtRest(root, store, rest, { reader, papers, captures, tombstones, removed });
}

/** An archive once new digests and their entries are written. */
export interface After {
  readonly digests: readonly ReadDigest[];
  /** Of these, the new ones. */
  readonly added: readonly ReadDigest[];
  /** The entries. */
  readonly reading: EntriesReading;
  /** All that was read and written. */
  readonly seen: Seen;
  /** Hash of the file of dialects. */
  readonly spoken: string;
}

/**
 * Keeps an archive that was read as a whole, if it is at rest.
 *
 * @param plan what was planned for it last
 */
export async function keepAtRest(
  root: string,
  store: Store,
  after: After,
  plan: SyncPlan,
): Promise<void> {
  const { digests, reading } = after;
  const mayRest =
    [...reading.problems, ...plan.problems].every(isQuiet) &&
    plan.placements.every(({ removed = false }) => !removed);
  if (!mayRest) return;
  await keep(root, store, after, [
    { digests: [], aliases: [], parts: [] },
    new KeyIndex(store),
    () => planFor(digests, reading, new Map(), store),
  ]);
}

/** Whether `accounts.jsonl` says of digests what is read today, and nothing else. */
export const areAccounted = async (
  root: string,
  digests: readonly ReadDigest[],
): Promise<boolean> =>
  (await readAccountsFile(root)) === toJsonLines(digests.map((digest) => accountOf(digest)));

/** Keeps an archive, if it is at rest, with what was kept of it before. */
async function keep(
  root: string,
  store: Store,
  { digests, added, reading, seen, spoken }: After,
  [rest, index, again]: readonly [rest: Rest, index: KeyIndex, again: Concerned['again']],
): Promise<void> {
  // One of several documents may be read otherwise once its papers are accounted for.
  const files = new Set(added.map(({ file }) => file));
  if (files.size < added.length || added.some(({ part }) => part !== undefined)) return;
  if (!(await areAccounted(root, digests))) return;
  const plan = again(reading);
  if (!isAtRest(plan, reading)) return;
  for (const { file, capture, hash: own } of added) seen.noteHash(file, capture ?? own);
  const aliases = reading.entries.flatMap(({ entry }) => entry.data.aliases ?? []);
  addTo(index, reading.entries, plan);
  store.put(keptRest, '', stateOf(seen, spoken), {
    digests: digests.map((digest) => {
      const { name, file, part, hash: own, capture } = digest;
      return { name, file, part, hash: own, capture, account: accountOf(digest) };
    }),
    aliases: [...new Set([...rest.aliases, ...aliases])],
    parts: index.keep(),
  });
}
