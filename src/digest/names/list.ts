/** Lists of authors that a source calls so, written as one text. */
import { decodeName, firstNameFirst, longestName, mostAuthors, nobody, suffix } from './name.ts';

/** Blanks out what stands in brackets: affiliations. A nickname inside a name stays: `Xi (Alex) Li`. */
function withoutAffiliations(text: string): string {
  let result = '';
  let depth = 0;
  let opened = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '(') {
      if (depth === 0) opened = at;
      depth++;
    } else if (character === ')' && depth > 0) {
      depth--;
      if (depth > 0) continue;
      const inner = text.slice(opened + 1, at);
      const after = text.slice(at + 1, at + 6);
      const nickname = /^\p{Lu}\p{Ll}{1,11}$/u.test(inner) && /^ (?!and )\p{Lu}/u.test(after);
      result += nickname ? `(${inner})` : ' ';
    } else if (depth === 0) result += character;
  }
  return result;
}

/** What is said around a name and is none of it. */
const around =
  /^(?:and\s|&\s?|with an appendix by\s|appendix by\s|with\s(?=\p{Lu}))|\s(?:on behalf of|for)\s(?:the\s)?\p{Lu}.*$|\s(?:on behalf of|for) the\s.*$|,?\set\.?\s?al\.?$/gu;

const signs = String.raw`*†‡§¶∗✉^\s¹²³⁰⁴⁵⁶⁷⁸⁹⁺`;

/** What ends a name and is none of it; numbers too where most names of a list end in one. */
const marks = new RegExp(`(?<![${signs}])[${signs}]+$`, 'u');
const marksAndNumbers = new RegExp(`(?<![${signs}\\d])[${signs}\\d]+$`, 'u');

/** A number at the end of a name, as footnotes have them. */
const numbered = /\d[\s*†‡§¶∗✉^]{0,9}$/;

/** A footnote's number for sure: behind a small letter of a name of several words. `R2D2` and `Unit 7` are names. */
const footnote = /(?<=\s.{0,60}\p{Ll})\d{1,3}$/u;

const initials = /^\s*(?!I{2,3}\s*$|IV\s*$)(?:\p{Lu}\.?[ -]?){1,5}\s*$/u;

/** `Aad, G., Abbott, B.`: surnames and initials in turn are put together. */
function initialsFirst(parts: readonly string[]): readonly string[] {
  const isInitials = (part: string): boolean => initials.test(part.slice(0, 30));
  if (parts.length % 2 > 0 || !parts.every((part, at) => isInitials(part) === at % 2 > 0))
    return parts;
  return parts.flatMap((part, at) =>
    at % 2 > 0 ? [`${part.trim()} ${(parts[at - 1] ?? '').trim()}`] : [],
  );
}

/**
 * The names in a list of authors as arXiv and many others print it: commas, semicolons, `and`; affiliations
 * in brackets, `(1)`, `et al` and footnote marks are left out; TeX is resolved; `A Collaboration: B, C`
 * gives the collaboration first. `Last, First; Last, First` is turned round.
 *
 * @returns names in the order of the list
 * @see https://info.arxiv.org/help/prep.html#author
 */
export function authorNames(list: string): string[] {
  const text = withoutAffiliations(list.replaceAll(/\s+/g, ' ').replaceAll(/\$[^$]{0,40}\$/g, ''));
  const inverted = text.includes(';') && !/,[^;]*,/.test(text);
  const parts = inverted
    ? text.split(';').map(firstNameFirst)
    : text.split(/(?<!\\)[,;]|[，、；]|:\s|\s(?:and|&|[·|/])\s/).filter((part) => /\S/.test(part));
  if (parts.length > mostAuthors) return [];
  const footnotes = parts.filter((part) => numbered.test(part.slice(-20).trim())).length;
  const ends = parts.length > 1 && footnotes * 2 >= parts.length ? marksAndNumbers : marks;
  const names: string[] = [];
  for (const part of initialsFirst(parts)) {
    if (part.length > longestName) continue;
    const bare = decodeName(part).replaceAll(/[{}]/g, '').replaceAll(/\s+/g, ' ').trim();
    const said = bare.replace(/^(?:…|\.\.\.)\s/, '').replaceAll(around, '');
    const name = said.replace(ends, '').replace(footnote, '').trim();
    const previous = names.at(-1);
    if (previous !== undefined && suffix.test(name))
      names[names.length - 1] = `${previous} ${name}`;
    else if (/\p{L}/u.test(name) && !nobody.test(name)) names.push(name);
  }
  return names;
}
