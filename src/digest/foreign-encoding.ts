/**
 * Every row of bytes can be read as Windows-1252, so text in another encoding would become an archive of
 * false names. This tells such text apart, and names its encoding.
 */

/** Bytes Windows-1252 leaves undefined (WHATWG Encoding, index windows-1252). */
const undefined1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Signs that Windows-1252 text does have within words: quotes, dashes, dots, accents, degree, micro, hyphen. */
const withinWords = new Set([
  0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xa0, 0xad, 0xb0, 0xb2, 0xb4, 0xb5, 0xb7, 0xd7, 0xf7,
]);

/** Letters of Windows-1252 below 0xC0: Š š Œ œ Ž ž Ÿ. */
const earlyLetters = new Set([0x8a, 0x8c, 0x8e, 0x9a, 0x9c, 0x9e, 0x9f]);

const isSmall = (byte = 0): boolean =>
  (byte >= 0x61 && byte <= 0x7a) || (byte >= 0xdf && byte !== 0xf7);
const isHighLetter = (byte: number): boolean => byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7;
const isHighCapital = (byte: number): boolean =>
  (byte >= 0xc0 && byte <= 0xde && byte !== 0xd7) ||
  byte === 0x8a ||
  byte === 0x8c ||
  byte === 0x8e;

/** Bytes beyond ASCII, two letters among them, that no word written in Windows-1252 has in a row. */
const inARow = 4;

/** Signs that open no word (£, ¦), but are Ł and Ś in Latin-2. */
const openingSigns = new Set([0xa3, 0xa6]);

/** Share of the bytes beyond ASCII that may be odd: slips of the pen, formulas. */
const tolerated = 0.04;

/**
 * Whether bytes are surely not Windows-1252: they hold what it leaves undefined, whole words of letters
 * beyond ASCII, or signs and capitals in the middle of small letters (`nis³aw`, `itÕs`).
 *
 * @param bytes text that is not UTF-8
 */
export function isForeign(bytes: Uint8Array): boolean {
  let high = 0;
  let odd = 0;
  let row = 0;
  let letters = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      row = 0;
      letters = 0;
      continue;
    }
    if (undefined1252.has(byte)) return true;
    high++;
    const letter = isHighLetter(byte);
    row = byte >= 0xa1 ? row + 1 : 0;
    letters = row === 0 ? 0 : letters + (letter ? 1 : 0);
    const sign = !letter && !withinWords.has(byte) && !earlyLetters.has(byte);
    const [before, after] = [isSmall(bytes[at - 1]), isSmall(bytes[at + 1])];
    const word = isSmall(bytes[at - 2]) || isSmall(bytes[at + 2]);
    const amid = before && after && word && (sign || isHighCapital(byte));
    const opens = openingSigns.has(byte) && after && isSmall(bytes[at + 2]);
    if ((row >= inARow && letters >= 2) || amid || opens) odd++;
  }
  return odd > high * tolerated;
}

/** Letters that are common in what is written in an encoding of one byte a letter. */
const common: readonly (readonly [name: string, label: string, letters: string])[] = [
  ['KOI8-R', 'koi8-r', 'оеаинтсрвлкмдпуя'],
  ['Windows-1251', 'windows-1251', 'оеаинтсрвлкмдпуя'],
  ['ISO-8859-5', 'iso-8859-5', 'оеаинтсрвлкмдпуя'],
  ['IBM866', 'ibm866', 'оеаинтсрвлкмдпуя'],
  ['ISO-8859-7 (Greek)', 'iso-8859-7', 'αοιετνσρκςμπίόάέύή'],
  ['ISO-8859-8 (Hebrew)', 'iso-8859-8', 'יוהאלרמתבשנ'],
  ['ISO-8859-6 (Arabic)', 'iso-8859-6', 'اليمونترهب'],
  ['Mac Roman', 'macintosh', 'éèàçêôùâîïäöüßñáíóú“”’‘–—…'],
  ['ISO-8859-2 (Latin-2)', 'iso-8859-2', 'ąćęłńóśźżáčďéěíňřšťúůýžőűăşţöüŁŠŽ'],
  ['Windows-1250', 'windows-1250', 'ąćęłńóśźżáčďéěíňřšťúůýžőűăşţöüŁŠŽ„”–'],
];

/** Share of the letters beyond ASCII that must be common ones for an encoding to be named. */
const commonEnough = 0.7;

/** Bytes looked at to tell encodings apart, from the first beyond ASCII on. */
const sampled = 100_000;

function decoded(label: string, bytes: Uint8Array): string | undefined {
  try {
    // `stream`: a character that the end of the sample cuts is no error.
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The encoding of Chinese, Japanese or Korean text. */
function eastAsian(bytes: Uint8Array): string | undefined {
  const share = (label: string, pattern: RegExp): number => {
    const text = decoded(label, bytes);
    return text === undefined
      ? 0
      : count(text, pattern) / Math.max(count(text, /[\u0080-\uffff]/g), 1);
  };
  if (share('euc-jp', /[\u3041-\u30ff]/g) > 0.2) return 'EUC-JP';
  if (share('shift_jis', /[\u3041-\u30ff]/g) > 0.2) return 'Shift-JIS';
  if (share('euc-kr', /[\uac00-\ud7a3]/g) > 0.7) return 'EUC-KR';
  // Half of the characters of Big5 end in a byte of ASCII; of those that GB18030 shares with GB2312, none.
  let [pairs, low] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    pairs++;
    if ((bytes[at + 1] ?? 0) < 0x80) low++;
    at++;
  }
  const label = low > pairs * 0.15 ? 'big5' : 'gb18030';
  const name = label === 'big5' ? 'Big5' : 'GB18030';
  return share(label, /[\u3001-\u9fff\uff01-\uff60]/g) > 0.9 ? name : undefined;
}

/**
 * The encoding of bytes that are neither UTF-8 nor Windows-1252.
 *
 * @returns its name for people; undefined if it cannot be told
 */
export function foreignName(bytes: Uint8Array): string | undefined {
  const start = bytes.findIndex((byte) => byte >= 0x80);
  const sample = bytes.subarray(start, start + sampled);
  let best: { readonly name: string; readonly share: number } | undefined;
  for (const [name, label, letters] of common) {
    const text = decoded(label, sample);
    if (text === undefined) continue;
    const known = new Set(letters);
    let [high, hits] = [0, 0];
    for (const char of text) {
      if (char <= '\x7f' || char === '\u00a0') continue;
      high++;
      if (known.has(char)) hits++;
    }
    const share = high === 0 ? 0 : hits / high;
    if (share > (best?.share ?? commonEnough)) best = { name, share };
  }
  return best?.name ?? eastAsian(sample);
}
