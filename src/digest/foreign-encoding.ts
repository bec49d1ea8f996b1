/**
 * Every row of bytes can be read in any encoding of one byte a letter, so text in another encoding would become an
 * archive of false names. What was decoded is therefore looked at: is it text that somebody would write?
 */
import { analyse } from 'chardet';

/** Signs that text does have within words: quotes, dashes, dots, accents, degree, micro, hyphen, middle dot. */
const withinWords = '…‘’“”–—\u00a0\u00ad°²´µ·×÷';

/**
 * Odd: a sign amid small letters, a capital after them, £ or ¦ that open a word (Ł and Ś in Latin-2), and a word in
 * two scripts.
 */
const odd = new RegExp(
  [
    `(?<=\\p{Ll})[^\\p{ASCII}\\p{L}\\p{M}${withinWords}](?=\\p{Ll}{2})`,
    `(?<=\\p{Ll}{2})[^\\p{ASCII}\\p{L}\\p{M}${withinWords}](?=\\p{Ll})`,
    String.raw`(?<=\p{Ll}{2})(?![A-Z])\p{Lu}`,
    String.raw`[£¦](?=\p{Ll}{2})`,
    String.raw`[a-z](?=[\u0370-\u06ff])|[\u0370-\u06ff](?=[a-z])`,
  ].join('|'),
  'gu',
);

/** Latin letters and signs beyond ASCII, so many on end that no word has them. */
const latinRow = /[\u00a1-\u024f]{4,}/g;
const mostInRow = 3;

/** What no text holds: controls of C1, and what no character is assigned to. */
const noText = /[\u0080-\u0084\u0086-\u009f\ufffd\p{Co}\p{Cn}]/u;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const beyondAscii = /\P{ASCII}/gu;

/** Share of the characters beyond ASCII that may be odd: slips of the pen, formulas. */
const tolerated = 0.04;
/** The same in other encodings: in Windows-1251, Mac Cyrillic has but its capitals and я so. */
const strict = 0.01;

/**
 * Whether decoded bytes are text that somebody would write: neither `nis³aw` nor `itÕs`.
 *
 * @param share of the characters beyond ASCII that may be odd
 * @param others characters that are odd for another reason
 */
export const isPlausible = (text: string, share = tolerated, others = 0): boolean =>
  !noText.test(text) && countOf(text, odd) + others <= countOf(text, beyondAscii) * share;

/** Whether text decoded as Windows-1252 has no rows of letters such as `ïðåäñòà`. */
function isWestern(text: string): boolean {
  const rows = (text.match(latinRow) ?? []).filter((row) => countOf(row, /\p{L}/gu) > 1);
  const more = rows.reduce((sum, row) => sum + row.length - mostInRow, 0);
  return isPlausible(text, tolerated, more);
}

/** Bytes looked at to tell encodings apart. */
const sampled = 100_000;

/** The words that are not ASCII: between many English ones, few others would hardly count. */
function foreignWords(bytes: Uint8Array): Uint8Array {
  const words: number[] = [];
  let [start, high] = [0, false];
  for (let at = 0; at <= bytes.length && words.length < sampled; at++) {
    const byte = bytes[at] ?? 0x20;
    if (byte > 0x20) {
      high ||= byte >= 0x80;
      continue;
    }
    if (high) for (const it of bytes.subarray(start, at + 1)) words.push(it);
    [start, high] = [at + 1, false];
  }
  return Uint8Array.from(words.slice(0, sampled));
}

/** Encodings of the same family that hold more: nobody writes the signs that they have letters for. */
const wider: Readonly<Record<string, string>> = { 'KOI8-R': 'koi8-u' };

/** Encodings that the detector does not know, by the letters that are common in them. */
const others: readonly (readonly [name: string, label: string, common: RegExp])[] = [
  ['IBM866', 'ibm866', /[оеаинтсрвлкмдпуя]/g],
  ['Mac Roman', 'macintosh', /[éèàçêôùâîïäöüßñáíóú“”’‘–—…]/g],
];

/** Confidence, of 100, from which on an encoding is taken, and by how much it must be ahead of the next. */
const confident = 28;
const ahead = 15;
/** Bytes of foreign words from which on text that can be Windows-1252 is taken for another encoding. */
const enough = 60;
/** Share of the characters beyond ASCII that must be common ones for an encoding to be named. */
const commonEnough = 0.7;

/**
 * Bytes as text; undefined where they cannot be of an encoding.
 *
 * @param label of the encoding, as `TextDecoder` knows it
 * @param stream whether the bytes are a sample: a character that its end cuts is no error
 */
export function decodeAs(label: string, bytes: Uint8Array, stream = false): string | undefined {
  try {
    // `ignoreBOM: true` keeps the mark in the text: the parser accounts for every character.
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes, { stream });
  } catch {
    return undefined;
  }
}

const decoded = (label: string, sample: Uint8Array): string | undefined =>
  decodeAs(label, sample, true);

/** What the detector finds bytes to be, likeliest first; as `TextDecoder` calls it, ISO-8859-1 is Windows-1252. */
const candidates = (bytes: Uint8Array) =>
  analyse(bytes).flatMap(({ name, confidence }) => {
    const label = wider[name] ?? name.toLowerCase().replace('iso-8859-1', 'windows-1252');
    const text = name === 'ASCII' ? undefined : decoded(label, bytes);
    return text === undefined ? [] : [{ name, label, confidence, text }];
  });

/**
 * Tells the encoding of bytes that are not Unicode.
 *
 * @returns what it looks like, for people, if anything; and a label for `TextDecoder` where it is certain
 */
export function foreignEncoding(bytes: Uint8Array): { name?: string; label?: string } {
  const words = foreignWords(bytes);
  const western = isWestern(decoded('windows-1252', words) ?? '');
  let name: string | undefined;
  // Many English words make any encoding of Latin letters likely: what cannot be Windows-1252 is told by the others.
  const whole = bytes.subarray(0, sampled);
  const samples = !western ? [words] : words.length < enough ? [] : [words, whole];
  for (const sample of samples) {
    const found = candidates(sample).filter(({ label }) => western || label !== 'windows-1252');
    const best = found.at(0);
    const next = found.find(({ text }) => text !== best?.text)?.confidence ?? 0;
    if (!best || best.label === 'windows-1252' || best.confidence < confident) continue;
    name ??= best.name;
    if (best.confidence >= next + ahead && isPlausible(best.text, strict)) return best;
  }
  if (western) return { label: 'windows-1252' };
  const other = others.find(([, label, common]) => {
    const text = decoded(label, words) ?? '';
    return countOf(text, common) > countOf(text, beyondAscii) * commonEnough;
  });
  name = other?.[0] ?? name;
  return name === undefined ? {} : { name };
}
