/** The files of an index that Pagefind has written, opened once before anybody else does. */
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { isObject, isRecord, isText, type Is } from '../../shapes.ts';
import type { PaperText } from '../index/text-files.ts';

const unpack = promisify(gunzip);

/** What Pagefind's browser half asks for at the start of each file that it unpacks. */
const mark = Buffer.from('pagefind_dcd');

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

/** What Pagefind has read of a page: its texts are those of a paper. */
export interface ReadText extends Pick<PaperText, 'content' | 'raw_content' | 'meta'> {
  /** Pagefind's name of it, made from its text: two indexes may give the same to two texts. */
  readonly name: string;
}

export interface Bundle {
  /** Files that a browser loads, by their paths in the folder. */
  readonly files: readonly string[];
  /** Ids of papers → their texts. */
  readonly texts: ReadonlyMap<string, ReadText>;
}

/** Opens a file of Pagefind's. */
async function open(place: string): Promise<Buffer> {
  const bytes = await readFile(place);
  if (bytes.length === 0) throw new Error('it is empty');
  const content = await unpack(bytes);
  if (!content.subarray(0, mark.length).equals(mark)) throw new Error('it is not of Pagefind');
  return content.subarray(mark.length);
}

const isMeta: Is<ReadText['meta']> = isRecord(isText);

/** The texts of a group of fragments, by the ids of their papers; a group of one is the fragment itself. */
function* textsIn(place: string, group: Buffer): Generator<[id: string, text: ReadText]> {
  const value: unknown = JSON.parse(group.toString());
  const found = isObject(value) ? value : {};
  const fragments = isText(found['url']) ? { [basename(place, '.pf_fragment')]: found } : found;
  for (const [name, fragment] of Object.entries(fragments)) {
    const { url, content, raw_content: raw, meta } = isObject(fragment) ? fragment : {};
    if (!isText(url) || !isText(content) || !isMeta(meta)) {
      throw new Error(`${name} is no text`);
    }
    const id = url.split('/').findLast((part) => part !== '') ?? '';
    yield [id, { name, content, meta, ...(isText(raw) && { raw_content: raw }) }];
  }
}

/** Pages of each language that a browser is told of; each has a table of contents beside it. */
async function pagesIn(folder: string, names: readonly string[]): Promise<number> {
  const entry: unknown = JSON.parse(await readFile(join(folder, 'pagefind-entry.json'), 'utf8'));
  const languages = isObject(entry) && isObject(entry['languages']) ? entry['languages'] : {};
  let pages = 0;
  for (const language of Object.values(languages)) {
    const { hash, page_count: count } = isObject(language) ? language : {};
    if (typeof count !== 'number' || !names.includes(`pagefind.${String(hash)}.pf_meta`)) {
      throw new Error('it names a table of contents that is not there');
    }
    pages += count;
  }
  return pages;
}

/** What browsers load of an index by itself, apart from Pagefind's script and its WebAssembly. */
const needed = /^(?:index\/.*|pagefind-entry\.json|pagefind\..*\.pf_meta)$/;
const fragments = /^fragment\//;

/**
 * Opens and unpacks every file of an index.
 *
 * @param folder of the index, absolute; its texts are in one group (`maxFragments`)
 * @throws {IndexError} naming the files that are missing, empty, cut or not of Pagefind
 */
export async function openBundle(folder: string): Promise<Bundle> {
  const all = (await readdir(folder, { recursive: true })).map((name) =>
    name.replaceAll('\\', '/'),
  );
  const files = all.filter((name) => needed.test(name));
  const texts = new Map<string, ReadText>();
  const damaged: string[] = [];
  const tell = (name: string, error: unknown): void => {
    damaged.push(`${name}: ${error instanceof Error ? error.message : error}`);
  };
  await Promise.all(
    all
      .filter((name) => name.includes('.pf_'))
      .map(async (name) => {
        try {
          const content = await open(join(folder, name));
          if (fragments.test(name))
            for (const [id, text] of textsIn(name, content)) texts.set(id, text);
        } catch (error) {
          tell(name, error);
        }
      }),
  );
  const pages = await pagesIn(folder, all).catch((error: unknown) => {
    tell('pagefind-entry.json', error);
    return 0;
  });
  if (damaged.length === 0 && texts.size !== pages) {
    damaged.push(`fragment: of ${pages} texts there are ${texts.size}`);
  }
  if (damaged.length > 0) {
    throw new IndexError(
      'not all of its files were written whole. Is the disk full? Build again; if it fails again, `npm ci` renews Pagefind.',
      damaged.toSorted(),
    );
  }
  return { files: files.toSorted(), texts };
}
