/** A block of Markdown, and the marks that lines begin with. */

export type BlockKind =
  | 'heading'
  | 'item'
  | 'text'
  | 'quote'
  | 'row'
  | 'rule'
  | 'code'
  | 'html'
  | 'definition'
  | 'frontmatter';

/** Lines of a capture that belong together. */
export interface Block {
  readonly kind: BlockKind;
  /** First and last line, counted from 0. */
  readonly first: number;
  readonly last: number;
  /** The content without the block's own marks: lines joined by `\n`, paragraphs by U+2029. */
  readonly source: string;
  /** Of a heading 1 to 6, 7 for the `<summary>` of a disclosure; of others the column they begin at. */
  readonly level: number;
  /** Number of an ordered item. */
  readonly number?: number;
}

/** Stands for a blank line inside a block. */
export const paragraphBreak = '\u2029';

/** Columns of white space before a line's text; a tab is four. */
export function indentOf(line: string): number {
  let columns = 0;
  for (let at = 0; at < line.length; at++) {
    const char = line.charCodeAt(at);
    if (char === 9) columns += 4;
    else if (char === 32 || char === 0xa0) columns++;
    else break;
  }
  return columns;
}

/** Reads `## Heading ##`. */
export function headingMark(
  line: string,
): { readonly level: number; readonly text: string } | undefined {
  const marks = /^\s{0,3}(#{1,6})(?=\s|$)/.exec(line);
  if (!marks) return undefined;
  const text = line.slice(marks[0].length).trim();
  const end = /#{1,6}$/.exec(text.slice(-6));
  const closed = end !== null && /\s#{1,6}$/.test(text.slice(-7));
  return {
    level: (marks[1] ?? '').length,
    text: closed ? text.slice(0, -end[0].length).trim() : text,
  };
}

const itemPattern = /^\s{0,40}(?:[-*+•●▪◦‣]|(\d{1,4})[.)、])(?:\s+|$)/;

/** Reads `- item`, `1. item`. */
export function itemMark(
  line: string,
): { readonly text: string; readonly number?: number } | undefined {
  const mark = itemPattern.exec(line.slice(0, 80));
  if (!mark) return undefined;
  const text = line.slice(mark[0].length).trim();
  return mark[1] === undefined ? { text } : { text, number: Number(mark[1]) };
}

/** Reads `[label]: address`. */
export function definitionMark(
  line: string,
): { readonly label: string; readonly url: string } | undefined {
  const found = /^\s{0,3}\[([^[\]\n]{1,80})\]:\s{1,9}<?(\S{1,2500}?)>?(?:\s|$)/.exec(
    line.slice(0, 2700),
  );
  if (!found || (found[1] ?? '').startsWith('^')) return undefined;
  const url = found[2] ?? '';
  if (!/^(?:https?:|mailto:|\/|#|\.|www\.)/i.test(url)) return undefined;
  return { label: (found[1] ?? '').trim().toLowerCase(), url };
}

/** Whether a line is a rule: `---`, `* * *`, `____`. */
export const isRule = (line: string): boolean =>
  line.length < 400 &&
  /^\s{0,3}(?:(?:-\s{0,9}){3,}|(?:\*\s{0,9}){3,}|(?:_\s{0,9}){3,}|={3,})$/.test(line.trimEnd());

/** Whether a line parts the head of a table from its body. */
export const isTableRule = (line: string): boolean =>
  /-/.test(line.slice(0, 40)) && /\|/.test(line.slice(0, 20_000)) && /^[\s|:-]+$/.test(line);

/** Opening of a fence of code: its marks and the language. */
export function fenceMark(
  line: string,
): { readonly marks: string; readonly language: string } | undefined {
  const found = /^\s{0,3}(`{3,40}|~{3,40})\s*(?:([^\s`]{1,40})\s*)?$/.exec(line.slice(0, 200));
  return found ? { marks: found[1] ?? '', language: (found[2] ?? '').toLowerCase() } : undefined;
}

/** Text that a line break or a backslash before it ends. */
export const withoutBreak = (line: string): string => line.replace(/\\{1,2}\s*$/, '').trimEnd();

/** Lines as the content of a block; blank ones, and those of a backslash alone, part paragraphs. */
export function joined(lines: readonly string[]): string {
  let source = '';
  let parted = true;
  for (const line of lines) {
    const text = withoutBreak(line).trim();
    if (text === '') {
      if (!parted) source += paragraphBreak;
      parted = true;
      continue;
    }
    source += parted ? text : `\n${text}`;
    parted = false;
  }
  return source;
}
