/** A paper as a Markdown document lists it, and what its lines are. */
import type { CapturedPaper } from '../model.ts';
import type { Finding } from './body.ts';
import type { Extent } from './block.ts';

export interface MarkdownEntry {
  readonly paper: CapturedPaper;
  /** The lines of its title. */
  readonly title: Extent;
  readonly why: string;
  readonly findings: readonly Finding[];
}

/** How a text is written: with formulas if something between two `$` looks like one. */
export function notationOf(text: string): CapturedPaper['notation'] {
  for (const [, inner = ''] of text.matchAll(/(?<![\\$])\$([^$\n]{1,400})\$/g)) {
    if (/^\S/.test(inner) && /[\\^_{]/.test(inner)) return 'tex';
  }
  return text.includes('\\(') && /\\\([^)\n]{1,200}\\\)/.test(text) ? 'tex' : 'plain';
}

/** First and last line of an entry, counted from 1. */
export function extentOf(title: Extent, findings: readonly Finding[]): [number, number] {
  let { first, last } = title;
  for (const { extent } of findings) {
    first = Math.min(first, extent.first);
    last = Math.max(last, extent.last);
  }
  return [first + 1, last + 1];
}
