import {
  arxivAddress,
  damageNote,
  doiAddress,
  hasSuffix,
  isGroup,
  isOthers,
  paperDate,
  toBeCompleted,
  type Paper,
} from '../archive/index.ts';
import { digestDate } from '../text/dates.ts';
import { oneLine } from '../text/line.ts';
import { renderTitle } from '../text/render.ts';
import { protectedSpans } from '../text/protected.ts';
import { escapeDoi, escapeLatex, verbatim } from './latex.ts';

/** BibTeX's macros of the months. */
const macros = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

export interface CitationContext {
  /** Absolute address of the paper's page in the archive. */
  readonly url: string;
  /** A digest's name for readers; without it the name is made from the digest's id. */
  readonly digestName?: (digest: string) => string | undefined;
}

/** Listings named in a note; of the others only the number is given. */
const namedListings = 3;

/**
 * A paper's key: its id, which is ASCII, readable, unique and never changed. A key made of author and
 * year would change when they become known, and break the documents that cite it.
 * What an id should not hold is written as `_` and its code point, so that two ids never share a key.
 */
export function citationKey(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0) ?? 0}_`);
}

/** `2025-03-11-trending` → `Trending`. */
function nameFromId(digest: string): string {
  const words = digest.replace(/^\d{4}-\d\d-\d\d-?/, '').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What authors say of their paper, then where it was listed. */
function note(paper: Paper, digestName: CitationContext['digestName']): string {
  const comment = (paper.comment ?? '').trim().replace(/(?<![.;,])[.;,]+$/, '');
  const lost = damageNote({ damage: paper.damage.filter(({ where }) => where === 'title') });
  const waits = paper.incomplete ? toBeCompleted.replace(/\.$/, '') : '';
  return [waits, comment, listingNote(paper, digestName), lost]
    .filter((part) => part !== '')
    .join('. ');
}

/** `Listed in Trending, 11 March 2025; Reading group, 2 April 2025; and 4 more digests`. */
function listingNote(paper: Paper, digestName: CitationContext['digestName']): string {
  const dates = new Map(paper.listings.map((listing) => [listing.digest, digestDate(listing)]));
  const named = [...dates].slice(0, namedListings).map(([digest, date]) => {
    const name = digestName?.(digest) ?? nameFromId(digest);
    return name === '' ? `the digest of ${date}` : `${name}, ${date}`;
  });
  const more = dates.size - named.length;
  if (more > 0) named.push(`and ${more} more digest${more === 1 ? '' : 's'}`);
  return named.length === 0 ? '' : `Listed in ${named.join('; ')}`;
}

/** The class that some old arXiv ids carry: `math.GT/0309136` → `math.GT`. */
function primaryClass(arxiv: string): string {
  return /^([a-z-]+\.[A-Z]{2})\//.exec(arxiv)?.[1] ?? '';
}

/** The paper's own address where one is known, for whoever follows the citation; else its page in the archive. */
function bestAddress({ arxiv, doi }: Paper, page: string): string {
  if (doi !== undefined) return doiAddress(doi);
  if (arxiv !== undefined) return arxivAddress(arxiv);
  return page;
}

/** Whether braces pair up, none closing before it opens: nothing of such a text can end the field it stands in. */
function isBalanced(tex: string): boolean {
  let depth = 0;
  for (const [mark] of tex.matchAll(/(?<!\\)[{}]/g)) {
    depth += mark === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/**
 * Whether a formula may stand in a `.bib` file as it is. LaTeX obeys what it reads (`\input`, `\write`), so
 * only what KaTeX typesets passes: KaTeX knows mathematics and no other commands.
 */
const isSafeFormula = (tex: string): boolean =>
  /^\$[^$%~#&]+\$$/.test(tex) && isBalanced(tex) && renderTitle(tex).problems.length === 0;

/** Text for LaTeX with the blanks at its ends kept: formulas stand beside it. */
const escapePiece = (text: string): string =>
  `${/^\s/.test(text) ? ' ' : ''}${escapeLatex(text)}${/\S\s+$/.test(text) ? ' ' : ''}`;

/** A text for LaTeX: formulas as they are, everything else escaped. */
function titleField(title: string): string {
  let field = '';
  let done = 0;
  for (const { kind, start, end } of protectedSpans(title)) {
    const tex = title.slice(start, end);
    if (kind !== 'formula' || !isSafeFormula(tex)) continue;
    field += escapePiece(title.slice(done, start)) + tex;
    done = end;
  }
  return (field + escapePiece(title.slice(done))).trim();
}

/**
 * A paper as a BibTeX entry that says only what is known: no author, year or venue is made up.
 * `@misc`, because what kind of publication it is is not known.
 *
 * @param paper the paper
 * @param context the page's address and the digests' names
 * @returns the entry, one field a line, with a line break at its end
 */
export function bibtex(paper: Paper, { url, digestName }: CitationContext): string {
  const date = paperDate(paper);
  const { arxiv, doi, venue } = paper;
  const title = titleField(paper.title);
  const values: readonly (readonly [field: string, value: string])[] = [
    // The second pair of braces keeps the capitals, which many styles would lower.
    ['title', title && `{{${title}}}`],
    ['author', braced(authorField(paper.authors))],
    ['year', date ? `{${date.year}}` : ''],
    ['month', date?.month ? monthMacro(date.month) : ''],
    ['howpublished', braced(escapeLatex(venue ?? ''))],
    ['eprint', braced(verbatim(arxiv ?? ''))],
    ['archiveprefix', arxiv ? '{arXiv}' : ''],
    ['primaryclass', arxiv === undefined ? '' : braced(paper.categories[0] ?? primaryClass(arxiv))],
    ['doi', braced(escapeDoi(doi ?? ''))],
    ['url', braced(verbatim(bestAddress(paper, url)))],
    ['note', braced(titleField(note(paper, digestName)))],
  ];
  const fields = values
    .filter(([, value]) => value !== '')
    .map(([field, value]) => `  ${field} = ${value},\n`);
  return `@misc{${citationKey(paper.id)},\n${fields.join('')}}\n`;
}

function braced(value: string): string {
  return value === '' ? '' : `{${value}}`;
}

/**
 * The value of BibTeX's `author` field.
 *
 * A name that BibTeX would take apart wrongly stands in braces: one word (`OpenAI`), a group, a
 * suffix or more commas than one. `et al.` at the end becomes BibTeX's own `others`.
 *
 * @param authors names as people write them, `First Last` or `Last, First`
 * @returns names joined by ` and `; empty when there is none
 */
export function authorField(authors: readonly string[]): string {
  const names = authors.map(oneLine).filter((name) => name !== '');
  return names
    .map((name, at) => {
      if (at > 0 && at === names.length - 1 && isOthers(name)) return 'others';
      const whole =
        isGroup(name) ||
        isOthers(name) ||
        hasSuffix(name) ||
        /^,|,$/.test(name) ||
        name.indexOf(',') !== name.lastIndexOf(',');
      return whole ? `{${escapeLatex(name)}}` : escapeLatex(name);
    })
    .join(' and ');
}

/** BibTeX's macro of a month, which every style spells in its own language: `09` → `sep`. */
export function monthMacro(month: string): string {
  return macros[Number(month) - 1] ?? '';
}
