import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveCounted, type BenchServer } from '../../scripts/bench/search/server.ts';

const text = 'the same words again and again '.repeat(1000);
let folder = '';
let server: BenchServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bench-'));
  await mkdir(join(folder, 'search'));
  await writeFile(join(folder, 'search', 'index.html'), text);
  await writeFile(join(folder, 'part.pf_index'), text);
  await writeFile(join(folder, '404.html'), 'nowhere');
  server = await serveCounted(folder, '/repo/', new Map([['extra.html', 'a page of the bench']]));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** Fetches and counts. */
async function sentFor(path: string, encoding = 'gzip'): Promise<[Response, string, number]> {
  const before = server.sent();
  const response = await fetch(server.url + path, { headers: { 'accept-encoding': encoding } });
  return [response, await response.text(), server.sent() - before];
}

test('text goes out compressed, and the bytes sent are counted, headers among them', async () => {
  const [response, body, sent] = await sentFor('search/?q=anything');
  expect(body).toBe(text);
  expect(response.headers.get('content-encoding')).toBe('gzip');
  const length = Number(response.headers.get('content-length'));
  expect(length).toBeLessThan(text.length / 10);
  expect(sent).toBeGreaterThan(length);
  expect(sent).toBeLessThan(length + 1000);
});

test('what is no text goes out as it is', async () => {
  const [response, body, sent] = await sentFor('part.pf_index');
  expect(body).toBe(text);
  expect(response.headers.get('content-encoding')).toBeNull();
  expect(sent).toBeGreaterThan(text.length);
});

test('who cannot unpack gets it plain', async () => {
  const [response, body] = await sentFor('search/', 'identity');
  expect(response.headers.get('content-encoding')).toBeNull();
  expect(body).toBe(text);
});

test('pages of the bench stand beside the site', async () => {
  const [response, body] = await sentFor('extra.html');
  expect(response.headers.get('content-type')).toMatch('text/html');
  expect(body).toBe('a page of the bench');
});

test.each(['missing/', '../outside', '%2e%2e%2f%2e%2e%2fetc/passwd'])(
  '%s is not there',
  async (path) => {
    const [response, body] = await sentFor(path);
    expect([response.status, body]).toEqual([404, 'nowhere']);
  },
);

test('a slow line brings the same, whole', async () => {
  server.setLine({ roundTrip: 1, bytesPerSecond: 10_000_000 });
  const [, body, sent] = await sentFor('part.pf_index');
  server.setLine(undefined);
  expect(body).toBe(text);
  expect(sent).toBeGreaterThan(text.length);
});

test('without a network nothing is answered, not even over an open connection; then all is again', async () => {
  const [, body] = await sentFor('search/');
  server.cut(true);
  await expect(fetch(`${server.url}search/`)).rejects.toThrow('fetch failed');
  server.cut(false);
  expect((await sentFor('search/'))[1]).toBe(body);
});
