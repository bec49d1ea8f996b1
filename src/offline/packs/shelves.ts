/** Which files of a built site share packs. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuiltFile } from '../files.ts';
import { readerAddress } from '../plan.ts';
import { cutPaper, Listings, type CutPage } from './cut.ts';
import { group } from './group.ts';
import type { Packed } from './pack.ts';
import { paperOf, unpacked, type BuiltPaper } from './papers.ts';

/** What lies together in a pack or not at all. */
interface Item {
  /** Equal in the next edition. */
  readonly name: string;
  readonly load: () => Promise<readonly Packed[]> | readonly Packed[];
}

/** The packs of a row of items, each beginning where the one before ends. */
export type Shelf = readonly (readonly Item[])[];

/** Papers whose pages, neighbours, lines in lists and texts share a pack: some 0.3 to 0.8 MB before compression. */
const together = { pages: 96, related: 512, listed: 768, texts: 256 };
/** Bytes of other files that do. */
const packSize = 600_000;

const nameOf = ({ name }: Item): string => name;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const plain = (key: string, text: string): Packed => ({
  key,
  kind: 'plain',
  content: bytesOf(text),
});
const packedPage = (path: string, { frame, parts }: CutPage): Packed => ({
  key: readerAddress(path),
  kind: parts.length > 0 ? 'holes' : 'plain',
  content: bytesOf(frame),
});
const pageOf = (id: string): string => `papers/${id}/index.html`;
const isFragment = (path: string): boolean => path.startsWith('pagefind/fragment/');

interface Frame {
  readonly page: Packed;
  readonly parts: readonly string[];
}

/** A built site, as it is packed. */
export class Shelves {
  readonly #folder: string;
  /** Names of the parts that are a paper's begin with this. */
  readonly #beginning: ReadonlyMap<string, string>;
  /** Pages that are no paper's, by path. */
  readonly #frames = new Map<string, Frame>();
  /** What stands of papers in lists. */
  readonly #parts = new Map<string, Packed>();
  /** Id of a paper → the file with its text. */
  readonly #texts = new Map<string, string>();

  private constructor(folder: string, papers: readonly BuiltPaper[]) {
    this.#folder = folder;
    this.#beginning = new Map(papers.map(({ id }, at) => [id, `~${at.toString(36)}.`]));
  }

  /**
   * Looks through a site: lists are taken apart, papers' pages and texts are read when they are packed.
   *
   * @param papers the one listed first of all first
   */
  static async open(
    folder: string,
    files: readonly BuiltFile[],
    papers: readonly BuiltPaper[],
  ): Promise<Shelves> {
    const shelves = new Shelves(folder, papers);
    const listings = new Listings(papers.map(({ id }) => id));
    const own = new Set(papers.map(({ id }) => pageOf(id)));
    for (const { path } of files) {
      if (isFragment(path)) {
        const id = paperOf(await unpacked(join(folder, path)));
        if (id !== undefined) shelves.#texts.set(id, path);
      } else if (path.endsWith('.html') && !own.has(path)) {
        const cut = listings.cut(await readFile(join(folder, path), 'utf8'));
        for (const { key, text } of cut.parts)
          if (!shelves.#parts.has(key)) shelves.#parts.set(key, plain(key, text));
        const parts = cut.parts.map(({ key }) => key);
        shelves.#frames.set(path, { page: packedPage(path, cut), parts });
      }
    }
    return shelves;
  }

  /** Pages that are no paper's, by path. */
  get pages(): readonly string[] {
    return [...this.#frames.keys()];
  }

  /** Files as they are. */
  files(files: readonly BuiltFile[]): Shelf {
    const items = files.map(({ path, bytes }) => ({
      name: path,
      bytes,
      load: async (): Promise<Packed[]> => [
        {
          key: readerAddress(path),
          kind: 'plain',
          content: await readFile(join(this.#folder, path)),
        },
      ],
    }));
    return group(items, packSize, nameOf, ({ bytes }) => bytes);
  }

  /** Pages that are no paper's, without what stands of papers in them. */
  frames(paths: readonly string[]): Shelf {
    const items = paths.flatMap((path) => {
      const page = this.#frames.get(path)?.page;
      return page ? [{ name: path, bytes: page.content.length, load: () => [page] }] : [];
    });
    return group(items, packSize, nameOf, ({ bytes }) => bytes);
  }

  /** What stands of papers in lists: in all, or in those of some pages. */
  listed(papers: readonly BuiltPaper[], paths: readonly string[] = this.pages): Shelf {
    const keys = new Set(paths.flatMap((path) => this.#frames.get(path)?.parts ?? []));
    const byPaper = Map.groupBy([...keys].toSorted(), (key) => key.slice(0, key.indexOf('.') + 1));
    return this.#byPaper(papers, together.listed, (id) =>
      (byPaper.get(this.#beginning.get(id) ?? '') ?? []).flatMap(
        (key) => this.#parts.get(key) ?? [],
      ),
    );
  }

  /** The pages of papers, without what is near them: that changes more often. */
  papers(papers: readonly BuiltPaper[]): Shelf {
    return this.#byPaper(papers, together.pages, async (id) => [
      packedPage(pageOf(id), await this.#cut(id)),
    ]);
  }

  /** What is near papers. */
  related(papers: readonly BuiltPaper[]): Shelf {
    return this.#byPaper(papers, together.related, async (id) =>
      (await this.#cut(id)).parts.map(({ key, text }) => plain(key, text)),
    );
  }

  /** The texts of papers, as the search shows them. */
  texts(papers: readonly BuiltPaper[]): Shelf {
    return this.#byPaper(papers, together.texts, async (id) => {
      const key = this.#texts.get(id);
      if (key === undefined) return [];
      return [{ key, ...(await unpacked(join(this.#folder, key))) }];
    });
  }

  async #cut(id: string): Promise<CutPage> {
    const html = await readFile(join(this.#folder, pageOf(id)), 'utf8');
    return cutPaper(readerAddress(pageOf(id)), html);
  }

  #byPaper(
    papers: readonly BuiltPaper[],
    size: number,
    load: (id: string) => ReturnType<Item['load']>,
  ): Shelf {
    const items = papers.map(({ id }): Item => ({ name: id, load: () => load(id) }));
    return group(items, size, nameOf);
  }
}
