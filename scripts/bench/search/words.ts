/** Words as the bench compares them, and as readers type them. Nothing here knows any search engine. */

const specials: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};
const special = /[łøđßæœı]/g;

/** Without case, accents and ligatures: `TÜLU` → `tulu`, `Łojasiewicz` → `lojasiewicz`. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(special, (letter) => specials[letter] ?? letter);
}

/** TeX that styles and shows nothing of its own. */
const styling =
  /\\(?:math[a-z]+|text[a-z]*|ensuremath|operatorname|emph|em|bf|it|rm|sc|scriptsize|small|tiny|left|right)(?![A-Za-z])/g;

/** Runs of letters and digits, folded; without the commands of TeX that only style. */
export function tokens(text: string): string[] {
  return fold(text.replaceAll(styling, ' ')).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words between white space without the punctuation around them; what is inside a word stays. */
export function typedWords(text: string): string[] {
  return text
    .split(/\s+/)
    .map((word) => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+#]+$/gu, ''))
    .filter((word) => word !== '');
}

/** Signs of TeX, of addresses and of what a conversion has left over. */
const noise = /[\\$^_{}~|<>=@\ufffd]|https?:|www\./;

/** Whether a text holds what nobody would type as it stands. */
export function isNoisy(text: string): boolean {
  return noise.test(text);
}

/** Only the letters a to z, in any case. */
export function isPlainWord(word: string): boolean {
  return /^[A-Za-z]+$/.test(word);
}
