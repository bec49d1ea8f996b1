/**
 * Where in the archive the files lie that have ids: in the folder of their kind, or in folders below it, by the year,
 * month or day of the first listing, or by letter. An id is the name of a file, wherever it lies.
 */
import { posix } from 'node:path';

/** How the files of a kind are laid out. */
export const layouts = ['flat', 'year', 'month', 'day', 'letter'] as const;
export type Layout = (typeof layouts)[number];

/** How the folders below are named in each. */
const shapes: Readonly<Record<Layout, RegExp>> = {
  flat: /^$/,
  year: /^\d{4}$/,
  month: /^\d{4}\/\d\d$/,
  day: /^\d{4}\/\d\d\/\d\d$/,
  letter: /^[a-z0-9]$/,
};

/** What a listing found in the folder of a kind. */
interface Listing {
  /** The folders below in which files lie, by their names; those that lie in the folder itself are left out. */
  readonly below: Map<string, string>;
  readonly layout: Layout | undefined;
}

/** Astro loads its configuration, the loaders and the pages apart from each other: one list for all of them. */
const shared: { [key: symbol]: unknown } = globalThis;
const key = Symbol.for('offprint: places');

function listings(): Map<string, Listing> {
  const known = shared[key];
  if (known instanceof Map) return known;
  const made = new Map<string, Listing>();
  shared[key] = made;
  return made;
}

/**
 * The layout that most files have; undefined if there are none, or none of these.
 *
 * @param folders of each file the folder below that it lies in; '' for none
 */
export function layoutOf(folders: Iterable<string>): Layout | undefined {
  const files = new Map<string, number>();
  for (const folder of folders) files.set(folder, (files.get(folder) ?? 0) + 1);
  const counts = new Map<Layout, number>();
  for (const [folder, count] of files) {
    const layout = layouts.find((it) => shapes[it].test(folder));
    if (layout !== undefined) counts.set(layout, (counts.get(layout) ?? 0) + count);
  }
  return [...counts].reduce<readonly [Layout | undefined, number]>(
    (most, one) => (one[1] > most[1] ? one : most),
    [undefined, 0],
  )[0];
}

/**
 * The folder below in which a file lies in a layout.
 *
 * @param name of the file
 * @param day on which it was listed first: an ISO date, or what begins with one
 */
export function folderIn(layout: Layout, name: string, day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(day) ?? [];
  if (layout === 'flat') return '';
  if (layout === 'letter') return /^[a-z0-9]/.exec(name.toLowerCase())?.[0] ?? '';
  if (year === undefined || month === undefined || date === undefined) return '';
  const parts = { year: [year], month: [year, month], day: [year, month, date] };
  return parts[layout].join('/');
}

/**
 * Remembers where files were found.
 *
 * @param folder of their kind, from the project's folder
 * @param files from that folder, e.g. `2025/soap.md`; of two with a name the first counts
 */
export function rememberPlaces(folder: string, files: readonly string[]): void {
  const below = new Map<string, string>();
  const folders = files.map((file) => file.slice(0, Math.max(file.lastIndexOf('/'), 0)));
  if (folders.some((place) => place !== '')) {
    for (const [at, file] of files.entries()) {
      const name = posix.basename(file);
      if (!below.has(name)) below.set(name, folders[at] ?? '');
    }
    for (const [name, place] of below) if (place === '') below.delete(name);
  }
  listings().set(folder, { below, layout: layoutOf(folders) });
}

/** Where a file of a kind lies, as it was listed last; one that was not listed lies in the folder itself. */
export const placeOf = (folder: string, name: string): string =>
  posix.join(folder, listings().get(folder)?.below.get(name) ?? '', name);

/**
 * Where a new file of a kind is to lie: as the others of its kind do, or as those of other kinds if it is the first.
 *
 * @param others folders of other kinds, the likest first
 * @param day see {@link folderIn}
 */
export function newPlace(
  folder: string,
  name: string,
  day: string,
  others: readonly string[],
): string {
  const found = [folder, ...others].map((it) => listings().get(it)?.layout);
  const place = folderIn(found.find((it) => it !== undefined) ?? 'flat', name, day);
  if (place !== '') listings().get(folder)?.below.set(name, place);
  return posix.join(folder, place, name);
}
