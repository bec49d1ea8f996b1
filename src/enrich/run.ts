/** One run of enrich: the stages an entry goes through, and what is decided about it. */
import { isProvisional } from '../digest/provisional.ts';
import { writeRecord } from '../entries/records/files.ts';
import type { AnswerCache } from './cache.ts';
import { ArxivClient, type ClientOptions } from './client.ts';
import { judgeById, judgeByTitle, type KnownPaper, type Verdict } from './judge.ts';
import { Lookup, type Found, type Question } from './lookup.ts';
import { nearQueryOf, phraseOf, titlesAtOnce } from './query.ts';
import type { StoredRecord } from '../entries/records/parse.ts';
import { serialiseRecord } from '../entries/records/serialise.ts';
import { sourceOf, type ArxivRecord } from '../entries/records/record.ts';
import {
  describeCandidate,
  type DoubtfulPaper,
  type LeftPaper,
  type TakenPaper,
} from './report.ts';
import { withRecord, type Records } from '../entries/records/apply.ts';
import type { StoredEntry } from '../entries/model.ts';

export interface EnrichOptions {
  /** Ids of entries; none: all that have no record yet. */
  readonly ids: readonly string[];
  readonly dryRun: boolean;
  /** Take what the cache holds and ask nobody. */
  readonly offline: boolean;
  /** Ask again whatever the cache holds, also about entries that have a record. */
  readonly refresh?: boolean;
  /** Ask arXiv about this many entries at most. */
  readonly limit: number;
  readonly client: Omit<ClientOptions, 'signal'>;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: EnrichProgress) => void;
}

export interface EnrichProgress {
  readonly done: number;
  readonly all: number;
  /** Milliseconds that the requests still to be made will take, as far as they are known. */
  readonly left: number;
}

/** An entry on its way through the stages: by id, or by title and then by a near title. */
interface Item {
  readonly stored: StoredEntry;
  readonly question: Question;
  /** What an earlier stage has found. */
  readonly records: readonly ArxivRecord[];
  readonly complete: boolean;
}

/** Questions in a row that arXiv may leave unanswered, each tried several times, before the run ends. */
const patience = 2;

const knownOf = ({ entry: { data, body } }: StoredEntry): KnownPaper => ({
  title: data.title,
  abstract: body,
});

function firstQuestion({ entry }: StoredEntry, records: Records): Question | undefined {
  const { title, arxiv } = withRecord(entry, records).data;
  if (arxiv !== undefined) return { kind: 'id', query: arxiv, title };
  const query = phraseOf(title);
  return query === undefined || isProvisional(title) ? undefined : { kind: 'title', query, title };
}

/** One run. */
export class Run {
  readonly #root: string;
  readonly #options: EnrichOptions;
  readonly #lookup: Lookup;
  readonly #client: ArxivClient;
  /** Which entry has an arXiv id: it can belong to one alone. */
  readonly #owners = new Map<string, string>();
  readonly #today = new Date().toISOString().slice(0, 10);
  readonly taken: TakenPaper[] = [];
  readonly doubtful: DoubtfulPaper[] = [];
  readonly absent: { entry: string; title: string }[] = [];
  readonly left: LeftPaper[] = [];
  readonly #asked = new Set<string>();
  readonly #begun = Date.now();
  #silences = 0;
  #all = 0;
  #failed = false;

  constructor(root: string, options: EnrichOptions, cache: AnswerCache, last: number) {
    this.#root = root;
    this.#options = options;
    this.#client = new ArxivClient({ ...options.client, signal: options.signal }, last);
    this.#lookup = new Lookup(cache, this.#client);
  }

  get failed(): boolean {
    return this.#failed;
  }

  get requests(): number {
    return this.#client.requests;
  }

