import type { LabelledEntry, Role } from './labelled-entry.ts';
import { LabelledReader } from './labelled-reader.ts';
import {
  addressRole,
  isDivider,
  isParagraph,
  pageBoilerplate,
  readLabel,
  readNumber,
  readPageHead,
  submission,
  type Label,
  type Numbered,
} from './listing-lines.ts';

/** A line of a heading is no longer than this, in UTF-16 code units. */
const longestHeading = 200;

/** The same of a title. */
const longestTitle = 400;

/** A wrapped title has no more lines than this. */
const mostTitleLines = 6;

/** Boilerplate whose days are not the listing's. */
const undated = /^search v\d|released|copyright|©/i;

/** `Machine Learning (cs.LG)` */
const subject = /\([a-z-]+(?:\.[A-Za-z-]+)?\)/;

/** Fields that lines without a label go on with, unless a blank line comes first, and which lines do. */
const continues: Readonly<Partial<Record<Role, (text: string) => boolean>>> = {
  title: () => true,
  authors: (text) => !isParagraph(text),
  comment: () => true,
  venue: () => true,
  categories: (text) => subject.test(text.slice(0, 200)),
};

/**
 * Reads a listing of papers whose facts carry labels: arXiv's web pages pasted as text, and lists
 * with `Title:`, `Authors:`, `Abstract:` in any order, numbered or not.
 */
export class ListingReader extends LabelledReader {
  /** Authors have a label; else arXiv's page prints them in the line after the title. */
  readonly #authorsLabelled: boolean;
  /** Days that the page of one paper names above its title. */
  #submitted: string | undefined;
  /** The last number that began a paper. */
  #number: Numbered | undefined;

  constructor(lines: readonly string[]) {
    super(lines);
    this.#authorsLabelled = this.texts.some((text) => readLabel(text)?.role === 'authors');
  }

  protected line(index: number, text: string): void {
    const numbered = readNumber(text);
    const body = numbered?.rest ?? text;
    const goesOn = numbered !== undefined && this.#goesOn(numbered);
    const head = readPageHead(body);
    if (head && (numbered !== undefined || this.#headStarts(index, head.rest))) {
      const entry = this.#begin(index, numbered);
      entry.id = head.id;
      entry.add('categories', head.rest.replace(/^\([^()]*\)\s*|\[[^\]]{0,60}\]/g, ''));
      entry.add('doi', /\bdoi\s+(10\.\S+)/.exec(head.rest)?.[1] ?? '');
      this.ledger.book(index, 'meta', 'arXiv id of the paper');
      return;
    }
    const inner = numbered && readLabel(body);
    const label = inner ?? readLabel(text);
    if (label) this.#labelled(index, label, inner && numbered);
    else if (numbered && goesOn && this.#titleFollows(index, body)) {
      this.#begin(index, numbered).open('title', body, 'number');
      this.ledger.book(index, body === '' ? 'meta' : 'title', 'number and title of the paper');
    } else if (this.blankBefore && this.#isBareTitle(index, text)) {
      this.#begin(index).open('title', text, 'title');
      this.ledger.book(index, 'title', 'title of the paper: authors follow');
    } else this.#unlabelled(index, text);
  }

  /** Whether a number counts papers on; if not it may number a list inside an abstract. */
  #goesOn({ value, style }: Numbered): boolean {
    if (this.#number === undefined) return this.entry === undefined || this.blankBefore;
    return style === this.#number.style && (value === this.#number.value + 1 || this.blankBefore);
  }

  /** An arXiv id without a number begins a paper if a page prints `[pdf…]` after it, or a title follows. */
  #headStarts(index: number, rest: string): boolean {
    return (
      /\[(?:pdf|ps|html|other|txt|format)/.test(rest) ||
      readLabel(this.next(index))?.role === 'title'
    );
  }

