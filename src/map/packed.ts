/** The map as a file: small enough to be fetched whole for 50,000 papers. Written here, read in the browser. */

/** What the file holds of each paper, in the map's order. */
export interface PackedMap {
  /** x, y of each paper; whole steps of 1 / 65,535 of the extent. */
  readonly positions: Uint16Array;
  /** Topic of each paper, as a place in the legend. */
  readonly topicOf: Uint8Array;
}

/** Bytes of a paper: twice 16 bits and a topic. */
const bytesEach = 5;

/** Titles are fetched when a reader comes near them, this many papers at a time. */
export const shardSize = 200;

/** Letters of the name of a file of titles. */
const nameLength = 8;

/**
 * @param names of the files of titles, in their order
 * @returns all x, all y (little-endian), all topics, all names: what is alike stands together
 */
export function packMap(
  { positions, topicOf }: PackedMap,
  names: readonly string[],
): Uint8Array<ArrayBuffer> {
  const count = topicOf.length;
  const bytes = new Uint8Array(count * bytesEach + names.length * nameLength);
  const view = new DataView(bytes.buffer);
  for (let paper = 0; paper < count; paper += 1) {
    view.setUint16(paper * 2, positions[paper * 2] ?? 0, true);
    view.setUint16((count + paper) * 2, positions[paper * 2 + 1] ?? 0, true);
  }
  bytes.set(topicOf, count * 4);
  bytes.set(new TextEncoder().encode(names.join('')), count * bytesEach);
  return bytes;
}

/** @returns nothing if the bytes are not a map of so many papers */
export function unpackMap(
  bytes: ArrayBuffer,
  count: number,
): (PackedMap & { readonly names: readonly string[] }) | undefined {
  const files = Math.ceil(count / shardSize);
  if (bytes.byteLength !== count * bytesEach + files * nameLength) return undefined;
  const view = new DataView(bytes);
  const positions = new Uint16Array(count * 2);
  for (let paper = 0; paper < count; paper += 1) {
    positions[paper * 2] = view.getUint16(paper * 2, true);
    positions[paper * 2 + 1] = view.getUint16((count + paper) * 2, true);
  }
  const text = new TextDecoder().decode(bytes.slice(count * bytesEach));
  const names = Array.from({ length: files }, (_, at) =>
    text.slice(at * nameLength, (at + 1) * nameLength),
  );
  return { positions, topicOf: new Uint8Array(bytes.slice(count * 4, count * bytesEach)), names };
}
