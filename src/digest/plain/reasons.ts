/** Why each line is what it is, in words. */
import { counted } from '../../text/counted.ts';
import { LineLedger } from '../line-ledger.ts';
import { beginning } from '../lines.ts';
import type { LineKind, ParsedDigest } from '../model.ts';
import type { TextLine } from './layout.ts';
import type { PaperLines } from './listing.ts';
import type { Page } from './page.ts';
import { kindOf, type State } from './states.ts';

function sentences(lines: readonly TextLine[]): number {
  let count = 0;
  for (const { text } of lines) {
    for (const match of text.matchAll(/[.!?。！？]/g)) {
      const next = text.charAt(match.index + 1);
      if (match[0] >= '。' || next === '' || next === ' ') count++;
    }
  }
  return Math.max(count, 1);
}

/** What the boilerplate of a line is called; dates and names stand among boilerplate too. */
function boilerplateReason(line: TextLine): string {
  if (line.date) return 'the date of the paper';
  if (line.names) return 'the names of authors';
  return line.boilerplate?.what ?? 'a name among the facts of the paper';
}

function titleReason(paper: PaperLines, at: number): string {
  const more =
    paper.title.length > 1 ? `line ${String(at + 1)} of ${String(paper.title.length)}, ` : '';
  if (paper.paragraphs.length === 0) return `${more}no abstract follows`;
  const count = sentences(paper.paragraphs.flat());
  return `${more}followed by an abstract of ${counted(count, 'sentence')}`;
}

function abstractReason(paper: PaperLines, paragraph: number, at: number): string {
  const lines = paper.paragraphs[paragraph] ?? [];
  const whole = paper.paragraphs.length;
  const which = whole > 1 ? `paragraph ${String(paragraph + 1)} of ${String(whole)}, ` : '';
  return lines.length > 1
    ? `${which}wrapped line ${String(at + 1)} of ${String(lines.length)}`
    : `${which}one line of ${counted(sentences(lines), 'sentence')}`;
}

/** Why a line fits nowhere. */
function whyUnaccounted(line: TextLine): string {
  const what =
    line.foreign !== undefined
      ? `it is ${line.foreign}, and no text of a paper`
      : line.prose > 1
        ? 'it reads like an abstract, but no title stands before it'
        : 'it reads neither like a title nor like an abstract, and pages have no such line';
  return `${what}: "${beginning(line.text, 40)}"`;
}

function whyOf(line: TextLine, state: State): string {
  switch (state) {
    case 'banner':
      if (line.boilerplate) return line.boilerplate.what;
      return line.page
        ? 'a short line about the page, before its papers'
        : 'a short line before the first paper';
    case 'date':
      return line.date?.span === true ? line.date.what : 'a day';
    case 'inside':
    case 'outside':
      return boilerplateReason(line);
    case 'footer':
      return line.boilerplate?.what ?? 'a short line after the last paper';
    default:
      return whyUnaccounted(line);
  }
}

/**
 * Accounts for every line of a page.
 *
 * @param raw the capture's lines, without their endings
 */
export function accountOf(
  file: string,
  raw: readonly string[],
  page: Page,
): Pick<ParsedDigest, 'lines' | 'problems'> {
  const ledger = new LineLedger(raw);
  ledger.rebook(0, page.frontmatter - 1, 'banner', 'frontmatter of the tool that saved the page');
  for (const [index, line] of page.lines.entries()) {
    const state = page.path[index] ?? 'unaccounted';
    ledger.book(line.number - 1, kindOf[state], whyOf(line, state));
  }
  const rebook = ({ number }: TextLine, kind: LineKind, why: string): void =>
    ledger.rebook(number - 1, number - 1, kind, why);
  for (const paper of page.papers) {
    for (const [at, line] of paper.title.entries()) rebook(line, 'title', titleReason(paper, at));
    for (const [paragraph, lines] of paper.paragraphs.entries())
      for (const [at, line] of lines.entries())
        rebook(line, 'abstract', abstractReason(paper, paragraph, at));
  }
  return ledger.close(file, () => 'nothing reads it');
}
