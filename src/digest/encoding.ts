import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { decodeMojibake } from '../text/mojibake.ts';
import { decodeAs, foreignEncoding, isPlausible } from './foreign-encoding.ts';

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

/** Bytes in which zeros are counted. */
const sampled = 4000;

/** UTF-16 or UTF-32 without a byte order mark, which text of no other encoding has zeros of. */
function unmarked(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-32' | undefined {
  const sample = bytes.subarray(0, sampled);
  const zerosAt = (place: number): number =>
    sample.reduce((count, byte, at) => count + (byte === 0 && at % 4 === place ? 1 : 0), 0);
  const zeros = [zerosAt(0), zerosAt(1), zerosAt(2), zerosAt(3)] as const;
  // Of four bytes of UTF-32 the two in the middle are zero, and one of the others.
  const most = (sample.length / 4) * 0.8;
  const [first, second, third, last] = zeros.map((count) => count > most);
  if (second && third && first !== last) return 'utf-32';
  // In UTF-16 one of the two bytes of a space, a line end and a Latin letter is zero, always on the same side.
  const [even, odd] = [zeros[0] + zeros[2], zeros[1] + zeros[3]];
  const [fewer, more] = [Math.min(even, odd), Math.max(even, odd)];
  if (more * 100 < sample.length || more === 0 || fewer * 10 > more) return undefined;
  const label = odd > even ? 'utf-16le' : 'utf-16be';
  const text = decodeAs(label, sample);
  return text === undefined || (isPlausible(text) && !text.includes('\0')) ? label : undefined;
}

/** ISO-2022 switches character sets with escape sequences, and is ASCII to the eye. */
const iso2022 = ['\u001b$@', '\u001b$A', '\u001b$B', '\u001b$(', '\u001b$)'];

/** Whether more than one in a thousand of bytes is a control that no text holds. */
const isBinary = (bytes: Uint8Array): boolean =>
  bytes.reduce((count, byte) => count + (byte < 0x20 && !textControls.has(byte) ? 1 : 0), 0) >
  bytes.length / 1000;

/** Tab, line feed, form feed, carriage return and escape. */
const textControls = new Set([9, 10, 12, 13, 27]);

/**
 * Reads the bytes of a capture as text: UTF-8 or UTF-16, with or without byte order mark, Windows-1252, or what
 * else they certainly are.
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

  const marked = startsWith(bytes, [0xff, 0xfe])
    ? 'utf-16le'
    : startsWith(bytes, [0xfe, 0xff])
      ? 'utf-16be'
      : unmarked(bytes);
  if (marked === 'utf-32') return refuse('it is UTF-32 text');
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

  if (isBinary(bytes)) return refuse('it is a binary file');
  const { name, label } = foreignEncoding(bytes);
  const text = label === undefined ? undefined : decodeAs(label, bytes);
  if (label !== undefined && text !== undefined) return { ok: true, text, encoding: label };
  return refuse(
    name === undefined
      ? 'it is neither UTF-8 nor UTF-16 nor any other encoding that can be told for certain'
      : `it is not UTF-8; it looks like ${name}, which is not certain`,
  );
}
