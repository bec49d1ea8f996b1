/** The kinds of pages of a built site, and which page stands for each. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

export interface Sample {
  readonly kind: string;
  /** Below the site's address. */
  readonly address: string;
  /** In the site's folder. */
  readonly file: string;
}

/** Where there are many pages of a kind, those of the middle and of the largest size stand for them. */
const kinds: readonly (readonly [kind: string, page: RegExp, query?: string])[] = [
  ['home', /^$/],
  ['paper', /^papers\/[^/]+\/$/],
  ['list of papers', /^papers\/$/],
  ['list of papers, later page', /^papers\/page\/\d+\/$/],
  ['digest', /^digests\/\d{4}-[^/]+\/$/],
  ['capture', /^digests\/[^/]+\/source\/(?:\d+\/)?$/],
  ['digests', /^digests\/$/],
  ['digests of a year', /^digests\/\d{4}\/$/],
  ['topic', /^topics\/[^/]+\/$/],
  ['topics', /^topics\/$/],
  ['author', /^authors\/(?!page\/)[^/]+\/$/],
  ['authors', /^authors\/$/],
  ['search', /^search\/$/],
  ['search with a query', /^search\/$/, '?q=learning'],
  ['map', /^map\/$/],
  ['reading list', /^reading-list\/$/],
  ['about', /^about\/$/],
  ['offline', /^offline\/$/],
  ['not found', /^404\.html$/],
];

/** Kinds that have many pages of which none is special. */
const many = new Set(['paper', 'digest', 'capture', 'topic', 'author']);

interface Found {
  readonly address: string;
  readonly bytes: number;
}

/** Tombstones and forwarding pages lie among papers and are none. */
const forwards = /http-equiv="refresh"/;
const isRemoved = /data-removed=/;

async function pagesOf(folder: string): Promise<Found[]> {
  const names = await readdir(folder, { recursive: true });
  const pages = names
    .map((name) => name.replaceAll(sep, '/'))
    .filter((name) => /(?:^|\/)index\.html$|^404\.html$/.test(name));
  return Promise.all(
    pages.map(async (name) => ({
      address: name.replace(/index\.html$/, ''),
      bytes: (await stat(join(folder, name))).size,
    })),
  );
}

const fileOf = (address: string): string =>
  address.endsWith('.html') ? address : `${address}index.html`;

/** @returns the first page from there on that is what its place says */
async function firstOf(
  folder: string,
  pages: readonly Found[],
  right: (html: string) => boolean,
): Promise<string | undefined> {
  for (const { address } of pages) {
    if (right(await readFile(join(folder, fileOf(address)), 'utf8'))) return address;
  }
  return undefined;
}

const isWhole = (html: string): boolean => !forwards.test(html) && !isRemoved.test(html);

/**
 * The pages to look at, in the order of the table. What a site does not have is left out.
 *
 * @param folder of the built site
 */
export async function samplesOf(folder: string): Promise<Sample[]> {
  const all = (await pagesOf(folder)).toSorted((a, b) => a.bytes - b.bytes);
  const samples: Sample[] = [];
  const add = (kind: string, address: string | undefined, query = ''): void => {
    if (address !== undefined)
      samples.push({ kind, address: address + query, file: fileOf(address) });
  };
  for (const [kind, page, query] of kinds) {
    const fitting = all.filter(({ address }) => page.test(address));
    const middle = fitting.slice(Math.floor((fitting.length - 1) / 2));
    if (fitting.length === 0) continue;
    add(kind, await firstOf(folder, middle, isWhole), query);
    if (!many.has(kind)) continue;
    const largest = await firstOf(folder, fitting.toReversed(), isWhole);
    if (largest !== samples.at(-1)?.address) add(`${kind}, largest`, largest);
  }
  const papers = all.filter(({ address }) => /^papers\/[^/]+\/$/.test(address));
  add('removed paper', await firstOf(folder, papers, (html) => isRemoved.test(html)));
  return samples;
}
