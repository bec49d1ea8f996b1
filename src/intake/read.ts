/** Reading what `npm run add` was given: files, folders, a paste. */
import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';

/** A file on its way in. */
export interface SourceFile {
  /** As given on the command line, or the path found in a folder; `-` for a paste. */
  readonly source: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** ISO date of the last change; today for a paste. */
  readonly changed: string;
  /** ISO date and name of the digest, where it is known what the file is. */
  readonly date?: string;
  readonly name?: string;
}

/** A file that is not taken in, and why. */
export interface Refused {
  readonly source: string;
  readonly problems: readonly Diagnostic[];
}

export interface SourceReading {
  readonly files: readonly SourceFile[];
  readonly refused: readonly Refused[];
}

/** The day of a moment, in UTC: the same file gets the same day on any machine. */
const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** Files of a folder and its folders; nothing that has a dot first in its name, or stands below such a folder. */
async function filesOf(path: string): Promise<string[]> {
  const found = await stat(path);
  if (!found.isDirectory()) return [path];
  const names = await readdir(path, { recursive: true, withFileTypes: true });
  const files = names
    .filter((item) => item.isFile() || item.isSymbolicLink())
    .map((item) => join(item.parentPath, item.name))
    .filter(
      (file) =>
        !relative(path, file)
          .split(sep)
          .some((name) => name.startsWith('.')),
    );
  if (files.length === 0) throw new Error('there are no files in this folder');
  return files.toSorted();
}

/**
 * Reads the files, the files of folders (of their folders too, dot files left out), and `-`, the standard input.
 * What cannot be read is refused and does not stop the others.
 */
export async function readSources(
  sources: readonly string[],
  stdin: NodeJS.ReadableStream,
): Promise<SourceReading> {
  const files: SourceFile[] = [];
  const refused: Refused[] = [];
  for (const source of sources) {
    if (source === '-') {
      const bytes = await buffer(stdin);
      files.push({ source, fileName: 'paste', bytes, changed: dayOf(new Date()) });
      continue;
    }
    const refuse = (file: string, error: unknown): void => {
      const why = error instanceof Error ? error.message : String(error);
      refused.push({ source: file, problems: [diagnostic('add/unreadable', { file }, { why })] });
    };
    let paths: readonly string[] = [];
    try {
      paths = await filesOf(source);
    } catch (error) {
      refuse(source, error);
    }
    for (const path of paths) {
      try {
        const found = await stat(path);
        // A link to a folder: what it holds may be given by its own name, and would be endless if it led upwards.
        if (found.isDirectory()) continue;
        files.push({
          source: path,
          fileName: basename(path),
          bytes: await readFile(path),
          changed: dayOf(found.mtime),
        });
      } catch (error) {
        refuse(path, error);
      }
    }
  }
  return { files, refused };
}
