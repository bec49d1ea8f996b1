import { diagnostic, type Diagnostic } from './diagnostic.ts';

/** Marks that Git leaves where two versions of a file were not merged. Nobody begins a line so. */
const conflict = /^(?:<{7}|>{7}|\|{7})(?: .*)?$/m;

/** Line and column of a place in a text, from 1. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1 };
}

/**
 * What no text that people edit may hold, whatever its kind: a NUL, and what a failed merge leaves.
 *
 * @param file path for messages
 * @param text the whole file
 * @returns the first such flaw, with its place
 */
export function fileFlaw(file: string, text: string): Diagnostic | undefined {
  const marker = conflict.exec(text);
  if (marker) return diagnostic('file/conflict', { file, ...placeOf(text, marker.index) });
  const nul = text.indexOf('\0');
  return nul === -1 ? undefined : diagnostic('file/nul', { file, ...placeOf(text, nul) });
}
