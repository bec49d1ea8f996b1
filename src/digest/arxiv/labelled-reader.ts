import { trimLine } from '../lines.ts';
import type { CapturedPaper, ParsedDigest, StatedDate } from '../model.ts';
import { LabelledEntry, type Role } from './labelled-entry.ts';
import { findDay } from '../days.ts';
import { LineLedger } from '../line-ledger.ts';
import { wrapsAtHyphens } from './paragraphs.ts';

/**
 * Reads papers whose fields carry labels, line by line. What begins a paper, a field or the end of the
 * papers is a matter of the grammar, a class of its own. Lines count from 0.
 */
export abstract class LabelledReader {
  protected readonly lines: readonly string[];
  /** The lines without the white space around them. */
  protected readonly texts: readonly string[];
  protected readonly ledger: LineLedger;
  protected readonly papers: CapturedPaper[] = [];
  protected entry: LabelledEntry | undefined;
  /** A blank line, or nothing, stands before the line that is being read. */
  protected blankBefore = true;
  /** Lines outside the papers of which only later lines show what they are. */
  protected pending: number[] = [];
  readonly #dates: StatedDate[] = [];
  readonly #hyphens: boolean;

  constructor(lines: readonly string[]) {
    this.lines = lines;
    this.texts = lines.map(trimLine);
    this.ledger = new LineLedger(lines);
    this.#hyphens = wrapsAtHyphens(lines);
  }

  /** Books a line that is not blank. */
  protected abstract line(index: number, text: string): void;

  /** Books a pending line, once it is known what follows it. */
  protected abstract settleLine(index: number, text: string): void;

  /** Books what is pending at the end of the text. */
  protected abstract end(): void;

  /** @param file path for the messages */
  read(file: string): Pick<ParsedDigest, 'dates' | 'banner' | 'papers' | 'lines' | 'problems'> {
    for (const [index, text] of this.texts.entries()) {
      if (text === '') {
        if (this.entry?.current === 'abstract') this.entry.add('abstract', '');
      } else this.line(index, text);
      this.blankBefore = text === '';
    }
    this.closeEntry();
    this.end();
    const account = this.ledger.close(file, () => 'it is part of no paper');
    const banner = this.texts.filter((_, index) => account.lines[index]?.kind === 'banner');
    return { dates: this.#dates, banner, papers: this.papers, ...account };
  }

  /** The next line that is not blank; empty at the end. */
  protected next(index: number): string {
    for (let at = index + 1; at < this.texts.length; at++) {
      const text = this.texts[at];
      if (text !== undefined && text !== '') return text;
    }
    return '';
  }

  protected begin(index: number): LabelledEntry {
    this.closeEntry();
    this.settle();
    this.entry = new LabelledEntry(index, this.#hyphens);
    return this.entry;
  }

  protected settle(): void {
    for (const index of this.pending.splice(0)) this.settleLine(index, this.texts[index] ?? '');
  }

  protected closeEntry(): void {
    const { entry } = this;
    if (entry === undefined) return;
    this.entry = undefined;
    const paper = entry.paper();
    if (paper) this.papers.push(paper);
    else
      this.ledger.rebook(
        entry.first,
        entry.last,
        'unaccounted',
        'it belongs to a paper without a title',
      );
  }

  /** Books a line of a paper by the field it is of. */
  protected bookField(index: number, role: Role, label: string = role): void {
    if (role === 'title' || role === 'abstract')
      this.ledger.book(index, role, `${role} of the paper`);
    else this.ledger.book(index, 'meta', `field of the paper: ${label.toLowerCase()}`);
  }

  /** Books a line as the day of the listing; false if it names none. */
  protected bookDay(index: number, text: string): boolean {
    const day = findDay(text);
    if (day) {
      this.#dates.push({ text, ...day, line: index + 1 });
      this.ledger.book(index, 'date', 'day of the listing');
    }
    return day !== undefined;
  }
}
