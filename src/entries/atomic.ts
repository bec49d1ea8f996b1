import { open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file so that a reader sees the old text or the new one, never a part: to a file beside it,
 * then renamed (POSIX rename is atomic). A crash leaves at most a dot file ending in `.tmp`.
 *
 * @param options.durable also wait until the bytes are on the disk, so that a power cut loses nothing;
 *   for captures, which exist only once. Entries can be made again from them.
 * @throws what the file system throws; the temporary file is gone then
 */
export async function writeAtomic(
  path: string,
  content: string | Uint8Array,
  { durable = false }: { durable?: boolean } = {},
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(content);
      if (durable) await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}
