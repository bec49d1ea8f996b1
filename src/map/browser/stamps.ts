/** Dots as pixels: one disc is worked out and stamped again and again, which no drawing command does as fast. */

/** Parts of a pixel that a disc may be shifted by, along either axis: without them dots would tremble while moving. */
const shifts = 4;

/** A disc: pixels from its middle's pixel, and how much of each it covers. */
interface Stamp {
  readonly right: Int16Array;
  readonly down: Int16Array;
  /** 1 to 255. */
  readonly cover: Uint8Array;
}

/** The disc in all its shifts; in device pixels, with a hole for a ring. */
export function stampsOf(radius: number, hole = 0): readonly Stamp[] {
  return Array.from({ length: shifts * shifts }, (_, at) => {
    const x = ((at % shifts) + 0.5) / shifts;
    const y = (Math.floor(at / shifts) + 0.5) / shifts;
    const reach = Math.ceil(radius) + 1;
    const right: number[] = [];
    const down: number[] = [];
    const cover: number[] = [];
    for (let dy = -reach; dy <= reach; dy += 1) {
      for (let dx = -reach; dx <= reach; dx += 1) {
        // A pixel is covered by as much as its middle is inside the rim.
        const away = Math.hypot(dx + 0.5 - x, dy + 0.5 - y);
        const inside = Math.min(radius + 0.5 - away, hole === 0 ? 1 : away + 0.5 - hole);
        const part = Math.round(Math.min(1, Math.max(0, inside)) * 255);
        if (part === 0) continue;
        right.push(dx);
        down.push(dy);
        cover.push(part);
      }
    }
    return {
      right: Int16Array.from(right),
      down: Int16Array.from(down),
      cover: Uint8Array.from(cover),
    };
  });
}

/** A colour in all degrees of cover, as pixels. */
export type Paint = Uint32Array<ArrayBuffer>;

/** Reads a CSS colour, whatever its notation, by painting with it. */
export function paintOf(colour: string): Paint {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d');
  const bytes = new Uint8ClampedArray(256 * 4);
  if (context) {
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
    for (let cover = 0; cover < 256; cover += 1)
      bytes.set([red, green, blue, (cover * alpha) / 255], cover * 4);
  }
  return new Uint32Array(bytes.buffer);
}

/** A square picture that discs are stamped into. */
export class Sheet {
  readonly side: number;
  readonly image: ImageData;
  readonly #pixels: Uint32Array;
  readonly #bytes: Uint8ClampedArray;

  /** @param side in device pixels */
  constructor(side: number) {
    this.side = side;
    this.image = new ImageData(side, side);
    this.#bytes = this.image.data;
    this.#pixels = new Uint32Array(this.image.data.buffer);
  }

  clear(): void {
    this.#pixels.fill(0);
  }

  /** Stamps a disc with its middle at x, y, in device pixels; what lies outside is left out. */
  stamp(stamps: readonly Stamp[], x: number, y: number, paint: Paint): void {
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const shift = Math.floor((y - top) * shifts) * shifts + Math.floor((x - left) * shifts);
    const disc = stamps[shift];
    if (!disc) return;
    const { right, down, cover } = disc;
    for (let at = 0; at < cover.length; at += 1) {
      const column = left + (right[at] ?? 0);
      const row = top + (down[at] ?? 0);
      if (column < 0 || row < 0 || column >= this.side || row >= this.side) continue;
      const pixel = row * this.side + column;
      const part = cover[at] ?? 0;
      // The rim of a dot never eats into another.
      if (part >= (this.#bytes[pixel * 4 + 3] ?? 0)) this.#pixels[pixel] = paint[part] ?? 0;
    }
  }
}
