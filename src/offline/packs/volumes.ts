/** Files of packs, written into a site or left where they stand. */
import { hash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { deflateRaw, inflateRawSync } from 'node:zlib';
import type { SiteFolder } from '../../publish/site-folder.ts';
import { asJson, type Kind } from '../../store/kind.ts';
import type { Store } from '../../store/store.ts';
import { inTurn } from './in-turn.ts';
import { volumeAddress } from './lists.ts';
import { nameOf, placesIn, type Packed } from './pack.ts';

const compress = promisify(deflateRaw);

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
  /** What its files are made of, hashed: by these, {@link Volumes.standing} finds them again. */
  readonly parts?: readonly string[] | undefined;
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
  readonly parts?: readonly string[] | undefined;
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

const hashOf = (text: string): string => hash('sha256', text, 'base64url');

/** The key of what is made of these. */
export const keyOf = (...parts: readonly unknown[]): string => hashOf(JSON.stringify(parts));

/** A pack as it lies in its volume. */
interface PackedPack {
  readonly pack: VolumePack;
  readonly bytes: Buffer;
}

async function packed({ key, parts, make }: PackPlan): Promise<PackedPack> {
  const { content, dictionary } = await make();
  const [name, bytes] = await Promise.all([
    nameOf(content, dictionary?.name),
    compress(content, dictionary && { dictionary: dictionary.content }),
  ]);
  const pack = { key, name, bytes: bytes.length, dictionary: dictionary?.name, parts };
  return { pack, bytes };
}

/** A pack as it was before it was packed: at once, for it takes less than to wait for it. */
function expanded(
  { dictionary }: VolumePack,
  bytes: Uint8Array,
  dictionaries: readonly Dictionary[],
): Uint8Array {
  const content = dictionaries.find((one) => one.name === dictionary)?.content;
  return inflateRawSync(bytes, content && { dictionary: content });
}

/** The files of a pack by their names. */
const filesIn = (pack: Uint8Array): Map<string, Packed> =>
  new Map(
    placesIn(pack).map(({ start, end, ...file }) => [
      file.key,
      { ...file, content: pack.subarray(start, end) },
    ]),
  );

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
    const files = await inTurn(plans, async (plan) => standing?.get(plan.key) ?? packed(plan));
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
    const found: Uint8Array[] = [];
    for (const [at, pack] of packs.entries()) {
      const end = start + pack.bytes;
      if (isWanted(at)) found.push(expanded(pack, all.subarray(start, end), dictionaries));
      start = end;
    }
    return found;
  }

  /**
   * Files of a volume that stands, by what they are made of and their names, whichever of its packs they lie in.
   *
   * @param id of the volume
   */
  standing(
    id: string,
    dictionaries: readonly Dictionary[],
  ): (part: string, name: string) => Promise<Packed | undefined> {
    const opened = new Map<PackedPack, ReadonlyMap<string, Packed>>();
    let found: Promise<ReadonlyMap<string, PackedPack>> | undefined;
    return async (part, name) => {
      found ??= this.#partsOf(id);
      const it = (await found).get(part);
      if (it === undefined) return undefined;
      const files = opened.get(it) ?? filesIn(expanded(it.pack, it.bytes, dictionaries));
      opened.set(it, files);
      return files.get(name);
    };
  }

  /** The packs of a volume that stands, by the keys of their parts. */
  async #partsOf(id: string): Promise<Map<string, PackedPack>> {
    const before = this.#store?.get(made, id, '');
    const packs = before ? [...(await this.#piecesOf(before)).values()] : [];
    return new Map(packs.flatMap((it) => (it.pack.parts ?? []).map((part) => [part, it])));
  }

  /** Forgets what was kept of volumes that are no more. */
  close(): void {
    this.#store?.retain(made, this.#ids);
  }
}
