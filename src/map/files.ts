/** The files that the page of a large map fetches: positions at once, titles as they are asked for. */
import { createHash } from 'node:crypto';
import { shortTitle } from '../archive/index.ts';
import type { ArchiveMap } from './archive-map.ts';
import { packMap, shardSize } from './packed.ts';

export interface MapFiles {
  /** Name of the file of positions, below `map/`. */
  readonly points: string;
  /** What names of files of titles begin with; a number from 0 and `.json` follow. */
  readonly titles: string;
  /** All of them, by name. */
  readonly contents: ReadonlyMap<string, string | Uint8Array<ArrayBuffer>>;
}

/** Longest title, in characters. */
const longestTitle = 200;

/**
 * Makes the files. Their names say what is in them: a page and files of two different builds never meet.
 */
export function mapFiles(map: ArchiveMap): MapFiles {
  const packed = packMap(map);
  const shards: string[] = [];
  for (let from = 0; from < map.papers.length; from += shardSize) {
    const some = map.papers.slice(from, from + shardSize);
    shards.push(JSON.stringify(some.map((paper) => [paper.id, shortTitle(paper, longestTitle)])));
  }
  const hash = createHash('sha256').update(packed);
  for (const shard of shards) hash.update(shard);
  const edition = hash.digest('hex').slice(0, 10);
  const points = `points-${edition}.bin`;
  const titles = `titles-${edition}-`;
  return {
    points,
    titles,
    contents: new Map<string, string | Uint8Array<ArrayBuffer>>([
      [points, packed],
      ...shards.map((shard, at) => [`${titles}${at}.json`, shard] as const),
    ]),
  };
}
