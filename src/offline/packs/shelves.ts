/** Which files of a built site share packs. */
import type { SiteFolder } from '../../publish/site-folder.ts';
import type { BuiltFile } from '../files.ts';
import { readerAddress } from '../plan.ts';
import { Cutter, hasHoles, holesOf, ownerOf, type CutPage } from './cut.ts';
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

/** Papers whose pages, neighbours, parts and texts share a pack: some 0.3 to 0.8 MB before compression. */
const together = { pages: 96, related: 1024, parts: 768, texts: 128 };
/** Bytes of other files that do. */
const packSize = 600_000;

const nameOf = ({ name }: Item): string => name;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const packed = (key: string, text: string): Packed => ({
  key,
  kind: hasHoles(text) ? 'holes' : 'plain',
  content: bytesOf(text),
});
const pageOf = (id: string): string => `papers/${id}/index.html`;
const isFragment = (path: string): boolean => path.startsWith('pagefind/fragment/');

/** A page, or a part of one, and what it lacks. */
interface Frame {
  readonly page: Packed;
  readonly parts: readonly string[];
}

const frameOf = (key: string, text: string): Frame => ({
  page: packed(key, text),
  parts: holesOf(text),
});

/** A built site, as it is packed. */
export class Shelves {
  readonly #site: SiteFolder;
  readonly #papers: readonly BuiltPaper[];
  readonly #cutter: Cutter;
  /** Pages that are no paper's, by path. */
  readonly #frames = new Map<string, Frame>();
  /** What is near papers, by their ids. */
  readonly #related = new Map<string, Frame>();
  /** What stands of papers in lists and in other papers' pages. */
  readonly #parts = new Map<string, Packed>();
  /** Id of a paper → the file with its text. */
  readonly #texts = new Map<string, string>();

  private constructor(site: SiteFolder, papers: readonly BuiltPaper[]) {
    this.#site = site;
    this.#papers = papers;
    this.#cutter = new Cutter(papers.map(({ id }) => id));
  }

  /**
   * Looks through a site.
   *
   * @param papers the one listed first of all first
   */
  static async open(
    site: SiteFolder,
    files: readonly BuiltFile[],
    papers: readonly BuiltPaper[],
  ): Promise<Shelves> {
    const shelves = new Shelves(site, papers);
    await shelves.#read(files);
    return shelves;
  }

  async #read(files: readonly BuiltFile[]): Promise<void> {
    const own = new Set(this.#papers.map(({ id }) => pageOf(id)));
    for (const { path } of files) {
      if (isFragment(path)) {
        const id = paperOf(await unpacked(await this.#site.read(path)));
        if (id !== undefined) this.#texts.set(id, path);
      } else if (path.endsWith('.html') && !own.has(path)) {
        const { frame, parts } = this.#cutter.list((await this.#site.read(path)).toString());
        this.#frames.set(path, frameOf(readerAddress(path), frame));
        for (const { key, text } of parts)
          if (!this.#parts.has(key)) this.#parts.set(key, packed(key, text));
      }
    }
    for (const { key, text } of this.#cutter.links) this.#parts.set(key, packed(key, text));
    for (const { id } of this.#papers) {
      const [near] = (await this.#cut(id)).parts;
      if (near !== undefined) this.#related.set(id, frameOf(near.key, near.text));
    }
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
          content: await this.#site.read(path),
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

  /** What pages and the pages of papers lack, but for what is near papers. */
  lackedBy(paths: readonly string[], papers: readonly BuiltPaper[]): ReadonlySet<string> {
    const found = [
      ...paths.map((path) => this.#frames.get(path)),
      ...papers.map(({ id }) => this.#related.get(id)),
    ];
    return new Set(found.flatMap((frame) => frame?.parts ?? []));
  }

  /**
   * What stands of papers in lists and in other papers' pages.
   *
   * @param wanted names of parts; all, if it is left out: an old pack stays the same when a new page names a paper
   */
  parts(papers: readonly BuiltPaper[], wanted?: ReadonlySet<string>): Shelf {
    const keys = [...this.#parts.keys()].filter((key) => wanted?.has(key) ?? true);
    const byPaper = Map.groupBy(
      keys.toSorted(),
      (key) => this.#papers[ownerOf(key) ?? Number.NaN]?.id ?? '',
    );
    const some = papers.filter(({ id }) => byPaper.has(id));
    return this.#byPaper(some, together.parts, (id) =>
      (byPaper.get(id) ?? []).flatMap((key) => this.#parts.get(key) ?? []),
    );
  }

  /** The pages of papers, without what is near them: that changes more often. */
  papers(papers: readonly BuiltPaper[]): Shelf {
    return this.#byPaper(papers, together.pages, async (id) => [
      packed(readerAddress(pageOf(id)), (await this.#cut(id)).frame),
    ]);
  }

  /** What is near papers. */
  related(papers: readonly BuiltPaper[]): Shelf {
    return this.#byPaper(papers, together.related, (id) => {
      const near = this.#related.get(id);
      return near ? [near.page] : [];
    });
  }

  /** The texts of papers, as the search shows them. */
  texts(papers: readonly BuiltPaper[]): Shelf {
    return this.#byPaper(papers, together.texts, async (id) => {
      const key = this.#texts.get(id);
      if (key === undefined) return [];
      return [{ key, ...(await unpacked(await this.#site.read(key))) }];
    });
  }

  async #cut(id: string): Promise<CutPage> {
    const html = (await this.#site.read(pageOf(id))).toString();
    return this.#cutter.paper(readerAddress(pageOf(id)), html);
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
