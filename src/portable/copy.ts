/** A built site as a copy that is read from a disk: which files it has, and how each is made. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnostic } from '../diagnostics/diagnostic.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import type { BuiltFile } from '../publish/files.ts';
import { packOf, planPacks, writePack, type Packs } from './packs.ts';
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

/** How the files of a site are made for its copy. */
class Copier {
  readonly #folder: string;
  readonly #site: CopiedSite;
  /** Scripts of the pages that have been made, and those that are fetched later. */
  readonly #modules: Set<string>;

  constructor(folder: string, site: CopiedSite, modules: Iterable<string>) {
    this.#folder = folder;
    this.#site = site;
    this.#modules = new Set(modules);
  }

  #text(path: string): Promise<string> {
    return readFile(join(this.#folder, path), 'utf8');
  }

  page({ path }: BuiltFile): CopiedFile {
    return {
      path,
      make: async () => {
        const copied = portablePage(await this.#text(path), path, this.#site);
        for (const module of copied.modules) this.#modules.add(module);
        return copied.html;
      },
    };
  }

  style({ path }: BuiltFile): CopiedFile {
    const font = (file: string): Uint8Array | undefined =>
      this.#site.has(file) ? readFileSync(join(this.#folder, file)) : undefined;
    return {
      path,
      make: async () => portableStyle(await this.#text(path), path, this.#site, font),
    };
  }

  plain({ path }: BuiltFile): CopiedFile {
    return { path, make: () => readFile(join(this.#folder, path)) };
  }

  pack(path: string, files: readonly BuiltFile[]): CopiedFile {
    const read = async (file: BuiltFile) => ({
      path: file.path,
      bytes: await readFile(join(this.#folder, file.path)),
    });
    return { path, make: async () => writePack(await Promise.all(files.map(read))) };
  }

  /**
   * The one script, made of those that the pages asked for.
   *
   * @param where how to name the site in messages
   */
  script(packs: Packs, where: string): CopiedFile {
    return {
      path: script,
      make: async () => {
        const { base } = this.#site;
        const { code, bases } = await bundle(this.#folder, base, [...this.#modules], packs);
        if (bases > 0) return code;
        const why = 'its scripts do not say where it is';
        throw new Refusal([diagnostic('portable/scripts', { file: where }, { why })]);
      },
    };
  }
}

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
  const site: CopiedSite = {
    base,
    has: (path) => paths.has(path),
    tops: new Set(built.map(({ path }) => path.split('/', 1)[0] ?? '')),
    name: addressIn(readFileSync(join(folder, 'index.html'), 'utf8')) ?? name,
    script,
  };
  const modules = of('module').map(({ path }) => path);
  const copier = new Copier(folder, site, modules);
  const packs = planPacks(of('data'));
  const packed = Map.groupBy(of('data'), ({ path }) => packOf(path, packs) ?? '');
  const isHome = ({ path }: BuiltFile): boolean => path === 'index.html';
  return {
    name,
    files: [
      // What is opened is seen first.
      ...of('page')
        .toSorted((a, b) => Number(isHome(b)) - Number(isHome(a)))
        .map((file) => copier.page(file)),
      ...of('style').map((file) => copier.style(file)),
      ...of('file')
        .filter(({ path }) => !isFont(path) || !path.startsWith('_astro/'))
        .map((file) => copier.plain(file)),
      ...Array.from(packed, ([path, files]) => copier.pack(path, files)),
      copier.script(packs, where),
    ],
  };
}
