/** The archive before digests are taken in: as a whole, or what is kept of it at rest. */
import type { Dialect } from '../digest/dialect.ts';
import { titleKey } from '../digest/identity.ts';
import { areAccounted, findAtRest, keepAtRest, type After } from '../entries/at-rest.ts';
import type { ReadDigest } from '../entries/captures.ts';
import { planFor, readDigests, readEntries, type EntriesReading } from '../entries/files.ts';
import type { StoredEntry } from '../entries/model.ts';
import type { Records } from '../entries/records/apply.ts';
import { readRecords } from '../entries/records/files.ts';
import { Seen } from '../entries/seen.ts';
import type { SyncPlan } from '../entries/sync.ts';
import { Outdated } from '../entries/unopened.ts';
import type { Store } from '../store/store.ts';
import type { IdsOf } from './accept.ts';
import type { TitlesBefore } from './report.ts';

/** What is planned for new digests. */
interface Planned {
  readonly plan: SyncPlan;
  /** The entries that the plan is about, as they are. */
  readonly stored: EntriesReading;
  readonly before: TitlesBefore;
  /** Keeps the archive for the next time, if it is at rest then. */
  readonly keep: (after: Pick<After, 'digests' | 'added' | 'reading'>) => Promise<void>;
}

/** The archive before. */
export interface Archive {
  readonly digests: readonly ReadDigest[];
  readonly dialect: Dialect;
  readonly records: Records;
  /** All entries; none where they are not known. */
  readonly entries: readonly StoredEntry[];
  readonly idsOf: IdsOf;
  /** What was read, and is to be written. */
  readonly seen: Seen;
  /** All digests, where those of the archive are not known. */
  readonly again?: () => Promise<readonly ReadDigest[]>;
  /**
   * @param accepted new digests, and those of them that were there already
   * @throws Outdated if the archive is to be read as a whole
   */
  plan(added: readonly ReadDigest[], known: boolean): Promise<Planned>;
}

/** Finds the arXiv ids of papers: their own, or what the archive knows of papers of the same title. */
const idsBy =
  (arxivOf: (title: string) => string | undefined): IdsOf =>
  ({ title, facts }) => {
    const id = facts.arxiv ?? arxivOf(title);
    return id === undefined ? [] : [id];
  };

/**
 * Reads the archive as a whole.
 *
 * @param onProgress called for each digest that has to be parsed
 */
export async function wholeArchive(
  root: string,
  store: Store | undefined,
  onProgress: (done: number, all: number) => void,
): Promise<Archive> {
  const seen = new Seen();
  const { digests, dialect, spoken } = await readDigests(root, { store, seen, onProgress });
  const stored = await readEntries(root, { store, seen });
  const { records } = await readRecords(root, { store });
  const { entries } = stored;
  // What is read before its papers are accounted for may be read otherwise afterwards.
  const wereAccounted = await areAccounted(root, digests);
  const byTitle = new Map<string, string>();
  for (const { data } of records.values()) {
    if (data.arxiv !== undefined) byTitle.set(titleKey(data.entry), data.arxiv);
  }
  for (const { entry } of entries) {
    if (entry.data.arxiv !== undefined) byTitle.set(titleKey(entry.data.title), entry.data.arxiv);
  }
  return {
    digests,
    dialect,
    records,
    entries,
    seen,
    idsOf: idsBy((title) => byTitle.get(titleKey(title))),
    plan(added) {
      const plan = planFor([...digests, ...added], stored, records, store);
      const titles = entries.map(({ entry: { id, data } }) => ({ id, title: data.title }));
      const keep: Planned['keep'] = async (after) => {
        if (store && records.size === 0 && wereAccounted)
          await keepAtRest(root, store, { ...after, seen, spoken }, plan);
      };
      return Promise.resolve({ plan, stored, before: { titles }, keep });
    },
  };
}

/** The archive as it is kept at rest, if it is. */
export async function restingArchive(root: string, store: Store): Promise<Archive | undefined> {
  const seen = new Seen();
  const rest = await findAtRest(root, store, seen);
  if (!rest) return undefined;
  const { digests, dialect, spoken } = rest;
  return {
    digests,
    dialect,
    records: new Map(),
    entries: [],
    seen,
    idsOf: idsBy((title) => rest.arxivOf(title)),
    again: async () => (await readDigests(root, { store })).digests,
    async plan(added, known) {
      if (known) throw new Outdated('a digest that was there already is told of');
      const concerned = await rest.concernedBy(added);
      const { plan, stored } = concerned;
      const news = new Set(added.map(({ name }) => name.id));
      const fresh = plan.placements.filter(
        ({ digest, key }) => key === undefined && news.has(digest),
      );
      const before = rest.titlesLike(
        fresh.map(({ paper }) => paper.title),
        concerned,
      );
      const keep: Planned['keep'] = (after) => rest.keep({ ...after, seen, spoken }, concerned);
      return { plan, stored, before, keep };
    },
  };
}
