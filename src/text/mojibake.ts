import { hasEmphasis } from './emphasis.ts';

/**
 * UTF-8 that was read as Latin-1 or Windows-1252 and written again: `FranÃ§ois`, `â€™`, and `â` with two control
 * characters. The bytes are still there, so what they said is certain.
 */

const bytes = Array.from({ length: 128 }, (_, at) => 0x80 + at);

/** What Windows-1252 has for the bytes 0x80 to 0xFF. */
const upper = new TextDecoder('windows-1252').decode(Uint8Array.from(bytes));

const byteOf = new Map<string, number>(
  bytes.flatMap((byte, at) => [
    [String.fromCharCode(byte), byte],
    [upper[at] ?? '', byte],
  ]),
);

const trail = `[\\u0080-\\u00BF${[...upper].filter((char) => char > '\u00ff').join('')}]`;

/** A first byte of UTF-8 and as many bytes after it as it asks for. */
const sequence = new RegExp(
  `[\\u00C2-\\u00DF]${trail}|[\\u00E0-\\u00EF]${trail}{2}|[\\u00F0-\\u00F4]${trail}{3}`,
  'gu',
);

const decoder = new TextDecoder('utf-8', { fatal: true });

/** What a letter of two bytes may be: Latin, Greek, Cyrillic and signs, but nothing that people write so. */
const likely = /^[\u00A0-\u024F\u0370-\u04FF]$/;

/** `naïveté…”`: a letter and the punctuation after it. */
const punctuation = /^.[–—‘’“”…‹›•]+$/u;

function decoded(found: string): string {
  if (punctuation.test(found)) return found;
  try {
    const bytes = Uint8Array.from(found, (char) => byteOf.get(char) ?? 0);
    const text = decoder.decode(bytes);
    // Lines stay lines: no separator comes of it, nor a mark of emphasis.
    if (/[\u0080-\u009f\u2028\u2029]/.test(text) || hasEmphasis(text)) return found;
    return found.length > 2 || likely.test(text) ? text : found;
  } catch {
    return found;
  }
}

function decodeOnce(text: string): string {
  return text.replaceAll(sequence, (found, at: number) => {
    if (found.length > 2 || /[\u0080-\u009f]/.test(found)) return decoded(found);
    const [before, after] = [text[at - 1] ?? '', text[at + 2] ?? ''];
    const beside = /[\p{L}\d]/u.test(before) || /\p{L}/u.test(after);
    return /^[ÂÃÄÅÎÏÐÑ]/.test(found) && beside ? decoded(found) : found;
  });
}

/**
 * Decodes what was UTF-8 once, or several times over. Longer sequences are no text in any language; two signs
 * that may be meant (`Ã€`, `Â»`) count only beside a letter or digit. Idempotent; each round halves what is
 * left of a text that was encoded over and over, so the time is linear.
 *
 * @param text with its control characters: half of the bytes are such
 */
export function decodeMojibake(text: string): string {
  let result = text;
  for (;;) {
    if (!/[\u00C2-\u00F4]/.test(result)) return result;
    const next = decodeOnce(result);
    if (next === result) return result;
    result = next;
  }
}
