/** The files that the page of a large map fetches: positions at once, titles as they are asked for. */
import { shortTitle, type Paper } from '../archive/index.ts';
import { hashText } from '../hash.ts';
import { fileName } from '../search/file-name.ts';
import { saidOf } from './said-of.ts';
import type { ArchiveMap } from './archive-map.ts';
import { packMap, shardSize } from './packed.ts';

export interface MapFiles {
  /** Name of the file of positions, below `map/`. */
  readonly points: string;
  /** What names of files of titles begin with; what the file of positions calls them and `.json` follow. */
  readonly titles: string;
  /** Name of the file that finds a paper by its id: see {@link idsOf}. */
  readonly ids: string;
  /** All of them, by name. */
  readonly contents: ReadonlyMap<string, string | Uint8Array<ArrayBuffer>>;
}

const titles = 'titles-';

/** Longest title, in characters. */
const longestTitle = 200;

/**
 * Makes the files. Their names say what is in them: a page and files of two different builds never meet, and what
 * did not change keeps its name.
 */
export function mapFiles(map: ArchiveMap): MapFiles {
  const contents = new Map<string, string | Uint8Array<ArrayBuffer>>();
  const names: string[] = [];
  for (let from = 0; from < map.papers.length; from += shardSize) {
    const some = map.papers.slice(from, from + shardSize);
    const shard = JSON.stringify(
      some.map((paper) => [paper.id, shortTitle(paper, longestTitle), ...saidOf(paper)]),
    );
    const name = fileName(shard);
    names.push(name);
    contents.set(`${titles}${name}.json`, shard);
  }
  const packed = packMap(map, names);
  const points = `points-${fileName(packed)}.bin`;
  contents.set(points, packed);
  const hashes = idsOf(map.papers);
  const ids = `ids-${fileName(hashes)}.bin`;
  contents.set(ids, hashes);
  return { points, titles, ids, contents };
}

/** Hashes of all ids, little-endian; asked for when the address of a page names papers. */
function idsOf(papers: readonly Pick<Paper, 'id'>[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(papers.length * 4));
  for (const [at, { id }] of papers.entries()) view.setUint32(at * 4, hashText(id), true);
  return new Uint8Array(view.buffer);
}
