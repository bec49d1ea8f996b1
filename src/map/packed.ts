/** The map as a file: small enough to be fetched whole for 50,000 papers. Written here, read in the browser. */

/** What the file holds of each paper, in the map's order. */
export interface PackedMap {
  /** x, y of each paper; whole steps of 1 / 65,535 of the extent. */
  readonly positions: Uint16Array;
  /** Region of each paper, as a place in the legend. */
  readonly regionOf: Uint8Array;
  /** Topics of each paper, the same. */
  readonly topicsOf: readonly Uint8Array[];
}

/** Bytes of a paper beside its topics: twice 16 bits, its region, how many topics it has. */
const bytesEach = 6;

/** Titles are fetched when a reader comes near them, this many papers at a time. */
export const shardSize = 200;

/** Letters of the name of a file of titles. */
const nameLength = 8;

/**
 * @param names of the files of titles, in their order
 * @returns all x, all y (little-endian), all regions, all numbers of topics, all topics, all names: what is alike stands together
 */
export function packMap(
  { positions, regionOf, topicsOf }: PackedMap,
  names: readonly string[],
): Uint8Array<ArrayBuffer> {
  const count = regionOf.length;
  const topics = topicsOf.flatMap((some) => [...some]);
  const bytes = new Uint8Array(count * bytesEach + topics.length + names.length * nameLength);
  const view = new DataView(bytes.buffer);
  for (let paper = 0; paper < count; paper += 1) {
    view.setUint16(paper * 2, positions[paper * 2] ?? 0, true);
    view.setUint16((count + paper) * 2, positions[paper * 2 + 1] ?? 0, true);
    bytes[count * 5 + paper] = topicsOf[paper]?.length ?? 0;
  }
  bytes.set(regionOf, count * 4);
  bytes.set(topics, count * bytesEach);
  bytes.set(new TextEncoder().encode(names.join('')), count * bytesEach + topics.length);
  return bytes;
}

/** @returns nothing if the bytes are not a map of so many papers */
export function unpackMap(
  bytes: ArrayBuffer,
  count: number,
): (PackedMap & { readonly names: readonly string[] }) | undefined {
  const files = Math.ceil(count / shardSize);
  if (bytes.byteLength < count * bytesEach) return undefined;
  const view = new DataView(bytes);
  const positions = new Uint16Array(count * 2);
  const topicsOf: Uint8Array[] = [];
  let end = count * bytesEach;
  for (let paper = 0; paper < count; paper += 1) {
    positions[paper * 2] = view.getUint16(paper * 2, true);
    positions[paper * 2 + 1] = view.getUint16((count + paper) * 2, true);
    const from = end;
    end += view.getUint8(count * 5 + paper);
    topicsOf.push(new Uint8Array(bytes.slice(from, end)));
  }
  if (bytes.byteLength !== end + files * nameLength) return undefined;
  const text = new TextDecoder().decode(bytes.slice(end));
  const names = Array.from({ length: files }, (_, at) =>
    text.slice(at * nameLength, (at + 1) * nameLength),
  );
  return {
    positions,
    regionOf: new Uint8Array(bytes.slice(count * 4, count * 5)),
    topicsOf,
    names,
  };
}
