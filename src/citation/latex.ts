import { oneLine } from '../text/line.ts';

/**
 * Characters with a meaning in LaTeX or BibTeX, and what prints them.
 *
 * Braces are the delicate case: BibTeX counts them even behind a backslash, so `\{` alone makes a
 * file unreadable; the named commands hold their own pair. `<`, `>` and `|` print other characters
 * in LaTeX's default font encoding. Quotation marks stay: fields stand in braces, and every reader
 * gives them back as they are. So does everything outside ASCII: biber and today's BibTeX read UTF-8.
 */
const commands: Readonly<Record<string, string>> = {
  '\\': String.raw`{\textbackslash}`,
  '{': String.raw`{\textbraceleft}`,
  '}': String.raw`{\textbraceright}`,
  '~': String.raw`{\textasciitilde}`,
  '^': String.raw`{\textasciicircum}`,
  '<': String.raw`{\textless}`,
  '>': String.raw`{\textgreater}`,
  '|': String.raw`{\textbar}`,
  '%': String.raw`\%`,
  '&': String.raw`\&`,
  '#': String.raw`\#`,
  _: String.raw`\_`,
  $: String.raw`\$`,
};

/**
 * Plain text as the value of a BibTeX field. A dollar sign is a dollar sign, not a formula. TeX's own
 * ways to write dashes and quotation marks (`--`, ``` `` ```) stay and print as what they mean.
 *
 * @param text any text
 * @returns one line that LaTeX prints as the text; its braces balance whatever the text holds
 */
export function escapeLatex(text: string): string {
  return oneLine(text).replaceAll(/[\\{}~^<>|%&#_$]/g, (character) => commands[character] ?? '');
}

/**
 * A DOI as the value of a BibTeX field. biblatex reads it verbatim, and so do styles that lead to it (`\url`,
 * `\doi`): an underscore stays, as publishers give it. What would break the file in others is escaped as DBLP does;
 * braces and backslashes, which no registered DOI is known to hold, are percent-encoded.
 */
export function escapeDoi(doi: string): string {
  return oneLine(doi)
    .replaceAll(/[\\{}]/g, (character) => encodeURIComponent(character))
    .replaceAll(/[%&#$]/g, '\\$&');
}

/**
 * A value that LaTeX takes as it stands (biblatex reads `url` and `eprint` verbatim).
 * Nothing is escaped; what could end the field, or is no part of an address, is percent-encoded.
 *
 * @param address a URL or an identifier
 */
export function verbatim(address: string): string {
  return oneLine(address).replaceAll(/[^!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]/gu, (character) =>
    encodeURIComponent(character),
  );
}
