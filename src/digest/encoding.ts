import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { decodeMojibake } from '../text/mojibake.ts';
import { foreignName, isForeign } from './foreign-encoding.ts';

/** A capture's text, or why its bytes are none. */
export type Decoding =
  | { readonly ok: true; readonly text: string; readonly encoding: string }
  | { readonly ok: false; readonly problem: Diagnostic };

/** First bytes of things people take for text files. */
const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['a ZIP archive or an office document', [0x50, 0x4b, 0x03, 0x04]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['an xz archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['UTF-32 text', [0xff, 0xfe, 0x00, 0x00]],
  ['UTF-32 text', [0x00, 0x00, 0xfe, 0xff]],
];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** UTF-16 without a byte order mark: half of the bytes of Latin text are zero, all on one side. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 4000);
  const zeros: [number, number] = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2 === 0 ? 0 : 1]++;
  });
  const half = sample.length / 2;
  if (zeros[1] > half * 0.4 && zeros[0] < half * 0.05) return 'utf-16le';
  if (zeros[0] > half * 0.4 && zeros[1] < half * 0.05) return 'utf-16be';
  return undefined;
}

/** UTF-32 without a byte order mark: three bytes of four are zero, or all but every fourth. */
function isUtf32(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4000);
  const zeros = [0, 0, 0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 4] = (zeros[at % 4] ?? 0) + 1;
  });
  const most = (sample.length / 4) * 0.8;
  const middle = (zeros[1] ?? 0) > most && (zeros[2] ?? 0) > most;
  return middle && (zeros[0] ?? 0) > most !== (zeros[3] ?? 0) > most;
}

/** ISO-2022 switches character sets with escape sequences, and is ASCII to the eye. */
const iso2022 = ['\u001b$@', '\u001b$A', '\u001b$B', '\u001b$(', '\u001b$)'];

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    // `ignoreBOM: true` keeps the mark in the text: the parser accounts for every character.
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes of C0 that no text holds, tab, line feed, form feed, carriage return and escape aside. */
const isBinaryControl = (byte: number): boolean =>
  byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27;

/**
 * Reads the bytes of a capture as text: UTF-8 or UTF-16, with or without byte order mark, or Windows-1252.
 *
 * UTF-8 that was read as Windows-1252 and written again is decoded once more: see `decodeMojibake`.
 *
 * @param file path for messages
 * @param bytes the file as it is
 * @returns the text with its byte order mark, or a `digest/encoding` problem that names what was seen
 */
export function decodeCapture(file: string, bytes: Uint8Array): Decoding {
  const refuse = (why: string): Decoding => ({
    ok: false,
    problem: diagnostic('digest/encoding', { file, line: 1, column: 1 }, { why }),
  });
  const known = signatures.find(([, start]) => startsWith(bytes, start));
  if (known) return refuse(`it is ${known[0]}`);

  if (isUtf32(bytes)) return refuse('it is UTF-32 text');
  const marked = startsWith(bytes, [0xff, 0xfe])
    ? 'utf-16le'
    : startsWith(bytes, [0xfe, 0xff])
      ? 'utf-16be'
      : utf16WithoutMark(bytes);
  if (marked) {
    const text = decodeAs(marked, bytes);
    return text === undefined
      ? refuse(`it looks like ${marked.toUpperCase()} but is broken off or damaged`)
      : { ok: true, text, encoding: marked };
  }
  const utf8 = decodeAs('utf-8', bytes);
  if (utf8 !== undefined && iso2022.some((sequence) => utf8.includes(sequence)))
    return refuse('it looks like ISO-2022');
  if (utf8 !== undefined) return { ok: true, text: decodeMojibake(utf8), encoding: 'utf-8' };

  const binary = bytes.reduce((count, byte) => count + (isBinaryControl(byte) ? 1 : 0), 0);
  if (binary > bytes.length / 1000) return refuse('it is a binary file');
  const text = isForeign(bytes) ? undefined : decodeAs('windows-1252', bytes);
  if (text !== undefined) return { ok: true, text, encoding: 'windows-1252' };
  const name = foreignName(bytes);
  return refuse(
    `it is neither UTF-8 nor UTF-16 nor Windows-1252${name === undefined ? '' : `; it looks like ${name}`}`,
  );
}
