/** Serves the last build's search index while the site is edited. */
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { sendFile } from '../send-file.ts';

/**
 * The file of the index that an address means.
 *
 * @param url path and query of a request
 * @param base the site's base path
 * @param bundle folder of the index, absolute
 * @returns undefined if the address is not below `BASE/pagefind/`; `outside` for one that leaves it
 */
export function indexFile(
  url: string,
  base: string,
  bundle: string,
): { readonly file: string } | 'outside' | undefined {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  // Vite may have taken the base path off already.
  const prefix = [`${base.replace(/(?<!\/)\/+$/, '')}/pagefind/`, '/pagefind/'].find((start) =>
    path.startsWith(start),
  );
  if (prefix === undefined) return undefined;
  try {
    const name = decodeURIComponent(path.slice(prefix.length));
    const file = join(bundle, name);
    return file.startsWith(bundle + sep) && !name.includes('\0') ? { file } : 'outside';
  } catch {
    return 'outside';
  }
}

/**
 * Answers requests below `BASE/pagefind/` from the last build; 404 with what to do if there is none.
 *
 * @returns a handler of Node's kind, that passes on every other request
 */
export function serveIndex(base: string, bundle: string) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const found = indexFile(request.url ?? '', base, bundle);
    if (found === undefined) {
      next();
      return;
    }
    void (async () => {
      const file = found === 'outside' ? undefined : found.file;
      const isFile = file !== undefined && (await stat(file).catch(() => undefined))?.isFile();
      if (file === undefined || isFile !== true) {
        response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
        response.end('There is no search index yet: run `npm run build` once.\n');
        return;
      }
      sendFile(response, file);
    })();
  };
}
