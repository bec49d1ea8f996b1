/** Something that answers queries. */
export interface Found {
  /** Ids of the first ten papers, best first. */
  readonly ids: readonly string[];
  readonly milliseconds: number;
}

export interface Engine {
  readonly name: string;
  /** @throws {Unanswered} if it fails to answer, but will answer others */
  search(typed: string): Promise<Found>;
}

/** A query without an answer, which is not the same as one that finds nothing. */
export class Unanswered extends Error {
  constructor(typed: string, options?: ErrorOptions) {
    super(`No answer to ${JSON.stringify(typed)}.`, options);
  }
}

/** Results looked at. */
export const depth = 10;
