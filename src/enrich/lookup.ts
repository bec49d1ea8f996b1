/** Finds papers: in the cache first, and what is not there by asking arXiv, many at a time. */
import type { AnswerCache, KeptAnswer } from './cache.ts';
import type { ArxivClient, Reply } from './client.ts';
import { titleRelation } from '../digest/likeness.ts';
import {
  askForIds,
  askForNear,
  askForPhrases,
  idsAtOnce,
  isDistinctive,
  knownId,
  titlesAtOnce,
} from './query.ts';
import type { ArxivRecord } from '../entries/records/record.ts';

/** One thing to look up: by an id, by a title's words, or by some of them. */
export interface Question {
  readonly kind: 'id' | 'title' | 'near';
  /** The id, or the search; see query.ts. */
  readonly query: string;
  /** The entry's title. */
  readonly title: string;
}

/** What became of a question. */
export type Found =
  { readonly kind: 'answer'; readonly answer: KeptAnswer } | Exclude<Reply, { kind: 'feed' }>;

/** An item that has a question. */
export interface Asking {
  readonly question: Question;
}

/** Of what a search finds, only what is like the title is kept: the answer is for this title alone. */
const keyOf = ({ kind, query, title }: Question): string =>
  kind === 'id' ? `id ${query}` : `${kind} ${query} for ${title}`;

const failed = <Item>(items: readonly Item[], reply: Exclude<Reply, { kind: 'feed' }>) =>
  items.map((item) => [item, reply] as const);

/** Milliseconds for which arXiv counts as able to answer after it has sent a paper. */
const proofHolds = 60_000;

const down: Reply = { kind: 'silent', why: 'arXiv answers, but knows no paper at all' };

export class Lookup {
  readonly #cache: AnswerCache;
  readonly #client: ArxivClient;

  constructor(cache: AnswerCache, client: ArxivClient) {
    this.#cache = cache;
    this.#client = client;
  }

  /**
   * What is known already.
   *
   * @param anyAge also take answers that are too old to be relied on
   */
  async known({ question }: Asking, anyAge: boolean): Promise<KeptAnswer | undefined> {
    return this.#cache.read(keyOf(question), anyAge ? undefined : Date.now());
  }

  /** Parts items of one kind into questions that arXiv is asked at once. */
  batches<Item extends Asking>(kind: Question['kind'], items: readonly Item[]): Item[][] {
    const size = kind === 'id' ? idsAtOnce : kind === 'title' ? titlesAtOnce : 1;
    const alone: Item[] = [];
    const together: Item[] = [];
    for (const item of items) {
      const common = kind === 'title' && !isDistinctive(item.question.title);
      (common ? alone : together).push(item);
    }
    const batches: Item[][] = [];
    for (let at = 0; at < together.length; at += size) batches.push(together.slice(at, at + size));
    return [...batches, ...alone.map((item) => [item])];
  }

  /** Asks arXiv about a batch and keeps what it says. */
  ask<Item extends Asking>(
    kind: Question['kind'],
    batch: readonly Item[],
  ): Promise<(readonly [Item, Found])[]> {
    return kind === 'id' ? this.#askForIds(batch) : this.#askForTitles(kind, batch);
  }

  /** When arXiv last sent a paper, in milliseconds since 1970. */
  #proven = 0;

  async #ask(question: URLSearchParams): Promise<Reply> {
    await this.#cache.noteRequest();
    const reply = await this.#client.ask(question);
    if (reply.kind !== 'feed' || reply.unreadable > 0) return reply;
    if (reply.records.length > 0) this.#proven = Date.now();
    return reply.records.length > 0 || (await this.#hasAnything()) ? reply : down;
  }

  /** Whether arXiv sends papers at all: when its index is down, it answers all questions with an empty feed. */
  async #hasAnything(): Promise<boolean> {
    if (Date.now() - this.#proven < proofHolds) return true;
    await this.#cache.noteRequest();
    const reply = await this.#client.ask(askForIds([knownId]));
    if (reply.kind === 'feed' && reply.records.length > 0) this.#proven = Date.now();
    return Date.now() - this.#proven < proofHolds;
  }

  async #keep<Item extends Asking>(
    item: Item,
    records: readonly ArxivRecord[],
    complete: boolean,
  ): Promise<readonly [Item, Found]> {
    const answer = { records, complete, asked: new Date().toISOString() };
    await this.#cache.write(keyOf(item.question), answer);
    return [item, { kind: 'answer', answer }];
  }

  async #askForIds<Item extends Asking>(
    batch: readonly Item[],
    last = false,
  ): Promise<(readonly [Item, Found])[]> {
    const reply = await this.#ask(
      askForIds([...new Set(batch.map((item) => item.question.query))]),
    );
    // One malformed id spoils the whole question: halves of it find the one.
    if (reply.kind === 'refused' && batch.length > 1) {
      const half = Math.ceil(batch.length / 2);
      return [
        ...(await this.#askForIds(batch.slice(0, half))),
        ...(await this.#askForIds(batch.slice(half))),
      ];
    }
    if (reply.kind !== 'feed') return failed(batch, reply);
    const found = new Map(reply.records.map((record) => [record.arxiv, record]));
    const results: (readonly [Item, Found])[] = [];
    const missing: Item[] = [];
    for (const item of batch) {
      const record = found.get(item.question.query);
      if (record) results.push(await this.#keep(item, [record], true));
      else if (last && reply.unreadable === 0) results.push(await this.#keep(item, [], true));
      else if (last) results.push([item, { kind: 'silent', why: 'its record cannot be read' }]);
      else missing.push(item);
    }
    // arXiv sometimes leaves papers out that it has; only who is missing twice is not there.
    return missing.length === 0 ? results : [...results, ...(await this.#askForIds(missing, true))];
  }

  async #askForTitles<Item extends Asking>(
    kind: 'title' | 'near',
    batch: readonly Item[],
  ): Promise<(readonly [Item, Found])[]> {
    const queries = batch.map(({ question }) => question.query);
    const [first = ''] = queries;
    const reply = await this.#ask(kind === 'near' ? askForNear(first) : askForPhrases(queries));
    const whole =
      reply.kind === 'feed' && reply.unreadable === 0 && reply.records.length >= reply.total;
    if (batch.length > 1 && reply.kind !== 'silent' && !whole) {
      const results: (readonly [Item, Found])[] = [];
      for (const item of batch) results.push(...(await this.#askForTitles(kind, [item])));
      return results;
    }
    if (reply.kind !== 'feed') return failed(batch, reply);
    const results: (readonly [Item, Found])[] = [];
    for (const item of batch) {
      const like = reply.records.filter(
        ({ title }) => titleRelation(item.question.title, title) !== 'different',
      );
      // A search for some of the words finds many; the best are enough.
      results.push(await this.#keep(item, like, kind === 'near' || whole));
    }
    return results;
  }
}
