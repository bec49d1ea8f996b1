/** What a build says of its packs, and where. */

/** For the worker, which has its hash. */
export const packsFile = 'offline/packs.json';
/** Address of a pack under the base path. */
export const packAddress = (name: string): string => `offline/packs/${name}.pack`;
/** What the build wrote of these. */
export const packFiles = /^offline\/(?:collections\.json|packs\.json|packs\/.*)$/;

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

export interface PackList {
  /** Bytes as they are fetched. */
  readonly packs: readonly (readonly [name: string, bytes: number])[];
  /** Key → places in `packs`, in the order in which they are fetched. */
  readonly collections: Readonly<Record<string, readonly number[]>>;
}
