/** SVG to PNG by resvg, in the site's own faces alone: the same bytes on every machine. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { palettePng } from './png.ts';

const faces = ['newsreader.ttf', 'newsreader-italic.ttf'];

let ready: Promise<Uint8Array[]> | undefined;

async function prepare(root: URL): Promise<Uint8Array[]> {
  const wasm = createRequire(new URL('package.json', root)).resolve(
    '@resvg/resvg-wasm/index_bg.wasm',
  );
  await initWasm(await readFile(wasm));
  return Promise.all(faces.map((file) => readFile(new URL(`src/assets/cards/${file}`, root))));
}

/**
 * Draws a picture.
 *
 * @param svg with a width and a height; text in Newsreader
 * @param root the project's folder
 * @param width in pixels, where it is to be another than the picture's own
 * @returns a PNG
 * @throws if it is no SVG
 */
export async function draw(
  svg: string,
  root: URL,
  width?: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const fontBuffers = await (ready ??= prepare(root));
  const picture = new Resvg(svg, {
    font: { fontBuffers, defaultFontFamily: 'Newsreader', loadSystemFonts: false },
    ...(width !== undefined && { fitTo: { mode: 'width', value: width } }),
  });
  const drawn = picture.render();
  const small = palettePng({ width: drawn.width, height: drawn.height, rgba: drawn.pixels });
  const png = new Uint8Array(small ?? drawn.asPng());
  drawn.free();
  picture.free();
  return png;
}
