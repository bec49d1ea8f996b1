/** The blocks of a Markdown capture, found line by line in linear time. */
import { frontmatterLines } from '../plain/frontmatter.ts';
import { furnitureOf } from '../plain/furniture.ts';
import { isUnfinished, standsAlone } from './alone.ts';
import {
  definitionMark,
  fenceMark,
  headingMark,
  indentOf,
  isRule,
  isTableRule,
  itemMark,
  joined,
  withoutBreak,
  type Block,
  type BlockKind,
} from './block.ts';
import { Brackets } from './brackets.ts';

/** Languages of fences that hold a page, not code. */
const prose = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'md', 'markdown']);
const fewestProseLines = 12;

const isBlank = (line: string): boolean => line.trim() === '';

const htmlLine = /^\s*<(?:\/?[a-z][a-z\d-]{0,20}(?:\s[^<>]*)?\/?>|!--)/i;
const summaryLine = /^\s*<summary>(.*)<\/summary>\s*$/i;

class Reader {
  readonly #lines: readonly string[];
  readonly #brackets: Brackets;
  readonly #blocks: Block[] = [];
  #at = 0;
  /** Whether the lines are inside a fence that holds a page, and what closes it. */
  #fence: string | undefined;
  #inTable = false;
  /** Kinds of fences that nothing closes any more. */
  readonly #unclosed = new Set<string>();

  constructor(lines: readonly string[]) {
    this.#lines = lines;
    this.#brackets = new Brackets(lines);
  }

