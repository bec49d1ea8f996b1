/** Numbers and texts as bytes one after the other, as all files of the ranked index have them. Pure. */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Adds a whole number below 2⁵³, seven bits each, the lowest first; the eighth bit says that more follow. */
export function writeNumber(bytes: number[], value: number): void {
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  bytes.push(rest);
}

/** Adds bytes: too many, most often, to be the arguments of one call. */
export function writeBytes(bytes: number[], more: ArrayLike<number>, from = 0): void {
  for (let at = from; at < more.length; at += 1) bytes.push(more[at] ?? 0);
}

/** Adds bytes and before them how many there are. */
export function writeStretch(bytes: number[], stretch: ArrayLike<number>): void {
  writeNumber(bytes, stretch.length);
  writeBytes(bytes, stretch);
}

/** Adds a text and before it how many bytes it has. */
export const writeText = (bytes: number[], text: string): void =>
  writeStretch(bytes, encoder.encode(text));

/** Reads what was written, one after the other. Past the end there are zeros. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.at >= this.#bytes.length;
  }

  byte(): number {
    return this.#bytes[this.at++] ?? 0;
  }

  number(): number {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const next = this.byte();
      value += (next & 127) * unit;
      if (next < 128) return value;
    }
  }

  stretch(): Uint8Array {
    const length = this.number();
    const start = this.at;
    this.at += length;
    return this.#bytes.subarray(start, this.at);
  }

  text(): string {
    return decoder.decode(this.stretch());
  }
}
