/**
 * Markdown as people's tools write it, made into Markdown as the parser reads it. Every change keeps the length of
 * the text, so that a place in it is the same place in the capture.
 */
import { frontmatterLines } from '../plain/frontmatter.ts';
import { linkEnds } from './brackets.ts';
import { withLiteralSigns, type Writing } from './literal-signs.ts';
import { literal, withoutStands } from './protect.ts';

/** In the place of a line ending inside of one block: the line goes on. */
const goesOn = '\u2028';
/** In the place of a line ending between two paragraphs of one link. */
const newParagraph = '\u2029';

const isBlank = (line: string): boolean => line.trim() === '';

/** Languages of fences that hold a page, not code. */
const prose = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'md', 'markdown']);
const fewestProseLines = 12;
const noteLine = /^\s*(?:title|authors?|abstract|url|link|arxiv|paper|标题|作者|摘要)\s?[:：=]/i;

const fence = /^\s{0,12}(`{3,40}|~{3,40})\s*(?:([^\s`]{1,40})\s*)?$/;

/** Opening of a fence of code: its marks and the language. */
export function fenceMark(
  line: string,
): { readonly marks: string; readonly language: string } | undefined {
  const found = fence.exec(line.slice(0, 200));
  return found ? { marks: found[1] ?? '', language: (found[2] ?? '').toLowerCase() } : undefined;
}

const itemMark = /^(\s{0,60})(?:[-*+]|\d{1,4}[.)])(?:\s+|$)/;
const headingMark = /^\s{0,3}#{1,6}\s/;
const rowMark = /^\s{0,3}\|/;
const deepest = 60;

class Source {
  readonly #lines: string[];
  /** What ends each line. */
  readonly #ends: string[];
  readonly #code: Uint8Array;
  #isOrg = false;

  constructor(text: string) {
    this.#lines = text.split('\n');
    this.#ends = this.#lines.map(() => '\n');
    this.#code = new Uint8Array(this.#lines.length);
  }

