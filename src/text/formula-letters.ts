/**
 * Letters of mathematics: MathML Core knows no `mathvariant` but `normal`, so that `ℝ` has to be the
 * character itself (Unicode, "Mathematical Alphanumeric Symbols", and "Letterlike Symbols" for its gaps).
 */

/** First code points of A to Z, a to z, and 0 to 9 where the alphabet has digits. */
const alphabets: Readonly<Record<string, readonly [number, number, number?]>> = {
  bold: [0x1d400, 0x1d41a, 0x1d7ce],
  italic: [0x1d434, 0x1d44e],
  'bold-italic': [0x1d468, 0x1d482],
  script: [0x1d49c, 0x1d4b6],
  fraktur: [0x1d504, 0x1d51e],
  'double-struck': [0x1d538, 0x1d552, 0x1d7d8],
  'sans-serif': [0x1d5a0, 0x1d5ba, 0x1d7e2],
  'bold-sans-serif': [0x1d5d4, 0x1d5ee, 0x1d7ec],
  'sans-serif-italic': [0x1d608, 0x1d622],
  monospace: [0x1d670, 0x1d68a, 0x1d7f6],
};

/** Code points that were letters before the alphabets were encoded. */
const elsewhere: Readonly<Record<number, string>> = {
  0x1d455: 'ℎ',
  0x1d49d: 'ℬ',
  0x1d4a0: 'ℰ',
  0x1d4a1: 'ℱ',
  0x1d4a3: 'ℋ',
  0x1d4a4: 'ℐ',
  0x1d4a7: 'ℒ',
  0x1d4a8: 'ℳ',
  0x1d4ad: 'ℛ',
  0x1d4ba: 'ℯ',
  0x1d4bc: 'ℊ',
  0x1d4c4: 'ℴ',
  0x1d506: 'ℭ',
  0x1d50b: 'ℌ',
  0x1d50c: 'ℑ',
  0x1d515: 'ℜ',
  0x1d51d: 'ℨ',
  0x1d53a: 'ℂ',
  0x1d53f: 'ℍ',
  0x1d545: 'ℕ',
  0x1d547: 'ℙ',
  0x1d548: 'ℚ',
  0x1d549: 'ℝ',
  0x1d551: 'ℤ',
};

/** Greek: first code points of Α to Ω (with the place of ϴ) and of α to ω. */
const greek: Readonly<Record<string, readonly [number, number]>> = {
  bold: [0x1d6a8, 0x1d6c2],
  italic: [0x1d6e2, 0x1d6fc],
  'bold-italic': [0x1d71c, 0x1d736],
};

function letter(char: string, variant: string): string | undefined {
  const code = char.codePointAt(0) ?? 0;
  const [upper, lower, digit] = alphabets[variant] ?? [];
  const [greekUpper, greekLower] = greek[variant] ?? [];
  let result: number | undefined;
  if (/^[A-Z]$/.test(char) && upper !== undefined) result = upper + code - 65;
  else if (/^[a-z]$/.test(char) && lower !== undefined) result = lower + code - 97;
  else if (/^\d$/.test(char) && digit !== undefined) result = digit + code - 48;
  else if (/^[Α-ΡΣ-Ω]$/.test(char) && greekUpper !== undefined) result = greekUpper + code - 0x391;
  else if (/^[α-ω]$/.test(char) && greekLower !== undefined) result = greekLower + code - 0x3b1;
  return result === undefined ? undefined : (elsewhere[result] ?? String.fromCodePoint(result));
}

/**
 * A text in an alphabet of mathematics; characters that it lacks stay.
 *
 * @param variant value of MathML's `mathvariant`
 */
export function mathLetters(text: string, variant: string): string {
  return Array.from(text, (char) => letter(char, variant) ?? char).join('');
}

const ofAlphabets = new RegExp(`[\\u{1D400}-\\u{1D7FF}${Object.values(elsewhere).join('')}]`, 'gu');

/** A text with plain letters for those of alphabets, as people type them. */
export function withoutAlphabets(text: string): string {
  return text.replaceAll(ofAlphabets, (char) => char.normalize('NFKC'));
}
