/** What the file system refuses, in the table's words. */
import { basename, dirname, join, relative } from 'node:path';
import { diagnostic, type Diagnostic } from './diagnostic.ts';

/** The code of a file system's error: ENOSPC, EACCES …; undefined for anything else. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Why, in words; what has none here is said in the system's own. */
const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'there is no room left in your quota',
  EROFS: 'the disk is read-only',
  EACCES: 'you may not use it',
  EPERM: 'it is not allowed',
  ENOENT: 'it does not exist',
  EISDIR: 'it is a folder',
  ENOTDIR: 'what should be its folder is a file',
  ELOOP: 'it is a symbolic link that leads to itself',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk does not answer as it should',
  ENAMETOOLONG: 'its name is too long',
};

/** What it was that failed, in words. */
export function reasonOf(error: unknown): string {
  const code = errorCode(error);
  const known = code === undefined ? undefined : reasons[code];
  if (known !== undefined) return `${known} (${code ?? ''})`;
  return error instanceof Error ? error.message : String(error);
}

/** Failures of a disk that is full, read-only or out of order, or of files that belong to somebody else. */
const ofTheDisk = new Set(
  'ENOSPC EDQUOT EROFS EACCES EPERM EIO EMFILE ENFILE EISDIR ENOTDIR ENAMETOOLONG'.split(' '),
);

/** The file that was to be written, where an error names the temporary one beside it; see `temporaryFor`. */
const target = (path: string): string =>
  join(dirname(path), basename(path).replace(/^\.(.+)\.\d+\.[0-9a-f]{8}\.tmp$/, '$1'));

/**
 * An error of the file system as a diagnostic.
 *
 * @param error what was thrown, or has it for its cause
 * @param root the project's folder: paths below it are given from there
 * @returns undefined if it is none, but a fault of the program's
 */
export function fileSystemProblem(error: unknown, root = process.cwd()): Diagnostic | undefined {
  if (!(error instanceof Error)) return undefined;
  if (!ofTheDisk.has(errorCode(error) ?? '')) return fileSystemProblem(error.cause, root);
  const path = target('path' in error && typeof error.path === 'string' ? error.path : root);
  const file = relative(root, path);
  const where = { file: file === '' || file.startsWith('..') ? path : file };
  return diagnostic('file/refused', where, { why: reasonOf(error) });
}
