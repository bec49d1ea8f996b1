/** The papers of an archive in the order in which they came, and what their content is known by. */
import { hash } from 'node:crypto';
import { steadyPart } from '../segments.ts';
import type { SimilarityDocument } from './similarity.ts';

/** Lengths tell where one part ends: no two papers give the same text. The abstract may have to be fetched: not in vain. */
function digestOf(paper: SimilarityDocument): string {
  const { wording, title } = paper;
  const content = wording ?? hash('sha256', title + paper.text);
  return `${title.length} ${content}`;
}

export class PaperRow {
  readonly size: number;
  /** Papers, from the first on, by which all are weighed. */
  readonly steady: number;
  readonly #documents: readonly SimilarityDocument[];
  readonly #digests: readonly string[];

  /** @param documents newest first, as an archive has them */
  constructor(documents: readonly SimilarityDocument[]) {
    this.#documents = documents.toReversed();
    this.#digests = this.#documents.map(digestOf);
    this.size = documents.length;
    this.steady = steadyPart(this.size);
  }

  /** The paper at a place in the row, the oldest at 0. */
  at(place: number): SimilarityDocument | undefined {
    return this.#documents[place];
  }

  /** Papers from one on up to, not including, another. */
  slice(start: number, end: number): readonly SimilarityDocument[] {
    return this.#documents.slice(start, end);
  }

  /**
   * Changes when anything does of what holds for the papers up to one: themselves, their order, and the steady part.
   *
   * @param end at least `steady`; not counted itself
   */
  keyOf(end: number): string {
    return hash('sha256', `${this.steady}\0${this.#digests.slice(0, end).join('\0')}`);
  }
}
