/** A built site as a copy that is read from a disk: which files it has, and how each is made. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import type { BuiltFile } from '../publish/files.ts';
import { packOf, planPacks, writePack } from './packs.ts';
import { portablePage, type CopiedSite } from './page.ts';
import { bundle } from './scripts.ts';
import { isFont, kindOf, type Kind } from './sorting.ts';
import { portableStyle } from './style.ts';

export interface CopiedFile {
  /** Path in the copy. */
  readonly path: string;
  /** Called once, in the order of the list: the last is made of what pages asked for. */
  make(): Promise<string | Uint8Array>;
}

export interface Copy {
  /** The archive's name, as its pages say it. */
  readonly name: string;
  readonly files: readonly CopiedFile[];
}

/** The name of the one script; not one that the owner's files are likely to have. */
const script = 'offprint.js';

/** What the site says of itself. */
function aboutSite(
  folder: string,
  where: string,
): { readonly base: string; readonly name: string } {
  const about: unknown = JSON.parse(readFileSync(join(folder, 'manifest.webmanifest'), 'utf8'));
  if (typeof about === 'object' && about !== null && 'scope' in about && 'name' in about)
    return { base: String(about.scope), name: String(about.name) };
  throw new Refusal([
    diagnostic('portable/scripts', { file: where }, { why: 'it has no base path' }),
  ]);
}

/** The address at which a site is read, as its home page says. */
const addressIn = (home: string): string | undefined =>
  /<link rel="canonical" href="([^"]+)"/.exec(home)?.[1];

/**
 * @param folder of the site, absolute
 * @param built its files
 * @param where how to name it in messages
 */
export function copyOf(folder: string, built: readonly BuiltFile[], where: string): Copy {
  const { base, name } = aboutSite(folder, where);
  const byKind = Map.groupBy(built, ({ path }) => kindOf(path));
  const of = (kind: Kind): readonly BuiltFile[] => byKind.get(kind) ?? [];
  const paths = new Set(built.map(({ path }) => path));
  const text = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');
  const has = (path: string): boolean => paths.has(path);
  const site: CopiedSite = {
    base,
    has,
    tops: new Set(built.map(({ path }) => path.split('/', 1)[0] ?? '')),
    name: addressIn(readFileSync(join(folder, 'index.html'), 'utf8')) ?? name,
    script,
  };
  const modules = new Set<string>(of('module').map(({ path }) => path));

  const page = ({ path }: BuiltFile): CopiedFile => ({
    path,
    async make() {
      const copied = portablePage(await text(path), path, site);
      for (const module of copied.modules) modules.add(module);
      return copied.html;
    },
  });
  const font = (path: string): Uint8Array | undefined =>
    has(path) ? readFileSync(join(folder, path)) : undefined;
  const style = ({ path }: BuiltFile): CopiedFile => ({
    path,
    make: async () => portableStyle(await text(path), path, site, font),
  });
  const plain = ({ path }: BuiltFile): CopiedFile => ({
    path,
    make: () => readFile(join(folder, path)),
  });
  const packs = planPacks(of('data'));
  const packed = Map.groupBy(of('data'), ({ path }) => packOf(path, packs) ?? '');
  const pack = ([path, files]: readonly [string, readonly BuiltFile[]]): CopiedFile => ({
    path,
    make: async () =>
      writePack(
        await Promise.all(
          files.map(async (file) => ({
            path: file.path,
            bytes: await readFile(join(folder, file.path)),
          })),
        ),
      ),
  });
  const last: CopiedFile = {
    path: script,
    async make() {
      const { code, bases } = await bundle(folder, base, [...modules], packs);
      if (bases === 0) {
        const why = 'its scripts do not say where it is';
        throw new Refusal([diagnostic('portable/scripts', { file: where }, { why })]);
      }
      return code;
    },
  };
  const isHome = ({ path }: BuiltFile): boolean => path === 'index.html';
  return {
    name,
    files: [
      // What is opened is seen first.
      ...of('page').filter(isHome).map(page),
      ...of('page')
        .filter((file) => !isHome(file))
        .map(page),
      ...of('style').map(style),
      ...of('file')
        .filter(({ path }) => !isFont(path) || !path.startsWith('_astro/'))
        .map(plain),
      ...[...packed].map(pack),
      last,
    ],
  };
}
