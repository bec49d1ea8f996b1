/** The words of some papers, packed: a part holds the words of some stems, each with its list of postings. */
import { rootOf } from '../../text/stem.ts';
import { ByteReader, writeStretch, writeText } from './bytes.ts';
import { byCodeUnits } from './orders.ts';

/** A word in one of its forms. */
export interface Form {
  readonly word: string;
  /** Packed (postings.ts). */
  readonly postings: Uint8Array;
}

/** Bytes of a part, about, before it is compressed: a query loads one for each word. */
const partSize = 3000;

export interface PackedPart {
  /** The first stem in it. */
  readonly from: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Packs the words of papers.
 *
 * @param words each with its list of postings, packed
 * @returns parts in the order of their stems; the forms of a stem are never parted
 */
export function packParts(words: ReadonlyMap<string, readonly number[]>): PackedPart[] {
  const keyed = [...words.keys()].map((word) => ({ word, stem: rootOf(word) }));
  keyed.sort((a, b) => byCodeUnits(a.stem, b.stem) || byCodeUnits(a.word, b.word));
  const parts: PackedPart[] = [];
  let from: string | undefined;
  let last = '';
  let bytes: number[] = [];
  const close = (): void => {
    if (from !== undefined) parts.push({ from, bytes: Uint8Array.from(bytes) });
    bytes = [];
    from = undefined;
  };
  for (const { word, stem } of keyed) {
    const list = words.get(word) ?? [];
    // What many papers hold is a part of its own, or its neighbours would be as dear.
    const heavy = bytes.length + list.length > 2 * partSize;
    if (stem !== last && (bytes.length >= partSize || (heavy && bytes.length > 0))) close();
    from ??= stem;
    last = stem;
    writeText(bytes, word);
    writeStretch(bytes, list);
  }
  close();
  return parts;
}

/** Unpacks a part: its words by their stems. */
export function unpackPart(bytes: Uint8Array): ReadonlyMap<string, readonly Form[]> {
  const forms: Form[] = [];
  const reader = new ByteReader(bytes);
  while (!reader.done) forms.push({ word: reader.text(), postings: reader.stretch() });
  return Map.groupBy(forms, ({ word }) => rootOf(word));
}
