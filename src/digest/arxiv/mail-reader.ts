import { trimLine } from '../lines.ts';
import type { CapturedPaper, ParsedDigest } from '../model.ts';
import { Ledger } from './ledger.ts';
import { idIn, MailEntry } from './mail-entry.ts';
import { MailFront } from './mail-front.ts';
import { wrapsAtHyphens } from './paragraphs.ts';
import * as is from './mail-lines.ts';

/**
 * Where the reader is: before the papers of a mail, between papers, in the head of one, in its
 * abstract, or after the papers.
 */
type State = 'front' | 'between' | 'head' | 'abstract' | 'footer';

/** A tail that was wrapped goes on for no more lines than this. */
const longestTail = 3;

/**
 * Reads the lines of an arXiv mailing one after the other. A line may hold several things where a
 * copy has lost its line ends: `#step` takes one off and gives back the rest.
 */
export class MailReader {
  readonly #lines: readonly string[];
  readonly #ledger: Ledger;
  readonly #papers: CapturedPaper[] = [];
  readonly #separated: boolean;
  readonly #hyphens: boolean;
  #state: State = 'front';
  #entry: MailEntry | undefined;
  readonly #front: MailFront;
  #openTail = 0;
  #blankBefore = false;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
    this.#ledger = new Ledger(lines.length);
    this.#hyphens = wrapsAtHyphens(lines);
    this.#front = new MailFront(lines, this.#ledger);
    this.#separated = lines.some(
      (line) => is.separator.test(line.trim()) || is.innerTail.test(line),
    );
  }

  read(): void {
    for (const [index, line] of this.#lines.entries()) {
      if (trimLine(line) === '') {
        this.#ledger.book(index, 'blank', 'blank line');
        if (this.#state === 'abstract') this.#entry?.addAbstract('');
        this.#blankBefore = true;
        continue;
      }
      let rest: string | undefined = line;
      while (rest !== undefined) rest = this.#step(index, rest);
      this.#blankBefore = false;
    }
    this.#closeEntry();
    this.#front.settle(false);
  }

  close(file: string): Pick<ParsedDigest, 'dates' | 'banner' | 'papers' | 'lines' | 'problems'> {
    const account = this.#ledger.close(file, 'it is part of no paper and of no mail header');
    const banner = this.#lines.flatMap((line, index) =>
      account.lines[index]?.kind === 'banner' ? [trimLine(line)] : [],
    );
    return { dates: this.#front.dates, banner, papers: this.#papers, ...account };
  }

  /** Books what a line begins with; gives back what is left of it. */
  #step(index: number, line: string): string | undefined {
    const text = trimLine(line);
    if (text === '') return undefined;
    if (this.#openTail > 0) return this.#continueTail(index, text);
    if (is.fence.test(text)) return this.#furnish(index, 'fence around the listing');
    if (is.tail.test(text) || is.brokenTail.test(text)) return this.#tail(index, text);
    if (is.separator.test(text)) return this.#separator(index);
    const led = /^\\{2,4}\s+(?=\S)/.exec(text)?.[0];
    if (
      led !== undefined &&
      (this.#state !== 'abstract' || is.identifier.test(text.slice(led.length)))
    ) {
      this.#separator(index, text.slice(led.length));
      return text.slice(led.length);
    }
    const rule = is.ruleEnd(text);
    if (rule >= 8 && (rule === text.length || (rule > 40 && /\s/.test(text[rule] ?? '')))) {
      this.#rule(index, text);
      return text.slice(rule);
    }
    if (this.#state !== 'head' && this.#startsEntry(index, text)) this.#begin(index);
    if (this.#state === 'head') return this.#head(index, text, line);
    if (this.#state === 'abstract') return this.#abstract(index, line);
    return this.#outside(index, text);
  }

  /** Whether a paper begins here: an arXiv id, and after it what follows one in a listing. */
  #startsEntry(index: number, text: string): boolean {
    const id = is.identifier.exec(text);
    if (!id) return false;
    const rest = trimLine(text.slice(id[0].length)).replace(/^\(\*[\w-]+\*\)\s*/, '');
    const next = rest === '' ? this.#next(index) : rest;
    return is.fieldStart.test(next) || is.revision.test(next);
  }

  /** The next line that is not blank. */
  #next(index: number): string {
    for (let at = index + 1; at < this.#lines.length; at++) {
      const text = trimLine(this.#lines[at] ?? '');
      if (text !== '') return text;
    }
    return '';
  }

  #begin(index: number): void {
    this.#closeEntry();
    this.#front.settle(true);
    this.#entry = new MailEntry(index, this.#hyphens);
    this.#state = 'head';
  }

  #separator(index: number, rest?: string): undefined {
    const entry = this.#entry;
    if (this.#state === 'head' && entry !== undefined && !entry.empty) {
      this.#ledger.book(index, 'meta', 'separator between a paper’s facts and its abstract');
      entry.last = index;
      this.#state = 'abstract';
      return;
    }
    const next = rest ?? this.#next(index);
    if (this.#state === 'abstract' && is.tail.test(next)) {
      this.#ledger.book(index, 'meta', 'separator');
      return;
    }
    if (this.#state === 'abstract') this.#closeEntry(index);
    if (is.identifier.test(next) || /^(?:Title|From|Date): /.test(next)) this.#begin(index);
    this.#furnish(index, 'separator');
  }

  #rule(index: number, text: string): void {
    if (this.#entry !== undefined && !this.#entry.empty) this.#closeEntry();
    if (this.#state === 'front') {
      this.#front.add(index);
      return;
    }
    if (is.lastRule.test(text)) this.#state = 'footer';
    const kind = this.#state === 'footer' ? 'footer' : 'meta';
    this.#ledger.book(index, kind, 'rule between the parts of the listing');
  }

  #tail(index: number, text: string): string | undefined {
    const entry = this.#entry;
    if (entry === undefined) {
      if (this.#state === 'front') {
        this.#front.disown();
        this.#state = 'between';
      }
      this.#ledger.book(index, 'unaccounted', 'the paper it ends has no beginning');
      return undefined;
    }
    this.#address(index, text, entry);
    const close = text.indexOf(')');
    if (close >= 0) {
      this.#closeEntry();
      return text.slice(close + 1);
    }
    this.#openTail = 1;
    return undefined;
  }

  #address(index: number, text: string, entry: MailEntry): void {
    entry.id ??= idIn(text);
    entry.last = index;
    this.#ledger.book(index, 'meta', 'address and size of the paper');
  }

  #continueTail(index: number, text: string): string | undefined {
    const close = text.indexOf(')');
    const entry = this.#entry;
    if (close > 120 || is.isRule(text) || is.separator.test(text) || entry === undefined) {
      this.#openTail = 0;
      this.#closeEntry();
      return text;
    }
    this.#address(index, text, entry);
    this.#openTail = close >= 0 || this.#openTail >= longestTail ? 0 : this.#openTail + 1;
    if (this.#openTail === 0) this.#closeEntry();
    return close >= 0 ? text.slice(close + 1) : undefined;
  }

  #head(index: number, text: string, line: string): string | undefined {
    const entry = this.#entry;
    if (entry === undefined) return this.#outside(index, text);
    entry.last = index;
    const id = entry.empty ? is.identifier.exec(text) : undefined;
    if (id) {
      entry.id = idIn(id[1] ?? '');
      this.#ledger.book(index, 'meta', 'arXiv id of the paper');
      const rest = trimLine(text.slice(id[0].length))
        .replace(/^\(\*[\w-]{1,30}\*\)/, '')
        .trim();
      if (rest === '') return undefined;
      if (is.fieldStart.test(rest) || is.revision.test(rest)) entry.flowed = true;
      else entry.open('identifier', rest);
      return entry.flowed ? rest : undefined;
    }
    if (entry.flowed || / Authors?: /.test(text.slice(0, 2000))) {
      const cut = text.search(/\s\\{2}(?=\s|$)/);
      const part = cut < 0 ? text : text.slice(0, cut);
      const pieces = part.split(is.innerField);
      if (pieces.length > 1) entry.flowed = true;
      if (entry.flowed) {
        for (const piece of pieces) this.#field(index, piece.trim(), entry);
        return cut < 0 ? undefined : text.slice(cut);
      }
    }
    const next = this.#lines[index + 1] ?? '';
    if (!this.#separated && entry.abstractStarts(line, next, this.#blankBefore)) {
      this.#state = 'abstract';
      return line;
    }
    this.#field(index, text, entry);
    return undefined;
  }

  #field(index: number, text: string, entry: MailEntry): void {
    const labelled = is.field.exec(text);
    if (labelled) {
      const [, name = '', value = ''] = labelled;
      entry.open(name, value);
      if (name === 'Abstract') this.#ledger.book(index, 'abstract', 'abstract of the paper');
    } else if (!entry.has('title') && is.revision.test(text)) {
      entry.revised = true;
      entry.open('revision', text);
    } else if (entry.current !== undefined) entry.extend(text);
    else if (text.startsWith('(*')) entry.open('identifier', text);
    else {
      this.#ledger.book(index, 'unaccounted', 'no field of a paper begins here, and none is open');
      return;
    }
    const name = entry.current ?? '';
    if (name === 'abstract') entry.addAbstract(labelled?.[2] ?? text);
    if (name === 'title') this.#ledger.book(index, 'title', 'title of the paper');
    else this.#ledger.book(index, 'meta', `field of the paper: ${name}`);
  }

  #abstract(index: number, line: string): string | undefined {
    const entry = this.#entry;
    if (entry === undefined) return this.#outside(index, trimLine(line));
    let cut = line.search(is.innerTail);
    if (cut < 0 && trimLine(line).length > 4 && /^\(? ?<?https?:/.test(this.#next(index))) {
      cut = line.trimEnd().search(is.innerBrokenTail);
    }
    entry.addAbstract(cut < 0 ? line : line.slice(0, cut));
    entry.last = index;
    this.#ledger.book(index, 'abstract', 'abstract of the paper');
    return cut < 0 ? undefined : line.slice(cut);
  }

  #outside(index: number, text: string): string | undefined {
    const day = is.dayComment.exec(text);
    if (day) {
      this.#front.date(index, trimLine(day[1] ?? ''));
      return text.slice(day[0].length);
    }
    const cut = text.search(is.innerStart);
    this.#around(index, cut < 0 ? text : text.slice(0, cut));
    return cut < 0 ? undefined : text.slice(cut);
  }

  /** A line outside the papers. */
  #around(index: number, text: string): void {
    if (is.mailHeader.test(text)) this.#state = 'front';
    if (this.#state === 'between' && is.furniture.test(text)) this.#state = 'footer';
    if (this.#state === 'front') this.#front.add(index);
    else if (this.#state === 'footer') this.#ledger.book(index, 'footer', 'end of the mail');
    else if (is.section.test(text)) this.#ledger.book(index, 'meta', 'heading in the listing');
    else this.#ledger.book(index, 'unaccounted', 'it stands between two papers');
  }

  #furnish(index: number, reason: string): undefined {
    if (this.#state === 'front') this.#front.add(index);
    else this.#ledger.book(index, this.#state === 'footer' ? 'footer' : 'meta', reason);
  }

  #closeEntry(before?: number): void {
    const entry = this.#entry;
    if (entry === undefined) return;
    if (before !== undefined) entry.last = before;
    const paper = entry.paper();
    if (paper) this.#papers.push(paper);
    else this.#ledger.disown(entry.first, entry.last, 'it belongs to a paper without a title');
    this.#entry = undefined;
    this.#state = 'between';
  }
}
