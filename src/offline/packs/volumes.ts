/** Files of packs, written into a site or left where they stand. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { SiteFolder } from '../../publish/site-folder.ts';
import { asJson, type Kind } from '../../store/kind.ts';
import type { Store } from '../../store/store.ts';
import { volumeAddress } from './lists.ts';
import { nameOf } from './pack.ts';

const compress = promisify(deflateRaw);
const expand = promisify(inflateRaw);

/** A pack whose bytes others begin with in mind: they say briefly what it says, too. */
export interface Dictionary {
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** A pack in the making. */
export interface NewPack {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly dictionary?: Dictionary | undefined;
}

/** A file of packs to be. */
export interface VolumePlan<Note = undefined> {
  /** One volume each; equal in the next edition. */
  readonly id: string;
  /** What it is made of, hashed. */
  readonly key: string;
  readonly make: () => Promise<{ readonly packs: readonly NewPack[]; readonly note: Note }>;
}

/** A file of packs. */
export interface Volume<Note = unknown> {
  readonly name: string;
  readonly packs: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly dictionary?: string;
  }[];
  /** What the maker wished to know later. */
  readonly note: Note;
}

const made: Kind<Volume> = {
  name: 'offline-volumes',
  modules: ['src/offline/packs/write.ts'],
  codec: asJson(),
};

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** The key of what is made of these. */
export const keyOf = (...parts: readonly unknown[]): string => hashOf(JSON.stringify(parts));

/** The volumes of a site. */
export class Volumes {
  readonly #site: SiteFolder;
  readonly #store: Store | undefined;
  readonly #ids = new Set<string>();
  /** How many were made, and not left where they stood. */
  fresh = 0;

  constructor(site: SiteFolder, store: Store | undefined) {
    this.#site = site;
    this.#store = store;
  }

  /**
   * The volume of a plan: the one that stands, if it was made of the same.
   *
   * @param isNote whether what was kept is what the maker notes
   */
  async provide<Note>(
    { id, key, make }: VolumePlan<Note>,
    isNote: (note: unknown) => note is Note,
  ): Promise<Volume<Note>> {
    this.#ids.add(id);
    const before = this.#store?.get(made, id, key);
    if (before && isNote(before.note) && this.#site.keeps(volumeAddress(before.name), key))
      return { ...before, note: before.note };
    this.fresh += 1;
    const { packs: contents, note } = await make();
    const files = await Promise.all(
      contents.map(async ({ content, dictionary }) => {
        const options = dictionary && { dictionary: dictionary.content };
        const [name, bytes] = await Promise.all([
          nameOf(content, dictionary?.name),
          compress(content, options),
        ]);
        return { pack: { name, bytes: bytes.length, dictionary: dictionary?.name }, bytes };
      }),
    );
    const packs = files.map(({ pack }) => pack);
    const name = hashOf(packs.map((pack) => pack.name).join(' ')).slice(0, 16);
    const volume = { name, packs, note };
    const place = join(this.#site.folder, volumeAddress(name));
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, Buffer.concat(files.map(({ bytes }) => bytes)));
    this.#site.mark(volumeAddress(name), key);
    this.#store?.put(made, id, key, volume);
    return volume;
  }

  /** Some packs of a volume, unpacked. */
  async open(
    { name, packs }: Volume,
    isWanted: (at: number) => boolean,
    dictionaries: readonly Dictionary[],
  ): Promise<Uint8Array[]> {
    const all = await this.#site.read(volumeAddress(name));
    let start = 0;
    const found: Promise<Buffer>[] = [];
    for (const [at, { bytes, dictionary }] of packs.entries()) {
      const content = dictionaries.find((one) => one.name === dictionary)?.content;
      const options = content && { dictionary: content };
      if (isWanted(at)) found.push(expand(all.subarray(start, start + bytes), options));
      start += bytes;
    }
    return Promise.all(found);
  }

  /** Forgets what was kept of volumes that are no more. */
  close(): void {
    this.#store?.retain(made, this.#ids);
  }
}
