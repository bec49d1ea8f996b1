/** The papers of a built site, and the files of the search index that hold their texts. */
import { gunzipSync } from 'node:zlib';
import type { SiteFolder } from '../../publish/site-folder.ts';
import { asJson, type Kind } from '../../store/kind.ts';
import type { Store } from '../../store/store.ts';
import { textsFolder } from '../../search/index/text-files.ts';
import type { BuiltFile } from '../../publish/files.ts';

export interface BuiltPaper {
  readonly id: string;
  /** Of the digest that listed it first. */
  readonly year: string;
  /** Ids. */
  readonly topics: readonly string[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function readPaper(line: string): BuiltPaper | undefined {
  const paper: unknown = JSON.parse(line);
  if (!isObject(paper) || typeof paper['id'] !== 'string') return undefined;
  const { id, listings, topics, families } = paper;
  const first: unknown = Array.isArray(listings) ? listings[0] : undefined;
  const date = isObject(first) && typeof first['date'] === 'string' ? first['date'] : '';
  const named = [topics, families].flatMap((ids: unknown): unknown[] =>
    Array.isArray(ids) ? ids : [],
  );
  return {
    id,
    year: date.slice(0, 4),
    topics: named.filter((topic): topic is string => typeof topic === 'string'),
  };
}

/** The papers, the one listed first of all first, as `archive.jsonl` of the site has them; none of a site without it. */
export function papersIn(site: SiteFolder): BuiltPaper[] {
  const papers: BuiltPaper[] = [];
  for (const line of site.lines('archive.jsonl', 'none')) {
    const paper = line.length > 0 ? readPaper(line.toString()) : undefined;
    if (paper !== undefined) papers.push(paper);
  }
  return papers.toReversed();
}

const isGzip = (content: Buffer): boolean => content[0] === 0x1f && content[1] === 0x8b;

/** Whether a file holds the text of a paper (`index/text-files.ts`). */
export const holdsText = ({ path }: BuiltFile): boolean => path.startsWith(`${textsFolder}/`);

/** The text of a paper in the search index. */
export async function textIn(
  site: SiteFolder,
  path: string,
): Promise<{ text: string; gzip: boolean }> {
  const content = await site.read(path);
  const gzip = isGzip(content);
  return { text: (gzip ? gunzipSync(content) : content).toString(), gzip };
}

/** Ids of papers by the files of the index with their texts, whose names tell their content. */
const known: Kind<Record<string, string>> = {
  name: 'offline-texts',
  modules: ['src/offline/packs/papers.ts'],
  codec: asJson(),
};

/** The files of the search index that hold the texts of papers, by their ids. */
export async function textsIn(
  site: SiteFolder,
  files: readonly BuiltFile[],
  store: Store | undefined,
): Promise<Map<string, BuiltFile>> {
  const before = store?.get(known, '', '') ?? {};
  const found: Record<string, string> = {};
  const read = async ({ path, hash }: BuiltFile): Promise<void> => {
    const { text } = await textIn(site, path);
    found[`${path} ${hash}`] = /^\["([^"]+)"/.exec(text)?.[1] ?? '';
  };
  const texts = files.filter(holdsText);
  const missing = texts.filter(({ path, hash }) => {
    const id = before[`${path} ${hash}`];
    if (id !== undefined) found[`${path} ${hash}`] = id;
    return id === undefined;
  });
  for (let at = 0; at < missing.length; at += 64)
    await Promise.all(missing.slice(at, at + 64).map(read));
  if (missing.length > 0 || Object.keys(before).length !== texts.length)
    store?.put(known, '', '', found);
  return new Map(texts.map((file) => [found[`${file.path} ${file.hash}`] ?? '', file]));
}
