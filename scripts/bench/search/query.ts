/** A query of the bench and the rule that makes it. */
import type { Random } from '../random.ts';
import type { Corpus, Indexed } from './corpus.ts';

export interface Draft {
  readonly typed: string;
  /** Ids of the papers that answer the query; the one it was made from is always among them. */
  readonly right: readonly string[];
  /** What the operators of the query ask of every paper that is shown; absent if it has none. */
  readonly honours?: (paper: Indexed) => boolean;
}

export interface Query extends Draft {
  readonly kind: string;
  /** Id of the paper the query was made from. */
  readonly from: string;
}

/** Makes a query from a paper; undefined where this kind of query would make no sense of it. */
export type Rule = (paper: Indexed, next: Random) => Draft | undefined;

export interface Kind {
  /** On the command line: `one-word`. */
  readonly name: string;
  /** In tables. */
  readonly label: string;
  /** Of queries that were written by hand: how many there are. Those apply whose paper is in the archive. */
  readonly written?: number;
  /** Gets to know the archive, once. */
  readonly rule: (corpus: Corpus) => Rule;
}
