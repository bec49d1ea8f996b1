/** What stands before a colon in a query, and what may stand after it. */
import type { Facet } from './facets.ts';
import { words } from './searched-words.ts';
import { readBound, readYears } from './years.ts';

/** `title` and `author` are of the paper's text; the others ask for values of a facet. */
export type Field = 'title' | 'author' | Facet;

/** A phrase or words, wanted anywhere or in one field; or a value of a facet, as typed. */
export interface Clause {
  readonly field?: Field;
  /** As typed, without quotes and field; of years as `readYears` has them; of code and notes `yes`. */
  readonly text: string;
  readonly phrase: boolean;
}

/** The facet of which a clause asks for a value. */
export const facetOf = ({ field }: Clause): Facet | undefined =>
  field === 'title' || field === 'author' ? undefined : field;

/** The one facet of which all clauses ask for values. */
export function commonFacet(clauses: readonly Clause[]): Facet | undefined {
  const [first] = clauses;
  const facet = first && facetOf(first);
  return clauses.every((clause) => facetOf(clause) === facet) ? facet : undefined;
}

/** How a field is called here, by arXiv and by others. */
const names = {
  title: 'title',
  intitle: 'title',
  ti: 'title',
  author: 'author',
  authors: 'author',
  inauthor: 'author',
  au: 'author',
  topic: 'topic',
  topics: 'topic',
  year: 'year',
  after: 'after',
  since: 'after',
  before: 'before',
  venue: 'venue',
  journal: 'venue',
  conference: 'venue',
  source: 'venue',
  digest: 'digest',
  tag: 'tag',
  tags: 'tag',
  label: 'tag',
  has: 'has',
} as const;

export type FieldName = (typeof names)[keyof typeof names];

/** What can be had: `has:code`. */
const marks: Readonly<Record<string, Facet>> = { code: 'code', note: 'note', notes: 'note' };

/** The field that a word before a colon names, in any case. */
export function fieldNamed(typed: string): FieldName | undefined {
  const name = typed.toLowerCase();
  return Object.entries(names).find(([known]) => known === name)?.[1];
}

/** Whether a text holds a letter, a digit, or a sign that may be searched. */
export const searchable = (text: string): boolean => words(text).length > 0;

/** What one value asks for. */
function clauseOf(name: FieldName, text: string, quoted: boolean): Clause | undefined {
  if (name === 'has') {
    const facet = marks[text.toLowerCase()];
    return facet && { field: facet, text: 'yes', phrase: false };
  }
  if (name === 'year' || name === 'after' || name === 'before') {
    const years = name === 'year' ? readYears(text) : readBound(name, text);
    return years === undefined ? undefined : { field: 'year', text: years, phrase: false };
  }
  if (!searchable(text)) return undefined;
  const ofText = name === 'title' || name === 'author';
  return { field: name, text, phrase: ofText && quoted && words(text).length > 1 };
}

/**
 * What a field asks for.
 *
 * @param quoted whether the text stood in quotes; otherwise commas part the values of a facet, as on GitHub
 * @returns alternatives; undefined if the text is nothing that the field has, so that all of it is words
 */
export function clausesOf(
  name: FieldName,
  text: string,
  quoted: boolean,
): readonly Clause[] | undefined {
  const parted = !quoted && name !== 'title' && name !== 'author';
  const texts = parted ? text.split(',').filter((part) => part !== '') : [text];
  const clauses = texts.map((part) => clauseOf(name, part, quoted));
  const known = clauses.filter((clause) => clause !== undefined);
  return known.length > 0 && known.length === clauses.length ? known : undefined;
}

/** Whether a clause is of the paper's text, not of a facet. */
export const isOfText = (field: Field | undefined): boolean =>
  field === undefined || field === 'title' || field === 'author';
