/** Long files made of parts: of the file that stands, the parts that would be the same are taken over. */
import { createHash, hash } from 'node:crypto';
import { asJson, type Kind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import type { SiteFolder } from './site-folder.ts';

/** A part of a file. */
export interface Part {
  /** Changes with whatever the part is made of, but the engine and the settings; absent while nothing is built. */
  readonly key: string | undefined;
  readonly make: () => string;
}

/** Where the file is written, and where it is kept which parts it has. */
export interface Making {
  readonly site: Pick<SiteFolder, 'keys' | 'mark' | 'readStanding'>;
  readonly store: Pick<Store, 'get' | 'put'>;
}

type Row = readonly [key: string, bytes: number];

const fileParts: Kind<readonly Row[]> = {
  name: 'file-parts',
  modules: ['src/publish/parts.ts'],
  codec: asJson(),
};

declare global {
  // Pages and integrations each have modules of their own in one process.
  var offprintMaking: Making | undefined;
}

/** The parts of the file as it stands, by their keys; none if it is not the file whose parts are known. */
async function standingParts(path: string, { site, store }: Making): Promise<Map<string, Buffer>> {
  const content = await site.readStanding(path).catch(() => undefined);
  const known = content && store.get(fileParts, path, hash('sha256', content, 'base64'));
  const parts = new Map<string, Buffer>();
  let start = 0;
  for (const [key, bytes] of known ?? []) {
    if (content) parts.set(key, content.subarray(start, start + bytes));
    start += bytes;
  }
  return parts;
}

/**
 * A file part by part, each made when it is asked for.
 *
 * @param path in the site
 * @param making absent while nothing is built: all parts are made
 */
export async function* inParts(
  path: string,
  parts: Iterable<Part>,
  making = globalThis.offprintMaking,
): AsyncGenerator<Uint8Array> {
  const standing = making && (await standingParts(path, making));
  const whole = createHash('sha256');
  const rows: Row[] = [];
  for (const { key, make } of parts) {
    const bytes = (key && standing?.get(key)) || Buffer.from(make());
    whole.update(bytes);
    rows.push([key ?? '', bytes.length]);
    yield bytes;
  }
  // What a part is made of is in its key: of a file without one it is enough that it was made with what is at work.
  if (making?.site.keys.has(path) === false) making.site.mark(path, '');
  making?.store.put(fileParts, path, whole.digest('base64'), rows);
}
