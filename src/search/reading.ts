/** A query, understood and scored: its words looked up, every paper of the archive weighed. */
import type { SearchState } from './address.ts';
import { SearchError } from './answer.ts';
import {
  findRelated,
  findsLittle,
  holdHalf,
  mayBeOther,
  relatedWords,
  withoutSlips,
  type Related,
} from './associations/related.ts';
import { asTyped } from './correct.ts';
import type { Facet } from './facets.ts';
import { isOfText } from './fields.ts';
import { hintsIn, type Hint } from './filter-values.ts';
import { asWords, type Query } from './grammar.ts';
import { mention } from './index/postings.ts';
import { columnsOf, valuesIn, type Opened } from './opened.ts';
import { oncePer } from '../once.ts';
import { scorePapers, type HeldOption, type HeldTerm, type Scores } from './score.ts';
import { words } from './searched-words.ts';
import { findPapers, type Columns, type Found } from './selection.ts';
import { continued, mostTerms, plainTerm, resolve, type Term } from './terms.ts';

/** So few papers hold every word that the last one may not be finished. */
const few = 3;

/** What may be named in words, without an operator. */
const hintFacets: readonly Facet[] = ['venue', 'year'];

/** A query, understood and scored. */
export interface Read {
  readonly query: Query;
  readonly terms: readonly Term[];
  /** The papers that phrases and fields let through; undefined if all. */
  readonly allowed: ReadonlySet<number> | undefined;
  readonly scores: Scores;
  readonly found: Found;
  /** Papers that were named outright, in order: the first of those found. */
  readonly named: readonly number[];
  /** Where the query's own words find little. */
  readonly related?: Related;
  /** Phrases and fields found nothing, and were taken for words. */
  readonly loosened: boolean;
}

/** The words of a query as they were typed. */
export const namesOf = (terms: readonly Term[], query: string): string[] =>
  asTyped(
    query,
    terms.map(({ typed }) => typed),
  );

/** The terms that papers are scored by: asides only where there is nothing else. */
function telling(terms: readonly Term[], { clauses }: Query): readonly Term[] {
  const said = terms.filter(({ aside }) => !aside);
  return said.length > 0 || clauses.length > 0 ? said : terms;
}

/** The words of phrases and fields, by which papers are ordered as well. */
export const clauseWords = ({ clauses }: Query): string[] =>
  clauses
    .flat()
    .flatMap(({ field, text }) => (isOfText(field) ? words(text).map(({ whole }) => whole) : []));

/** A venue or year that is named in words stands in no text: the papers that have it hold its words. */
function hinted(
  { typed }: Term,
  query: Query,
  hints: readonly Hint[],
  columns: Columns,
): HeldOption[] {
  const place = query.words.findIndex(({ whole }) => whole === typed);
  return hints
    .filter(({ at, count }) => place >= at && place < at + count)
    .map(({ facet, values }) => {
      const papers = values.flatMap((value) => columns[facet]?.get(value) ?? []);
      const postings = papers.map((paper) => ({ ...mention, paper }));
      return { weight: 1, words: [{ word: typed, forms: [{ word: typed, postings }] }] };
    });
}

/** Scores all papers by the words of a query, those of its phrases and fields among them. */
async function scoresOf(query: Query, terms: readonly Term[], { index }: Opened): Promise<Scores> {
  const held = async ({ options }: Term, required: boolean): Promise<HeldTerm> => ({
    required,
    options: await Promise.all(
      options.map(async ({ word, weight }) => ({
        weight,
        words: await Promise.all(
          word.split(' ').map(async (part) => ({ word: part, forms: await index.forms(part) })),
        ),
      })),
    ),
  });
  const hinting = columnsOf(index, hintFacets).then((columns) => ({
    columns,
    hints: hintsIn(query.words, valuesIn(columns)),
  }));
  const inClauses = clauseWords(query).slice(0, Math.max(0, mostTerms - terms.length));
  const all = await Promise.all([
    ...terms.map(async (term) => {
      const [own, { columns, hints }] = await Promise.all([held(term, true), hinting]);
      return { ...own, options: [...own.options, ...hinted(term, query, hints, columns)] };
    }),
    ...inClauses.map((word) => held(plainTerm(word), false)),
  ]);
  return scorePapers(all, index.papers);
}