  get text(): string {
    const last = this.#lines.length - 1;
    return this.#lines
      .map((line, at) => line + (at === last ? '' : (this.#ends[at] ?? '')))
      .join('');
  }

  prepare({ raw = false, math = false }: Writing): void {
    const frontmatter = frontmatterLines([this.#line(0).trimStart(), ...this.#lines.slice(1, 300)]);
    for (let at = 0; at < frontmatter; at++) this.#lines[at] = ' '.repeat(this.#line(at).length);
    this.#org();
    this.#fences();
    this.#lines.forEach((line, at) => {
      if (this.#code[at] === 0) this.#lines[at] = this.#marks(line, at);
    });
    this.#html();
    this.#joins();
    this.#lines.forEach((line, at) => {
      const isBold = headingMark.test(line) && line.includes('**');
      if (this.#code[at] === 0)
        this.#lines[at] = withLiteralSigns(line, { raw: raw && !isBold, math: math && !raw });
    });
  }

  #line(at: number): string {
    return this.#lines[at] ?? '';
  }

  /** The first of so many lines that is as asked for, -1 if none is. */
  #find(from: number, most: number, is: (line: string) => boolean): number {
    const last = Math.min(from + most, this.#lines.length);
    for (let at = from; at < last; at++) if (is(this.#line(at))) return at;
    return -1;
  }

  /** Org-mode: `* Heading`, `[[address][title]]`. */
  #org(): void {
    const linked = /\[\[(https?:[^[\]\s]{3,1500})\]\[([^[\]]{1,600})\]\]/g;
    this.#isOrg = this.#lines.some((line) => line.includes('][') && line.search(linked) >= 0);
    if (!this.#isOrg) return;
    const headed =
      !this.#lines.some((line) => line.includes('](')) &&
      this.#lines.some((line) => /^(?:- |\*{2,6} |#\+)/.test(line));
    this.#lines.forEach((line, at) => {
      const text = headed
        ? line.replace(/^\*{1,6}(?=\s)/, ({ length }) => '#'.repeat(length))
        : line;
      this.#lines[at] = text.replaceAll(linked, ({ length }, url: string, title: string) =>
        `[${title}](${url})`.padEnd(length),
      );
    });
  }

  /** A fence around a page, or around notes, is a rule; one that nothing closes too. */
  #fences(): void {
    const unclosed = new Set<string>();
    for (let at = 0; at < this.#lines.length; at++) {
      const mark = fenceMark(this.#line(at));
      if (!mark) continue;
      const { marks, language } = mark;
      const end = unclosed.has(marks)
        ? -1
        : this.#find(at + 1, Infinity, (line) => {
            const close = fenceMark(line);
            return close?.language === '' && close.marks.startsWith(marks);
          });
      const inside = this.#lines.slice(at + 1, Math.max(at + 1, end));
      const notes = inside.filter((line) => noteLine.test(line.slice(0, 40))).length;
      const isPage = prose.has(language) && (inside.length >= fewestProseLines || notes > 1);
      if (end < 0) unclosed.add(marks);
      if (end < 0 || isPage) this.#rule(at);
      if (end >= 0 && isPage) this.#rule(end);
      if (end < 0 || isPage) continue;
      this.#code.fill(1, at, end + 1);
      at = end;
    }
  }

  #rule(at: number): void {
    const line = this.#line(at);
    const [indent = ''] = /^\s*/.exec(line) ?? [];
    this.#lines[at] = `${indent.replaceAll(/./g, ' ')}***`
      .padEnd(line.length)
      .slice(0, line.length);
  }

  /** Marks of lists, of headings and of breaks that only some tools know. */
  #marks(line: string, at: number): string {
    let text = line
      .replace(/^(\s{0,60})[•●▪◦‣](?=\s)/, '$1-')
      .replace(/^(\s{0,60}\d{1,4})、(?=\s)/, '$1)');
    const indent = text.length - text.trimStart().length;
    if (indent > deepest)
      text =
        text.slice(0, indent) + literal(text.slice(indent, indent + 8)) + text.slice(indent + 8);
    if (text.startsWith('>') || text.startsWith(' '))
      text = text.replace(
        /^((?:\s{0,3}>){1,8})([\s>]*)/,
        (_, few: string, more: string) => few + literal(more),
      );
    if (itemMark.test(text))
      text = text.replace(
        /^(\s*(?:(?:[-*+]|\d{1,4}[.)])\s+){1,8})((?:[-*+]\s+)*)/,
        (_, few: string, more: string) => few + literal(more, /[-*+]/g),
      );
    // A backslash, or two, before a break or two blanks.
    text = text
      .replace(/\\{1,2}(?=\s*$)/, (all) => ' '.repeat(all.length))
      .replaceAll(/\\(?= {2})/g, ' ');
    // `**标题：**内容`: the colon goes out of the bold, which could not end there.
    text = text.replace(/^([^\p{L}\p{N}]{0,12}\*\*[^*\n]{1,40})([：:])\*\*(?=[^\s*])/u, '$1**$2');
    const before = at > 0 ? this.#line(at - 1) : '';
    if (isBlank(before) || this.#code[at - 1] === 1) return text;
    if (/^\s{0,3}(?:-{1,2}|=)\s*$/.test(text)) return literal(text);
    // A rule under a paragraph is no mark of a heading.
    const long =
      before.length > 300 ||
      (at > 1 &&
        !isBlank(this.#line(at - 2)) &&
        !itemMark.test(before) &&
        !headingMark.test(this.#line(at - 2)));
    return long && /^\s{0,3}-{3,}\s*$/.test(text) && !before.includes('|')
      ? text.replaceAll('-', '*')
      : text;
  }

  /** HTML that runs on to the end of the document; tables of HTML with blank lines in them. */
  #html(): void {
    let table = -1;
    this.#lines.forEach((line, at) => {
      if (this.#code[at] === 1 || !line.includes('<')) return;
      const opens = /^\s*<(?:(!--)|(script|style|pre|textarea)\b|(?:\?|![A-Z[]))/i.exec(
        line.slice(0, 200),
      );
      if (opens) {
        const [, comment, element] = opens;
        const close = comment ? '-->' : `</${element?.toLowerCase() ?? ''}`;
        const isClosed = (text: string): boolean => text.toLowerCase().includes(close);
        const isOpen = !comment && !element;
        if (isOpen || this.#find(at, 300, isClosed) < 0)
          this.#lines[at] = line.replace('<', literal('<'));
      }
      const ends = /<\/table>/i.test(line);
      if (!ends && /^\s{0,12}<table[\s>]/i.test(line)) table = at;
      if (!ends || table < 0) return;
      if (at - table < 20_000) this.#joinBlank(table, at);
      table = -1;
    });
  }

  /** Passes over the blank lines behind one line up to another. */
  #joinBlank(from: number, to: number): void {
    for (let at = from; at < to; at++) if (isBlank(this.#line(at + 1))) this.#ends[at] = goesOn;
  }

  /** Links, headings and rows of tables that go on over several lines. */
  #joins(): void {
    const ends = linkEnds(this.#lines);
    for (let at = 0; at < this.#lines.length; at++) {
      if (this.#code[at] === 1) continue;
      const line = this.#line(at);
      const isRow = rowMark.test(line);
      const heading = headingMark.test(line.slice(0, 12)) || /^\s{0,3}#{1,6}$/.test(line);
      let end = heading || /\[\s*$|^\s*(?:[-*+]\s+)?!?\[/.test(line) ? (ends[at] ?? at) : at;
      if (heading && !this.#isOrg) {
        while (/^ {2,}\S/.test(this.#line(end + 1)) && !itemMark.test(this.#line(end + 1))) end++;
      } else if (isRow && !line.trimEnd().endsWith('|')) end = this.#rowEnd(at);
      for (let next = at; next < end; next++) {
        this.#ends[next] = isBlank(this.#line(next + 1)) ? newParagraph : goesOn;
      }
      at = end;
      // A blank line between two rows of one table is passed over.
      const next = isRow ? this.#find(at + 1, 3, (row) => !isBlank(row)) : -1;
      if (rowMark.test(this.#line(next)) && !/^[\s|:-]+$/.test(this.#line(next + 1)))
        this.#joinBlank(at, next - 1);
    }
  }

  /** A row whose cells were wrapped ends with its last bar. */
  #rowEnd(at: number): number {
    const isEnd = (line: string): boolean => line.trimEnd().endsWith('|');
    const end = this.#find(
      at + 1,
      60,
      (line) => isBlank(line) || /^\s{0,3}[|#>]/.test(line) || isEnd(line),
    );
    const line = this.#line(end);
    return isEnd(line) && !/^\s{0,3}[|#>]/.test(line) ? end : at;
  }
}

/** Readies a text for the parser; the result is as long as the text, and every place in it is the same. */
export function prepared(text: string, writing: Writing): string {
  const plain = withoutStands(text)
    .replaceAll('\r\n', ' \n')
    .replaceAll('\r', '\n')
    .replaceAll(/[\ufeff\v\f\u0085\u2028\u2029]/g, ' ');
  const source = new Source(plain);
  source.prepare(writing);
  return source.text;
}
