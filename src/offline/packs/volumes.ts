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

/** A pack to be. */
export interface PackPlan {
  /** What it is made of, hashed, its dictionary included. */
  readonly key: string;
  readonly make: () => Promise<NewPack>;
}

/** A file of packs to be. */
export interface VolumePlan {
  /** One volume each; equal in the next edition. */
  readonly id: string;
  readonly packs: readonly PackPlan[];
}

interface VolumePack {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  /** Name of the pack that is its dictionary. */
  readonly dictionary?: string | undefined;
}

/** A file of packs. */
export interface Volume {
  readonly name: string;
  readonly packs: readonly VolumePack[];
}

const made: Kind<Volume> = {
  name: 'offline-volumes',
  modules: ['src/offline/packs/write.ts'],
  codec: asJson(),
};

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** The key of what is made of these. */
export const keyOf = (...parts: readonly unknown[]): string => hashOf(JSON.stringify(parts));

/** A pack as it lies in its volume. */
interface PackedPack {
  readonly pack: VolumePack;
  readonly bytes: Buffer;
}

async function packed({ key, make }: PackPlan): Promise<PackedPack> {
  const { content, dictionary } = await make();
  const [name, bytes] = await Promise.all([
    nameOf(content, dictionary?.name),
    compress(content, dictionary && { dictionary: dictionary.content }),
  ]);
  return { pack: { key, name, bytes: bytes.length, dictionary: dictionary?.name }, bytes };
}

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

  /** The volume of a plan: the one that stands, if it was made of the same, or as many packs of it as were. */
  async provide({ id, packs: plans }: VolumePlan): Promise<Volume> {
    this.#ids.add(id);
    const key = keyOf(...plans.map((plan) => plan.key));
    const before = this.#store?.get(made, id, '');
    if (
      before?.packs.length === plans.length &&
      before.packs.every((pack, at) => pack.key === plans[at]?.key) &&
      this.#site.keeps(volumeAddress(before.name), key)
    )
      return before;
    this.fresh += 1;
    const standing = before && (await this.#piecesOf(before));
    const files = await Promise.all(
      plans.map(async (plan) => standing?.get(plan.key) ?? packed(plan)),
    );
    const packs = files.map(({ pack }) => pack);
    const name = hashOf(packs.map((pack) => pack.name).join(' ')).slice(0, 16);
    const volume = { name, packs };
    const place = join(this.#site.folder, volumeAddress(name));
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, Buffer.concat(files.map(({ bytes }) => bytes)));
    this.#site.mark(volumeAddress(name), key);
    this.#store?.put(made, id, '', volume);
    return volume;
  }

  /** The packs of a volume that stands, as they lie there, by their keys; none if it no longer stands. */
  async #piecesOf({ name, packs }: Volume): Promise<Map<string, PackedPack>> {
    const all = await this.#site.readStanding(volumeAddress(name));
    const pieces = new Map<string, PackedPack>();
    let start = 0;
    for (const pack of all ? packs : []) {
      const bytes = all?.subarray(start, start + pack.bytes);
      if (bytes) pieces.set(pack.key, { pack, bytes });
      start += pack.bytes;
    }
    return pieces;
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
