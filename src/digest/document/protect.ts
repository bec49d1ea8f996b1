/**
 * Signs that are no Markdown although they look like it: noncharacters of Unicode stand for them while a text is
 * parsed, one for each, so that every place in the text stays where it is.
 */

const signs = '\\*_[]<>&~|`!#-=';
const first = 0xfdd2;

/** U+FDD2 to U+FDD7, then from U+FDDC: those between mark emphasis (text/emphasis.ts). */
const stand = (index: number): string =>
  String.fromCharCode(first + index + (first + index < 0xfdd8 ? 0 : 4));

const toStand = new Map([...signs].map((sign, index) => [sign, stand(index)]));
const toSign = new Map([...signs].map((sign, index) => [stand(index), sign]));

const anySign = /[\\*_[\]<>&~|`!#\-=]/g;
const anyStand = /[\ufdd2-\ufdd7\ufddc-\ufde5]/g;

/** A text without noncharacters, as long as before. */
export const withoutStands = (text: string): string => text.replaceAll(anyStand, '\ufdef');

/** The text with all its signs, or those given, as text. */
export const literal = (text: string, which: RegExp = anySign): string =>
  text.replaceAll(which, (sign) => toStand.get(sign) ?? sign);

/** The text as it was written. */
export const restored = (text: string): string =>
  text.replaceAll(anyStand, (mark) => toSign.get(mark) ?? mark);
