/** The bytes of a file of `papers/`, read. Pure. */
import { isUtf8 } from 'node:buffer';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { decodeCapture } from '../digest/encoding.ts';
import { parseEntry } from './parse.ts';
import { isSlug } from './slug.ts';
import type { StoredEntry } from './model.ts';
import { byteLines } from '../text/byte-lines.ts';

/** A text file that people edit: its text, or what is wrong and what can be made out of it all the same. */
export type TextReading =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: Diagnostic; readonly text: string };

/** Decoders keep the byte order mark: what is written back shall be what was there. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Number of the first line of which the bytes are not UTF-8, from 1, and the column of the first such byte. */
function firstBadPlace(bytes: Uint8Array): { line: number; column: number } {
  let line = 0;
  for (const part of byteLines([Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)])) {
    line += 1;
    if (isUtf8(part)) continue;
    const replaced = new TextDecoder('utf-8', { ignoreBOM: true }).decode(part);
    return { line, column: replaced.indexOf('\uFFFD') + 1 };
  }
  return { line: 1, column: 1 };
}

/**
 * Reads a file of the owner's that is to be UTF-8. A file that is not is never written back: of its letters only
 * some are known.
 *
 * @param file path for messages
 */
export function readText(file: string, bytes: Uint8Array): TextReading {
  if (isUtf8(bytes)) return { ok: true, text: utf8.decode(bytes) };
  const problem = diagnostic('file/encoding', { file, ...firstBadPlace(bytes) });
  const guess = decodeCapture(file, bytes);
  const text = guess.ok ? guess.text : new TextDecoder('windows-1252').decode(bytes);
  return { ok: false, problem, text };
}

/** A file of `papers/`: an entry, or what is wrong with it and what can be made out of it. */
export type EntryFileReading =
  | {
      readonly ok: true;
      readonly stored: StoredEntry;
      /** What in it is not used. */
      readonly problems: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly problems: readonly Diagnostic[]; readonly text: string };

/**
 * Reads the bytes of an entry's file; never throws.
 *
 * @param name file name with `.md`
 * @param file path for messages
 */
export function readEntryFile(name: string, file: string, bytes: Uint8Array): EntryFileReading {
  const id = name.slice(0, -'.md'.length);
  const { text, ...decoded } = readText(file, bytes);
  if (!isSlug(id)) {
    return { ok: false, problems: [diagnostic('entry/file-name', { file }, { name })], text };
  }
  if (!decoded.ok) return { ok: false, problems: [decoded.problem], text };
  const reading = parseEntry(id, file, text);
  if (reading.ok) {
    return { ok: true, stored: { entry: reading.entry, text }, problems: reading.problems };
  }
  return { ok: false, problems: reading.problems, text };
}
