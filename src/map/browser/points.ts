/** The papers of the map as the browser knows them: where they are at once, what they are when asked. */
import { extent } from '../archive-map.ts';
import { shardSize, unpackMap } from '../packed.ts';

export interface Details {
  readonly href: string;
  readonly title: string;
}

export interface Points {
  readonly count: number;
  /** x, y of each, in units of the map. */
  readonly coordinates: Float32Array;
  /** Place of each one's topic in the legend. */
  readonly topicOf: Uint8Array;
  /** What is known of a paper without waiting. */
  known(paper: number): Details | undefined;
  /** @throws if it cannot be fetched */
  details(paper: number): Promise<Details>;
}

/** Reads a small map from its picture. */
export function pointsOfChart(links: readonly SVGAElement[]): Points {
  const coordinates = new Float32Array(links.length * 2);
  const topicOf = new Uint8Array(links.length);
  const all = links.map((link, at): Details => {
    const dot = link.querySelector('circle');
    coordinates[at * 2] = Number(dot?.getAttribute('cx'));
    coordinates[at * 2 + 1] = Number(dot?.getAttribute('cy'));
    topicOf[at] = Number(link.dataset['topic']);
    const name = link.querySelector('title');
    const title = name?.textContent ?? '';
    // The map shows it itself, at once.
    name?.remove();
    return { href: link.href.baseVal, title };
  });
  const details = (paper: number): Details => all[paper] ?? { href: '', title: '' };
  return {
    count: links.length,
    coordinates,
    topicOf,
    known: details,
    details: async (paper) => details(paper),
  };
}

export interface Addresses {
  readonly points: string;
  /** A name and `.json` follow. */
  readonly titles: string;
  /** An id and a slash follow. */
  readonly papers: string;
}

async function fetched(address: string): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

/**
 * Fetches the positions of a large map; titles come with the first question about a paper near by.
 *
 * @throws if the file is not there, or not of this page
 */
export async function fetchPoints(addresses: Addresses, count: number): Promise<Points> {
  const packed = unpackMap(await (await fetched(addresses.points)).arrayBuffer(), count);
  if (!packed) throw new Error('The map has been updated; reload the page.');
  const { positions, topicOf, names } = packed;
  const coordinates = Float32Array.from(positions, (step) => (step / 65_535) * extent);
  const shards = new Map<number, readonly Details[]>();
  const asked = new Map<number, Promise<readonly Details[]>>();
  const fetchShard = async (shard: number): Promise<readonly Details[]> => {
    const rows: unknown = await (
      await fetched(`${addresses.titles}${names[shard] ?? ''}.json`)
    ).json();
    const found = (Array.isArray(rows) ? rows : []).map((row: unknown): Details => {
      const [id, title]: unknown[] = Array.isArray(row) ? row : [];
      return { href: `${addresses.papers}${String(id)}/`, title: String(title) };
    });
    shards.set(shard, found);
    return found;
  };
  const shardOf = (paper: number): number => Math.floor(paper / shardSize);
  const known = (paper: number): Details | undefined =>
    shards.get(shardOf(paper))?.[paper % shardSize];
  return {
    count,
    coordinates,
    topicOf,
    known,
    async details(paper) {
      const shard = shardOf(paper);
      const under = asked.get(shard) ?? fetchShard(shard);
      asked.set(shard, under);
      // What has failed may be asked for again.
      under.catch(() => asked.delete(shard));
      const found = (await under)[paper % shardSize];
      if (!found) throw new Error('The map has been updated; reload the page.');
      return found;
    },
  };
}
