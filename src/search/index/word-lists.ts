/** The words of some neighbouring papers with their lists of postings, packed; kept, and joined with those of others. */
import { postingsOf, type IndexedText } from './paper.ts';
import { ByteReader, writeBytes, writeNumber, writeStretch, writeText } from './bytes.ts';
import { addPosting } from './postings.ts';

/** Papers that hold a word, counted from the first of the neighbours. */
interface List {
  /** Packed (postings.ts). */
  readonly bytes: Uint8Array;
  /** The last of them. */
  readonly last: number;
}

export type WordLists = ReadonlyMap<string, List>;

/** Makes the lists of neighbours, paper by paper. */
export class ListMaker {
  readonly #lists = new Map<string, { readonly bytes: number[]; last: number }>();
  #papers = 0;

  /** Adds the words of the next paper. */
  add(text: IndexedText): void {
    for (const [word, posting] of postingsOf(text, this.#papers)) {
      let list = this.#lists.get(word);
      if (list === undefined) this.#lists.set(word, (list = { bytes: [], last: 0 }));
      addPosting(list.bytes, posting, list.last);
      list.last = this.#papers;
    }
    this.#papers += 1;
  }

  get lists(): WordLists {
    return new Map(
      Array.from(this.#lists, ([word, { bytes, last }]) => [
        word,
        { bytes: Uint8Array.from(bytes), last },
      ]),
    );
  }
}

/** Word lists of neighbours, and how many papers there are before them. */
export interface PlacedLists {
  readonly first: number;
  readonly lists: WordLists;
}

/**
 * Joins the lists of neighbours: as if they had been made together.
 *
 * @param parts in order
 * @param first ordinal from which the first step is to be counted
 */
export function joinLists(
  parts: Iterable<PlacedLists>,
  first: number,
): ReadonlyMap<string, readonly number[]> {
  const joined = new Map<string, { readonly bytes: number[]; last: number }>();
  for (const { first: start, lists } of parts) {
    for (const [word, { bytes, last }] of lists) {
      let list = joined.get(word);
      if (list === undefined) joined.set(word, (list = { bytes: [], last: first }));
      const reader = new ByteReader(bytes);
      writeNumber(list.bytes, start + reader.number() - list.last);
      writeBytes(list.bytes, bytes, reader.at);
      list.last = start + last;
    }
  }
  return new Map(Array.from(joined, ([word, { bytes }]) => [word, bytes]));
}

/** Writes lists as bytes. */
export function writeLists(lists: WordLists): Uint8Array<ArrayBuffer> {
  const written: number[] = [];
  for (const [word, { bytes, last }] of lists) {
    writeText(written, word);
    writeNumber(written, last);
    writeStretch(written, bytes);
  }
  return Uint8Array.from(written);
}

/** Reads them. */
export function readLists(bytes: Uint8Array): WordLists {
  const lists = new Map<string, List>();
  const reader = new ByteReader(bytes);
  while (!reader.done) {
    const [word, last] = [reader.text(), reader.number()];
    lists.set(word, { bytes: reader.stretch(), last });
  }
  return lists;
}
