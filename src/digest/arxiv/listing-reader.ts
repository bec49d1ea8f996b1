import { trimLine } from '../lines.ts';
import type { CapturedPaper, ParsedDigest, StatedDate } from '../model.ts';
import { Ledger } from './ledger.ts';
import { ListingAhead, longestTitle } from './listing-ahead.ts';
import { ListingEntry } from './listing-entry.ts';
import {
  addressRole,
  isDivider,
  pageFurniture,
  readLabel,
  readNumber,
  readPageHead,
  submission,
  type Label,
  type Numbered,
} from './listing-lines.ts';
import { findDay } from './mail-date.ts';
import { wrapsAtHyphens } from './paragraphs.ts';

/** A line of a heading is no longer than this, in UTF-16 code units. */
const longestHeading = 200;

/** Furniture whose days are not the listing's. */
const undated = /^search v\d|released|copyright|©/i;

/**
 * Reads a listing of papers whose facts carry labels: arXiv's web pages pasted as text, and lists
 * with `Title:`, `Authors:`, `Abstract:` in any order, numbered or not.
 */
export class ListingReader {
  readonly #lines: readonly string[];
  readonly #texts: readonly string[];
  readonly #ledger: Ledger;
  readonly #papers: CapturedPaper[] = [];
  readonly #dates: StatedDate[] = [];
  readonly #hyphens: boolean;
  readonly #ahead: ListingAhead;
  /** Authors have a label; else arXiv's page prints them in the line after the title. */
  readonly #authorsLabelled: boolean;
  #entry: ListingEntry | undefined;
  #submitted: string | undefined;
  /** The last number that began a paper. */
  #number: Numbered | undefined;
  #blankBefore = true;
  /** Lines that may yet turn out to be the end of the page. */
  #pending: number[] = [];

