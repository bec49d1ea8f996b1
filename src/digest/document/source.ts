/**
 * Markdown as people's tools write it, made into Markdown as the parser reads it. Every change keeps the length of
 * the text, so that a place in it is the same place in the capture.
 */
import { frontmatterLines } from '../plain/frontmatter.ts';
import { Brackets } from './brackets.ts';
import { withFewSigns, withFormulas, withoutOpenComments, withRawSigns } from './literal-signs.ts';
import { literal, withoutStands } from './protect.ts';

/** In the place of a line ending inside of one block: the line goes on. */
const goesOn = '\u2028';
/** In the place of a line ending between two paragraphs of one link. */
const newParagraph = '\u2029';

/** How the signs of a text are meant. */
export interface Writing {
  /** Stars and backslashes are text: what made the Markdown did not escape them. */
  readonly raw?: boolean;
  /** Formulas are as they stand. */
  readonly math?: boolean;
}

const isBlank = (line: string): boolean => line.trim() === '';
const padded = (text: string, line: string): string =>
  text.padEnd(line.length).slice(0, line.length);

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
    for (let at = 0; at < frontmatter; at++) this.#set(at, ' '.repeat(this.#line(at).length));
    this.#org();
    this.#fences();
    this.#lines.forEach((line, at) => {
      if (this.#code[at] === 0) this.#lines[at] = this.#marks(line, at);
    });
    this.#html();
    this.#joins();
    this.#lines.forEach((line, at) => {
      if (this.#code[at] === 1) return;
      let text =
        raw && !(headingMark.test(line) && line.includes('**')) ? withRawSigns(line) : line;
      if (math && !raw) text = withFormulas(text);
      this.#lines[at] = withFewSigns(
        withoutOpenComments(text).replace(
          /(?<=\p{L})\\(?=["'`^~][a-zA-Z{])(?!['"](?:s|t|re|ve|ll|d|m)(?![a-z]))/gu,
          (sign) => literal(sign),
        ),
      );
    });
  }

  #line(at: number): string {
    return this.#lines[at] ?? '';
  }

  #set(at: number, line: string): void {
    if (at < this.#lines.length) this.#lines[at] = line;
  }

  /** Org-mode: `* Heading`, `[[address][title]]`. */
  #org(): void {
    const linked = /\[\[(https?:[^[\]\s]{3,1500})\]\[([^[\]]{1,600})\]\]/g;
    let links = 0;
    for (const line of this.#lines) if (line.includes('][') && line.search(linked) >= 0) links++;
    if (links === 0) return;
    this.#isOrg = true;
    const headed =
      !this.#lines.some((line) => line.includes('](')) &&
      this.#lines.some((line) => /^(?:- |\*{2,6} |#\+)/.test(line));
    this.#lines.forEach((line, at) => {
      const heading = headed ? /^(\*{1,6})(?=\s)/.exec(line)?.[1] : undefined;
      const text =
        heading === undefined ? line : '#'.repeat(heading.length) + line.slice(heading.length);
      this.#lines[at] = text.replaceAll(linked, (all, url: string, title: string) =>
        `[${title}](${url})`.padEnd(all.length),
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
      let end = unclosed.has(marks) ? this.#lines.length : at + 1;
      const closes = (line: string): boolean => {
        const close = fenceMark(line);
        return close?.language === '' && close.marks.startsWith(marks);
      };
      while (end < this.#lines.length && !closes(this.#line(end))) end++;
      if (end >= this.#lines.length) {
        unclosed.add(marks);
        this.#rule(at);
        continue;
      }
      const inside = this.#lines.slice(at + 1, end);
      const notes = inside.filter((line) => noteLine.test(line.slice(0, 40))).length;
      if (prose.has(language) && (inside.length >= fewestProseLines || notes > 1)) {
        this.#rule(at);
        this.#rule(end);
      } else {
        this.#code.fill(1, at, end + 1);
        at = end;
      }
    }
  }

  #rule(at: number): void {
    const line = this.#line(at);
    const indent = line.length - line.trimStart().length;
    this.#set(at, padded(`${' '.repeat(indent)}***`, line));
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
    const none = this.#lines.length;
    let table = -1;
    for (let at = 0; at < none; at++) {
      const line = this.#line(at);
      if (this.#code[at] === 1 || !line.includes('<')) continue;
      const opens = /^\s*<(?:(!--)|(script|style|pre|textarea)\b|(\?|![A-Z[]))/i.exec(
        line.slice(0, 200),
      );
      if (opens) {
        const close = opens[1] ? '-->' : opens[2] ? `</${opens[2].toLowerCase()}>` : '>';
        let end = at;
        while (end < none && end - at < 300 && !this.#line(end).toLowerCase().includes(close))
          end++;
        if (end >= none || end - at >= 300 || opens[3])
          this.#set(at, line.replace('<', literal('<')));
      }
      if (/^\s{0,12}<table[\s>]/i.test(line) && !/<\/table>/i.test(line)) table = at;
      else if (table >= 0 && /<\/table>/i.test(line)) {
        if (at - table < 20_000) {
          for (let row = table; row < at; row++)
            if (isBlank(this.#line(row + 1))) this.#ends[row] = goesOn;
        }
        table = -1;
      }
    }
  }

  /** Links, headings and rows of tables that go on over several lines. */
  #joins(): void {
    const brackets = new Brackets(this.#lines);
    const none = this.#lines.length;
    for (let at = 0; at < none; at++) {
      if (this.#code[at] === 1) continue;
      const line = this.#line(at);
      const heading = headingMark.test(line.slice(0, 12)) || /^\s{0,3}#{1,6}$/.test(line);
      let end = heading || /\[\s*$|^\s*(?:[-*+]\s+)?!?\[/.test(line) ? brackets.endOf(at) : at;
      if (heading && !this.#isOrg) {
        while (/^ {2,}\S/.test(this.#line(end + 1)) && !itemMark.test(this.#line(end + 1))) end++;
      } else if (/^\s{0,3}\|/.test(line) && !line.trimEnd().endsWith('|')) end = this.#rowEnd(at);
      for (let next = at; next < end; next++) {
        this.#ends[next] = isBlank(this.#line(next + 1)) ? newParagraph : goesOn;
      }
      at = end;
      if (/^\s{0,3}\|/.test(line)) this.#passBlank(at);
    }
  }

  /** A row whose cells were wrapped ends with its last bar. */
  #rowEnd(at: number): number {
    for (let end = at + 1; end <= at + 60; end++) {
      const next = this.#line(end);
      if (isBlank(next) || /^\s{0,3}[|#>]/.test(next)) return at;
      if (next.trimEnd().endsWith('|')) return end;
    }
    return at;
  }

  /** A blank line between two rows of one table is passed over. */
  #passBlank(at: number): void {
    let next = at + 1;
    while (next <= at + 3 && next < this.#lines.length && isBlank(this.#line(next))) next++;
    const isRow = /^\s{0,3}\|/.test(this.#line(next)) && !/^[\s|:-]+$/.test(this.#line(next + 1));
    if (next === at + 1 || !isRow) return;
    for (let blank = at; blank < next - 1; blank++) this.#ends[blank] = goesOn;
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
