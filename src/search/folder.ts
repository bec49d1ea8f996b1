/** Searches a built site where it lies: the site's own search, without a browser. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../diagnostics/file-system.ts';
import { SearchError } from './answer.ts';
import { connectBy } from './connect.ts';
import { SearchEngine } from './engine.ts';

/**
 * The search of a built site. Phrases are looked up in the papers' texts: Pagefind's own index is for browsers.
 *
 * @param folder of the site, absolute
 */
export const searchIn = (folder: string): SearchEngine =>
  new SearchEngine(() =>
    connectBy(
      async (path, gone) => {
        try {
          return new Response(await readFile(join(folder, path)));
        } catch (cause) {
          throw new SearchError(errorCode(cause) === 'ENOENT' ? gone : 'unreachable', { cause });
        }
      },
      () => Promise.resolve(undefined),
    ),
  );
