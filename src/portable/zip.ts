/** Writes a copy as a ZIP file. */
import { createWriteStream } from 'node:fs';
import { rename, stat, unlink } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { temporaryFor } from '../entries/atomic.ts';
import type { CopiedFile } from './copy.ts';

export interface Zipping {
  /** Given up when it says so; nothing is left then. */
  readonly signal?: AbortSignal;
  /** Told before each file how many of all are done. */
  readonly progress?: (done: number, all: number) => void;
}

/** What is always the same makes the same file of the same site; this is the first day that ZIP knows. */
const day = new Date(1980, 0, 1);

/**
 * Writes files as a ZIP, one after the other, so that it takes the memory of the largest; in the form for more than
 * 65,535 files where it needs to (Zip64). The file is there when it is whole.
 *
 * @param folder in the ZIP, that all files lie in
 * @returns its size in bytes
 * @throws what making a file or the file system throws; the signal's reason
 */
export async function writeZip(
  target: string,
  folder: string,
  files: readonly CopiedFile[],
  { signal, progress }: Zipping = {},
): Promise<number> {
  const zip = new ZipFile();
  const failed = new AbortController();
  const fail = (error: unknown): void => failed.abort(error);
  zip.on('error', fail);
  const stopping = AbortSignal.any([failed.signal, ...(signal ? [signal] : [])]);
  const options = { mtime: day, mode: 0o100_644, forceDosTimestamp: true };
  for (const [at, file] of files.entries()) {
    zip.addReadStreamLazy(`${folder}/${file.path}`, options, (give) => {
      if (stopping.aborted) return;
      progress?.(at, files.length);
      const hand = (content: string | Uint8Array): void =>
        give(undefined, Readable.from([Buffer.from(content)], { objectMode: false }));
      file.make().then(hand).catch(fail);
    });
  }
  zip.end();
  const temporary = temporaryFor(target);
  try {
    await pipeline(zip.outputStream, createWriteStream(temporary, { flags: 'wx' }), {
      signal: stopping,
    });
    await rename(temporary, target);
  } catch (error) {
    stopping.throwIfAborted();
    throw error;
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
  return (await stat(target)).size;
}
