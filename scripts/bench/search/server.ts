/** Serves a built site as a static host does, and counts what goes over the network. */
import { readFile, stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/octet-stream',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
/** What GitHub Pages compresses; anything else goes out as it is. */
const compressed = new Set(['.html', '.css', '.js', '.json', '.svg', '.xml', '.txt']);

/** A line to the reader that is slower than this machine's own. */
export interface Line {
  /** From a request to the first byte of its answer, in milliseconds. */
  readonly roundTrip: number;
  /** Shared by all that is on its way. */
  readonly bytesPerSecond: number;
}

/** A slow phone's: "slow 4G" of Lighthouse and PageSpeed, 150 ms and 1,638.4 Kbps of 1,024 bits (its `mobileSlow4G`). */
export const slowLine: Line = { roundTrip: 150, bytesPerSecond: (1.6 * 1024 * 1024) / 8 };

export interface BenchServer {
  /** Address of the site's home page. */
  readonly url: string;
  /** Bytes sent so far, headers among them. */
  sent(): number;
  /** Requests so far. */
  requests(): number;
  /** Answers from now on as over this line; undefined: as fast as it goes. A new line has not been used yet. */
  setLine(line: Line | undefined): void;
  /** Breaks off every connection, the open ones too, until it is called with `false`: there is no network. */
  cut(off: boolean): void;
  close(): Promise<void>;
}

const pack = promisify(gzip);
const chunk = 4096;

async function fileAt(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return path;
  return found?.isDirectory() ? fileAt(join(path, 'index.html')) : undefined;
}

/**
 * Serves a folder on a free port of this machine.
 *
 * @param base path of the home page, with slashes at both ends
 * @param pages further pages: path under the base → HTML
 */
export async function serveCounted(
  folder: string,
  base = '/',
  pages: ReadonlyMap<string, string> = new Map(),
): Promise<BenchServer> {
  const sockets = new Set<Socket>();
  let sentBefore = 0;
  let requests = 0;
  let off = false;
  let line: Line | undefined;
  let opened = false;
  let free = 0;
  const packed = new Map<string, Buffer>();

  async function send(response: ServerResponse, body: Buffer): Promise<void> {
    const pace = line;
    if (pace === undefined) {
      response.end(body);
      return;
    }
    // The first request waits for the connection to be made and secured as well; others share it, as in HTTP/2.
    const trips = opened ? 1 : 3;
    opened = true;
    await sleep(pace.roundTrip * trips);
    for (let at = 0; at < body.length; at += chunk) {
      const part = body.subarray(at, at + chunk);
      free = Math.max(free, performance.now()) + (part.length / pace.bytesPerSecond) * 1000;
      await sleep(Math.max(0, free - performance.now()));
      response.write(part);
    }
    response.end();
  }

  /** A page of the bench's own, or a file of the site; neither outside the base. */
  async function find(pathname: string): Promise<string | undefined> {
    if (!pathname.startsWith(base)) return undefined;
    const path = decodeURIComponent(pathname.slice(base.length));
    return pages.has(path) ? path : fileAt(join(folder, normalize(`/${path}`)));
  }

  async function answer(path: string, zipped: boolean, response: ServerResponse): Promise<void> {
    const found = await find(path);
    const page = found === undefined ? undefined : pages.get(found);
    const file = found ?? join(folder, '404.html');
    const extension = page === undefined ? extname(file) : '.html';
    const pressing = zipped && compressed.has(extension);
    const key = `${file} ${pressing}`;
    let body = packed.get(key);
    if (body === undefined) {
      const plain =
        page === undefined
          ? await readFile(file).catch(() => Buffer.from('Not found'))
          : Buffer.from(page);
      body = pressing ? await pack(plain) : plain;
      packed.set(key, body);
    }
    response.writeHead(found === undefined ? 404 : 200, {
      'content-type': types[extension] ?? 'application/octet-stream',
      'cache-control': 'max-age=600',
      'content-length': body.length,
      ...(pressing && { 'content-encoding': 'gzip', vary: 'Accept-Encoding' }),
    });
    await send(response, body);
  }

  const server = createServer((request, response) => {
    requests++;
    if (off) {
      request.socket.destroy();
      return;
    }
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const zipped = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    answer(pathname, zipped, response).catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      sentBefore += socket.bytesWritten;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    sent: () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, sentBefore),
    requests: () => requests,
    cut: (wanted) => {
      off = wanted;
      if (off) for (const socket of sockets) socket.destroy();
    },
    setLine: (wanted) => {
      line = wanted;
      opened = false;
      free = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
