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

const suffix = /^(?:Jr|Sr|II|III|IV|Ph\.? ?D|M\.? ?D)\.?$/;
const nobody =
  /^(?:et\.? ?al\.?|others|\d+ (?:more|other|additional|others)\b.*|and|etc\.?|N\/A|none|unknown)$/i;

/** What is said around a name and is none of it. */
const around =
  /^(?:and\s|&\s?|with an appendix by\s|appendix by\s|with\s(?=\p{Lu}))|\s(?:on behalf of|for)\s(?:the\s)?\p{Lu}.*$|\s(?:on behalf of|for) the\s.*$|,?\set\.?\s?al\.?$/gu;

const marks = new Set('*†‡§¶∗✉^ ¹²³⁰⁴⁵⁶⁷⁸⁹⁺');
const marksAndNumbers = new Set([...marks, ...'0123456789']);

/** A number at the end of a name, as footnotes have them. */
const numbered = /\d[\s*†‡§¶∗✉^]{0,9}$/;

/** A footnote's number for sure: behind a small letter of a name of several words. `R2D2` and `Unit 7` are names. */
const footnote = /(?<=\s.{0,60}\p{Ll})\d{1,3}$/u;

/** More than any paper has (the longest list known has 15,025 names): what holds more is no list of authors. */
export const mostAuthors = 50_000;

/** Longer than any name: a list that has lost its separators, or no list. */
const longest = 300;

/** @param signs what ends a name in this list and is none of it */
function withoutMarks(name: string, signs: ReadonlySet<string>): string {
  let end = name.length;
  while (end > 0 && signs.has(name[end - 1] ?? '')) end--;
  return name.slice(0, end).replace(footnote, '');
}

const initials = /^\s*(?!I{2,3}\s*$|IV\s*$)(?:\p{Lu}\.?[ -]?){1,5}\s*$/u;

/** `Aad, G., Abbott, B.`: surnames and initials in turn are put together. */
function initialsFirst(parts: readonly string[]): readonly string[] {
  const pairs = parts.length >= 2 && parts.length % 2 === 0;
  const turned = parts.every(
    (part, index) => initials.test(part.slice(0, 30)) === (index % 2 === 1),
  );
  if (!pairs || !turned) return parts;
  return parts.flatMap((part, index) =>
    index % 2 === 1 ? [`${part.trim()} ${(parts[index - 1] ?? '').trim()}`] : [],
  );
}

/** `Doe, Jane` as `Jane Doe`; what has no comma, or more than one, stays as it is. */
export function firstNameFirst(name: string): string {
  const [last = '', first = '', more] = name.split(',', 3).map((part) => part.trim());
  return last === '' || first === '' || more !== undefined ? name : `${first} ${last}`;
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
    ? text.split(';').map((part) => firstNameFirst(part))
    : text.split(/(?<!\\)[,;]|[，、；]|:\s|\s(?:and|&|[·|/])\s/).filter((part) => /\S/.test(part));
  if (parts.length > mostAuthors) return [];
  const names: string[] = [];
  const footnotes =
    parts.length > 1 &&
    parts.filter((part) => numbered.test(part.slice(-20).trim())).length * 2 >= parts.length;
  for (const part of initialsFirst(parts)) {
    if (part.length > longest) continue;
    const bare = decodeName(part).replaceAll(/[{}]/g, '').replaceAll(/\s+/g, ' ').trim();
    const name = withoutMarks(
      bare.replace(/^(?:…|\.\.\.)\s/, '').replaceAll(around, ''),
      footnotes ? marksAndNumbers : marks,
    ).trim();
    const previous = names.at(-1);
    if (previous !== undefined && suffix.test(name))
      names[names.length - 1] = `${previous} ${name}`;
    else if (/\p{L}/u.test(name) && !nobody.test(name)) names.push(name);
  }
  return names;
}
