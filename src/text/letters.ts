/** Letters and signs that few keyboards have, as people type them. Pure; the search loads it in browsers. */

/** Letters that Unicode does not decompose. */
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ħ: 'h',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ð: 'd',
  þ: 'th',
  ŧ: 't',
};

const special = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');
const marks = /\p{M}+/gu;

/** Puts the letters that people type for those that few keyboards have; in lower case alone. */
export function typedLetters(lower: string): string {
  return lower.replaceAll(special, (letter) => plainLetters[letter] ?? letter);
}

/** What makes か into が, and は into ぱ: no accents. */
const voiced = /[\u3099\u309a]/;
const otherMarks = /(?<![\u3041-\u30ff])[\u3099\u309a]|(?![\u3099\u309a])\p{M}/gu;
const voicedKana = /[\u3041-\u30ff][\u3099\u309a]/gu;

/**
 * A text without accents and other marks; ligatures and letters of full width become plain ones (NFKD). Letters that
 * Unicode does not take apart stay (see {@link typedLetters}).
 */
export function withoutAccents(text: string): string {
  // Most texts are ASCII alone.
  if (/^\p{ASCII}*$/u.test(text)) return text;
  const decomposed = text.normalize('NFKD');
  if (!voiced.test(decomposed)) return decomposed.replaceAll(marks, '');
  return decomposed
    .replaceAll(otherMarks, '')
    .replaceAll(voicedKana, (kana) => kana.normalize('NFC'));
}

/**
 * Lower case, without accents, as Pagefind's index has words. Signs stay signs.
 *
 * `Łojasiewicz`, `TÜLU` and `ﬁne` become `lojasiewicz`, `tulu` and `fine`.
 */
export function fold(text: string): string {
  return typedLetters(withoutAccents(text).toLowerCase());
}

/** `name sign name sign …` as pairs. */
export function namedSigns(list: string): (readonly [name: string, sign: string])[] {
  const words = list.split(' ');
  return words.flatMap((name, at) => (at % 2 === 0 ? [[name, words[at + 1] ?? ''] as const] : []));
}

/** Greek letters by the names that TeX and people have for them. KaTeX keeps its own table to itself. */
export const greekLetters: ReadonlyMap<string, string> = new Map(
  namedSigns(
    'alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω ell ℓ',
  ),
);

/** Signs that are typed as a word: TeX's names of them. */
export const spokenSigns: ReadonlyMap<string, string> = new Map(
  namedSigns('infty ∞ nabla ∇ partial ∂ sqrt √ times × sum ∑ prod ∏ int ∫ leq ≤ geq ≥ in ∈ to →'),
);

/** Other shapes of the letters. */
const variants = namedSigns('epsilon ϵ theta ϑ mu µ sigma ς phi ϕ');

const names = new Map(
  [...greekLetters, ...spokenSigns, ...variants].map(([name, sign]) => [sign, name]),
);
const letterNames = new Set(variants.map(([name]) => name).concat(...greekLetters.keys(), 'infty'));
const sign = new RegExp(`[${[...names.keys()].join('')}]`, 'gu');

/**
 * Puts their names for Greek letters and signs: `ℓ∞` becomes `ellinfty`.
 *
 * @param lower in lower case
 * @param apart what stands on either side of each name
 * @param joint the same for Greek letters, and `∞`: `β-VAE` is one word
 */
export function spelledSigns(lower: string, apart = '', joint = apart): string {
  return lower.replaceAll(sign, (found) => {
    const name = names.get(found) ?? found;
    const beside = letterNames.has(name) ? joint : apart;
    return beside + name + beside;
  });
}
