/** The archive's own words, from which slips of the pen are mended. Pure data. */

/** A word of the archive. */
export interface VocabularyWord {
  /** Folded (`../words.ts`). */
  readonly word: string;
  /** Papers that hold it. */
  readonly papers: number;
  /** Papers that hold it in their title. */
  readonly titles: number;
  /** Other names of what it stands for, or of phrases that begin with it. */
  readonly names: readonly OtherName[];
}

/** Another name of a phrase. */
export interface OtherName {
  /** The phrase's words, the vocabulary's own word first: `reinforcement learning from human feedback`, or `rlhf`. */
  readonly phrase: string;
  readonly other: string;
}

/** Where the parts of the vocabulary are. */
export interface VocabularyPlan {
  /** Papers of the archive. */
  readonly papers: number;
  /** Parts by how words begin, then by how they end. */
  readonly beginnings: readonly PartAddress[];
  readonly endings: readonly PartAddress[];
}

export interface PartAddress {
  /** The first key in the part (`keys.ts`); the next part's first key ends it. */
  readonly from: string;
  /** Name of its file, made from what it holds. */
  readonly name: string;
}
