/** Letters that Unicode does not decompose, as people type them. */
export const plainLetters: Readonly<Record<string, string>> = {
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

/** Puts the letters that people type for those that few keyboards have; in lower case alone. */
export function typedLetters(lower: string): string {
  return lower.replaceAll(special, (letter) => plainLetters[letter] ?? letter);
}
