/** What a browser keeps of a site, so that it can be read without a network. Pure. */
import { createHash } from 'node:crypto';
import { wholeLimit } from '../site/schema.ts';
import type { BuiltFile } from '../publish/files.ts';
import { packFiles, packFormat } from './packs/lists.ts';

/** A file to keep: fetched with its hash, so that a file of another edition is never taken for it. */
export interface KeptFile {
  /** Address under the base path, as readers visit it and not encoded: `papers/soap/`. */
  readonly address: string;
  /** SHA-256 in base64. */
  readonly hash: string;
  readonly bytes: number;
}

export interface OfflinePlan {
  /** Name of this build: equal for equal files. */
  readonly edition: string;
  /** `whole`: every page and the search; `visited`: the shell, and pages as they are visited. */
  readonly mode: 'whole' | 'visited';
  /** Kept and served before any network: all of one edition. */
  readonly kept: readonly KeptFile[];
  /** Fetched ahead into the edition's own cache, and asked from the network first; empty if all is kept. */
  readonly ahead: readonly KeptFile[];
  /** What readers may choose to keep beside that; empty if all is kept. */
  readonly choice: readonly BuiltFile[];
}

/** Written after the plan: they tell what it is. */
const own = /^(?:sw\.js|edition\.txt|\.files\.jsonl)$/;

/** For machines or for taking away: needs a network anyway, or repeats what the pages hold. */
const notPages =
  /^(?:(?:cards|icons)\/.*|robots\.txt|manifest\.webmanifest|sitemap[^/]*\.xml|CNAME|\.nojekyll|archive\.(?:bib|jsonl)|feed\.css|feeds\.opml|(?:.*\/)?(?:feed\.(?:xml|json)|papers\.bib))$|\.map$/;

/** Named by their content: right whatever the edition. */
const immutable = /^_astro\//;

/** The page that stands for one that is not kept. */
export const offlinePage = 'offline/';

/** Where a reader of a large archive starts from. */
const shell =
  /^(?:(?:(?!offline\/)[a-z0-9-]+\/)?index\.html|search\/(?:suggest|words|index\/plan)\.json|favicon\.[a-z]+)$/;

/** The address of a file under the base path, as readers visit it. */
export const readerAddress = (path: string): string => path.replace(/(^|\/)index\.html$/, '$1');

const keep = ({ path, bytes, hash }: BuiltFile): KeptFile => ({
  address: readerAddress(path),
  hash,
  bytes,
});

/**
 * Decides what is kept.
 *
 * @param all files of the build, in order
 * @param base the base path, with slashes at both ends
 * @param limit bytes up to which a site is kept whole
 */
export function planOffline(
  all: readonly BuiltFile[],
  base: string,
  limit: number = wholeLimit,
): OfflinePlan {
  const files = all.filter(({ path }) => !own.test(path) && !packFiles.test(path));
  const edition = createHash('sha256')
    .update(JSON.stringify([packFormat, base, files.map(({ path, hash }) => [path, hash])]))
    .digest('hex')
    .slice(0, 16);
  const pages = files.filter(({ path }) => !notPages.test(path));
  const total = pages.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= limit)
    return { edition, mode: 'whole', kept: pages.map(keep), ahead: [], choice: [] };
  const always = ({ path }: BuiltFile): boolean =>
    immutable.test(path) || readerAddress(path) === offlinePage;
  return {
    edition,
    mode: 'visited',
    kept: pages.filter(always).map(keep),
    ahead: pages.filter(({ path }) => shell.test(path)).map(keep),
    choice: pages.filter((file) => !always(file)),
  };
}
