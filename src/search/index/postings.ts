/**
 * Which papers hold a word, and how: a list packed as bytes.
 *
 * A posting is the step from the paper before (a variable-length number of seven bits a byte), a byte that says how
 * much the word counts there and in which fields it stands, and for a title a byte with its length.
 */
import { ByteReader, writeNumber } from './bytes.ts';

/** A word in a paper. */
export interface Posting {
  /** The paper's ordinal. */
  readonly paper: number;
  /** How much it says of the paper's text, 0 (it stands in other fields alone) to 15 (`textWeight`). */
  readonly weight: number;
  readonly title: boolean;
  /** In the name before the title's colon. */
  readonly name: boolean;
  readonly author: boolean;
  readonly note: boolean;
  /** Distinct telling words of the title and of the name, if it stands there; up to 63 and 3. */
  readonly titleLength: number;
  readonly nameLength: number;
}

const bit = { title: 16, name: 32, author: 64, note: 128 } as const;

/** The highest weight. */
export const mostWeight = 15;

/**
 * BM25's k1 and b (Robertson & Zaragoza, "The probabilistic relevance framework: BM25 and beyond", 2009). Abstracts
 * are of much the same length, so that b is small; measured by `npm run bench -- search`.
 */
const saturation = 1.2;
const lengthShare = 0.3;
/** Words of an abstract, about. Fixed, so that a paper's weights do not change with the papers beside it. */
const usualLength = 180;

/**
 * How much a word says of a text: BM25's term frequency, in sixteenths of the most there can be.
 *
 * @param count how often it stands there
 * @param length words of the text
 * @returns 0 to 15
 */
export function textWeight(count: number, length: number): number {
  if (count === 0) return 0;
  const long = 1 - lengthShare + (lengthShare * length) / usualLength;
  return Math.max(1, Math.round((mostWeight * count) / (count + saturation * long)));
}

/** How a word counts that stands once in a text of usual length. */
export const mention: Omit<Posting, 'paper'> = {
  weight: textWeight(1, usualLength),
  title: false,
  name: false,
  author: false,
  note: false,
  titleLength: 0,
  nameLength: 0,
};

/**
 * Adds a posting to a packed list.
 *
 * @param before the paper of the posting before; of the first, the ordinal from which its step is counted
 */
export function addPosting(bytes: number[], posting: Posting, before: number): void {
  const { paper, weight, title, name, author, note, titleLength, nameLength } = posting;
  writeNumber(bytes, paper - before);
  bytes.push(
    weight |
      (title ? bit.title : 0) |
      (name ? bit.name : 0) |
      (author ? bit.author : 0) |
      (note ? bit.note : 0),
  );
  if (title) bytes.push(Math.min(titleLength, 63) | (Math.min(nameLength, 3) << 6));
}

/** Unpacks a list. @param first as it was packed */
export function* unpackPostings(bytes: Uint8Array, first: number): Generator<Posting> {
  const reader = new ByteReader(bytes);
  let paper = first;
  while (!reader.done) {
    paper += reader.number();
    const head = reader.byte();
    const lengths = (head & bit.title) === 0 ? 0 : reader.byte();
    yield {
      paper,
      weight: head & mostWeight,
      title: (head & bit.title) !== 0,
      name: (head & bit.name) !== 0,
      author: (head & bit.author) !== 0,
      note: (head & bit.note) !== 0,
      titleLength: lengths & 63,
      nameLength: lengths >> 6,
    };
  }
}