  async go(
    entries: readonly StoredEntry[],
    chosen: readonly StoredEntry[],
    records: Records,
  ): Promise<void> {
    for (const { entry } of entries) {
      const { arxiv } = withRecord(entry, records).data;
      if (arxiv !== undefined && !this.#owners.has(arxiv)) this.#owners.set(arxiv, entry.id);
    }
    this.#all = chosen.length;
    const items: Item[] = [];
    for (const stored of chosen) {
      const question = firstQuestion(stored, records);
      if (question) items.push({ stored, question, records: [], complete: true });
      else if (isProvisional(stored.entry.data.title)) {
        this.#leave(stored, 'neither its arXiv id nor its title is known');
      } else this.#decide(stored, { kind: 'absent' });
    }
    const titles = items.filter(({ question }) => question.kind === 'title');
    await this.#stage('id', items, Math.ceil(titles.length / titlesAtOnce));
    const second = await this.#stage('title', titles);
    await this.#stage('near', second);
  }

  /**
   * Looks up the items of one kind; returns those that go on to the next stage.
   *
   * @param later requests that later stages will need
   */
  async #stage(kind: Question['kind'], items: readonly Item[], later = 0): Promise<Item[]> {
    const next: Item[] = [];
    const pending: Item[] = [];
    for (const item of items.filter(({ question }) => question.kind === kind)) {
      const { offline, refresh = false } = this.#options;
      const answer = refresh ? undefined : await this.#lookup.known(item, offline);
      if (answer) next.push(...(await this.#settle(item, { kind: 'answer', answer })));
      else if (this.#mayAsk(item)) pending.push(item);
    }
    const batches = this.#lookup.batches(kind, pending);
    for (const [at, batch] of batches.entries()) {
      this.#tell(batches.length - at + later);
      const stopped = this.#whyStopped();
      if (stopped !== undefined) {
        for (const item of batch) this.#leave(item.stored, stopped);
        continue;
      }
      for (const [item, found] of await this.#askAbout(kind, batch)) {
        next.push(...(await this.#settle(item, found)));
      }
    }
    this.#tell(later);
    return next;
  }

  async #askAbout(
    kind: Question['kind'],
    batch: readonly Item[],
  ): Promise<(readonly [Item, Found])[]> {
    try {
      const results = await this.#lookup.ask(kind, batch);
      const silent = results.every(([, { kind: found }]) => found === 'silent');
      const later = results.some(([, found]) => found.kind === 'silent' && found.later);
      if (later) this.#silences = patience;
      else this.#silences = silent ? this.#silences + 1 : 0;
      return results;
    } catch (error) {
      if (!this.#options.signal?.aborted) throw error;
      return batch.map((item) => [item, { kind: 'silent', why: 'interrupted' }]);
    }
  }

  #whyStopped(): string | undefined {
    if (this.#options.signal?.aborted) return 'interrupted';
    return this.#silences >= patience ? 'arXiv does not answer' : undefined;
  }

  #mayAsk({ stored }: Item): boolean {
    const { id } = stored.entry;
    const { offline, limit } = this.#options;
    if (offline) this.#leave(stored, 'not in the cache');
    else if (this.#asked.size >= limit && !this.#asked.has(id)) {
      this.#leave(stored, 'over the limit');
    } else {
      this.#asked.add(id);
      return true;
    }
    return false;
  }

  /** Decides on an item by what was found; or sends it on to the next stage. */
  async #settle(item: Item, found: Found): Promise<Item[]> {
    const { stored, question } = item;
    if (found.kind === 'silent') {
      this.#failed ||= !this.#options.signal?.aborted;
      this.#leave(stored, found.why);
      return [];
    }
    if (found.kind === 'refused') {
      const why = `arXiv refuses the question: ${found.why}`;
      this.#decide(stored, { kind: 'doubtful', why, candidates: [] });
      return [];
    }
    const paper = knownOf(stored);
    const { records, complete } = found.answer;
    if (question.kind === 'id') {
      await this.#conclude(stored, judgeById(paper, records[0]));
      return [];
    }
    const all = [...item.records, ...records];
    const verdict = judgeByTitle(paper, all, item.complete && complete);
    const again = question.kind === 'title' ? this.#nearQuestion(question, verdict) : undefined;
    if (again) return [{ stored, question: again, records: all, complete }];
    await this.#conclude(stored, verdict);
    return [];
  }

  /**
   * Whether to look for a near title: a paper that has been given a new one is found by some of its words
   * only. Near titles have to wait in any case until all equal ones are settled.
   */
  #nearQuestion({ query, title }: Question, verdict: Verdict): Question | undefined {
    const near = nearQueryOf(title);
    if (verdict.kind === 'absent')
      return near === undefined ? near : { kind: 'near', query: near, title };
    const waits = verdict.kind === 'taken' && verdict.candidate.title !== 'equal';
    return waits ? { kind: 'near', query: near ?? query, title } : undefined;
  }

  async #conclude(stored: StoredEntry, verdict: Verdict): Promise<void> {
    const { id, data } = stored.entry;
    if (verdict.kind !== 'taken') return this.#decide(stored, verdict);
    const { candidate, by } = verdict;
    const { record } = candidate;
    const owner = this.#owners.get(record.arxiv);
    if (owner !== undefined && owner !== id) {
      const why = `the entry ${owner} is this paper already`;
      return this.#decide(stored, { kind: 'doubtful', why, candidates: [candidate] });
    }
    this.#owners.set(record.arxiv, id);
    const occasion = { of: data, by, retrieved: this.#today };
    const enrichment = {
      stored,
      make: (before: StoredRecord | undefined) => serialiseRecord(record, occasion, before?.data),
    };
    const written = await writeRecord(this.#root, enrichment, !this.#options.dryRun);
    if (!written.ok) {
      this.#failed = true;
      return this.#leave(stored, written.why);
    }
    const { fields } = written;
    const { withdrawn } = record;
    this.taken.push({
      entry: id,
      source: sourceOf(record),
      title: data.title,
      by,
      fields,
      withdrawn,
    });
  }

  #decide({ entry }: StoredEntry, verdict: Exclude<Verdict, { kind: 'taken' }>): void {
    const paper = { entry: entry.id, title: entry.data.title };
    if (verdict.kind === 'absent') this.absent.push(paper);
    else {
      const candidates = verdict.candidates.map(describeCandidate);
      this.doubtful.push({ ...paper, why: verdict.why, candidates });
    }
  }

  #leave({ entry }: StoredEntry, why: string): void {
    this.left.push({ entry: entry.id, title: entry.data.title, why });
  }

  #tell(batches: number): void {
    const done = this.taken.length + this.doubtful.length + this.absent.length + this.left.length;
    const perRequest = (Date.now() - this.#begun) / Math.max(this.requests, 1);
    const left = batches * Math.max(perRequest, this.#options.client.interval);
    this.#options.onProgress?.({ done, all: this.#all, left });
  }
}
