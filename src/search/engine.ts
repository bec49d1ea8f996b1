/** Answers searches. Knows the index and the vocabulary, and no page; `browser/` shows what it finds. */
import { memoise } from '../once.ts';
import type { SearchState } from './address.ts';
import { nothing, SearchError, type Answer, type Connection, type Pasted } from './answer.ts';
import { Clauses } from './clauses.ts';
import { correctedText } from './correct.ts';
import type { Facet } from './facets.ts';
import { asksForNothing, parseQuery, type Query } from './grammar.ts';
import { resolvedFilters, type Opened, type ResolvedFilters } from './opened.ts';
import { orderPapers } from './ordering.ts';
import type { PastedQuery } from './paste/pasted.ts';
import { mayBePasted } from './paste/suspect.ts';
import { readQuery, type Read } from './reading.ts';
import { hitsOf, markedWords, synonymsOf } from './results.ts';
import { chosenPapers, countValues, type Counts } from './selection.ts';
import { textsOf } from './texts.ts';

export { pageSize } from './selection.ts';

/** Queries whose scores are kept: filters and orders are chosen after one another. */
const keptQueries = 8;

/** An index, and what was understood of the queries that it was asked. */
interface Session extends Opened {
  /** Looks a query up and scores all papers by it; remembered, for filters and orders do not change it. */
  understood(state: SearchState, typed: Query, isTyped: boolean): Promise<Read>;
}

export class SearchEngine {
  readonly #connect: () => Promise<Connection>;
  #opened: Promise<Session> | undefined;

  /** @param connect opens the index; called again after a failure */
  constructor(connect: () => Promise<Connection>) {
    this.#connect = connect;
  }

  /** Opens the index ahead of the first query. */
  async prepare(): Promise<void> {
    await this.#open();
  }

  /** Forgets the connection: the next search opens the index afresh. */
  reset(): void {
    this.#opened = undefined;
  }

  /**
   * Searches.
   *
   * @param signal gives the search up between its steps: what it asks is no longer wanted
   * @returns results by relevance, papers asked for by title first; or by date, which is also the order where
   *   there are filters alone
   * @throws {SearchError} if the index is not there or cannot be loaded; the signal's reason if it was given up
   */
  async search(state: SearchState, signal?: AbortSignal): Promise<Answer> {
    try {
      return await this.#answer(state, signal);
    } catch (cause) {
      signal?.throwIfAborted();
      this.reset();
      // Its parts are named by what they hold: one that is gone belonged to an index that was replaced since.
      if (cause instanceof SearchError && cause.failure === 'replaced') {
        return this.#answer(state, signal);
      }
      throw cause instanceof SearchError ? cause : new SearchError('unreachable', { cause });
    }
  }

