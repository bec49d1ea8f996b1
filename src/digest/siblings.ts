/** Items of lists and rows of tables that are shaped like those that became papers, but became none. */
import { identifiersIn } from './identifiers.ts';
import type { ParsedDigest } from './model.ts';
import { furnitureOf } from './plain/furniture.ts';
import { visible, wordsOf } from './visible.ts';

/** A line that may name a paper, counted from 0. */
export interface Sibling {
  readonly first: number;
  readonly last: number;
  readonly text: string;
  readonly what: string;
}

/** How a line begins: the marker of an item with its indentation, or a row with its cells. */
interface Shape {
  readonly key: string;
  /** What would be the title. */
  readonly title: string;
  readonly linked: boolean;
  readonly bold: boolean;
  readonly address: string;
}

const item =
  /^(?<indent>[\s>]{0,40})(?<marker>[-*+•]|\d{1,4}[.)、])\s{1,9}(?:\[[ x]\]\s)?(?<rest>\S.*)$/i;
const cell = /^\s{0,9}\|(?<rest>.+)$/;
const link = /\[(?<label>[^[\]]{1,400})\]\((?<address>[^()\s]{1,1000})/;
const strong = /(?<!\*)\*\*(?<label>[^*]{1,400})\*\*/;

function shapeOf(line: string): Shape | undefined {
  const text = line.slice(0, 4000);
  const found = item.exec(text)?.groups ?? cell.exec(text)?.groups;
  const rest = found?.rest;
  if (rest === undefined) return undefined;
  const { indent, marker } = found ?? {};
  const linked = link.exec(rest)?.groups;
  const bold = strong.exec(rest)?.groups;
  const kind =
    marker === undefined
      ? `| ${String(rest.split('|').length)}`
      : `${String((indent ?? '').length)} ${/\d/.test(marker) ? '1' : marker}`;
  const title = visible(bold?.label ?? linked?.label ?? '');
  return {
    key: `${kind} ${linked ? 'l' : ''}${bold ? 'b' : ''}`,
    title,
    linked: linked !== undefined,
    bold: bold !== undefined,
    address: linked?.address ?? '',
  };
}

const fewestWords = 3;

/** Whether a label may be a title: some words, none of which pages use for themselves. */
const mayBeTitle = (label: string): boolean =>
  wordsOf(label).filter(({ key }) => /\p{L}/u.test(key)).length >= fewestWords &&
  !/[:：]\s*$/.test(label) &&
  !furnitureOf(label.trim());

/**
 * Finds them. An item is shaped like its neighbours if it stands in one list with them (no heading and no paragraph
 * between), has the same marker and indentation, and is linked or bold as they are; a linked one whose address is a
 * paper's needs no neighbours.
 */
export function siblingsOfPapers(
  lines: readonly string[],
  { papers, lines: accounts }: ParsedDigest,
): Sibling[] {
  const titles = new Set<number>();
  const inside = new Uint8Array(lines.length);
  for (const {
    lines: [first, last],
  } of papers) {
    titles.add(first - 1);
    inside.fill(1, first - 1, last);
  }
  const read = new Set<string>();
  const open: { shape: Shape; index: number; list: number }[] = [];
  let list = 0;
  lines.forEach((line, index) => {
    const shape = shapeOf(line);
    if (!shape) {
      if (/^\S/.test(line) && inside[index] === 0) list++;
    } else if (titles.has(index)) read.add(`${String(list)} ${shape.key}`);
    else if (inside[index] === 0 && mayBeTitle(shape.title)) open.push({ shape, index, list });
  });
  return open.flatMap(({ shape, index, list: of }) => {
    const kind = accounts[index]?.kind;
    if (kind !== 'banner' && kind !== 'meta' && kind !== 'footer') return [];
    const relative = shape.linked && !/^(?:https?:)?\/\//.test(shape.address);
    const alike = read.has(`${String(of)} ${shape.key}`) && !relative;
    const addressed = shape.linked && identifiersIn(shape.address).length > 0;
    if (!alike && !addressed) return [];
    const what = alike
      ? 'it is shaped like its neighbours, which are papers'
      : 'it links to a paper, but is none';
    return [{ first: index, last: index, text: shape.title, what }];
  });
}
