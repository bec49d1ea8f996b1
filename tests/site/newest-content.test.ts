import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createServer, isRunnableDevEnvironment, type ViteDevServer } from 'vite';
import { newestContent } from '../../src/site/newest-content.ts';

let folder: string;
let file: string;
let server: ViteDevServer;
/** What reads the content now. */
const readings: PromiseWithResolvers<string>[] = [];
const content = '\0astro:data-layer-content';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-newest-'));
  file = join(folder, 'store.json');
  server = await createServer({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    server: { middlewareMode: true, watch: null, ws: false },
    plugins: [
      {
        name: 'content',
        resolveId: (id) => (id === 'content' ? content : undefined),
        load: async (id) => {
          if (id !== content) return undefined;
          const reading = Promise.withResolvers<string>();
          readings.push(reading);
          return `export default ${JSON.stringify(await reading.promise)}`;
        },
      },
    ],
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** What a page is made of; the content is read as `text` if it is read. */
async function page(text: string, meanwhile = () => Promise.resolve()): Promise<unknown> {
  const { ssr } = server.environments;
  if (!isRunnableDevEnvironment(ssr)) throw new Error('No environment that runs modules.');
  const made = ssr.runner.import('content');
  for (let tries = 0; tries < 20 && readings.length === 0; tries++) await wait(5);
  await meanwhile();
  readings.pop()?.resolve(text);
  return (await made).default;
}

/** Answers a request with what `make` gives. */
async function answer(
  handler: ReturnType<typeof newestContent>,
  make: () => Promise<unknown>,
): Promise<unknown> {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  let passedOn = false;
  await handler(request, response, () => (passedOn = true));
  expect(passedOn).toBe(true);
  const made = await make();
  response.emit('close');
  await wait(20);
  return made;
}

/** As Astro does it when it has written the file. */
function invalidateLikeAstro(): void {
  const { moduleGraph } = server.environments.ssr;
  const known = moduleGraph.getModuleById(content);
  if (known) moduleGraph.invalidateModule(known, undefined, Date.now(), true);
}

it('shows what was written while an older content was being read', async () => {
  const handler = newestContent(server, file);
  await writeFile(file, 'one');
  expect(await answer(handler, () => page('one'))).toBe('one');
  await writeFile(file, 'two, a little longer');
  const late = () =>
    page('two', async () => {
      await writeFile(file, 'three, the last');
      invalidateLikeAstro();
    });
  expect(await answer(handler, late)).toBe('two');
  // Vite would go on with two.
  expect(await page('three')).toBe('two');
  expect(await answer(handler, () => page('three'))).toBe('three');
  // And nothing is read again without need.
  expect(await answer(handler, () => page('four'))).toBe('three');
});

it('passes on requests when nothing was written yet', async () => {
  const handler = newestContent(server, join(folder, 'none'));
  expect(await answer(handler, () => Promise.resolve('a page'))).toBe('a page');
});
