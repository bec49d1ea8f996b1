/** The papers of the map as the browser knows them: where they are at once, what they are when asked. */
import { hashText } from '../../hash.ts';
import { extent } from '../archive-map.ts';
import { shardSize, unpackMap } from '../packed.ts';

export interface Details {
  readonly href: string;
  readonly title: string;
  /** Its authors, and what else is said in that line; either may be empty. */
  readonly by: string;
  readonly facts: string;
}

export interface Points {
  readonly count: number;
  /** x, y of each, in units of the map. */
  readonly coordinates: Float32Array;
  /** Places in the legend: of each one's region, and of its topics. */
  readonly regionOf: Uint8Array;
  readonly topicsOf: readonly Uint8Array[];
  /** What is known of a paper without waiting. */
  known(paper: number): Details | undefined;
  /** @throws if it cannot be fetched */
  details(paper: number): Promise<Details>;
  /**
   * Finds papers by their ids.
   *
   * @returns places, in that order, without those that are not here
   */
  find(ids: readonly string[]): Promise<readonly number[]>;
}

/** Where a paper is, in units of the map. */
export const placeOf = ({ coordinates }: Points, paper: number): readonly [number, number] => [
  coordinates[paper * 2] ?? 0,
  coordinates[paper * 2 + 1] ?? 0,
];

/** The id of the paper that an address leads to. */
export const idAt = (href: string): string =>
  /\/papers\/([^/?#]+)\/?(?:index\.html)?(?:[?#].*)?$/.exec(href)?.[1] ?? '';

/** Reads a small map from its picture, and what it says of papers from the list below it. */
export function pointsOfChart(links: readonly SVGAElement[], list: ParentNode): Points {
  const saidOf = new Map(
    [...list.querySelectorAll('li a')].map((link) => {
      const line = link.nextElementSibling;
      const by = line?.querySelector('span')?.textContent ?? '';
      return [link.getAttribute('href') ?? '', { by, facts: line?.lastChild?.nodeValue ?? '' }];
    }),
  );
  const coordinates = new Float32Array(links.length * 2);
  const all = links.map((link, at): Details => {
    const dot = link.querySelector('circle');
    coordinates[at * 2] = Number(dot?.getAttribute('cx'));
    coordinates[at * 2 + 1] = Number(dot?.getAttribute('cy'));
    const name = link.querySelector('title');
    const title = name?.textContent ?? '';
    // The map shows it itself, at once.
    name?.remove();
    const href = link.href.baseVal;
    return { href, title, by: '', facts: '', ...saidOf.get(href) };
  });
  const numbers = (text = ''): Uint8Array =>
    Uint8Array.from(text.split(' ').filter(Boolean), Number);
  const details = (paper: number): Details =>
    all[paper] ?? { href: '', title: '', by: '', facts: '' };
  const places = new Map(all.map(({ href }, at) => [idAt(href), at]));
  return {
    count: links.length,
    coordinates,
    regionOf: Uint8Array.from(links, ({ dataset }) => Number(dataset['region'])),
    topicsOf: links.map(({ dataset }) => numbers(dataset['topics'])),
    known: details,
    details: async (paper) => details(paper),
    find: async (ids) =>
      ids.flatMap((id) => {
        const place = places.get(id);
        return place === undefined ? [] : [place];
      }),
  };
}

export interface Addresses {
  readonly points: string;
  /** A name and `.json` follow. */
  readonly titles: string;
  /** Hashes of ids: see `files.ts`. */
  readonly ids: string;
  /** An id and a slash follow. */
  readonly papers: string;
}

async function fetched(address: string): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

const updated = (): Error => new Error('The map has been updated; reload the page.');

/** What is said of papers, fetched by the files in which neighbours are together. */
function detailsFrom(
  { titles, papers }: Addresses,
  names: readonly string[],
): Pick<Points, 'known' | 'details'> {
  const shards = new Map<number, readonly Details[]>();
  const asked = new Map<number, Promise<readonly Details[]>>();
  const fetchShard = async (shard: number): Promise<readonly Details[]> => {
    const rows: unknown = await (await fetched(`${titles}${names[shard] ?? ''}.json`)).json();
    const found = (Array.isArray(rows) ? rows : []).map((row: unknown): Details => {
      const [id, title, by, facts]: unknown[] = Array.isArray(row) ? row : [];
      const href = `${papers}${String(id)}/`;
      return { href, title: String(title), by: String(by ?? ''), facts: String(facts ?? '') };
    });
    shards.set(shard, found);
    return found;
  };
  const shardOf = (paper: number): number => Math.floor(paper / shardSize);
  return {
    known: (paper) => shards.get(shardOf(paper))?.[paper % shardSize],
    async details(paper) {
      const shard = shardOf(paper);
      const under = asked.get(shard) ?? fetchShard(shard);
      asked.set(shard, under);
      // What has failed may be asked for again.
      under.catch(() => asked.delete(shard));
      const found = (await under)[paper % shardSize];
      if (!found) throw updated();
      return found;
    },
  };
}

/** Finds papers by the hashes of their ids, which are fetched when they are asked for. */
function findBy(ids: string, count: number, details: Points['details']): Points['find'] {
  let hashes: Promise<DataView> | undefined;
  /** Two ids may have one hash: the titles' file knows which it is. */
  const findOne = async (id: string, table: DataView): Promise<number[]> => {
    const hash = hashText(id);
    const same: number[] = [];
    for (let paper = 0; paper < count; paper += 1)
      if (table.getUint32(paper * 4, true) === hash) same.push(paper);
    if (same.length < 2) return same;
    const all = await Promise.all(same.map(details));
    return same.filter((_, at) => idAt(all[at]?.href ?? '') === id);
  };
  return async (wanted) => {
    hashes ??= fetched(ids)
      .then((answer) => answer.arrayBuffer())
      .then((bytes) => new DataView(bytes));
    const table = await hashes;
    if (table.byteLength !== count * 4) return [];
    return (await Promise.all(wanted.map((id) => findOne(id, table)))).flat();
  };
}

/**
 * Fetches the positions of a large map; titles come with the first question about a paper near by.
 *
 * @throws if the file is not there, or not of this page
 */
export async function fetchPoints(addresses: Addresses, count: number): Promise<Points> {
  const packed = unpackMap(await (await fetched(addresses.points)).arrayBuffer(), count);
  if (!packed) throw updated();
  const { positions, regionOf, topicsOf, names } = packed;
  const coordinates = Float32Array.from(positions, (step) => (step / 65_535) * extent);
  const { known, details } = detailsFrom(addresses, names);
  const find = findBy(addresses.ids, count, details);
  return { count, coordinates, regionOf, topicsOf, known, details, find };
}
