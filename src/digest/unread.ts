/** The ledger of prose: what reads like a paper, or like the text of one, belongs to a paper or is told. */
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { furniture as mailFurniture, isRule, mailHeader } from './arxiv/mail-lines.ts';
import { isBoilerplate } from './boilerplate.ts';
import { identifiersIn } from './identifiers.ts';
import { Held, textsOf } from './held.ts';
import { firstVisible, splitLines } from './lines.ts';
import type { Capture, CapturedPaper, LineAccount, ParsedDigest } from './model.ts';
import { furnitureOf } from './plain/furniture.ts';
import { siblingsOfPapers } from './siblings.ts';
import { isLongProse, longProse, startOf, visible } from './visible.ts';

/** Papers whose lines meet, and those lines, counted from 0. */
interface Ground {
  readonly papers: CapturedPaper[];
  readonly first: number;
  last: number;
}

/** Lines that follow on one another and belong to nothing that was read. */
interface Run {
  readonly first: number;
  readonly last: number;
  readonly text: string;
  readonly what: string;
}

function groundsOf(papers: readonly CapturedPaper[]): Ground[] {
  const grounds: Ground[] = [];
  for (const paper of papers.toSorted((one, other) => one.lines[0] - other.lines[0])) {
    const [first, last] = [paper.lines[0] - 1, paper.lines[1] - 1];
    const before = grounds.at(-1);
    if (before && first <= before.last) {
      before.papers.push(paper);
      before.last = Math.max(before.last, last);
    } else grounds.push({ papers: [paper], first, last });
  }
  return grounds;
}

/** Letters of a text, roughly: enough to see whether a paper has all that stands in its lines. */
function letters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const small = code | 0x20;
    if ((small >= 0x61 && small <= 0x7a) || code > 0xbf) count += code > 0x2e7f ? 3 : 1;
  }
  return count;
}

