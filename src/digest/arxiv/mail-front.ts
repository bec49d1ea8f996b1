import { trimLine } from '../lines.ts';
import type { StatedDate } from '../model.ts';
import type { Ledger } from './ledger.ts';
import { findDay } from './mail-date.ts';
import { furniture, mailHeader } from './mail-lines.ts';

/**
 * The lines of a mail before its papers. What they are is clear only once a paper follows, or the end
 * of one whose beginning is missing. Lines count from 0.
 */
export class MailFront {
  readonly dates: StatedDate[] = [];
  readonly #lines: readonly string[];
  readonly #ledger: Ledger;
  #pending: number[] = [];

  constructor(lines: readonly string[], ledger: Ledger) {
    this.#lines = lines;
    this.#ledger = ledger;
  }

  add(index: number): void {
    if (this.#pending.at(-1) !== index) this.#pending.push(index);
  }

  /** Books a line that says the day of the mail. */
  date(index: number, text: string): void {
    const day = findDay(text);
    if (day) this.dates.push({ text, ...day, line: index + 1 });
    this.#ledger.book(index, day ? 'date' : 'meta', 'day of the listing');
  }

  #isHeader(index: number): boolean {
    const text = trimLine(this.#lines[index] ?? '');
    return mailHeader.test(text) || furniture.test(text);
  }

  /** What has come since the last header line belongs to a paper whose beginning is missing. */
  disown(): void {
    const owned = this.#pending.findLastIndex((index) => this.#isHeader(index)) + 1;
    for (const index of this.#pending.splice(owned)) {
      this.#ledger.rebook(index, 'unaccounted', 'rest of a paper whose beginning is missing');
    }
    this.settle(true);
  }

  /**
   * Books the lines so far.
   *
   * @param papersFollow without papers after them only the headers of a mail count as known
   */
  settle(papersFollow: boolean): void {
    const known = papersFollow || this.#pending.some((index) => this.#isHeader(index));
    for (const index of this.#pending) {
      const text = trimLine(this.#lines[index] ?? '');
      const dated = /^(?:Date|Sent): +(\S.*)$/.exec(text.slice(0, 400))?.[1];
      if (dated !== undefined && findDay(dated)) this.date(index, dated);
      else if (known) this.#ledger.book(index, 'banner', 'what the mail says before its papers');
      else this.#ledger.book(index, 'unaccounted', 'no paper and no mail header is near it');
    }
    this.#pending = [];
  }
}
