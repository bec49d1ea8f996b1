import { normalise } from '../../text/normalise.ts';
import { arxivId, normaliseDoi } from '../identity.ts';
import { firstVisible, trimLine } from '../lines.ts';
import type { CapturedPaper, PaperFacts } from '../model.ts';
import { joinLines } from '../plain/join.ts';
import { authorNames } from './authors.ts';
import { categoryCodes } from './categories.ts';
import { authorsComment } from './comment.ts';
import { commentLinks } from './comment-links.ts';
import { findDay, fitsArxivId, isoDay } from './mail-date.ts';
import * as is from './mail-lines.ts';
import { joinWrapped } from './paragraphs.ts';

/** No mail is wrapped at fewer columns than this. */
const narrowest = 72;

/** A paper of a mailing while its lines are being read. Lines count from 0. */
export class MailEntry {
  readonly first: number;
  last: number;
  id: string | undefined;
  /** A later version: the date is not the paper's. */
  revised = false;
  /** The copy has lost its line ends. */
  flowed = false;
  /** Name of the field that an unlabelled line continues. */
  current: string | undefined;
  readonly #fields = new Map<string, string[]>();
  readonly #abstract: string[] = [];

  readonly #hyphens: boolean;

  /** @param hyphens whether the copy was wrapped after hyphens */
  constructor(first: number, hyphens = false) {
    this.#hyphens = hyphens;
    this.first = first;
    this.last = first;
  }

  get empty(): boolean {
    return this.id === undefined && this.#fields.size === 0;
  }

  has(field: string): boolean {
    return this.#fields.has(field);
  }

  /** Opens a field. A second field of the same name goes on where the first ended. */
  open(name: string, value: string): void {
    this.current = fieldName(name);
    const lines = this.#fields.get(this.current);
    if (lines === undefined) this.#fields.set(this.current, [value]);
    else lines.push(value);
  }

  /** Adds a line to the open field. */
  extend(value: string): void {
    if (this.current !== undefined) this.#fields.get(this.current)?.push(value);
  }

  /**
   * In a copy that has lost its separators: whether the abstract begins with this line.
   *
   * @param next the line after it
   * @param blankBefore a blank line stands before it
   */
  abstractStarts(line: string, next: string, blankBefore: boolean): boolean {
    const text = trimLine(line);
    if (is.fieldStart.test(text) || is.size.test(text) || !this.has('title')) return false;
    if (blankBefore && (this.has('authors') || this.has('categories'))) return true;
    if (!this.has('categories') || categoryCodes(text).length > 0) return false;
    const indented = trimLine(next) !== '' && firstVisible(line) > firstVisible(next);
    if (indented && !is.fieldStart.test(next) && !is.tail.test(next)) return true;
    // A line whose first word would have fitted the line before does not continue it.
    const before = this.#fields.get(this.current ?? '')?.at(-1)?.length ?? 0;
    const word = text.search(/\s/);
    const label = (this.current ?? '').length + 2;
    return before + label + (word < 0 ? text.length : word) < narrowest;
  }

  addAbstract(line: string): void {
    this.#abstract.push(line);
  }

  #field(name: string): string {
    const lines = (this.#fields.get(name) ?? []).filter((line) => line !== '');
    return joinLines(lines, this.#hyphens).replaceAll(/\s{2,}/g, ' ');
  }

  /** The paper; undefined if the entry has no title. */
  paper(): CapturedPaper | undefined {
    const title = this.#field('title');
    if (title === '') return undefined;
    const abstract = joinWrapped(this.#abstract, this.#hyphens);
    return {
      title,
      ...(abstract === '' ? {} : { abstract }),
      notation: 'tex',
      lines: [this.first + 1, this.last + 1],
      facts: this.#facts(),
    };
  }

  #facts(): PaperFacts {
    const authors = authorNames(this.#field('authors'));
    const categories = categoryCodes(this.#field('categories'));
    const doi = this.#field('doi')
      .split(/[\s,;]+/)
      .map(normaliseDoi)
      .find((found) => found);
    const venue = normalise(this.#field('journal-ref'));
    const comment = authorsComment(this.#field('comments'));
    const links = commentLinks(comment ?? '');
    const published = this.#published();
    const updated = this.#updated();
    return {
      ...(this.id === undefined ? {} : { arxiv: this.id }),
      ...(doi === undefined ? {} : { doi }),
      ...(authors.length > 0 ? { authors } : {}),
      ...(published === undefined ? {} : { published }),
      ...(updated === undefined ? {} : { updated }),
      ...(venue === '' ? {} : { venue }),
      ...(categories.length > 0 ? { categories } : {}),
      ...(comment === undefined ? {} : { comment }),
      ...(links.length > 0 ? { links } : {}),
    };
  }

  /** Day of the newest version: the latest `Date (revised v3):`, or `replaced with revised version Thu, 8 Jun 2023 …`. */
  #updated(): string | undefined {
    return Array.from(this.#fields.keys())
      .flatMap((name) =>
        name.startsWith('date (revised') || name === 'revision'
          ? (findDay(this.#field(name)) ?? [])
          : [],
      )
      .map(isoDay)
      .toSorted()
      .at(-1);
  }

  /** Day of the first version: `Date:` of a new submission, or `Date (v1):`. */
  #published(): string | undefined {
    const stated = this.#field('date (v1)') || (this.revised ? '' : this.#field('date'));
    const day = stated === '' ? undefined : findDay(stated);
    if (day === undefined) return undefined;
    return this.id === undefined || fitsArxivId(this.id, day) ? isoDay(day) : undefined;
  }
}

/** One name for a field that is written in several ways. */
function fieldName(label: string): string {
  const name = label.toLowerCase();
  return name === 'author' || name === 'comment' ? `${name}s` : name;
}

/** The arXiv id in a tail or an identifier line. */
export function idIn(text: string): string | undefined {
  for (const word of text.split(/[\s()<>,]+/, 12)) {
    const id = arxivId(word);
    if (id !== undefined) return id;
  }
  return undefined;
}
