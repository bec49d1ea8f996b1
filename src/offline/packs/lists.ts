/** What a build says of its packs, and where. */

/** For the worker, which has its hash. */
export const packsFile = 'offline/packs.json';
/** Address under the base path of a file of packs. */
export const volumeAddress = (name: string): string => `offline/packs/${name}.packs`;
/** What the build wrote of these. */
export const packFiles = /^offline\/(?:collections\.json|packs\.json|packs\/.*)$/;
/** Part of the name of every edition: packs of another cutting are never taken for these. */
export const packFormat = 2;

/** What a reader may choose to keep: the search, every page, the pages of a topic, those of a year. */
export type CollectionKey = 'search' | 'pages' | `topic:${string}` | `year:${string}`;

export interface Collection {
  readonly key: CollectionKey;
  /** A topic's name, a year; empty for the first two. */
  readonly label: string;
  readonly papers: number;
  /** To be fetched, if nothing of it is there. */
  readonly bytes: number;
}

export interface Collections {
  readonly edition: string;
  readonly collections: readonly Collection[];
}

/** A pack: its name, its bytes as they are fetched, the place in the list of the pack that is its dictionary. */
export type PackRow = readonly [name: string, bytes: number, dictionary?: number];

export interface PackList {
  /** Files in which the packs lie one behind the other, and how many in each. */
  readonly volumes: readonly (readonly [name: string, packs: number])[];
  /** All packs, in the order of the volumes. */
  readonly packs: readonly PackRow[];
  /** Key → the packs of it, as the first place and the one after the last, again and again. */
  readonly collections: Readonly<Record<string, readonly number[]>>;
}

/** Places as ranges, ascending. */
export function rangesOf(places: readonly number[]): number[] {
  const ranges: number[] = [];
  for (const place of places.toSorted((a, b) => a - b)) {
    if (ranges.at(-1) === place + 1) continue;
    if (ranges.at(-1) === place) ranges[ranges.length - 1] = place + 1;
    else ranges.push(place, place + 1);
  }
  return ranges;
}

/** Places in a list's `packs` of what a collection holds. */
export const placesOf = (ranges: readonly number[]): number[] =>
  ranges.flatMap((start, at) =>
    at % 2 === 0
      ? Array.from({ length: (ranges[at + 1] ?? start) - start }, (_, more) => start + more)
      : [],
  );
