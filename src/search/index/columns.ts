/** Which papers have each value of a facet, packed. */
import { ByteReader, writeNumber, writeText } from './bytes.ts';

/** Value → ordinals, in order. */
export type Column = ReadonlyMap<string, readonly number[]>;

/** Packs a column: of each value its name, the number of its papers and the steps between them. */
export function packColumn(column: Column): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (const [value, papers] of column) {
    writeText(bytes, value);
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
    const value = reader.text();
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
