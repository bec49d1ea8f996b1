/** How many files and bytes a built site is. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface Size {
  readonly files: number;
  readonly bytes: number;
}

export interface SiteSize extends Size {
  /** Bytes of the archive (tar) that a host takes. */
  readonly uploaded: number;
  /** The same of each folder at the top, `.` for the files beside them. */
  readonly folders: Readonly<Record<string, Size>>;
}

/** Bytes of a file in a tar archive, its head included; of a folder, which has no content, with 0. */
export const inTar = (bytes: number): number => 512 + Math.ceil(bytes / 512) * 512;

export async function siteSize(folder: string): Promise<SiteSize> {
  const folders: Record<string, Size> = {};
  let [files, bytes, uploaded] = [0, 0, 1024];
  for (const item of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(item.parentPath, item.name);
    const size = item.isFile() ? (await stat(path)).size : 0;
    uploaded += inTar(size);
    if (!item.isFile()) continue;
    const inside = item.parentPath.slice(folder.length + 1).split(/[/\\]/)[0] || '.';
    const known = folders[inside] ?? { files: 0, bytes: 0 };
    folders[inside] = { files: known.files + 1, bytes: known.bytes + size };
    files += 1;
    bytes += size;
  }
  return { files, bytes, uploaded, folders };
}