/** Headings, lines of mails, and what is no prose in BibTeX. */
const known = [/^#{1,6} /, mailHeader, mailFurniture, /^@(?:string|comment|preamble)\b/i];

/** Papers that a line has to name, one of which was read, for it to be a report on them and no text of one. */
const several = 2;

class Prose {
  readonly #lines: readonly string[];
  readonly #accounts: readonly LineAccount[];
  /** Names of the papers that a report may speak of; records are no report. */
  readonly #ids: ReadonlySet<string>;
  readonly #papers: readonly CapturedPaper[];
  #held: Held | undefined;
  #reports: Uint8Array | undefined;
  readonly runs: Run[] = [];

  constructor(lines: readonly string[], { lines: accounts, papers, records }: ParsedDigest) {
    this.#lines = lines;
    this.#accounts = accounts;
    this.#papers = papers;
    const named = records ? [] : papers;
    this.#ids = new Set(named.map(({ facts: { arxiv } }) => `arXiv ${arxiv ?? ''}`));
  }

  #isOpen(index: number): boolean {
    const kind = this.#accounts[index]?.kind;
    return kind !== 'blank' && kind !== 'unaccounted' && kind !== 'record';
  }

  /** Looks at lines paragraph by paragraph; `held` is what the papers there say. */
  look(first: number, last: number, held?: Held): void {
    let from = first;
    for (let index = first; index <= last + 1; index++) {
      if (index <= last && this.#isOpen(index) && (held || !this.#isKnown(index))) continue;
      if (index < last && this.#goesOn(index)) continue;
      if (from < index) this.#paragraph(from, index - 1, held);
      from = index + 1;
    }
  }

  /** Whether a blank line parts no paragraphs but two lines of one, as where a text was spaced out. */
  #goesOn(index: number): boolean {
    const [before = '', after = ''] = [this.#lines[index - 1], this.#lines[index + 1]];
    return (
      this.#accounts[index]?.kind === 'blank' &&
      /[^.!?:]\s?$/.test(before) &&
      /^\s{0,9}\p{Ll}/u.test(after)
    );
  }

  /** What all papers say: text may stand far from its title. */
  #all(): Held {
    return (this.#held ??= new Held(this.#papers));
  }

  #isKnown(index: number): boolean {
    const line = (this.#lines[index] ?? '').trim();
    if (known.some((pattern) => pattern.test(line)) || isRule(line) || furnitureOf(line))
      return true;
    return line.length > longProse / 3 && this.#isReport(index);
  }

  #paragraph(first: number, last: number, held: Held | undefined): void {
    const source = this.#lines.slice(first, last + 1).join('\n');
    if (source.length < longProse / 3) return;
    const text = visible(source);
    if (!held && !isLongProse(text)) return;
    for (const [from, to] of (held ?? this.#all()).missing(text)) {
      const part = text.slice(from, to);
      if (!isLongProse(part) || isBoilerplate(part)) continue;
      this.#tell(part, first + text.slice(0, from).split('\n').length - 1);
    }
  }

  /** Whether a line names several papers, or stands in a section most of whose lines do. */
  #isReport(index: number): boolean {
    this.#reports ??= this.#findReports();
    return this.#reports[index] === 1;
  }

  #findReports(): Uint8Array {
    const reports = new Uint8Array(this.#lines.length);
    let from = 0;
    let all = 0;
    let reporting = 0;
    for (let index = 0; index <= this.#lines.length; index++) {
      const line = this.#lines[index] ?? '';
      if (index === this.#lines.length || /^#{1,6} /.test(line)) {
        if (reporting > 0 && reporting * 2 >= all) reports.fill(1, from, index);
        [from, all, reporting] = [index, 0, 0];
      } else if (this.#isOpen(index)) {
        const named = new Set(identifiersIn(line).map(({ name }) => name));
        all++;
        if (named.size < several || named.isDisjointFrom(this.#ids)) continue;
        reporting++;
        reports[index] = 1;
      }
    }
    return reports;
  }

  #tell(text: string, first: number): void {
    const last = first + text.trimEnd().split('\n').length - 1;
    this.runs.push({ first, last, text, what: 'prose that no paper holds' });
  }
}

/** What no paper holds although it reads like one, or like its text. */
function unreadIn(lines: readonly string[], parsed: ParsedDigest): Run[] {
  const { papers, lines: accounts } = parsed;
  const prose = new Prose(lines, parsed);
  let next = 0;
  for (const { papers: some, first, last } of groundsOf(papers)) {
    prose.look(next, first - 1);
    next = last + 1;
    if (accounts[first]?.kind === 'record') continue;
    let spare = -longProse;
    for (let index = first; index <= last; index++) spare += letters(lines[index] ?? '');
    for (const text of some.flatMap(textsOf)) spare -= letters(text);
    if (spare > -longProse / 3) prose.look(first, last, new Held(some));
  }
  prose.look(next, lines.length - 1);
  return prose.runs;
}

/**
 * Goes over a digest that was read and tells what was not: prose of 200 characters and more, and items and rows like
 * those that became papers. Whatever the format took them for, they are unaccounted. Takes time in proportion to the text.
 */
export function withUnread({ file, text }: Capture, parsed: ParsedDigest): ParsedDigest {
  if (parsed.papers.length === 0) return parsed;
  const problems: Diagnostic[] = [];
  const lines = [...parsed.lines];
  if (lines.some(({ kind }) => kind !== 'record' && kind !== 'blank')) {
    const source = splitLines(text);
    const runs = [...unreadIn(source, parsed), ...siblingsOfPapers(source, parsed)];
    for (const { first, last, what, text: told } of runs.toSorted((a, b) => a.first - b.first)) {
      if (lines[first]?.kind === 'unaccounted') continue;
      const upTo = last > first ? ` (up to line ${String(last + 1)})` : '';
      const why = `${what}${upTo}: "${startOf(told)}"`;
      const account: LineAccount = { kind: 'unaccounted', reason: `unaccounted: ${why}` };
      for (let index = first; index <= last; index++)
        if (lines[index]?.kind !== 'blank') lines[index] = account;
      const where = { file, line: first + 1, column: firstVisible(source[first] ?? '') + 1 };
      problems.push(diagnostic('digest/unaccounted-line', where, { why }));
    }
  }
  if (problems.length === 0) return parsed;
  return { ...parsed, lines, problems: [...parsed.problems, ...problems] };
}
