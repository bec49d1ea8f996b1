/** A project of the bench's own, built where it disturbs nothing. */
import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inArchive, digestsFolder, topicsFolder } from '../../src/archive-folder.ts';
import { madeUpDigest } from './papers.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
/** The bench's folder; the built site is in `dist`. */
export const root = join(repository, '.cache', 'bench');
const perDigest = 80;

/** What the archive is made of. */
export type Content =
  | { readonly kind: 'made up'; readonly papers: number }
  /** The digests of a folder. */
  | { readonly kind: 'digests'; readonly folder: string }
  /** The repository's own content. */
  | { readonly kind: 'own' };

export interface Measured {
  readonly seconds: number;
  /** Highest resident memory of the process, in MB; NaN where /proc does not tell. */
  readonly memory: number;
  readonly code: number | null;
}

/** Twenty-four made-up papers in Chinese and Japanese. */
const eastAsian = new URL('chinese-japanese.bib', import.meta.url);

/**
 * Makes the project under this one, so that Node finds the packages.
 *
 * @param languages with a digest more, of papers in Chinese and Japanese; not if the content is the repository's own
 */
export async function prepare(content: Content, languages = false): Promise<void> {
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  const copied = ['src', 'public', 'scripts', 'astro.config.mjs', 'package.json', 'tsconfig.json'];
  const kept = content.kind === 'own' ? inArchive() : topicsFolder();
  for (const item of [...copied, kept]) {
    await cp(join(repository, item), join(root, item), { recursive: true });
  }
  const target = resolve(root, digestsFolder());
  await mkdir(target, { recursive: true });
  if (content.kind === 'digests') {
    await cp(content.folder, target, {
      recursive: true,
      filter: (path) => !path.endsWith('manifest.json'),
    });
  }
  if (content.kind === 'made up') await makeUp(target, content.papers);
  if (languages && content.kind !== 'own') {
    await cp(eastAsian, join(target, '2019-12-31-bench-languages.yes.bib'));
  }
}

async function makeUp(target: string, papers: number): Promise<void> {
  const day = new Date('2020-01-01T00:00:00Z');
  for (let first = 0; first < papers; first += perDigest) {
    const name = `${day.toISOString().slice(0, 10)}-bench.yes.txt`;
    await writeFile(join(target, name), madeUpDigest(first, Math.min(perDigest, papers - first)));
    day.setUTCDate(day.getUTCDate() + 1);
  }
}

async function peakMemory(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1000;
}

/**
 * Builds the project, watching the memory.
 *
 * @param show is told the last line the build wrote
 */
export async function build(show: (text: string) => void): Promise<Measured> {
  const start = performance.now();
  const astro = join(repository, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const child = spawn(process.execPath, [astro, 'build'], {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.on('data', (chunk: Buffer) =>
    show(chunk.toString().trim().split('\n').at(-1) ?? ''),
  );
  let memory = Number.NaN;
  const timer = setInterval(() => {
    void (async () => {
      const now = await peakMemory(child.pid);
      memory = Number.isNaN(now) ? memory : now;
    })();
  }, 250);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(timer);
  return { seconds: (performance.now() - start) / 1000, memory, code };
}

/** Removes the project. */
export function remove(): Promise<void> {
  return rm(root, { recursive: true, force: true });
}

/**
 * A number from the command line.
 *
 * @returns undefined if it is no whole number from 1 on
 */
export function wholeNumber(text: string): number | undefined {
  const number = Number(text);
  return Number.isSafeInteger(number) && number >= 1 ? number : undefined;
}