  #open(): Promise<Session> {
    this.#opened ??= this.#connect().then(sessionOf);
    return this.#opened;
  }

  async #answer(state: SearchState, signal: AbortSignal | undefined): Promise<Answer> {
    const opened = await this.#open();
    signal?.throwIfAborted();
    if (state.verbatim || !mayBePasted(state.query)) {
      return this.#answerTo(state, undefined, opened, signal);
    }
    const { readPasted } = await import('./paste/pasted.ts');
    const pasted = await readPasted(state.query, opened.connection);
    signal?.throwIfAborted();
    if (pasted === undefined) return this.#answerTo(state, undefined, opened, signal);
    // The words of a key or an address are never slips.
    const verbatim = pasted.found.length > 0 && pasted.found.every(({ kind }) => kind === 'id');
    const asked = { ...state, query: pasted.query, verbatim };
    return this.#answerTo(asked, pasted, opened, signal);
  }

  /** @param pasted what the query was when it was pasted; the papers that it names stand first */
  async #answerTo(
    state: SearchState,
    pasted: PastedQuery | undefined,
    opened: Session,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    const typed = parseQuery(state.query);
    // No query is for everything, but one of punctuation alone is for nothing.
    if (state.query !== '' && asksForNothing(typed)) return nothing;
    const [understood, narrowing] = await Promise.all([
      opened.understood(state, typed, pasted === undefined),
      resolvedFilters(state, typed, opened),
    ]);
    signal?.throwIfAborted();
    const read = pasted === undefined ? understood : withNamed(understood, pasted);
    const through = letThroughBy(narrowing);
    const whole = through(read.found.whole);
    const partial = through(read.found.partial);
    signal?.throwIfAborted();
    const related = through(read.related?.papers ?? []);
    const ordered = await orderPapers({ whole, partial, related }, state, read, opened);
    const named = pasted && (await pastedHere(pasted, ordered, opened));
    const first = ordered[0] === undefined ? undefined : await opened.texts(ordered[0]);
    const correction = correctedText(state.query, read.terms, first);
    const lacksWords = whole.length === 0 && ordered.length > 0;
    const loosened = read.loosened ? 'phrase' : lacksWords ? 'words' : undefined;
    return {
      total: ordered.length,
      filters: narrowing.filters,
      ...(whole.length < ordered.length && { whole: whole.length }),
      ...(loosened && { loosened }),
      ...(correction !== undefined && { correction }),
      ...(named !== undefined && named.length > 0 && { pasted: named }),
      synonyms: await synonymsOf(read, ordered, opened),
      words: markedWords(read),
      counts: (wanted) => countsOf(wanted, read, through, opened),
      hits: (count) =>
        hitsOf(ordered.slice(0, count), state.query, read, opened).catch((cause: unknown) => {
          this.reset();
          throw cause instanceof SearchError ? cause : new SearchError('unreachable', { cause });
        }),
    };
  }
}

function sessionOf(connection: Connection): Session {
  const { index } = connection;
  const texts = textsOf(index, connection.text);
  const clauses = new Clauses(index, texts, connection.askPagefind);
  const opened = { connection, index, texts, clauses };
  const understood = memoise(
    (state: SearchState, typed: Query, isTyped: boolean) =>
      readQuery(state, typed, isTyped, opened),
    {
      keyOf: ([{ query, verbatim }, , isTyped]) => JSON.stringify([query, verbatim, isTyped]),
      most: keptQueries,
    },
  );
  return { ...opened, understood };
}

/** Leaves those of some papers that filters let through, or all but one of them. */
type Through = (papers: readonly number[], except?: Facet) => readonly number[];

const letThroughBy =
  ({ filters, columns, without }: ResolvedFilters): Through =>
  (papers, except) => {
    const chosen = chosenPapers(filters, columns, except);
    return papers.filter((paper) => chosen?.has(paper) !== false && !without.has(paper));
  };

/** How many of the papers found have each value of some facets: of each, as if nothing of it were chosen. */
async function countsOf(
  wanted: readonly Facet[],
  { found: { whole, partial }, related }: Read,
  through: Through,
  { index }: Opened,
): Promise<Partial<Record<Facet, Counts>>> {
  const papers = [...whole, ...partial, ...(related?.papers ?? [])];
  const counts: Partial<Record<Facet, Counts>> = {};
  for (const facet of wanted) {
    counts[facet] = countValues(through(papers, facet), await index.column(facet));
  }
  return counts;
}

/** What was pasted, and whether it is here: in the table, or as the first result, whose title may differ a little. */
async function pastedHere(
  { query, found, unsure }: PastedQuery,
  ordered: readonly number[],
  { texts }: Opened,
): Promise<readonly Pasted[]> {
  const { isTitle } = await import('./paste/pasted.ts');
  const [first] = ordered;
  const title = first === undefined ? '' : ((await texts(first)).meta['title'] ?? '');
  const here = found.length === 1 && query !== '' && isTitle(title, query);
  return found.map(({ text, kind, places }) => {
    const isHere = here || places.length > 0;
    return { text, kind, here: isHere, ...(unsure && !isHere && kind === 'id' && { unsure }) };
  });
}

/** Papers that were pasted stand first; where nothing else was pasted, they are all. */
function withNamed(read: Read, { query, papers }: PastedQuery): Read {
  const others = (found: readonly number[]): readonly number[] =>
    query === '' ? [] : found.filter((paper) => !papers.includes(paper));
  const { whole, partial } = read.found;
  return {
    ...read,
    named: papers,
    found: { whole: [...papers, ...others(whole)], partial: others(partial) },
  };
}
