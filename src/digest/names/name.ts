/** One name of a person or a group, in whatever way it is written. */
import { normalise } from '../../text/normalise.ts';

/** Accents that TeX puts before their letter without a blank between. */
const combining: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  '"': '\u0308',
};

/** `{\H o}`: the form of a lower-case letter that text in general is too ambiguous for. */
const grouped = /\{\\([cvHubdkr]) ?([A-Za-z])\}/g;

/** Two accents on one letter, as Vietnamese names have: `\~{\^e}`, `\'\^{e}`. */
const doubled = /\\(["'`^~=.])\{? ?\\(["'`^~=.]) ?\{?([A-Za-z])\}{0,2}/g;

/**
 * A name with its TeX resolved: `Erd{\H o}s` becomes `Erdős`. In names every accent is meant as one,
 * which cannot be said of texts.
 */
export function decodeName(text: string): string {
  if (!/[\\~`$]|--/.test(text)) return text;
  const prepared = text
    .replaceAll('--', '-')
    .replaceAll(grouped, '\\$1{$2}')
    .replaceAll(doubled, (whole, outer: string, inner: string, base: string) => {
      const letter = (base + (combining[inner] ?? '') + (combining[outer] ?? '')).normalize('NFC');
      return letter.length === 1 ? letter : whole;
    });
  return normalise(prepared);
}

/** Longer than any name, in UTF-16 code units: a list that has lost its separators, or no list. */
export const longestName = 300;

/** More than any paper has (the longest list known has 15,025 names): what holds more is no list of authors. */
export const mostAuthors = 50_000;

/** What follows a name. `V` is an initial more often than the fifth of a family. */
export const suffix = /^(?:Jr|Sr|II|III|IV|Ph\. ?D|M\. ?D|PhD|MD)\.?$/;

/** What stands in the place of a name and is none. */
export const nobody =
  /^(?:(?:and )?(?:et\.? ?al\.?|others)|\d+ (?:more|other|additional|others)\b.*|and|etc\.?|n\/?a|none|null|unknown|)$/i;

/**
 * A name in the order it is spoken, of the parts that commas separate: `Last, First`, `von Last, Jr, First`,
 * `Last, First, Jr`, `Last, Jr`.
 *
 * @returns undefined where the parts are names of several people
 */
export function inSpokenOrder(parts: readonly string[]): string | undefined {
  const [last = '', second = '', third = ''] = parts;
  const isSuffixed = suffix.test(second);
  if (parts.length === 3 && isSuffixed && third !== '') return `${third} ${last} ${second}`;
  // RIS and reference managers put it last: `Last, First, Jr`.
  if (parts.length === 3 && suffix.test(third) && second !== '')
    return `${second} ${last} ${third}`;
  if (parts.length === 1 || (parts.length === 2 && second === '')) return last;
  if (parts.length !== 2 || last === '' || !/\p{L}/u.test(second)) return undefined;
  return isSuffixed ? `${last} ${second}` : `${second} ${last}`;
}

/** `Doe, Jane` as `Jane Doe`; what is no such name stays as it is. */
export const firstNameFirst = (name: string): string =>
  inSpokenOrder(name.split(',').map((part) => part.trim())) ?? name;
