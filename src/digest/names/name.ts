/** One name of a person or a group, in whatever way it is written. */
import { normalise } from '../../text/normalise.ts';
import { withAccents } from '../records/tex-text.ts';

/**
 * A name with its TeX resolved: `Erd{\H o}s` becomes `Erdős`. In names every accent is meant as one,
 * which cannot be said of texts.
 */
export const decodeName = (text: string): string =>
  /[\\~`$]|--/.test(text) ? normalise(withAccents(text.replaceAll('--', '-'))) : text;

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
