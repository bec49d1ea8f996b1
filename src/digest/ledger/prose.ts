/** Prose that reads like the text of a paper, and that no paper holds. */
import { boilerplate as mailBoilerplate, isRule, mailHeader } from '../arxiv/mail-lines.ts';
import { identifiersIn } from '../identifiers.ts';
import type { CapturedPaper, ParsedDigest } from '../model.ts';
import { boilerplateOf } from '../plain/boilerplate.ts';
import { isBoilerplate } from './boilerplate.ts';
import { Held, textsOf, type UnreadLines } from './held.ts';
import { isLongProse, longProse, withoutMarkup } from './text.ts';

/** Papers whose lines meet, and those lines, counted from 0. */
interface Ground {
  readonly papers: CapturedPaper[];
  readonly first: number;
  last: number;
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

/** Letters of texts, roughly: enough to see whether a paper has all that stands in its lines. */
function letters(texts: readonly string[]): number {
  let count = 0;
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const small = code | 0x20;
      if ((small >= 0x61 && small <= 0x7a) || code > 0xbf) count += code > 0x2e7f ? 3 : 1;
    }
  }
  return count;
}

const isHeading = (line: string): boolean => /^#{1,6} /.test(line);

/** Headings, lines of mails, and what is no prose in BibTeX. */
const known = [/^#{1,6} /, mailHeader, mailBoilerplate, /^@(?:string|comment|preamble)\b/i];

/** Papers that a line has to name, one of which was read, for it to be a report on them and no text of one. */
const several = 2;

class Prose {
  readonly #lines: readonly string[];
  readonly #parsed: ParsedDigest;
  #held: Held | undefined;
  #reports: Uint8Array | undefined;
  readonly found: UnreadLines[] = [];

  constructor(lines: readonly string[], parsed: ParsedDigest) {
    this.#lines = lines;
    this.#parsed = parsed;
  }

  #line(at: number): string {
    return this.#lines[at] ?? '';
  }

  #isOpen(at: number): boolean {
    const kind = this.#parsed.lines[at]?.kind;
    return kind !== 'blank' && kind !== 'unaccounted' && kind !== 'record';
  }

  /** Looks at lines paragraph by paragraph; `held` is what the papers there say. */
  look(first: number, last: number, held?: Held): void {
    let from = first;
    for (let at = first; at <= last + 1; at++) {
      if (at <= last && this.#isOpen(at) && (held || !this.#isKnown(at))) continue;
      if (at < last && this.#goesOn(at)) continue;
      if (from < at) this.#paragraph(from, this.#lines.slice(from, at).join('\n'), held);
      from = at + 1;
    }
  }

  /** Whether a blank line parts no paragraphs but two lines of one, as where a text was spaced out. */
  #goesOn(at: number): boolean {
    const isBlank = this.#parsed.lines[at]?.kind === 'blank';
    const isOpen = isBlank && /[^.!?:]\s?$/.test(this.#line(at - 1));
    return isOpen && /^\s{0,9}\p{Ll}/u.test(this.#line(at + 1));
  }

  #isKnown(at: number): boolean {
    const line = this.#line(at).trim();
    if (known.some((pattern) => pattern.test(line)) || isRule(line) || boilerplateOf(line))
      return true;
    return line.length > longProse / 3 && (this.#reports ??= this.#findReports())[at] === 1;
  }

  #paragraph(first: number, source: string, held: Held | undefined): void {
    if (source.length < longProse / 3) return;
    const text = withoutMarkup(source);
    if (!held && !isLongProse(text)) return;
    // Elsewhere than in its lines a text may belong to any paper.
    const all = held ?? (this.#held ??= new Held(this.#parsed.papers));
    for (const [from, to] of all.missing(text)) {
      const part = text.slice(from, to);
      if (!isLongProse(part) || isBoilerplate(part)) continue;
      const begin = first + text.slice(0, from).split('\n').length - 1;
      const last = begin + part.trimEnd().split('\n').length - 1;
      this.found.push({ first: begin, last, text: part, what: 'prose that no paper holds' });
    }
  }

  /** The lines that name several papers, and the sections most of whose lines do. */
  #findReports(): Uint8Array {
    const reports = new Uint8Array(this.#lines.length);
    const { papers, records } = this.#parsed;
    // Records are no report.
    const ids = new Set((records ? [] : papers).map(({ facts }) => `arXiv ${facts.arxiv ?? ''}`));
    const starts = [...this.#lines.keys()].filter((at) => at === 0 || isHeading(this.#line(at)));
    for (const [index, from] of starts.entries()) {
      const end = starts[index + 1] ?? this.#lines.length;
      let all = 0;
      let reporting = 0;
      for (let at = from; at < end; at++) {
        if (!this.#isOpen(at) || isHeading(this.#line(at))) continue;
        const named = new Set(identifiersIn(this.#line(at)).map(({ name }) => name));
        all++;
        if (named.size < several || named.isDisjointFrom(ids)) continue;
        reporting++;
        reports[at] = 1;
      }
      if (reporting > 0 && reporting * 2 >= all) reports.fill(1, from, end);
    }
    return reports;
  }
}

/** Finds it in the lines of papers, which hold what these papers say, and between them. */
export function unreadProse(lines: readonly string[], parsed: ParsedDigest): UnreadLines[] {
  const prose = new Prose(lines, parsed);
  let next = 0;
  for (const { papers, first, last } of groundsOf(parsed.papers)) {
    prose.look(next, first - 1);
    next = last + 1;
    if (parsed.lines[first]?.kind === 'record') continue;
    const spare = letters(lines.slice(first, next)) - letters(papers.flatMap(textsOf));
    if (spare > (longProse * 2) / 3) prose.look(first, last, new Held(papers));
  }
  prose.look(next, lines.length - 1);
  return prose.found;
}
