/**
 * What scripts ask for, in scripts: pages on a disk may load these, and nothing else. A folder's files are shared out
 * to packs by their names, so that the page knows the pack of a file without a list of them.
 */
import { hashText } from '../hash.ts';

/** Bytes of a pack, about, before they are written as text: as much as is read to get at one file of it. */
export const packSize = 48_000;

/** How many packs each folder has, by its path with a slash at the end. */
export type Packs = Readonly<Record<string, number>>;

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** @param files with their sizes in bytes */
export function planPacks(
  files: readonly { readonly path: string; readonly bytes: number }[],
): Packs {
  const sizes = new Map<string, number>();
  for (const { path, bytes } of files) {
    const folder = folderOf(path);
    sizes.set(folder, (sizes.get(folder) ?? 0) + bytes);
  }
  return Object.fromEntries(
    Array.from(sizes, ([folder, size]) => [folder, Math.max(1, Math.ceil(size / packSize))]),
  );
}

/** The pack of a file; undefined if its folder has none. */
export function packOf(path: string, packs: Packs): string | undefined {
  const folder = folderOf(path);
  const count = Object.hasOwn(packs, folder) ? packs[folder] : undefined;
  return count === undefined ? undefined : `${folder}${hashText(path) % count}.js`;
}

/** What a pack says of a file: its text, or its bytes in base64. */
export type Packed = string | readonly [base64: string];

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function packed(bytes: Uint8Array): Packed {
  // What was compressed, and much else, begins so.
  if (bytes[0] !== 0x1f) {
    try {
      return decoder.decode(bytes);
    } catch {
      // No text.
    }
  }
  return [Buffer.from(bytes).toString('base64')];
}

/** Writes a pack. */
export function writePack(
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): string {
  const rows = files.map(({ path, bytes }) => [path, packed(bytes)] as const);
  return `offprint.keep(${JSON.stringify(Object.fromEntries(rows))})\n`;
}
