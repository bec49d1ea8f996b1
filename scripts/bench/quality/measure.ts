/** Measures a page of every kind of a built site. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { launch } from '../search/chromium.ts';
import { serveCounted } from '../search/server.ts';
import { samplesOf } from './kinds.ts';
import { lighthouse } from './lighthouse.ts';
import type { Measured, Site } from './report.ts';
import { visit } from './visit.ts';

export interface Measuring {
  /** The script of axe-core. */
  readonly axe: string;
  /** The command of Lighthouse; without it there are no scores. */
  readonly command: string | undefined;
  readonly runs: number;
  /** The kinds that Lighthouse is asked of; otherwise all. */
  readonly ask: readonly string[] | undefined;
  readonly signal: AbortSignal;
  /** Is told how far it is. */
  readonly show: (text: string) => void;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

async function papersOf(folder: string): Promise<number> {
  const all = await readFile(join(folder, 'archive.jsonl'), 'utf8');
  return all.split('\n').filter((line) => line !== '').length;
}

/**
 * @param folder of the built site, under `/`
 * @throws the signal's reason when it is cancelled
 */
export async function measureSite(folder: string, measuring: Measuring): Promise<Site> {
  const { axe, command, runs, ask, signal, show } = measuring;
  const samples = await samplesOf(folder);
  const papers = await papersOf(folder);
  const port = await freePort();
  const server = await serveCounted(folder);
  const browser = await launch([`--remote-debugging-port=${port}`]);
  try {
    const pages: Measured[] = [];
    for (const [at, { kind, address }] of samples.entries()) {
      signal.throwIfAborted();
      show(`${folder}: ${kind}, ${at + 1} of ${samples.length}`);
      const seen = await visit(browser, server.url, address, axe);
      const scores =
        command === undefined || ask?.includes(kind) === false
          ? undefined
          : await lighthouse(command, server.url + address, port, seen.hidden, runs);
      pages.push({ kind, address, ...seen, ...(scores && { scores }) });
    }
    return { papers, pages };
  } finally {
    await browser.close();
    await server.close();
  }
}
