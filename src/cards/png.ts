/** Pixels of few colours as a PNG: a third of the bytes that one without a palette has. Pure. */
import { crc32, deflateSync } from 'node:zlib';

/** A picture: red, green, blue and opacity of each pixel, from the top left. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** Of zlib. 9 takes eight times as long for a card, and saves 6 % of its bytes. */
const level = 7;

const signature = Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1');

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/**
 * A PNG with a palette, as the PNG specification (ISO/IEC 15948) has it: 8 bits a pixel, rows not filtered.
 *
 * @returns undefined if there are more than 256 colours
 */
export function palettePng({ width, height, rgba }: Pixels): Buffer | undefined {
  const places = new Map<number, number>();
  const rows = Buffer.alloc(height * (width + 1));
  const { buffer, byteOffset } = rgba;
  const view = new DataView(buffer, byteOffset, rgba.byteLength);
  let last: number | undefined;
  let place = 0;
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel += 4) {
      const colour = view.getUint32(pixel);
      // Most pixels are like the one before.
      if (colour !== last) {
        last = colour;
        place = places.get(colour) ?? places.size;
        if (place === 256) return undefined;
        places.set(colour, place);
      }
      rows[y * (width + 1) + 1 + x] = place;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const colours = [...places.keys()].map(
    (rgb) => [rgb >>> 24, (rgb >>> 16) & 255, (rgb >>> 8) & 255, rgb & 255] as const,
  );
  const opacities = colours.map(([, , , opacity]) => opacity);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(colours.flatMap(([red, green, blue]) => [red, green, blue]))),
    ...(opacities.some((opacity) => opacity < 255)
      ? [chunk('tRNS', Uint8Array.from(opacities))]
      : []),
    chunk('IDAT', deflateSync(rows, { level })),
    chunk('IEND', new Uint8Array()),
  ]);
}