/** The papers that phrases and fields let through. */
async function allowedBy(
  { clauses, without }: Query,
  opened: Opened,
): Promise<ReadonlySet<number> | undefined> {
  let papers: ReadonlySet<number> | undefined;
  for (const group of clauses) {
    const sets = await Promise.all(group.map((clause) => opened.clauses.holding(clause)));
    const found = new Set(sets.flatMap((set) => [...set]));
    papers = papers === undefined ? found : papers.intersection(found);
  }
  for (const clause of without) {
    papers ??= new Set(Array(opened.index.papers).keys());
    papers = papers.difference(await opened.clauses.holding(clause));
  }
  return papers;
}

/** A word is no slip for one that stands in no paper beside another word of the query: `corona virus` is not `coronal virus`. */
function withoutLoneGuesses({ terms, scores }: Read): readonly Term[] {
  const others = terms.flatMap(({ mended, options }, at) =>
    mended || options.length === 0 ? [] : [1 << at],
  );
  if (others.length === 0) return terms;
  const known = others.reduce((bits, bit) => bits | bit);
  const lone = terms.filter(
    ({ mended }, at) =>
      mended && !scores.held.some((bits) => (bits & (1 << at)) !== 0 && (bits & known) !== 0),
  );
  return lone.length === 0
    ? terms
    : terms.map((term) => (lone.includes(term) ? { ...term, mended: false, options: [] } : term));
}

/**
 * Adds the papers that hold words which go with the query's, where these find little. Whether they can be loaded or not,
 * there is an answer.
 */
async function addRelated(typed: string, read: Read, opened: Opened): Promise<Read> {
  const { index } = opened;
  const { associated } = opened.connection;
  if (!associated || !findsLittle(typed, read.scores, read.found)) return read;
  try {
    const names = namesOf(read.terms, typed);
    const known = read.terms.map((term, at) =>
      term.unfinished || !mayBeOther(names[at] ?? '') ? undefined : term.typed,
    );
    const words = await relatedWords(known, read.scores.weights, associated);
    if (words.length === 0) return read;
    const meant = withoutSlips(read.terms, words);
    const { allowed } = read;
    const same = meant.every((term, at) => term === read.terms[at]);
    const scores = same ? read.scores : await scoresOf(read.query, meant, opened);
    const found = same ? read.found : findPapers(scores, allowed);
    const held = await Promise.all(
      words.map(async (word) => ({ ...word, forms: await index.formsOfStem(word.stem) })),
    );
    const related = findRelated(scores, held, found, (paper) => allowed?.has(paper) !== false);
    const partial = holdHalf(scores, found.partial);
    return { ...read, terms: meant, scores, found: { ...found, partial }, related };
  } catch (cause) {
    if (cause instanceof SearchError && cause.failure !== 'replaced') return read;
    throw cause;
  }
}

/**
 * Reads a query.
 *
 * @param isTyped whether it was typed, not taken from what was pasted
 */
export async function readQuery(
  { query: asked, verbatim }: SearchState,
  typed: Query,
  isTyped: boolean,
  opened: Opened,
): Promise<Read> {
  const withRelated = (own: Read): Promise<Read> | Read =>
    isTyped && !verbatim ? addRelated(asked, own, opened) : own;
  const { vocabulary } = opened.connection;
  // A query is read in several ways, and what its phrases and fields let through is the same in all.
  const allowedOnce = oncePer((query: Query) => allowedBy(query, opened));
  const read = async (query: Query, terms: readonly Term[]): Promise<Read> => {
    const scores = await scoresOf(query, terms, opened);
    const allowed = await allowedOnce(query);
    return {
      query,
      terms,
      allowed,
      scores,
      found: findPapers(scores, allowed),
      named: [],
      loosened: false,
    };
  };
  // Loaded while the words are looked up, not after: over a slow line, each step is a wait.
  columnsOf(opened.index, hintFacets).catch(() => undefined);
  const looked = telling(await resolve(typed.words, vocabulary, verbatim), typed);
  const guessed = await read(typed, looked);
  const terms = withoutLoneGuesses(guessed);
  const first = terms === looked ? guessed : await read(typed, terms);
  const { whole, partial } = first.found;
  if (typed.clauses.length > 0 && whole.length + partial.length === 0) {
    const other = await withRelated(first);
    if (other.related && other.related.papers.length > 0) return other;
    const bare = asWords(typed);
    const loose = await read(bare, telling(await resolve(bare.words, vocabulary, true), bare));
    return withRelated({ ...loose, loosened: true });
  }
  if (verbatim || whole.length >= few) return withRelated(first);
  const open = await continued(terms, vocabulary);
  if (open === terms) return withRelated(first);
  const second = await read(typed, open);
  return withRelated(second.found.whole.length > whole.length ? second : first);
}
