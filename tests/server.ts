/** A static server that behaves as GitHub Pages does: `index.html` of folders, `404.html`, ranges, a base path. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

export interface StaticServer {
  /** Address of the site's home page. */
  readonly url: string;
  /** Ends the server and every open connection. */
  close(): Promise<void>;
}

async function fileAt(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return path;
  return found?.isDirectory() ? fileAt(join(path, 'index.html')) : undefined;
}

/**
 * Serves a folder under a base path on a free port of this machine.
 *
 * @param base with slashes at both ends
 * @param asked is told the path of every request
 * @param ranges whether it knows ranges, as not every server does
 * @param port any that is free, if it is left out
 */
export async function serve(
  folder: string,
  base: string,
  asked: (path: string) => void = () => undefined,
  ranges = true,
  port = 0,
): Promise<StaticServer> {
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    asked(pathname);
    const inside = pathname.startsWith(base)
      ? normalize(`/${decodeURIComponent(pathname.slice(base.length))}`)
      : undefined;
    void (async () => {
      const file = inside === undefined ? undefined : await fileAt(join(folder, inside));
      const shown = file ?? join(folder, '404.html');
      const [, start, end] =
        /^bytes=(\d+)-(\d+)$/.exec((ranges && file && request.headers.range) || '') ?? [];
      const range = start === undefined ? undefined : { start: Number(start), end: Number(end) };
      response.writeHead(file === undefined ? 404 : range ? 206 : 200, {
        'content-type': types[extname(shown)] ?? 'application/octet-stream',
        ...(range && { 'content-range': `bytes ${start}-${end}/*` }),
      });
      createReadStream(shown, range)
        .on('error', () => response.end())
        .pipe(response);
    })();
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
