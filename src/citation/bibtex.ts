/** Works as BibTeX and biblatex. Pure; pages' scripts load it. */
import { oneLine } from '../text/line.ts';
import { escapeDoi, escapeLatex, verbatim } from './latex.ts';
import { familyOf, type Authors, type Name } from './name.ts';
import { isPreprint, mayStand, type TitlePiece, type Work } from './work.ts';

/** BibTeX's macros of the months. */
const macros = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Text for LaTeX with the blanks at its ends kept: formulas stand beside it. */
const escapePiece = (text: string): string =>
  `${/^\s/.test(text) ? ' ' : ''}${escapeLatex(text)}${/\S\s+$/.test(text) ? ' ' : ''}`;

/** A title for LaTeX: formulas as they are, everything else escaped. */
const titleField = (pieces: readonly TitlePiece[]): string =>
  pieces
    .map((piece) => {
      if (typeof piece === 'string') return escapePiece(piece);
      return mayStand(piece.tex) ? `$${piece.tex}$` : escapePiece(`$${piece.tex}$`);
    })
    .join('')
    .trim();

/** Whether BibTeX would part a name at this word: it does so outside braces, in any case. */
const holdsAnd = /(?:^|\s)and(?:\s|$)/i;

function nameField(name: Name): string {
  if ('literal' in name) return `{${escapeLatex(name.literal)}}`;
  const { given, suffix } = name;
  // A word that parts lists, and a single name of two words, stand in braces.
  const whole = (part: string): string =>
    holdsAnd.test(part) || part.includes(',') ? `{${escapeLatex(part)}}` : escapeLatex(part);
  const family = whole(familyOf(name));
  if (suffix !== undefined)
    return [family, whole(suffix), given === undefined ? '' : whole(given)]
      .filter((part) => part !== '')
      .join(', ');
  if (given === undefined) return /\s/.test(family) ? `{${escapeLatex(familyOf(name))}}` : family;
  return `${family}, ${whole(given)}`;
}

/**
 * The value of BibTeX's `author` field: `Last, First and {A Group} and others`.
 *
 * @returns empty when no author is known
 */
export function authorField({ names, others }: Authors): string {
  const fields = names.map(nameField);
  return (others ? [...fields, 'others'] : fields).join(' and ');
}

/** BibTeX's macro of a month, which every style spells in its own language: `09` → `sep`. */
export function monthMacro(month: string): string {
  return macros[Number(month) - 1] ?? '';
}

/**
 * The kind of entry. `@misc` has no fields that must be there; of the others styles miss an author or a year that
 * is not known.
 */
function entryType({ kind, authors, date }: Work): 'misc' | 'inproceedings' | 'article' {
  if (kind === undefined || authors.names.length === 0 || date === undefined) return 'misc';
  return kind === 'conference' ? 'inproceedings' : 'article';
}

const venueField = {
  misc: 'howpublished',
  inproceedings: 'booktitle',
  article: 'journal',
} as const;

/**
 * The first words of a title, by which styles sort and label an entry that names no author. Letters, digits and
 * hyphens alone: labels are made of the first three characters, and half a command breaks BibTeX.
 */
const sortedBy = (title: string): string =>
  oneLine(title.replaceAll(/[^\p{L}\p{M}\p{N} -]/gu, ''))
    .split(' ')
    .slice(0, 3)
    .join(' ');

function braced(value: string): string {
  return value === '' ? '' : `{${value}}`;
}

/**
 * A work as a BibTeX entry that says only what is known: no author, year or venue is made up. What is no part of a
 * citation is an `annote`, which bibliographies do not print.
 *
 * @param work the work
 * @param brief without abstract, keywords and annotation: to be pasted into a file by hand
 * @returns the entry, one field a line, with a line break at its end
 */
export function bibtex(work: Work, brief = false): string {
  const { key, id, title, authors, date, venue, arxiv, doi, url, abstract, keywords, annote } =
    work;
  const type = entryType(work);
  const published = venue ?? (isPreprint(work) ? `arXiv:${arxiv ?? ''}` : '');
  const printed = titleField(work.pieces);
  const full = (value: string | undefined): string =>
    brief ? '' : braced(escapeLatex(value ?? ''));
  const values: readonly (readonly [field: string, value: string])[] = [
    // The second pair of braces keeps the capitals, which many styles would lower.
    ['title', printed && `{{${printed}}}`],
    ['author', braced(authorField(authors))],
    ['key', authors.names.length > 0 ? '' : braced(sortedBy(title))],
    ['year', date ? `{${date.year}}` : ''],
    ['month', date?.month ? monthMacro(date.month) : ''],
    [venueField[type], braced(escapeLatex(published))],
    ['eprint', braced(verbatim(arxiv ?? ''))],
    ['eprinttype', arxiv === undefined ? '' : '{arxiv}'],
    ['archiveprefix', arxiv === undefined ? '' : '{arXiv}'],
    ['primaryclass', arxiv === undefined ? '' : braced(work.category ?? '')],
    ['doi', braced(escapeDoi(doi ?? ''))],
    ['url', braced(verbatim(url ?? ''))],
    // A key that documents may hold, whatever becomes known of the paper later (biblatex).
    ['ids', key === id ? '' : braced(id)],
    ['abstract', full(abstract)],
    ['keywords', full(keywords.map((keyword) => keyword.replaceAll(',', ' ')).join(', '))],
    ['annote', full(annote)],
  ];
  const fields = values
    .filter(([, value]) => value !== '')
    .map(([field, value]) => `  ${field} = ${value},\n`);
  return `@${type}{${key},\n${fields.join('')}}\n`;
}
