/**
 * The table from names of papers (`keys.ts`) to papers, as files: written by the build, one of them read for a question.
 *
 * A name is 40 bits of its hash. Of 65,000 names, those of 10,000 papers, one that is not there is taken for another
 * once in 17 million times. Files part the hashes evenly, so that each is about as large however many papers there are.
 */
import { hashText, mix } from '../../hash.ts';
import { ByteReader, writeNumber } from '../index/bytes.ts';

/** Names in one file, about: some 2 KB. */
const fileSize = 300;

/** Papers of one name at most: `wang 2024` is worth no more. */
const mostPapers = 24;

export interface TablePlan {
  /** Papers of which an identifier is known. */
  readonly identified: number;
  /** Names of files, in the order of the hashes: a power of two of them for each segment. */
  readonly segments: readonly (readonly string[])[];
}

/** The hash of a name, a whole number below 2⁴⁰. */
export function nameHash(name: string): number {
  const low = hashText(`#${name}`) & 0xff;
  return mix(hashText(name)) * 256 + low;
}

const fileOf = (hash: number, files: number): number => Math.floor((hash / 2 ** 40) * files);

type Pair = readonly [hash: number, place: number];

function writeFile(pairs: readonly Pair[]): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let last = 0;
  for (const [hash, place] of pairs) {
    writeNumber(bytes, hash - last);
    writeNumber(bytes, place);
    last = hash;
  }
  return Uint8Array.from(bytes);
}

/** Places of the papers that a file has for a hash. Bytes that are no such file hold none. */
export function placesIn(bytes: Uint8Array, wanted: number): number[] {
  const places: number[] = [];
  const reader = new ByteReader(bytes);
  let hash = 0;
  while (!reader.done && hash <= wanted) {
    hash += reader.number();
    const place = reader.number();
    if (hash === wanted) places.push(place);
  }
  return places;
}

function packSegment(pairs: readonly Pair[]): Uint8Array<ArrayBuffer>[] {
  const count = 2 ** Math.max(0, Math.round(Math.log2(pairs.length / fileSize)));
  const parts = Array.from({ length: count }, (): Pair[] => []);
  for (const pair of pairs) parts[fileOf(pair[0], count)]?.push(pair);
  return parts.map((part) => writeFile(part.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])));
}

/** Names that are identifiers (`identifiersIn`). */
const scheme = /^(?:arXiv|DOI|OpenReview|ACL|PMID) /;

/**
 * Packs the table.
 *
 * @param papers the names of each paper, in the order of the places that the table answers with
 * @param starts first places of the segments: files of one stay as they are when only papers of another change
 * @param add takes a file in: gives its name, equal for equal bytes
 */
export function packTable(
  papers: Iterable<readonly string[]>,
  starts: readonly number[],
  add: (bytes: Uint8Array<ArrayBuffer>) => string,
): TablePlan {
  const segments = starts.map((): Pair[] => []);
  const held = new Map<number, number>();
  let count = 0;
  let current = -1;
  let identified = 0;
  for (const names of papers) {
    if (names.some((name) => scheme.test(name))) identified += 1;
    if (count === starts[current + 1]) current += 1;
    for (const hash of new Set(names.map(nameHash))) {
      const papersOfName = (held.get(hash) ?? 0) + 1;
      held.set(hash, papersOfName);
      if (papersOfName <= mostPapers) segments[current]?.push([hash, count]);
    }
    count += 1;
  }
  return { identified, segments: segments.map((pairs) => packSegment(pairs).map(add)) };
}

/** A plan as text: the number of papers with an identifier, then a line a segment. */
export const writeTablePlan = ({ identified, segments }: TablePlan): string =>
  [identified, ...segments.map((files) => files.join(' '))].join('\n');

export function readTablePlan(text: string): TablePlan {
  const [identified, ...segments] = text.split('\n');
  return { identified: Number(identified), segments: segments.map((files) => files.split(' ')) };
}

/** The files that may hold a hash, one of each segment. */
export const filesFor = (plan: TablePlan, hash: number): string[] =>
  plan.segments.flatMap((files) => files[fileOf(hash, files.length)] ?? []);
