/** Serves the last build's search index while the site is edited. */
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { sendFile } from '../send-file.ts';
import { indexFolder } from './index/plan.ts';
import { textsFolder } from './index/text-files.ts';

/** Folders of a built site that hold the index. */
const folders = ['pagefind', indexFolder, textsFolder];

/**
 * The file of the index that an address means.
 *
 * @param url path and query of a request
 * @param base the site's base path
 * @param site folder of the last build, absolute
 * @returns undefined if the address is not below a folder of the index; `outside` for one that leaves it
 */
export function indexFile(
  url: string,
  base: string,
  site: string,
): { readonly file: string } | 'outside' | undefined {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  // Vite may have taken the base path off already.
  const start = [`${base.replace(/(?<!\/)\/+$/, '')}/`, '/'].find((prefix) =>
    folders.some((folder) => path.startsWith(`${prefix}${folder}/`)),
  );
  const folder = folders.find((name) => path.startsWith(`${start}${name}/`));
  if (start === undefined || folder === undefined) return undefined;
  try {
    const name = decodeURIComponent(path.slice(start.length));
    const file = join(site, name);
    return file.startsWith(join(site, folder) + sep) && !name.includes('\0') && !name.endsWith('/')
      ? { file }
      : 'outside';
  } catch {
    return 'outside';
  }
}

/**
 * Answers requests for the index from the last build; 404 with what to do if there is none.
 *
 * @returns a handler of Node's kind, that passes on every other request
 */
export function serveIndex(base: string, site: string) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const found = indexFile(request.url ?? '', base, site);
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
