/** Which papers are alike. Pure data. */

/** What is read of a paper: plain text. */
export interface SimilarityDocument {
  readonly id: string;
  /** Changes when title or text does; worked out of them where it is absent. */
  readonly wording?: string;
  readonly title: string;
  /** The abstract; may be empty. */
  readonly text: string;
}

/** The nearest papers of each paper, by place in the list they were found for. */
export interface Nearest {
  /** Neighbours kept of each paper. */
  readonly k: number;
  /** `k` places a paper, nearest first; -1 where there are no more. */
  readonly places: Int32Array;
  /** Cosine of each, 0 to 1. */
  readonly similarities: Float32Array;
}

/** What related papers are of an archive, by place in the list they were found for. */
export interface Similarity {
  /** Neighbours, the same paper under another title among them, that hold while papers are added: what a map can be drawn by that stays. */
  readonly settled: Settled;
  /** Related papers of the paper at a place, nearest first. */
  related(place: number): Relation[];
}

/**
 * Neighbours of papers in the order in which these came, the oldest paper at 0: of those of the steady part among
 * themselves, of each later one among those before it.
 */
export interface Settled extends Nearest {
  /** Papers of the steady part. */
  readonly steady: number;
}

/** A related paper, by place. */
export interface Relation {
  readonly place: number;
  /** Cosine, 0 to 1. */
  readonly similarity: number;
  /** What both papers speak of, as a reader writes it, heaviest first; three at most. */
  readonly terms: readonly string[];
}
