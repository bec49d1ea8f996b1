/** The packs of all that is no paper's: pages of lists, and files as they are. */
import type { SiteFolder } from '../../publish/site-folder.ts';
import { asJson, type Kind } from '../../store/kind.ts';
import type { Store } from '../../store/store.ts';
import type { BuiltFile } from '../../publish/files.ts';
import { readerAddress } from '../plan.ts';
import { cutList, listedIn, withoutMark } from './cut.ts';
import { hasHoles } from './fill.ts';
import { group } from '../../grouping.ts';
import { writePack, type Packed } from './pack.ts';
import { inTurn } from './in-turn.ts';
import type { PaperShelf } from './paper-shelf.ts';
import { keyOf, type Dictionary, type NewPack, type Volume, type Volumes } from './volumes.ts';

/** Bytes that share a pack, before compression: of lists, which change often, and of files. */
const sizes = { lists: 250_000, files: 600_000 };

/** Ids of the papers that a page lists. */
const mentions: Kind<readonly string[]> = {
  name: 'offline-lists',
  modules: ['src/offline/packs/cut.ts'],
  together: true,
  codec: asJson(),
};

const grouped = (files: readonly BuiltFile[], size: number): BuiltFile[][] =>
  group(
    files,
    size,
    ({ path }) => path,
    ({ bytes }) => bytes,
  );

/** Makes the packs of lists and files, one in each volume. */
export class OtherShelves {
  readonly #site: SiteFolder;
  readonly #volumes: Volumes;
  readonly #store: Store | undefined;
  #lists: ReadonlyMap<string, readonly string[]> = new Map();

  constructor(site: SiteFolder, volumes: Volumes, store: Store | undefined) {
    this.#site = site;
    this.#volumes = volumes;
    this.#store = store;
  }

  /** A dictionary as a pack. */
  dictionaries(some: readonly Dictionary[]): Promise<Volume> {
    const packs = some.map(({ name, content }) => ({ key: name, make: async () => ({ content }) }));
    return this.#volumes.provide({ id: 'dictionaries', packs });
  }

  /** Files as they are. */
  files(files: readonly BuiltFile[]): Promise<Volume[]> {
    const make = async (some: readonly BuiltFile[]): Promise<NewPack> => {
      const packed = some.map(async ({ path }): Promise<Packed> => {
        const content = await this.#site.read(path);
        return { key: readerAddress(path), kind: 'plain', content };
      });
      return { content: writePack(await Promise.all(packed)) };
    };
    return inTurn(grouped(files, sizes.files), (some) => {
      const key = keyOf(some.map(({ path, hash }) => [path, hash]));
      const id = `files/${some[0]?.path}`;
      return this.#volumes.provide({ id, packs: [{ key, make: () => make(some) }] });
    });
  }

  /** Reads what is known of pages of lists, all there are, from builds before. */
  recall(pages: readonly BuiltFile[]): void {
    const wanted = new Map(pages.map(({ path, hash }) => [path, hash]));
    this.#lists = this.#store?.getMany(mentions, wanted, true) ?? this.#lists;
  }

  async #text(path: string): Promise<string> {
    return withoutMark((await this.#site.read(path)).toString());
  }

  async #listed({ path, hash }: BuiltFile): Promise<readonly string[]> {
    const before = this.#lists.get(path);
    if (before !== undefined) return before;
    const found = listedIn(await this.#text(path));
    this.#store?.put(mentions, path, hash, found);
    return found;
  }

  /**
   * Pages without what the packs of papers say.
   *
   * @param mayLack whether all who keep these pages have the packs of a paper
   */
  lists(
    pages: readonly BuiltFile[],
    shelf: PaperShelf,
    dictionary: Dictionary,
    mayLack: (id: string) => boolean,
  ): Promise<Volume[]> {
    return inTurn(grouped(pages, sizes.lists), async (some) => {
      const named = await Promise.all(some.map((page) => this.#listed(page)));
      const ids = [...new Set(named.flat())].filter(mayLack);
      const lacked = new Set(ids);
      const key = keyOf(
        dictionary.name,
        some.map(({ path, hash }) => [path, hash]),
        ids.map((id) => shelf.keyOf(id)),
      );
      const make = async (): Promise<NewPack> => {
        const owners = await shelf.owners(ids);
        const packed = some.map(async ({ path }): Promise<Packed> => {
          const frame = cutList(await this.#text(path), (id) =>
            lacked.has(id) ? owners.get(id) : undefined,
          );
          const kind = hasHoles(frame) ? 'holes' : 'plain';
          return { key: readerAddress(path), kind, content: new TextEncoder().encode(frame) };
        });
        return { content: writePack(await Promise.all(packed)), dictionary };
      };
      return this.#volumes.provide({ id: `lists/${some[0]?.path}`, packs: [{ key, make }] });
    });
  }
}
