import { arxivAddress, doiAddress } from '../identifiers.ts';
import { digestDate } from '../dates.ts';
import { renderTitle } from '../../text/render.ts';
import { protectedSpans } from '../../text/protected.ts';
import { damageNote } from '../damage-note.ts';
import { toBeCompleted } from '../brief.ts';
import type { Paper } from '../model.ts';
import { monthMacro, paperDate } from './date.ts';
import { escapeDoi, escapeLatex, verbatim } from './latex.ts';
import { authorField } from './names.ts';

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
