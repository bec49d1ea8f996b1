/** The papers of a built site, and the files of the search index that hold their texts. */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Packed } from './pack.ts';

const unpack = promisify(gunzip);

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
  const { id, listings, topics } = paper;
  const first: unknown = Array.isArray(listings) ? listings[0] : undefined;
  const date = isObject(first) && typeof first['date'] === 'string' ? first['date'] : '';
  const named = Array.isArray(topics) ? topics : [];
  return {
    id,
    year: date.slice(0, 4),
    topics: named.filter((topic): topic is string => typeof topic === 'string'),
  };
}

/**
 * The papers, the one listed first of all first, as `archive.jsonl` of the site has them; none of a site without it.
 *
 * @param folder the built site
 */
export async function papersIn(folder: string): Promise<BuiltPaper[]> {
  const place = join(folder, 'archive.jsonl');
  if (!existsSync(place)) return [];
  const papers: BuiltPaper[] = [];
  for await (const line of createInterface({ input: createReadStream(place) })) {
    const paper = line === '' ? undefined : readPaper(line);
    if (paper !== undefined) papers.push(paper);
  }
  return papers.toReversed();
}

const isGzip = (content: Buffer): boolean => content[0] === 0x1f && content[1] === 0x8b;

/** A file as it is packed: what is compressed already is so better along with others. */
export async function unpacked(content: Buffer): Promise<Omit<Packed, 'key'>> {
  return isGzip(content)
    ? { kind: 'gzip', content: await unpack(content) }
    : { kind: 'plain', content };
}

/** The paper whose text a fragment of the search index holds. */
export const paperOf = ({ content }: Omit<Packed, 'key'>): string | undefined =>
  /"url":"[^"]*papers\/([^"/]+)\//.exec(new TextDecoder().decode(content))?.[1];
