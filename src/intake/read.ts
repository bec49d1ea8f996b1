/** Reading what `npm run add` was given: files, folders, a paste. */
import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
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
}

export interface SourceReading {
  readonly files: readonly SourceFile[];
  readonly refused: readonly {
    readonly source: string;
    readonly problems: readonly Diagnostic[];
  }[];
}

/** The day of a moment in local time, as an ISO date. */
function localDate(moment: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

async function filesOf(path: string): Promise<string[]> {
  const found = await stat(path);
  if (!found.isDirectory()) return [path];
  const names = await readdir(path, { recursive: true, withFileTypes: true });
  return names
    .filter((item) => item.isFile() && !item.name.startsWith('.'))
    .map((item) => join(item.parentPath, item.name))
    .toSorted();
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
  const refused: { source: string; problems: Diagnostic[] }[] = [];
  for (const source of sources) {
    if (source === '-') {
      const bytes = await buffer(stdin);
      files.push({ source, fileName: 'paste', bytes, changed: localDate(new Date()) });
      continue;
    }
    try {
      for (const path of await filesOf(source)) {
        const { mtime } = await stat(path);
        files.push({
          source: path,
          fileName: basename(path),
          bytes: await readFile(path),
          changed: localDate(mtime),
        });
      }
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      refused.push({ source, problems: [diagnostic('add/unreadable', { file: source }, { why })] });
    }
  }
  return { files, refused };
}
