/** Why each line is what it is, in words. */
import { many } from '../document/head.ts';
import { blankLine } from '../account.ts';
import type { LineAccount } from '../model.ts';
import { trimLine } from '../lines.ts';
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
  if (paper.paragraphs.length === 0) return `title: ${more}no abstract follows`;
  const count = sentences(paper.paragraphs.flat());
  return `title: ${more}followed by an abstract of ${many(count, 'sentence')}`;
}

function abstractReason(paper: PaperLines, paragraph: number, at: number): string {
  const lines = paper.paragraphs[paragraph] ?? [];
  const whole = paper.paragraphs.length;
  const which = whole > 1 ? `paragraph ${String(paragraph + 1)} of ${String(whole)}, ` : '';
  return lines.length > 1
    ? `abstract: ${which}wrapped line ${String(at + 1)} of ${String(lines.length)}`
    : `abstract: ${which}one line of ${many(sentences(lines), 'sentence')}`;
}

/** Why a line fits nowhere. */
export function whyUnaccounted(line: TextLine): string {
  const start = line.text.length > 40 ? `${line.text.slice(0, 40)}…` : line.text;
  const what =
    line.foreign !== undefined
      ? `it is ${line.foreign}, and no text of a paper`
      : line.prose > 1
        ? 'it reads like an abstract, but no title stands before it'
        : 'it reads neither like a title nor like an abstract, and pages have no such line';
  return `${what}: "${start}"`;
}

function reasonOf(line: TextLine, state: State): string {
  const kind = kindOf[state];
  switch (state) {
    case 'banner':
      if (line.boilerplate) return `${kind}: ${line.boilerplate.what}`;
      return line.page
        ? `${kind}: a short line about the page, before its papers`
        : `${kind}: a short line before the first paper`;
    case 'date':
      return `${kind}: ${line.date?.span === true ? line.date.what : 'a day'}`;
    case 'inside':
    case 'outside':
      return `${kind}: ${boilerplateReason(line)}`;
    case 'footer':
      return `${kind}: ${line.boilerplate?.what ?? 'a short line after the last paper'}`;
    default:
      return `${kind}: ${whyUnaccounted(line)}`;
  }
}

/**
 * Accounts for every line of a page.
 *
 * @param raw the capture's lines, without their endings
 */
export function accountsOf(raw: readonly string[], page: Page): LineAccount[] {
  const accounts: LineAccount[] = Array.from(raw, () => blankLine);
  for (let index = 0; index < page.frontmatter; index++) {
    if (trimLine(raw[index] ?? '') === '') continue;
    accounts[index] = {
      kind: 'banner',
      reason: 'banner: frontmatter of the tool that saved the page',
    };
  }
  page.lines.forEach((line, index) => {
    const state = page.path[index] ?? 'unaccounted';
    accounts[line.number - 1] = { kind: kindOf[state], reason: reasonOf(line, state) };
  });
  for (const paper of page.papers) {
    paper.title.forEach(({ number }, at) => {
      accounts[number - 1] = { kind: 'title', reason: titleReason(paper, at) };
    });
    paper.paragraphs.forEach((lines, paragraph) =>
      lines.forEach(({ number }, at) => {
        accounts[number - 1] = { kind: 'abstract', reason: abstractReason(paper, paragraph, at) };
      }),
    );
  }
  return accounts;
}