  /** Whether a label that only papers have comes within the lines of a title. */
  #labelFollows(index: number): boolean {
    let seen = 0;
    for (let at = index + 1; at < this.texts.length && seen < mostTitleLines; at++) {
      const text = this.texts[at] ?? '';
      if (text === '') {
        if (seen > 0) return false;
        continue;
      }
      seen++;
      const role = readLabel(text)?.role;
      if (role !== undefined) {
        // A numbered line at the end of an abstract: what follows is still that paper's.
        const own = this.entry?.current === 'abstract' && !this.blankBefore;
        if (own && !this.entry?.has(role) && !['authors', 'abstract'].includes(role)) return false;
        return role !== 'title' || seen === 1;
      }
      if (readNumber(text) || text.length > longestHeading) return false;
    }
    return false;
  }

  #titleFollows(index: number, rest: string): boolean {
    if (rest === '' && readLabel(this.next(index))?.role === 'title') return true;
    return rest.length <= longestTitle && this.#labelFollows(index);
  }

  /** A title without number and label: a short line after a blank one, a list of authors right after it. */
  #isBareTitle(index: number, text: string): boolean {
    const { entry } = this;
    const complete = entry === undefined || entry.has('abstract') || entry.has('authors');
    if (!complete || text.length > longestTitle || pageBoilerplate.test(text)) return false;
    const following = this.texts.slice(index + 1, index + mostTitleLines);
    const end = following.findIndex((line) => line === '' || readLabel(line) || readNumber(line));
    return readLabel(following[end] ?? '')?.role === 'authors';
  }

  #begin(index: number, numbered?: Numbered): LabelledEntry {
    if (numbered) this.#number = numbered;
    const entry = this.begin(index);
    if (this.#submitted !== undefined) entry.add('published', this.#submitted);
    this.#submitted = undefined;
    return entry;
  }

  #labelled(index: number, { role, name, value }: Label, numbered?: Numbered): void {
    // A second title begins a paper; so does a number, unless the fields of a paper are numbered.
    const starts = this.entry === undefined || this.entry.has(role);
    if (starts && (role === 'title' || numbered !== undefined)) this.#begin(index, numbered);
    if (this.entry === undefined) {
      this.pending.push(index);
      return;
    }
    this.settle();
    this.entry.last = index;
    this.entry.open(role, value, name);
    this.bookField(index, role, name);
  }

  #unlabelled(index: number, text: string): void {
    const { entry } = this;
    const above = text.startsWith('[');
    if (submission.test(text) && (above || entry !== undefined)) {
      if (above || entry === undefined) this.#submitted = text;
      else {
        entry.open('published', text, 'submitted');
        entry.last = index;
      }
      this.ledger.book(index, 'meta', 'days of submission and announcement');
      return;
    }
    if (entry === undefined) {
      this.pending.push(index);
      return;
    }
    const address = addressRole(text);
    if (address) this.#labelled(index, { role: address, name: 'link', value: text });
    else if (isDivider(text)) {
      this.ledger.book(index, 'meta', 'divider');
      if (entry.has('abstract') || entry.has('authors')) entry.current = 'other';
    } else if (
      pageBoilerplate.test(text) &&
      text.length < longestHeading &&
      (this.blankBefore || entry.current !== 'abstract')
    ) {
      this.pending.push(index);
      entry.current = 'other';
    } else this.#continue(entry, index, text);
  }

  /** An unlabelled line of a paper: more of the open field, the authors after a title, or the abstract. */
  #continue(entry: LabelledEntry, index: number, text: string): void {
    const role = this.#continued(entry, text);
    if (role === undefined) {
      this.pending.push(index);
      return;
    }
    entry.last = index;
    const line = role === 'abstract' ? (this.lines[index] ?? '') : text;
    if (role === entry.current) entry.add(role, line);
    else entry.open(role, line, role);
    this.bookField(index, role);
  }

  /** The field that an unlabelled line is of; undefined if the paper has everything that it can be. */
  #continued(entry: LabelledEntry, text: string): Role | undefined {
    const { current } = entry;
    const opened = current !== undefined && !entry.has(current);
    if (!entry.has('title') && !opened) return 'title';
    if (current === 'abstract') return current;
    if (current === 'title' && !opened && !this.#authorsLabelled && !entry.has('authors'))
      return 'authors';
    const goesOn = current && continues[current];
    if (goesOn && (opened || (!this.blankBefore && goesOn(text)))) return current;
    return entry.has('abstract') ? undefined : 'abstract';
  }

  protected settleLine(index: number, text: string): void {
    if (this.entry !== undefined && text.length <= longestHeading)
      this.ledger.book(index, 'meta', 'words of the page between the facts of a paper');
    else if (text.length < 120 && !undated.test(text) && this.bookDay(index, text)) return;
    else if (this.papers.length === 0) this.ledger.book(index, 'banner', 'before the first paper');
    else if (pageBoilerplate.test(text) || text.length <= 80)
      this.ledger.book(index, 'meta', 'heading between papers');
    else this.ledger.book(index, 'unaccounted', 'it stands between two papers');
  }

  protected end(): void {
    for (const index of this.papers.length > 0 ? this.pending : [])
      this.ledger.book(index, 'footer', 'after the last paper');
  }
}
