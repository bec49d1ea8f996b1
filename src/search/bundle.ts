/** The files of a written search index, opened once before anybody else does. */
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { idOf, type IndexedPaper } from './index/paper.ts';
import { readText } from './texts.ts';

const unpack = promisify(gunzip);

/** What Pagefind's browser half asks for at the start of each file that it unpacks. */
const mark = Buffer.from('pagefind_dcd');

/** Files that browsers read as they are. */
const plain = /\.(?:js|css|json)$/;

/** Files opened at a time. */
const atOnce = 32;

/** Thrown for an index that is not what it should be; the message says what to do. */
export class IndexError extends Error {
  constructor(what: string, details: readonly string[] = []) {
    super(
      [
        `The search index could not be made: ${what}`,
        ...details.slice(0, 10).map((detail) => `  ${detail}`),
        ...(details.length > 10 ? [`  … and ${details.length - 10} more`] : []),
      ].join('\n'),
    );
    this.name = 'IndexError';
  }
}

export interface Bundle {
  /** Number of pages, from the file that tells browsers where the other parts are. */
  readonly pages: number;
  /** The papers that can be shown as results, by their ids. */
  readonly papers: ReadonlyMap<string, IndexedPaper>;
  readonly bytes: number;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Opens one file; gives the paper, if the file is a paper's text. */
async function open(place: string, bytes: Buffer): Promise<IndexedPaper | undefined> {
  if (bytes.length === 0) throw new Error('it is empty');
  if (plain.test(place)) return undefined;
  const content = await unpack(bytes);
  if (!content.subarray(0, mark.length).equals(mark)) throw new Error('it is not of Pagefind');
  if (!place.endsWith('.pf_fragment')) return undefined;
  return { file: basename(place, '.pf_fragment'), fragment: readText(content.toString()) };
}

const isLanguage = (value: unknown): value is { hash: string; page_count: number } =>
  isObject(value) &&
  'hash' in value &&
  typeof value.hash === 'string' &&
  'page_count' in value &&
  typeof value.page_count === 'number';

/** Pages of each language that a browser is told of; each has a table of contents beside it. */
async function pagesIn(folder: string, names: readonly string[]): Promise<number> {
  const entry: unknown = JSON.parse(await readFile(join(folder, 'pagefind-entry.json'), 'utf8'));
  const languages = isObject(entry) && 'languages' in entry ? entry.languages : undefined;
  let pages = 0;
  for (const language of isObject(languages) ? Object.values<unknown>({ ...languages }) : []) {
    if (!isLanguage(language) || !names.includes(`pagefind.${language.hash}.pf_meta`)) {
      throw new Error('it names a table of contents that is not there');
    }
    pages += language.page_count;
  }
  return pages;
}

/**
 * Opens and unpacks every file of an index.
 *
 * @param folder of the index, absolute
 * @throws {IndexError} naming the files that are missing, empty, cut or not of Pagefind
 */
export async function openBundle(folder: string): Promise<Bundle> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const places = found
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));
  const papers = new Map<string, IndexedPaper>();
  const damaged: string[] = [];
  let bytes = 0;
  const look = async (place: string): Promise<void> => {
    try {
      const content = await readFile(place);
      bytes += content.length;
      const paper = await open(place, content);
      if (paper !== undefined) papers.set(idOf(paper.fragment), paper);
    } catch (error) {
      damaged.push(
        `${place.slice(folder.length + 1)}: ${error instanceof Error ? error.message : error}`,
      );
    }
  };
  for (let at = 0; at < places.length; at += atOnce) {
    await Promise.all(places.slice(at, at + atOnce).map(look));
  }
  const pages = await pagesIn(
    folder,
    found.map(({ name }) => name),
  ).catch((error: unknown) => {
    damaged.push(`pagefind-entry.json: ${error instanceof Error ? error.message : error}`);
    return 0;
  });
  const fragments = found.filter(({ name }) => name.endsWith('.pf_fragment')).length;
  if (damaged.length === 0 && fragments !== pages) {
    damaged.push(`fragment: of ${pages} files there are ${fragments}`);
  }
  if (damaged.length > 0) {
    throw new IndexError(
      'not all of its files were written whole. Is the disk full? Build again; if it fails again, `npm ci` renews Pagefind.',
      damaged.toSorted(),
    );
  }
  return { pages, papers, bytes };
}
