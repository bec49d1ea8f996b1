/** Where the parts of a sorted list are, each a file: a search loads those that may hold what it asks for. Pure. */

/** A part of a list: keys from one on, to the next part's. */
export interface PartAddress {
  readonly from: string;
  /** Name of its file, made from what it holds. */
  readonly name: string;
}

/** The part that may hold a key; none if the key stands before the first. */
export const partFor = (parts: readonly PartAddress[], key: string): PartAddress | undefined =>
  parts.findLast(({ from }) => from <= key);

/** Writes addresses, a line each: half the size of a list of objects, and every first search loads some. */
export const writeParts = (parts: readonly PartAddress[]): string =>
  parts.map(({ from, name }) => `${from} ${name}`).join('\n');

/** Reads them. A key may hold spaces, a name none. */
export const readParts = (text: string): PartAddress[] =>
  (text === '' ? [] : text.split('\n')).map((row) => {
    const at = row.lastIndexOf(' ');
    return { from: row.slice(0, at), name: row.slice(at + 1) };
  });
