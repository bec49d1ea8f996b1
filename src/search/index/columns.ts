/** Which papers have each value of a facet, packed. */
import { ByteReader, writeNumber } from './postings.ts';

/** Value → ordinals, in order. */
export type Column = ReadonlyMap<string, readonly number[]>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Packs a column: of each value its name, the number of its papers and the steps between them. */
export function packColumn(column: Column): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (const [value, papers] of column) {
    const name = encoder.encode(value);
    writeNumber(bytes, name.length);
    for (const byte of name) bytes.push(byte);
    writeNumber(bytes, papers.length);
    let before = 0;
    for (const paper of papers) {
      writeNumber(bytes, paper - before);
      before = paper;
    }
  }
  return Uint8Array.from(bytes);
}

/** Unpacks a column. */
export function unpackColumn(bytes: Uint8Array): Column {
  const column = new Map<string, number[]>();
  const reader = new ByteReader(bytes);
  while (!reader.done) {
    const value = decoder.decode(reader.stretch(reader.number()));
    const papers: number[] = [];
    const count = reader.number();
    let paper = 0;
    for (let at = 0; at < count; at++) {
      paper += reader.number();
      papers.push(paper);
    }
    column.set(value, papers);
  }
  return column;
}
