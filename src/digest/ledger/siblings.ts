/** Items, rows and paragraphs that are shaped like those that became papers, but became none. */
import { identifiersIn } from '../identifiers.ts';
import { textsOf, type UnreadLines } from './held.ts';
import type { CapturedPaper, ParsedDigest } from '../model.ts';
import { boilerplateOf, speaksOfPage } from '../plain/boilerplate.ts';
import { featuresOf, proseScore } from '../plain/prose.ts';
import { withoutMarkup, wordsOf } from './text.ts';

/** How a line begins. */
interface Shape {
  /** Its marker with the indentation, or the number of cells, and whether a title is bold or linked or has a link. */
  readonly key: string;
  readonly is: 'heading' | 'paragraph' | 'item';
  /** What would be the title. */
  readonly title: string;
  /** Where a title that is a link leads to. */
  readonly address?: string | undefined;
  /** Whether its link leads elsewhere in the document. */
  readonly isContents?: boolean;
}

const parts =
  /^(?<indent>[\s>]{0,40})(?:(?<marker>(?:[-*+•]|\d{1,4}[.)、]|#{1,6})(?=\s)|\|)\s{0,9}(?:\[[ x]\]\s)?)?(?<rest>\S.*)$/i;
const link = /\[(?<label>[^[\]]{1,400})\]\((?<address>[^()\s]{1,1000})/;
const links = new RegExp(link, 'g');
const strong = /^\W{0,9}\*\*(?<label>[^*]{1,400})\*\*/;

const fewestWords = 3;
const inWords = (label: string): boolean =>
  wordsOf(label).filter(({ key }) => /\p{L}/u.test(key)).length >= fewestWords;

/** Whether a label may be a title: some words, none of which pages use for themselves. */
const mayBeTitle = (label: string): boolean =>
  inWords(label) && !/[:：]\s*$/.test(label) && !boilerplateOf(label.trim());

const indentOf = (line: string): number => line.search(/\S/);

/** A line of plain text that reads like a title; names of pages and sections have fewer words. */
function plain(title: string): Shape | undefined {
  const isTitle =
    title.length <= 300 && wordsOf(title).length > fewestWords && proseScore(featuresOf(title)) < 0;
  const isOther = speaksOfPage(title) || /[<>{}|\\]|https?:/.test(title);
  return isTitle && !isOther ? { key: 'plain', is: 'paragraph', title } : undefined;
}

function shapeOf(line: string): Shape | undefined {
  const { indent = '', marker = '', rest } = parts.exec(line.slice(0, 4000))?.groups ?? {};
  if (rest === undefined) return undefined;
  const first = link.exec(rest);
  const { label = '', address = '' } = first?.groups ?? {};
  const bold = strong.exec(rest)?.groups?.label;
  const isLinked = first !== null && /^\W*$/.test(rest.slice(0, first.index)) && inWords(label);
  if (marker === '' && bold === undefined && !isLinked) return plain(line.trim());
  const isRow = marker === '|';
  const begin = isRow ? String(line.split('|').length) : indent + marker.replace(/\d+/, '1');
  const sign = bold !== undefined ? 'bold' : isLinked ? 'linked' : first ? 'with link' : '';
  const text = isRow ? '' : rest.slice(0, first?.index);
  return {
    key: `${isRow ? '|' : ''} ${begin} ${sign}`,
    is: marker.startsWith('#') ? 'heading' : marker === '' ? 'paragraph' : 'item',
    title: withoutMarkup(bold ?? (isLinked ? label : text)),
    address: isLinked ? address : undefined,
    isContents: first !== null && !/^(?:https?:)?\/\//.test(address),
  };
}

const keysOf = (text: string): string =>
  wordsOf(withoutMarkup(text))
    .map(({ key }) => key)
    .join(' ');

/** Titles in the lines of a paper that link to one, and that it does not have; the first of each line. */
function linkedIn(lines: readonly string[], paper: CapturedPaper): UnreadLines[] {
  const [first, last] = paper.lines;
  let own: string | undefined;
  const isOther = ({ label = '', address = '' }: Record<string, string> = {}): boolean => {
    if (!mayBeTitle(label) || identifiersIn(address).length === 0) return false;
    own ??= keysOf(textsOf(paper).join(' '));
    const said = keysOf(label);
    return !own.includes(said) && !said.includes(keysOf(paper.title));
  };
  return lines.slice(first - 1, last).flatMap((line, at) => {
    const found = line.includes('](')
      ? line.matchAll(links).find(({ groups }) => isOther(groups))
      : undefined;
    if (!found) return [];
    const index = first - 1 + at;
    const text = found.groups?.label ?? '';
    return [{ first: index, last: index, text, what: 'it links to another paper' }];
  });
}

/**
 * Finds them. An item or a row is shaped like its neighbours if it stands in one list with them (no heading and no
 * paragraph between) and begins as they do, a paragraph if others of the text are titles in the same way; a linked title whose
 * address is a paper's needs no neighbours, and a heading has none, for it may be that of a section.
 */
export function siblingsOfPapers(
  lines: readonly string[],
  { papers, lines: accounts, records }: ParsedDigest,
): UnreadLines[] {
  const titles = new Map(papers.map(({ title, lines: [first] }) => [first - 1, title]));
  const inside = new Uint8Array(lines.length);
  for (const { lines: range } of papers) inside.fill(1, range[0] - 1, range[1]);
  /** Whether an item without link is the name of what papers are indented under. */
  const isOverPaper = (line: string, index: number): boolean => {
    const next = lines[index + 1]?.trim() === '' ? index + 2 : index + 1;
    const deeper = indentOf(lines[next] ?? '') > indentOf(line);
    return deeper && titles.has(next) && !line.includes('](') && !line.includes('://');
  };
  const read = new Set<string>();
  const open: { shape: Shape; index: number; of: string }[] = [];
  let list = 0;
  for (const [index, line] of lines.entries()) {
    const shape = shapeOf(line);
    if (shape?.is !== 'item' && /^\S/.test(line) && inside[index] === 0) list++;
    const title = titles.get(index);
    if (line.trim() !== '' && title?.startsWith(line.trim())) read.add(' plain');
    if (!shape) continue;
    const of = `${shape.is === 'paragraph' ? '' : String(list)} ${shape.key}`;
    if (title !== undefined && shape.key !== 'plain') read.add(of);
    else if (inside[index] === 0 && mayBeTitle(shape.title) && !isOverPaper(line, index))
      open.push({ shape, index, of });
  }
  const missed = open.flatMap(({ shape: { title, address = '', is, isContents }, index, of }) => {
    if (!/^(?:banner|meta|footer)$/.test(accounts[index]?.kind ?? '')) return [];
    const alike = read.has(of) && is !== 'heading' && isContents !== true;
    if (!alike && identifiersIn(address).length === 0) return [];
    const what = alike
      ? 'it is shaped like its neighbours, which are papers'
      : 'it links to a paper, but is none';
    return [{ first: index, last: index, text: title, what }];
  });
  return [...missed, ...(records ? [] : papers.flatMap((paper) => linkedIn(lines, paper)))];
}
