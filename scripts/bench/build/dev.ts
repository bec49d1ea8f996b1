/** How soon `npm run dev` answers, and shows what changes. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { archive, npmArguments, root } from '../project.ts';
import { start, stop } from './command.ts';

/** Seconds; infinite if it did not come within {@link patience}. */
export interface DevTimes {
  /** From the start until the address is printed. */
  readonly address: number;
  /** From the start until the first page, the list of papers, is answered. */
  readonly ready: number;
  /** Until a paper's page is answered: the median of ten others, after one that warmed up. */
  readonly page: number;
  /** From an edit of an entry until its page shows it. */
  readonly edit: number;
  /** From a digest that is dropped into the folder until its page lists its papers. */
  readonly dropped: number;
}

/** Seconds. */
const patience = 300;

const since = (begun: number): number => (performance.now() - begun) / 1000;

/** A page; nothing if it is not there, or does not come. */
async function pageAt(url: string): Promise<string | undefined> {
  const answer = await fetch(url).catch(() => undefined);
  const html = await answer?.text().catch(() => undefined);
  return answer?.ok ? html : undefined;
}

/** Seconds until an address answers as wanted. */
async function until(
  url: string,
  wanted: (html: string) => boolean,
  begun: number,
): Promise<number> {
  while (since(begun) < patience) {
    const html = await Promise.race([
      pageAt(url),
      sleep(patience * 1000, undefined, { ref: false }),
    ]);
    if (html !== undefined && wanted(html)) return since(begun);
    await sleep(25);
  }
  return Number.POSITIVE_INFINITY;
}

/** The middle one. */
export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

const addressIn = (served: string): string | undefined =>
  /http:\/\/localhost:\d+\//.exec(stripVTControlCharacters(served))?.[0];

/**
 * Starts the server, asks it, and stops it. Entries and digests of the project change.
 *
 * @param digest what is dropped: its file's name, its id and a title in it
 */
export async function measureDev(
  digest: {
    readonly name: string;
    readonly id: string;
    readonly text: string;
    readonly title: string;
  },
  show: (text: string) => void,
): Promise<DevTimes> {
  const content = join(root, archive);
  show('the development server');
  const begun = performance.now();
  const server = start({
    args: [...(await npmArguments('dev')), '--port', '0'],
    cwd: root,
    env: { OFFPRINT_ARCHIVE: archive, ASTRO_DEV_BACKGROUND: '0' },
  });
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      const listen = (chunk: Buffer): void => {
        said += chunk.toString();
        const found = addressIn(said);
        if (found !== undefined) resolve(found);
      };
      server.stdout?.on('data', listen);
      server.stderr?.on('data', listen);
      server.once('error', reject);
      server.once('close', () => reject(new Error(`The development server ended:\n${said}`)));
    });
    const address = since(begun);
    const ready = await until(`${url}papers/`, () => true, begun);
    show('pages while editing');
    const files = (await readdir(join(content, 'papers'), { recursive: true }))
      .filter((name) => name.endsWith('.md'))
      .toSorted();
    const step = Math.max(1, Math.floor(files.length / 11));
    const some = files.filter((_, at) => at % step === 0).slice(0, 11);
    const pages: number[] = [];
    for (const file of some) {
      const page = `${url}papers/${basename(file, '.md')}/`;
      pages.push(await until(page, () => true, performance.now()));
    }
    show('an edit');
    const edited = join(content, 'papers', some[1] ?? '');
    const words = 'This sentence was written by the bench.';
    const text = await readFile(edited, 'utf8');
    let changed = performance.now();
    await writeFile(edited, `${text.trimEnd()} ${words}\n`);
    const page = `${url}papers/${basename(edited, '.md')}/`;
    const edit = await until(page, (html) => html.includes(words), changed);
    show('a dropped digest');
    changed = performance.now();
    await writeFile(join(content, 'digests', digest.name), digest.text);
    const list = `${url}digests/${digest.id}/`;
    const dropped = await until(list, (html) => html.includes(digest.title), changed);
    return { address, ready, page: median(pages.slice(1)), edit, dropped };
  } finally {
    await stop(server);
  }
}
