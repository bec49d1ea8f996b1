/** A project of the bench's own, built where it disturbs nothing. */
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'astro/zod';
import { setNames } from '../../src/topic-sets.ts';
import { archiveFolder } from '../../src/archive-folder.ts';
import { run } from './build/command.ts';
import { madeUpDigest } from './papers.ts';

export const repository = fileURLToPath(new URL('../..', import.meta.url));
/** The bench's folder; the built site is in `dist`. */
export const root = join(repository, '.cache', 'bench');
/** The archive's folder in it, whatever the owner's is called. */
export const archive = 'content';
const perDigest = 80;

/** What the archive is made of. */
export type Content =
  | { readonly kind: 'made up'; readonly papers: number }
  /** The digests of a folder. */
  | { readonly kind: 'digests'; readonly folder: string }
  /** The repository's own content. */
  | { readonly kind: 'own' };

/** Twenty-four made-up papers in Chinese and Japanese. */
const eastAsian = new URL('chinese-japanese.bib', import.meta.url);

/**
 * Makes the project under this one, so that Node finds the packages.
 *
 * @param options.languages with a digest more, of papers in Chinese and Japanese; not if the content is the repository's own
 * @param options.holdBack with the last digest beside the archive
 * @returns where that is
 */
export async function prepare(
  content: Content,
  { languages = false, holdBack = false }: { languages?: boolean; holdBack?: boolean } = {},
): Promise<string> {
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  for (const item of [
    'src',
    'public',
    'scripts',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ]) {
    await cp(join(repository, item), join(root, item), { recursive: true });
  }
  const own = archiveFolder(repository);
  const digests = join(root, archive, 'digests');
  await mkdir(digests, { recursive: true });
  if (content.kind === 'own') await cp(own, join(root, archive), { recursive: true });
  else await writeFile(join(root, archive, 'site.yaml'), `topics: { sets: [${setNames}] }\n`);
  if (content.kind === 'digests') {
    await cp(content.folder, digests, {
      recursive: true,
      filter: (path) => !path.endsWith('manifest.json'),
    });
  }
  if (content.kind === 'made up') {
    for (const [name, text] of madeUp(content.papers, holdBack)) {
      await writeFile(join(digests, name), text);
    }
  }
  if (languages && content.kind !== 'own') {
    await cp(eastAsian, join(digests, '2019-12-31-bench-languages.yes.bib'));
  }
  const last = holdBack ? (await readdir(digests)).toSorted().at(-1) : undefined;
  if (last === undefined) return '';
  await rename(join(digests, last), join(root, last));
  return join(root, last);
}

/** Digests of 80, one a day, by file name; with one more, the last has 80 papers of its own. */
function* madeUp(papers: number, oneMore: boolean): Generator<readonly [string, string]> {
  const day = new Date('2020-01-01T00:00:00Z');
  const next = (first: number, count: number): readonly [string, string] => {
    const name = `${day.toISOString().slice(0, 10)}-bench.yes.txt`;
    day.setUTCDate(day.getUTCDate() + 1);
    return [name, madeUpDigest(first, count)];
  };
  for (let first = 0; first < papers; first += perDigest) {
    yield next(first, Math.min(perDigest, papers - first));
  }
  if (oneMore) yield next(papers, perDigest);
}

/**
 * What `npm run NAME` gives Node.js.
 *
 * @throws Error if the last command of that script is none of Node.js
 */
export async function npmArguments(name: string): Promise<string[]> {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(await readFile(join(repository, 'package.json'), 'utf8')));
  const [program, ...args] = scripts[name]?.split(' && ').at(-1)?.split(' ') ?? [];
  if (program !== 'node') throw new Error(`npm run ${name} is no command of Node.js.`);
  return args;
}

/**
 * Builds the project.
 *
 * @param show is told the last line the build wrote
 * @throws Error if it fails
 */
export async function build(show: (text: string) => void): Promise<void> {
  const { code, output } = await run({
    args: await npmArguments('build'),
    cwd: root,
    env: { OFFPRINT_ARCHIVE: archive },
    show,
  });
  if (code !== 0) throw new Error(`The archive could not be built:\n${output.slice(-2000)}`);
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
