/** A block of a document: what its tree holds, one after the other. */
import { largestGroup } from '../largest-group.ts';
import { joinedLines, nothing, type Inline, type InlineLine } from './inline.ts';

/** Kinds of blocks, and what they are called where they say nothing about a paper. */
export const whatBlocks = {
  heading: 'the heading of a section',
  item: 'an item of a list that names no paper',
  text: 'text around the papers',
  quote: 'a quotation',
  row: 'a row of a table that names no paper',
  rule: 'a rule',
  code: 'code',
  html: 'markup',
  definition: 'the address of a reference',
  frontmatter: 'frontmatter',
} as const;

export type BlockKind = keyof typeof whatBlocks;

/** Lines from one to another, counted from 0. */
export interface Extent {
  readonly first: number;
  readonly last: number;
}

/** Lines of a capture that belong together. */
export interface Block extends Extent {
  readonly kind: BlockKind;
  /** What it says, line by line of the capture. */
  readonly lines: readonly InlineLine[];
  /** What it says, as one text. */
  readonly inline: Inline;
  /** Of a heading 1 to 6, `summaryLevel` for the name of a disclosure. */
  readonly level: number;
  /** How many items of lists it stands in. */
  readonly depth: number;
  /** Number of an ordered item. */
  readonly number?: number;
  /** Of a row of a table. */
  readonly cells?: readonly Inline[];
  /** Of a row: whether it names the columns. Of markup: whether a disclosure ends there. */
  readonly is?: 'head' | 'end';
}

/** A block of some lines; the text of the whole is that of its lines unless given. */
export function blockOf(
  kind: BlockKind,
  { first, last }: Extent,
  lines: readonly InlineLine[] = [],
  more: Partial<Block> = {},
): Block {
  const inline = lines.length === 0 ? nothing : joinedLines(lines);
  return { kind, first, last, lines, inline, level: 0, depth: 0, ...more };
}

/** A block's lines from one to another (exclusive) as a block of their own. */
export function partOf(block: Block, from: number, to: number, more: Partial<Block> = {}): Block {
  const lines = block.lines.slice(from, to);
  const first = from === 0 ? block.first : (lines[0]?.first ?? block.first);
  // Up to the next part: lines between are of markup alone.
  const last = Math.max(first, (block.lines[to]?.first ?? block.last + 1) - 1);
  return { ...block, ...more, first, last, lines, inline: joinedLines(lines) };
}

/** The level that most have; of two that are as frequent the deeper one. */
export const usualLevel = (levels: readonly number[]): number | undefined =>
  largestGroup(
    levels.toSorted((one, other) => other - one),
    (level) => level,
  )[0];