  constructor(lines: readonly string[]) {
    this.#lines = lines;
    this.#texts = lines.map(trimLine);
    this.#ledger = new Ledger(lines.length);
    this.#hyphens = wrapsAtHyphens(lines);
    this.#ahead = new ListingAhead(this.#texts);
    this.#authorsLabelled = this.#texts.some(
      (text) => /author|by/i.test(text.slice(0, 20)) && readLabel(text)?.role === 'authors',
    );
  }

  read(): void {
    for (const [index, text] of this.#texts.entries()) {
      if (text === '') {
        this.#ledger.book(index, 'blank', 'blank line');
        if (this.#entry?.current === 'abstract') this.#entry.add('abstract', '');
        this.#blankBefore = true;
        continue;
      }
      this.#line(index, text);
      this.#blankBefore = false;
    }
    this.#closeEntry();
    for (const index of this.#pending) {
      if (this.#papers.length > 0) this.#ledger.book(index, 'footer', 'after the last paper');
    }
  }

  close(file: string): Pick<ParsedDigest, 'dates' | 'banner' | 'papers' | 'lines' | 'problems'> {
    const account = this.#ledger.close(file, 'it is part of no paper');
    const banner = this.#texts.filter((_, index) => account.lines[index]?.kind === 'banner');
    return { dates: this.#dates, banner, papers: this.#papers, ...account };
  }

  #line(index: number, text: string): void {
    const numbered = readNumber(text);
    const goesOn = numbered !== undefined && this.#goesOn(numbered);
    const head = readPageHead(numbered?.rest ?? text);
    if (head && (numbered !== undefined || this.#headStarts(index, head.rest))) {
      this.#begin(index, numbered).id = head.id;
      this.#entry?.open(
        'subjects',
        'head',
        head.rest.replace(/^\([^()]*\)\s*|\[[^\]]{0,60}\]/g, ''),
      );
      if (this.#entry) this.#entry.current = undefined;
      const doi = /\bdoi\s+(10\.\S+)/.exec(head.rest)?.[1];
      if (doi !== undefined) this.#entry?.add('doi', doi);
      this.#ledger.book(index, 'meta', 'arXiv id of the paper');
      return;
    }
    const inner = numbered && readLabel(numbered.rest);
    const label = inner ?? this.#ahead.labelAt(index);
    if (label) {
      this.#labelled(index, label, inner && numbered);
      return;
    }
    if (numbered && goesOn && this.#titleFollows(index, numbered.rest)) {
      this.#begin(index, numbered).open('title', 'number', numbered.rest);
      this.#ledger.book(
        index,
        numbered.rest === '' ? 'meta' : 'title',
        'number and title of the paper',
      );
      return;
    }
    if (this.#blankBefore && this.#isBareTitle(index, text)) {
      this.#begin(index).open('title', 'title', text);
      this.#ledger.book(index, 'title', 'title of the paper: authors follow');
      return;
    }
    this.#unlabelled(index, text);
  }

  /** Whether a number counts papers on; if not it may number a list inside an abstract. */
  #goesOn({ value, style }: Numbered): boolean {
    if (this.#number === undefined) return this.#entry === undefined || this.#blankBefore;
    return style === this.#number.style && (value === this.#number.value + 1 || this.#blankBefore);
  }

  /** An arXiv id without a number begins a paper if a page prints `[pdf…]` after it, or a title follows. */
  #headStarts(index: number, rest: string): boolean {
    return (
      /\[(?:pdf|ps|html|other|txt|format)/.test(rest) ||
      readLabel(this.#ahead.next(index))?.role === 'title'
    );
  }

  /** Whether a label that only papers have comes within the lines of a title. */
  #labelFollows(index: number): boolean {
    let seen = 0;
    for (let at = index + 1; at < this.#texts.length && seen < longestTitle; at++) {
      const text = this.#texts[at] ?? '';
      if (text === '') {
        if (seen > 0) return false;
        continue;
      }
      seen++;
      const role = this.#ahead.labelAt(at)?.role;
      if (role !== undefined) {
        // A numbered line at the end of an abstract: what follows is still that paper's.
        const own = this.#entry?.current === 'abstract' && !this.#blankBefore;
        if (own && !this.#entry?.has(role) && !['authors', 'abstract'].includes(role)) return false;
        return role !== 'title' || seen === 1;
      }
      if (readNumber(text) || text.length > longestHeading) return false;
    }
    return false;
  }

  #titleFollows(index: number, rest: string): boolean {
    const roomy = rest.length <= 400;
    if (rest === '')
      return readLabel(this.#ahead.next(index))?.role === 'title' || this.#labelFollows(index);
    return roomy && this.#labelFollows(index);
  }

  /** A title without number and label: a short line after a blank one, a list of authors right after it. */
  #isBareTitle(index: number, text: string): boolean {
    const entry = this.#entry;
    const complete = entry === undefined || entry.has('abstract') || entry.has('authors');
    if (!complete || text.length > 400 || pageFurniture.test(text)) return false;
    return this.#ahead.authorsFollow(index);
  }

  #begin(index: number, numbered?: Numbered): ListingEntry {
    if (numbered) this.#number = numbered;
    this.#closeEntry();
    this.#settlePending();
    this.#entry = new ListingEntry(index, this.#hyphens);
    if (this.#submitted !== undefined) this.#entry.add('published', this.#submitted);
    this.#submitted = undefined;
    return this.#entry;
  }

  #labelled(index: number, { role, name, value }: Label, numbered: Numbered | undefined): void {
    const entry = this.#entry;
    // A second title begins a paper; so does a number, unless the fields of a paper are numbered.
    const starts = entry === undefined || entry.has(role);
    if (starts && (role === 'title' || numbered !== undefined)) this.#begin(index, numbered);
    const open = this.#entry;
    if (open === undefined) {
      this.#pending.push(index);
      return;
    }
    this.#settlePending();
    open.last = index;
    open.open(role, name, value);
    const kind = role === 'title' || role === 'abstract' ? role : 'meta';
    this.#ledger.book(
      index,
      kind,
      kind === 'meta' ? `field of the paper: ${name.toLowerCase()}` : `${kind} of the paper`,
    );
  }

  #unlabelled(index: number, text: string): void {
    const entry = this.#entry;
    if (text.startsWith('[') && submission.test(text)) {
      // The page of one paper says so above its title.
      this.#submitted = text;
      this.#ledger.book(index, 'meta', 'days of submission');
      return;
    }
    if (submission.test(text) && entry !== undefined) {
      entry.open('published', 'submitted', text);
      entry.last = index;
      this.#ledger.book(index, 'meta', 'days of submission and announcement');
      return;
    }
    if (entry === undefined) {
      this.#pending.push(index);
      return;
    }
    const address = addressRole(text);
    if (address) {
      this.#labelled(index, { role: address, name: 'link', value: text }, undefined);
      return;
    }
    if (isDivider(text)) {
      this.#ledger.book(index, 'meta', 'divider');
      if (entry.has('abstract') || entry.has('authors')) entry.current = 'other';
      this.#pending.push(index);
      return;
    }
    if (
      pageFurniture.test(text) &&
      text.length < longestHeading &&
      (this.#blankBefore || entry.current !== 'abstract')
    ) {
      this.#pending.push(index);
      entry.current = 'other';
      return;
    }
    this.#continue(entry, index, text);
  }

  /** An unlabelled line of a paper: more of the open field, the authors after a title, or the abstract. */
  #continue(entry: ListingEntry, index: number, text: string): void {
    const role = entry.continuation(text, this.#blankBefore, this.#authorsLabelled);
    if (role === undefined) {
      this.#pending.push(index);
      return;
    }
    entry.last = index;
    if (role !== entry.current) entry.open(role, role, '');
    entry.add(role, role === 'abstract' ? (this.#lines[index] ?? '') : text);
    const kind = role === 'title' || role === 'abstract' ? role : 'meta';
    this.#ledger.book(
      index,
      kind,
      kind === 'meta' ? `field of the paper: ${role}` : `${kind} of the paper`,
    );
  }

  #settlePending(): void {
    for (const index of this.#pending) this.#settle(index);
    this.#pending = [];
  }

  /** Books a line before, between or inside papers. */
  #settle(index: number): void {
    const text = this.#texts[index] ?? '';
    const day = text.length < 120 && !undated.test(text) ? findDay(text) : undefined;
    if (this.#ledger.kindOf(index) === 'meta') return;
    if (this.#entry !== undefined && text.length <= longestHeading) {
      this.#ledger.book(index, 'meta', 'words of the page between the facts of a paper');
      return;
    }
    if (day) {
      this.#dates.push({ text, ...day, line: index + 1 });
      this.#ledger.book(index, 'date', 'day of the listing');
    } else if (this.#papers.length === 0)
      this.#ledger.book(index, 'banner', 'before the first paper');
    else if (pageFurniture.test(text)) this.#ledger.book(index, 'meta', 'heading in the page');
    else if (text.length <= 80) this.#ledger.book(index, 'meta', 'heading between papers');
    else this.#ledger.book(index, 'unaccounted', 'it stands between two papers');
  }

  #closeEntry(): void {
    const entry = this.#entry;
    if (entry === undefined) return;
    this.#entry = undefined;
    const paper = entry.paper();
    if (paper) {
      this.#papers.push(paper);
      return;
    }
    this.#ledger.disown(entry.first, entry.last, 'it belongs to a paper without a title');
  }
}
