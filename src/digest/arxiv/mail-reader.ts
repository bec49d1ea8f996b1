import { firstVisible, trimLine } from '../lines.ts';
import { categoryCodes } from './fields.ts';
import { idIn, roleIn, type LabelledEntry } from './labelled-entry.ts';
import { LabelledReader } from './labelled-reader.ts';
import * as is from './mail-lines.ts';

/**
 * Where the reader is: before the papers of a mail, between papers, in the head of one, in its
 * abstract, or after the papers.
 */
type State = 'front' | 'between' | 'head' | 'abstract' | 'footer';

/** A tail that was wrapped goes on for no more lines than this. */
const longestTail = 3;

/** No mail is wrapped at fewer columns than this. */
const narrowest = 72;

/**
 * Reads the lines of an arXiv mailing one after the other. A line may hold several things where a
 * copy has lost its line ends: `#step` takes one off and gives back the rest.
 */
export class MailReader extends LabelledReader {
  readonly #separated: boolean;
  #state: State = 'front';
  #openTail = 0;
  /** The copy has lost its line ends: several fields stand in a line. */
  #flowed = false;
  /** Length of the last line of the head, its label included. */
  #width = 0;

  constructor(lines: readonly string[]) {
    super(lines);
    this.#separated = lines.some(
      (line, index) => is.separator.test(this.texts[index] ?? '') || is.innerTail.test(line),
    );
  }

  protected line(index: number): void {
    let rest = this.lines[index];
    while (rest !== undefined) rest = this.#step(index, rest);
  }

  protected settleLine(index: number, text: string): void {
    const dated = /^(?:Date|Sent): +(\S.*)$/.exec(text.slice(0, 400))?.[1];
    if (dated === undefined || !this.bookDay(index, dated))
      this.ledger.book(index, 'banner', 'what the mail says before its papers');
  }

  protected end(): void {
    if (this.#afterHeader() > 0) this.settle();
  }

  /** Where in the pending lines those begin that come after the last header line of a mail. */
  #afterHeader(): number {
    const isHeader = (text: string): boolean =>
      is.mailHeader.test(text) || is.boilerplate.test(text);
    return this.pending.findLastIndex((index) => isHeader(this.texts[index] ?? '')) + 1;
  }

  /** Books what a line begins with; gives back what is left of it. */
  #step(index: number, line: string): string | undefined {
    const text = trimLine(line);
    if (text === '') return undefined;
    if (this.#openTail > 0) return this.#continueTail(index, text);
    if (is.fence.test(text)) return this.#around(index, 'fence around the listing');
    if (is.tail.test(text) || is.brokenTail.test(text)) return this.#tail(index, text);
    if (is.separator.test(text)) return this.#separator(index, this.next(index));
    const led = /^\\{2,4}\s+(?=\S)/.exec(text)?.[0].length ?? 0;
    const behind = text.slice(led);
    if (led > 0 && (this.#state !== 'abstract' || is.identifier.test(behind))) {
      this.#separator(index, behind);
      return behind;
    }
    const rule = is.ruleEnd(text);
    if (rule >= 8 && (rule === text.length || (rule > 40 && /\s/.test(text[rule] ?? '')))) {
      this.#rule(index, text);
      return text.slice(rule);
    }
    if (this.#state !== 'head' && this.#startsEntry(index, text)) this.#begin(index);
    if (this.entry === undefined) return this.#outside(index, text);
    return this.#state === 'head'
      ? this.#head(index, text, line, this.entry)
      : this.#abstract(index, line, this.entry);
  }

  /** Whether a paper begins here: an arXiv id, and after it what follows one in a listing. */
  #startsEntry(index: number, text: string): boolean {
    const id = is.identifier.exec(text);
    if (!id) return false;
    const rest = trimLine(text.slice(id[0].length)).replace(/^\(\*[\w-]+\*\)\s*/, '');
    const next = rest === '' ? this.next(index) : rest;
    return is.label.test(next) || is.revision.test(next);
  }

  #begin(index: number): void {
    this.begin(index);
    this.#state = 'head';
    this.#flowed = false;
  }

  protected override closeEntry(): void {
    if (this.entry !== undefined) this.#state = 'between';
    super.closeEntry();
  }

  /** @param next what follows the separator */
  #separator(index: number, next: string): undefined {
    const { entry } = this;
    if (this.#state === 'head' && entry !== undefined && !entry.empty) {
      this.ledger.book(index, 'meta', 'separator between a paper’s facts and its abstract');
      entry.last = index;
      this.#openAbstract(entry);
      return;
    }
    if (this.#state === 'abstract' && is.tail.test(next)) {
      this.ledger.book(index, 'meta', 'separator');
      return;
    }
    if (this.#state === 'abstract') {
      if (entry) entry.last = index;
      this.closeEntry();
    }
    if (is.identifier.test(next) || /^(?:Title|From|Date): /.test(next)) this.#begin(index);
    this.#around(index, 'separator');
  }

  #openAbstract(entry: LabelledEntry): void {
    this.#state = 'abstract';
    entry.open('abstract', '', 'abstract');
  }

  #rule(index: number, text: string): void {
    if (this.entry?.empty === false) this.closeEntry();
    if (is.lastRule.test(text) && this.#state !== 'front') this.#state = 'footer';
    this.#around(index, 'rule between the parts of the listing');
  }

  #tail(index: number, text: string): string | undefined {
    if (this.entry !== undefined) return this.#address(index, text, this.entry);
    if (this.#state === 'front') {
      // What has come since the last header line belongs to the paper that ends here.
      for (const lost of this.pending.splice(this.#afterHeader()))
        this.ledger.book(lost, 'unaccounted', 'rest of a paper whose beginning is missing');
      this.settle();
      this.#state = 'between';
    }
    this.ledger.book(index, 'unaccounted', 'the paper it ends has no beginning');
    return undefined;
  }

  #continueTail(index: number, text: string): string | undefined {
    const { entry } = this;
    const isOther = text.indexOf(')') > 120 || is.isRule(text) || is.separator.test(text);
    if (entry !== undefined && !isOther) return this.#address(index, text, entry);
    this.#openTail = 0;
    this.closeEntry();
    return text;
  }

  /** Books a line of a tail; gives back what follows its bracket. */
  #address(index: number, text: string, entry: LabelledEntry): string | undefined {
    entry.id ??= idIn(text);
    entry.last = index;
    this.ledger.book(index, 'meta', 'address and size of the paper');
    const close = text.indexOf(')');
    this.#openTail = close >= 0 || this.#openTail >= longestTail ? 0 : this.#openTail + 1;
    if (this.#openTail === 0) this.closeEntry();
    return close >= 0 ? text.slice(close + 1) : undefined;
  }

  #head(index: number, text: string, line: string, entry: LabelledEntry): string | undefined {
    entry.last = index;
    const id = entry.empty ? is.identifier.exec(text) : undefined;
    if (id) {
      entry.id = idIn(id[1] ?? '');
      this.ledger.book(index, 'meta', 'arXiv id of the paper');
      const rest = trimLine(text.slice(id[0].length))
        .replace(/^\(\*[\w-]{1,30}\*\)/, '')
        .trim();
      if (rest === '') return undefined;
      this.#flowed = is.label.test(rest) || is.revision.test(rest);
      if (!this.#flowed) entry.open('other', rest, 'identifier');
      return this.#flowed ? rest : undefined;
    }
    const cut = text.search(/\s\\{2}(?=\s|$)/);
    const pieces = (cut < 0 ? text : text.slice(0, cut)).split(is.innerField);
    this.#flowed ||= pieces.length > 1 && / Authors?: /.test(text.slice(0, 2000));
    if (this.#flowed) {
      for (const piece of pieces) this.#field(index, piece.trim(), entry);
      return cut < 0 ? undefined : text.slice(cut);
    }
    if (!this.#separated && this.#abstractStarts(index, line, entry)) {
      this.#openAbstract(entry);
      return line;
    }
    this.#field(index, text, entry);
    return undefined;
  }

  /** In a copy that has lost its separators: whether the abstract begins with this line. */
  #abstractStarts(index: number, line: string, entry: LabelledEntry): boolean {
    const text = trimLine(line);
    const next = this.lines[index + 1] ?? '';
    if (is.label.test(text) || is.size.test(text) || !entry.has('title')) return false;
    if (this.blankBefore && (entry.has('authors') || entry.has('categories'))) return true;
    if (!entry.has('categories') || categoryCodes(text).length > 0) return false;
    const indented = trimLine(next) !== '' && firstVisible(line) > firstVisible(next);
    if (indented && !is.label.test(next) && !is.tail.test(next)) return true;
    // A line whose first word would have fitted the line before does not continue it.
    const word = text.search(/\s/);
    return this.#width + (word < 0 ? text.length : word) < narrowest;
  }

  #field(index: number, text: string, entry: LabelledEntry): void {
    const label = is.label.exec(text);
    const role = label && roleIn(label);
    if (role) entry.open(role, trimLine(text.slice(label[0].length)), label[0]);
    else if (!entry.has('title') && is.revision.test(text))
      entry.open('revision', text, 'revision');
    else if (entry.current !== undefined) entry.add(entry.current, text);
    else if (text.startsWith('(*')) entry.open('other', text, 'identifier');
    else {
      this.ledger.book(index, 'unaccounted', 'no field of a paper begins here, and none is open');
      return;
    }
    this.#width = text.length;
    this.bookField(index, entry.current ?? 'other', label?.[0].slice(0, -1));
  }

  #abstract(index: number, line: string, entry: LabelledEntry): string | undefined {
    let cut = line.search(is.innerTail);
    if (cut < 0 && trimLine(line).length > 4 && /^\(? ?<?https?:/.test(this.next(index)))
      cut = line.trimEnd().search(is.innerBrokenTail);
    entry.add('abstract', cut < 0 ? line : line.slice(0, cut));
    entry.last = index;
    this.bookField(index, 'abstract');
    return cut < 0 ? undefined : line.slice(cut);
  }

  #outside(index: number, text: string): string | undefined {
    const day = is.dayComment.exec(text);
    if (day) {
      if (!this.bookDay(index, trimLine(day[1] ?? '')))
        this.ledger.book(index, 'meta', 'day of the listing');
      return text.slice(day[0].length);
    }
    const cut = text.search(is.innerStart);
    const said = cut < 0 ? text : text.slice(0, cut);
    if (is.mailHeader.test(said)) this.#state = 'front';
    if (this.#state === 'between' && is.boilerplate.test(said)) this.#state = 'footer';
    if (this.#state !== 'between') this.#around(index, 'end of the mail');
    else if (is.section.test(said)) this.ledger.book(index, 'meta', 'heading in the listing');
    else this.ledger.book(index, 'unaccounted', 'it stands between two papers');
    return cut < 0 ? undefined : text.slice(cut);
  }

  /** Books a line that is of no paper; before the papers it waits for what follows. */
  #around(index: number, reason: string): undefined {
    if (this.#state !== 'front')
      this.ledger.book(index, this.#state === 'footer' ? 'footer' : 'meta', reason);
    else if (this.pending.at(-1) !== index) this.pending.push(index);
  }
}