  read(): Block[] {
    const frontmatter = frontmatterLines(this.#lines);
    if (frontmatter > 0) this.#add('frontmatter', frontmatter - 1, '');
    while (this.#at < this.#lines.length) {
      if (isBlank(this.#line())) {
        this.#inTable = false;
        this.#at++;
      } else this.#block();
    }
    return this.#blocks;
  }

  #line(ahead = 0): string {
    return this.#lines[this.#at + ahead] ?? '';
  }

  #add(kind: BlockKind, last: number, source: string, level = 0, number?: number): void {
    const first = this.#at;
    this.#blocks.push({
      kind,
      first,
      last,
      source,
      level,
      ...(number === undefined ? {} : { number }),
    });
    this.#at = last + 1;
  }

  #block(): void {
    const line = this.#line();
    if (this.#heading(line) || this.#fenced(line) || this.#tabular(line)) return;
    if (isRule(line)) return this.#add('rule', this.#at, line.trim());
    if (definitionMark(line)) return this.#add('definition', this.#at, line.trim());
    if (/^\s{0,3}>/.test(line)) return this.#quote();
    if (this.#html(line) || this.#item(line)) return;
    this.#text();
  }

  #heading(line: string): boolean {
    const mark = headingMark(line);
    const summary = mark ? undefined : summaryLine.exec(line);
    if (summary) this.#add('heading', this.#at, (summary[1] ?? '').trim(), 7);
    if (!mark) return summary !== undefined && summary !== null;
    let last = this.#brackets.endOf(this.#at);
    // A wrapped title goes on with an indent.
    while (/^ {2,}\S/.test(this.#lines[last + 1] ?? '') && !itemMark(this.#lines[last + 1] ?? ''))
      last++;
    this.#add(
      'heading',
      last,
      joined([mark.text, ...this.#lines.slice(this.#at + 1, last + 1)]),
      mark.level,
    );
    return true;
  }

  #fenced(line: string): boolean {
    const fence = line.includes('```') || line.includes('~~~') ? fenceMark(line) : undefined;
    if (!fence) return false;
    if (this.#fence !== undefined) {
      if (fence.marks.startsWith(this.#fence) && fence.language === '') {
        this.#fence = undefined;
        this.#add('rule', this.#at, line.trim());
        return true;
      }
    }
    if (this.#unclosed.has(fence.marks)) return false;
    let end = this.#at + 1;
    while (end < this.#lines.length) {
      const close = fenceMark(this.#lines[end] ?? '');
      if (close?.language === '' && close.marks.startsWith(fence.marks)) break;
      end++;
    }
    const isPage = prose.has(fence.language) && end - this.#at > fewestProseLines;
    if (end >= this.#lines.length) {
      this.#unclosed.add(fence.marks);
      this.#add('rule', this.#at, line.trim());
    } else if (isPage && this.#fence === undefined) {
      this.#fence = fence.marks;
      this.#add('rule', this.#at, line.trim());
    } else this.#add('code', end, '');
    return true;
  }

  #tabular(line: string): boolean {
    const piped = /^\s{0,3}\|/.test(line);
    const headed = !piped && !this.#inTable && line.includes('|') && isTableRule(this.#line(1));
    if (!piped && !headed && !(this.#inTable && line.includes('|'))) {
      this.#inTable = false;
      return false;
    }
    this.#inTable = true;
    let last = this.#at;
    // A row whose cells were wrapped ends with its last bar.
    if (piped && !line.trimEnd().endsWith('|')) {
      for (let end = last + 1; end <= last + 60; end++) {
        const next = this.#lines[end] ?? '';
        if (isBlank(next) || /^\s{0,3}[|#>]/.test(next)) break;
        if (!next.trimEnd().endsWith('|')) continue;
        last = end;
        break;
      }
    }
    this.#add(
      'row',
      last,
      this.#lines
        .slice(this.#at, last + 1)
        .join('\n')
        .trim(),
    );
    return true;
  }

  #quote(): void {
    let last = this.#at;
    while (/^\s{0,3}>/.test(this.#lines[last + 1] ?? '')) last++;
    const lines = this.#lines.slice(this.#at, last + 1);
    this.#add(
      'quote',
      last,
      joined(lines.map((line) => line.replace(/^\s{0,3}(?:>\s?){1,4}/, ''))),
    );
  }

  #html(line: string): boolean {
    if (!htmlLine.test(line.slice(0, 2000)) || /^\s*<(?:https?:|mailto:)/i.test(line)) return false;
    let last = this.#at;
    if (/^\s*<!--/.test(line)) {
      while (
        last < this.#lines.length - 1 &&
        last - this.#at < 300 &&
        !(this.#lines[last] ?? '').includes('-->')
      )
        last++;
      if (!(this.#lines[last] ?? '').includes('-->')) last = this.#at;
    }
    this.#add(
      'html',
      last,
      this.#lines
        .slice(this.#at, last + 1)
        .join('\n')
        .trim(),
    );
    return true;
  }

  /** Whether a line begins a block of another kind than text. */
  #begins(line: string): boolean {
    return (
      isBlank(line) ||
      headingMark(line) !== undefined ||
      /^\s{0,3}(?:>|\||```|~~~)/.test(line) ||
      isRule(line) ||
      definitionMark(line) !== undefined ||
      (htmlLine.test(line.slice(0, 300)) && !/^\s*<(?:https?:|mailto:|br)/i.test(line))
    );
  }

  #item(line: string): boolean {
    const mark = itemMark(line);
    if (!mark) return false;
    const level = indentOf(line);
    const lines = [mark.text];
    let last = this.#brackets.endOf(this.#at);
    for (let at = this.#at + 1; at <= last; at++) lines.push(this.#lines[at] ?? '');
    for (;;) {
      const next = this.#lines[last + 1] ?? '';
      if (this.#begins(next) || itemMark(next)) break;
      const inside = indentOf(next) > level;
      if (!inside && (mark.text === '' || standsAlone(next.trim(), lines.at(-1)))) break;
      lines.push(next);
      last++;
    }
    this.#add('item', last, joined(lines), level, mark.number);
    return true;
  }

  /** Whether a mark of an item at the start of a line is a word of the wrapped text before it. */
  #isWrapped(line: string, before: string): boolean {
    const mark = itemMark(line);
    if (!mark) return true;
    if (furnitureOf(line.trim()) !== undefined) return false;
    if (mark.number !== undefined && mark.number !== 1) return true;
    return isUnfinished(before) && (before.length > 60 || /^\p{Ll}/u.test(mark.text));
  }

  #text(): void {
    const start = this.#at;
    const end = this.#brackets.endOf(start);
    const level = indentOf(this.#line());
    const opens = /^\s*!?\[/.test(this.#line());
    if (end > start && (opens || !this.#lines.slice(start, end).some(isBlank))) {
      return this.#add('text', end, joined(this.#lines.slice(start, end + 1)), level);
    }
    let before = withoutBreak(this.#line().trim());
    let last = start;
    const under = this.#lines[start + 1] ?? '';
    if (under.length < 400 && /^\s{0,3}(?:={2,}|-{3,})\s*$/.test(under)) {
      return this.#add('heading', start + 1, before, under.includes('=') ? 1 : 2);
    }
    if (standsAlone(before, undefined)) return this.#add('text', start, before, level);
    for (;;) {
      const next = this.#lines[last + 1] ?? '';
      if (this.#begins(next) || !this.#isWrapped(next, before)) break;
      const text = withoutBreak(next.trim());
      if (/^\[$/.test(text) || standsAlone(text, before)) break;
      if (/^!?\[/.test(text) && this.#brackets.endOf(last + 1) > last + 1) break;
      before = text === '' ? before : text;
      last++;
    }
    this.#add('text', last, joined(this.#lines.slice(start, last + 1)), level);
  }
}

/**
 * Parts a capture into blocks. Every line that is not blank is in exactly one of them.
 *
 * @param lines the capture's lines, without their endings
 */
export function readBlocks(lines: readonly string[]): Block[] {
  return new Reader(lines).read();
}
