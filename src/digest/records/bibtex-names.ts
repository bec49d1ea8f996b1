import { authorNames, decodeName } from '../arxiv/authors.ts';
import { splitOutsideBraces, texText } from './tex-text.ts';

const and = /(?<!\s)\s+and\s+/iy;
const comma = /,/y;
const suffix = /^(?:Jr|Sr|II|III|IV|V)\.?$/i;

/** A name without the marks of footnotes that slipped into it, which may be escaped. */
function withoutMarks(name: string): string {
  let end = name.length;
  while (end > 0 && '*†‡§¶'.includes(name.charAt(end - 1))) {
    end--;
    if (name[end - 1] === '\\') end--;
  }
  return name.slice(0, end);
}

function nameOf(tex: string): string[] {
  const [last = '', second = '', ...rest] = splitOutsideBraces(tex, comma).map((part) =>
    withoutMarks(texText(decodeName(part)).replaceAll(/\s+/g, ' ').trim()),
  );
  const [third] = rest;
  if (second === '' && third === undefined) return [last];
  if (third === undefined)
    return suffix.test(second) ? [`${last} ${second}`] : [`${second} ${last}`];
  if (suffix.test(second)) return [`${third} ${last} ${second}`];
  // Several names with commas between: no BibTeX, but people do write it.
  return authorNames([last, second, ...rest].join(', '));
}

/**
 * The names in an author field: `Last, First and von Last, Jr, First and {A Group, Inc.}`, each in the
 * order it is spoken.
 *
 * @see Oren Patashnik, BibTeXing (1988), section 4
 */
export function bibtexNames(tex: string): string[] {
  return splitOutsideBraces(tex, and)
    .filter((name) => !/^(?:others|et al\.?)?$/i.test(name.trim()))
    .flatMap(nameOf)
    .filter((name) => name !== '');
}
