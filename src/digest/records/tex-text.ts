import { normalise, normaliseEmphasis } from '../../text/normalise.ts';
import { cutAt, protectedSpans } from '../../text/protected.ts';
import { compose } from '../../text/tex-accents.ts';

/** Characters that LaTeX has commands for because its source once could not hold them. */
const characters: Readonly<Record<string, string>> = {
  textquotedblleft: '“',
  textquotedblright: '”',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotesingle: "'",
  textquotedbl: '"',
  quotedblbase: '„',
  guillemotleft: '«',
  guillemotright: '»',
  textless: '<',
  textgreater: '>',
  textbar: '|',
  textasciicircum: '^',
  textunderscore: '_',
  textperiodcentered: '·',
  textbullet: '•',
  textdollar: '\\$',
  textmu: 'µ',
  texttildelow: '~',
  relax: '',
  slash: '/',
  newline: ' ',
  space: ' ',
  aa: 'å',
  AA: 'Å',
  textnumero: '№',
  textsection: '§',
};

const character = new RegExp(
  `\\{\\\\(${Object.keys(characters).join('|')})\\}|\\\\(${Object.keys(characters).join('|')})(?:\\{\\}|\\s+|(?![A-Za-z]))`,
  'g',
);

/** In a bibliography every accent is meant as one: written with braces it is never taken for a quote. */
const bareAccent = /(?<!\\)\\(["'`^~=.])\s?([A-Za-z])/g;
const spacedAccent = /(?<!\\)\\([cvuHkrdb])\s+([A-Za-z])(?![A-Za-z])/g;
const letterAccent = /(?<!\\)\{\\([cvuHkrdb])\s+([A-Za-z])\}/g;

/** Two accents on one letter, as Vietnamese names have: `\~{\^e}`, `\'\^{e}`. */
const doubled = /\\(["'`^~=.])\{? ?\\(["'`^~=.]) ?\{?([A-Za-z])\}{0,2}/g;

/** An accent on letters that are in braces for no reason: `\'{\'e}`, `\v{{Z}}`. */
const doubleBraces = /\\(["'`^~=.cvuHkrdb])\{\{(\\?[A-Za-z])\}\}/g;

/** A tie, a line break, an italic correction. */
const spacing = /(?<!\\)~|\\\\(?=\s|$)|\\[/@](?![A-Za-z])/g;

/** Applies a change to what is neither formula nor address. */
function outside(text: string, change: (part: string) => string): string {
  const cut = Array.from(cutAt(text, protectedSpans(text)));
  return cut.map(([stretch, isSpan]) => (isSpan ? stretch : change(stretch))).join('');
}

function prepared(text: string): string {
  return text
    .replaceAll(doubled, (whole, outer: string, inner: string, base: string) => {
      const letter = compose(compose(base, inner), outer);
      return letter.length === 1 ? letter : whole;
    })
    .replaceAll(letterAccent, '\\$1{$2}')
    .replaceAll(bareAccent, '\\$1{$2}')
    .replaceAll(spacedAccent, '\\$1{$2}')
    .replaceAll(doubleBraces, '\\$1{$2}')
    .replaceAll(
      character,
      (_, grouped?: string, alone?: string) => characters[grouped ?? alone ?? ''] ?? '',
    )
    .replaceAll(spacing, (found) => (found.startsWith('\\/') || found === '\\@' ? '' : ' '));
}

/** A text of a bibliography with every accent, tie and character written so that `normalise` knows it for one. */
export const withAccents = (tex: string): string => outside(tex, prepared);

const piece = /\\(?:[A-Za-z]+\s?|[^])|[{}]|[^\\{}]+/g;

/** Drops braces that group letters and do nothing else; those after a command hold its argument. */
function withoutGroups(text: string): string {
  const keeps: boolean[] = [];
  return outside(text, (part) => {
    /** A command stands before, or an argument: `\frac{a}{b}` has another one. */
    let takes = false;
    let before = '';
    return part.replaceAll(piece, (found) => {
      // `d^{3/2}` outside of dollars: without its braces it would say something else.
      const opens = takes || /[_^]$/.test(before);
      const keep = found === '{' ? opens : found !== '}' || (keeps.pop() ?? true);
      if (found === '{') keeps.push(keep);
      takes = found === '}' ? keep : /^\\[A-Za-z]/.test(found);
      before = found;
      return keep ? found : '';
    });
  });
}

/**
 * The text of a BibTeX field: accents and characters are resolved, braces that only guard capitals go,
 * formulas stay as TeX. Unknown commands stay with their arguments.
 *
 * @param tex the field's value without its outer braces or quotes
 * @param marks whether emphasis is marked: see text/emphasis.ts
 */
export function texText(tex: string, marks = false): string {
  if (!/[\\{}~$]|--|``|''/.test(tex)) return tex;
  // Braces around a formula would keep its dollars from being seen beside them; they go last.
  const read = (text: string): string => (marks ? normaliseEmphasis(text, true) : normalise(text));
  return read(withoutGroups(read(withAccents(tex))));
}

/**
 * Splits at a separator that is not inside braces.
 *
 * @param separator matches where it stands; sticky
 */
export function splitOutsideBraces(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '{') depth++;
    else if (char === '}') depth = Math.max(depth - 1, 0);
    else if (depth === 0) {
      separator.lastIndex = at;
      const end = separator.test(text) ? separator.lastIndex : at;
      if (end === at) continue;
      parts.push(text.slice(start, at));
      start = end;
      at = end - 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
