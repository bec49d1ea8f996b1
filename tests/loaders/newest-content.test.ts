import { mkdtemp, rm } from 'node:fs/promises';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createServer, type ViteDevServer } from 'vite';
import { loadedContent, setLoaded } from '../../src/loaders/loaded.ts';
import { newestContent } from '../../src/loaders/follow-content.ts';

let folder: string;
let server: ViteDevServer;
/** What a page is made of, as Astro keeps it until it is told to forget it. */
let kept: string | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-newest-'));
  server = await createServer({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    server: { middlewareMode: true, watch: null, ws: false },
  });
  server.environments.ssr.hot.send = () => {
    kept = undefined;
  };
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const load = (title: string): void => {
  const topic = { label: title, description: '', terms: [], exclude: [], ignore: [], context: [] };
  setLoaded('topics', [{ ...topic, id: 'a', notes: '', threshold: 7 }], title);
};

/** What is loaded now, as a page that is made of it shows it. */
const loaded = (): string =>
  loadedContent()
    .topics.map(({ label }) => label)
    .join();

/** Answers a request; `meanwhile` happens after the content was read and before it is kept. */
function answer(
  handler: ReturnType<typeof newestContent>,
  meanwhile: () => void = () => undefined,
): string {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  let passedOn = false;
  handler(request, response, () => (passedOn = true));
  expect(passedOn).toBe(true);
  const page = kept ?? loaded();
  meanwhile();
  kept = page;
  response.emit('close');
  return page;
}

it('shows what was loaded while a page of an older content was being made', () => {
  const handler = newestContent(server);
  load('one');
  expect(answer(handler)).toBe('one');
  load('two');
  expect(answer(handler, () => load('three'))).toBe('two');
  // Astro would go on with two.
  expect(kept).toBe('two');
  expect(answer(handler)).toBe('three');
});

it('has nothing made anew without need', () => {
  const handler = newestContent(server);
  answer(handler);
  kept = 'as it was';
  load('three');
  expect(answer(handler)).toBe('as it was');
});
