/** Files out of packs. */
import { packOf, type Packed, type Packs } from '../packs.ts';

export class PackedFiles {
  readonly #top: string;
  readonly #packs: Packs;
  readonly #kept = new Map<string, Packed>();
  readonly #asked = new Map<string, Promise<void>>();

  /** @param top address of the copy's folder */
  constructor(top: string, packs: Packs) {
    this.#top = top;
    this.#packs = packs;
  }

  /** Called by packs. */
  keep(files: Readonly<Record<string, Packed>>): void {
    for (const [path, packed] of Object.entries(files)) this.#kept.set(path, packed);
  }

  /** @returns undefined if there is no such file */
  async read(path: string): Promise<BodyInit | undefined> {
    const pack = packOf(path, this.#packs);
    if (pack === undefined) return undefined;
    const asked = this.#asked.get(pack) ?? this.#load(pack);
    this.#asked.set(pack, asked);
    // What has failed may be asked for again.
    asked.catch(() => this.#asked.delete(pack));
    await asked;
    const packed = this.#kept.get(path);
    if (packed === undefined || typeof packed === 'string') return packed;
    const [base64] = packed;
    return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  }

  #load(pack: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = this.#top + pack;
      script.addEventListener('load', () => resolve());
      script.addEventListener('error', () => reject(new TypeError(`${pack} is not there`)));
      document.head.append(script);
    });
  }
}
