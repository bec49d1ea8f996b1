/**
 * Letters of mathematics: MathML Core knows no `mathvariant` but `normal`, so that `ℝ` has to be the
 * character itself (Unicode, "Mathematical Alphanumeric Symbols", and "Letterlike Symbols" for its gaps).
 */

/** First code points of A to Z, a to z, 0 to 9, Α to Ω (with the place of ϴ) and α to ω, where the alphabet has them. */
type Alphabet = readonly [number, number, number?, number?, number?];

const alphabets: Readonly<Record<string, Alphabet>> = {
  bold: [0x1d400, 0x1d41a, 0x1d7ce, 0x1d6a8, 0x1d6c2],
  italic: [0x1d434, 0x1d44e, undefined, 0x1d6e2, 0x1d6fc],
  'bold-italic': [0x1d468, 0x1d482, undefined, 0x1d71c, 0x1d736],
  script: [0x1d49c, 0x1d4b6],
  fraktur: [0x1d504, 0x1d51e],
  'double-struck': [0x1d538, 0x1d552, 0x1d7d8],
  'sans-serif': [0x1d5a0, 0x1d5ba, 0x1d7e2],
  'bold-sans-serif': [0x1d5d4, 0x1d5ee, 0x1d7ec],
  'sans-serif-italic': [0x1d608, 0x1d622],
  monospace: [0x1d670, 0x1d68a, 0x1d7f6],
};

/** What the places in `Alphabet` begin with and hold. */
const ranges = [/[A-Z]/, /[a-z]/, /\d/, /[Α-ΡΣ-Ω]/, /[α-ω]/];
const firsts = ['A', 'a', '0', 'Α', 'α'];

/** Letters that were encoded before the alphabets; these have a gap in their place. */
const earlier: Readonly<Record<string, string>> = {
  italic: 'ℎ',
  script: 'ℬℰℱℋℐℒℳℛℯℊℴ',
  fraktur: 'ℭℌℑℜℨ',
  'double-struck': 'ℂℍℕℙℚℝℤ',
};

function letter(char: string, variant: string): string | undefined {
  for (const known of earlier[variant] ?? '') if (known.normalize('NFKC') === char) return known;
  const place = ranges.findIndex((range) => range.test(char));
  const first = alphabets[variant]?.[place];
  const offset = char.charCodeAt(0) - (firsts[place]?.charCodeAt(0) ?? 0);
  return first === undefined ? undefined : String.fromCodePoint(first + offset);
}

/**
 * A text in an alphabet of mathematics; characters that it lacks stay.
 *
 * @param variant value of MathML's `mathvariant`
 */
export function mathLetters(text: string, variant: string): string {
  return Array.from(text, (char) => letter(char, variant) ?? char).join('');
}

const ofAlphabets = new RegExp(`[\\u{1D400}-\\u{1D7FF}${Object.values(earlier).join('')}]`, 'gu');

/** A text with plain letters for those of alphabets, as people type them. */
export function withoutAlphabets(text: string): string {
  return text.replaceAll(ofAlphabets, (char) => char.normalize('NFKC'));
}

const pairs = (keys: string, values: string): ReadonlyMap<string, string> => {
  const raised = Array.from(values);
  return new Map(Array.from(keys, (key, at) => [key, raised[at] ?? key]));
};

/** Characters that stand above the line by themselves. */
export const superscripts = pairs(
  '0123456789+−-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW′',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ′',
);

/** Characters that stand below it. */
export const subscripts = pairs(
  '0123456789+−-=()aehijklmnoprstuvx',
  '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ',
);

/** A text in these, character by character; undefined if one has no such form. */
export function raised(text: string, forms: ReadonlyMap<string, string>): string | undefined {
  const characters = Array.from(text, (char) => forms.get(char));
  return characters.includes(undefined) ? undefined : characters.join('');
}
