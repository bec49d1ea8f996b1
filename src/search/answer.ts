/** What a search answers. */
import type { AssociatedWords } from './associations/associated.ts';
import type { Counts } from './selection.ts';
import { noFilters, type Facet, type Filters } from './facets.ts';
import type { AskPagefind } from './clauses.ts';
import type { RankedIndex } from './index/ranked-index.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

/** A stretch of text, marked if it matched. */
export interface Part {
  readonly text: string;
  readonly mark: boolean;
}

/** A paper that was found. */
export interface Hit {
  readonly id: string;
  readonly title: string;
  readonly titleParts: readonly Part[];
  readonly passage: readonly Part[];
  /** The passage is of the owner's note, not of the abstract. */
  readonly noted?: true;
  /** ISO date of the first listing; empty if there is none. */
  readonly date: string;
  /** Ids. */
  readonly topics: readonly string[];
  /** Authors in a line; empty if none is known. */
  readonly by: string;
  /** When and where it came out, and the like, as `writeFacts` has it; empty if nothing is known. */
  readonly facts: string;
  /** Words of the query, as typed, that the paper lacks; absent if it holds all. */
  readonly lacks?: readonly string[];
  /** Words that stand in the paper for words of the query which it lacks, by association. */
  readonly related?: readonly Synonym[];
}

/** Something pasted that names one paper: an id, an address, a BibTeX key, a reference. */
export interface Pasted {
  /** As pasted, to be shown; of a reference, the title. */
  readonly text: string;
  readonly kind: 'id' | 'reference';
  /** Whether the paper is in this archive. */
  readonly here: boolean;
  /** It is not found, but of most papers the archive knows no identifier. */
  readonly unsure?: true;
}

/** What was searched for instead of what was typed. */
export interface Correction {
  /** The query that was answered; to be typed as it stands. */
  readonly query: string;
  /** The same for readers, what was changed marked. */
  readonly parts: readonly Part[];
}

/** Another reading of something in the query, that was searched for as well. */
export interface Synonym {
  readonly typed: string;
  readonly also: string;
}

export interface Answer {
  /** What narrowed it, as the archive has it: what was chosen, and what operators of the query ask for. */
  readonly filters: Filters;
  /** Results in all. */
  readonly total: number;
  /** Of these, how many hold everything that was asked for, if not all do: they come first. */
  readonly whole?: number;
  /** What was pasted that names papers, in order. */
  readonly pasted?: readonly Pasted[];
  /** No paper holds what was asked for: its phrases and fields were taken for words, or not every word is held. */
  readonly loosened?: 'phrase' | 'words';
  /** Absent if what was typed was searched for. */
  readonly correction?: Correction;
  readonly synonyms: readonly Synonym[];
  /** Words and phrases to mark on a paper's page: as searched, without case. */
  readonly words: readonly string[];
  /** Value of each facet → papers of this query that choosing it would show or add. Loads what it needs. */
  counts(facets: readonly Facet[]): Promise<Readonly<Partial<Record<Facet, Counts>>>>;
  /** Loads results up to the given number, from the first on. */
  hits(count: number): Promise<readonly Hit[]>;
}

/** A connection to one edition of the index. What cannot be loaded is a {@link SearchError}. */
export interface Connection {
  readonly index: RankedIndex;
  readonly vocabulary: Vocabulary;
  /** Absent where papers are found by their own words alone: among suggestions, which have room for few. */
  readonly associated?: AssociatedWords;
  /** The text of a paper, unpacked, by the name of its file. */
  text(name: string): Promise<string>;
  /** Asks Pagefind's own index, which knows where words stand. */
  askPagefind: AskPagefind;
}

/** `missing`: there is no index; `unreachable`: it could not be loaded; `replaced`: a newer one took its place. */
export type SearchFailure = 'missing' | 'unreachable' | 'replaced';

export class SearchError extends Error {
  readonly failure: SearchFailure;
  constructor(failure: SearchFailure, options?: ErrorOptions) {
    super(`The search index is ${failure}.`, options);
    this.name = 'SearchError';
    this.failure = failure;
  }
}

/** The answer to punctuation alone. */
export const nothing: Answer = {
  total: 0,
  filters: noFilters,
  synonyms: [],
  words: [],
  counts: () => Promise.resolve({}),
  hits: () => Promise.resolve([]),
};
