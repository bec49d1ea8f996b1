/** Titles that are no headings: a paragraph in bold, a line `Title: …`. */
import { isLinks } from './alone.ts';
import { partOf, type Block, type Extent } from './block.ts';
import { dayIn } from '../days.ts';
import { brokenLines, isBold, textOf, type InlineLink } from './inline.ts';
import { canBeTitle, readsAsTitle, wordsOf } from './item-words.ts';
import { labelled } from './labels.ts';
import { isWork, namesAuthors } from './work.ts';

/** Their level as headings: under all others. */
export const pseudoLevel = 6.5;

const isBoldTitle = ({ kind, depth, inline }: Block): boolean =>
  kind === 'text' &&
  depth === 0 &&
  isBold(inline) &&
  inline.text.length < 400 &&
  readsAsTitle(inline.text) &&
  labelled(inline)?.role === undefined;

/** The line of a block that is labelled as a title, -1 if none is. */
const labelledLine = ({ kind, lines }: Block): number =>
  kind === 'text' || kind === 'item' || kind === 'quote'
    ? lines.findIndex((line) => {
        const label = labelled(line);
        return label?.role === 'title' && canBeTitle(label.value);
      })
    : -1;

/** A paragraph that begins with the title of a paper as a link: alone a heading, with text an item of a list. */
function linkedTitle({ kind, depth, inline: { runs, text } }: Block): InlineLink | undefined {
  if (kind !== 'text' || depth > 0) return undefined;
  const at = runs.findIndex(({ text }) => /\p{L}/u.test(text));
  const run = runs[at];
  const link = run?.link;
  if (!link || link.image || !isWork(link.url) || !canBeTitle(link.label)) return undefined;
  return wordsOf(text) > 6 || wordsOf(link.label) > 2 || /[\u3040-\u9fff]{6}/.test(text)
    ? link
    : undefined;
}

/** A paragraph whose first line is the title of a paper, in bold or as a link, parted from the lines after it. */
function brokenTitle(block: Block): readonly Block[] | undefined {
  if (block.kind !== 'text' || block.depth > 0 || block.inline.text.length > 4000) return undefined;
  const lines = block.lines.flatMap(brokenLines);
  const [title, next] = lines;
  if (!title || !next) return undefined;
  const broken = { ...block, lines };
  const head = partOf(broken, 0, 1, { kind: 'heading', level: pseudoLevel });
  const isWhole = title.runs.every(({ link, text }) => link !== undefined || text.trim() === '');
  const text: Block = { ...head, kind: 'text' };
  if (!isBoldTitle(text) && !(isWhole && linkedTitle(text))) return undefined;
  if (!namesAuthors(next.text) && !isLinks(next)) return undefined;
  const starts = lines.flatMap((line, at) =>
    at === 1 || (at > 1 && (isLinks(line) || isLinks(lines[at - 1] ?? line))) ? [at] : [],
  );
  const rest = starts.map((from, index) => partOf(broken, from, starts[index + 1] ?? lines.length));
  return [head, ...rest];
}

/** Whether a paragraph is a title in bold, its links behind it on the same line, and names under it. */
function isTitleWithLinks({ kind, depth, lines: [first, next, ...more] }: Block): boolean {
  if (kind !== 'text' || depth > 0 || !first || !next || more.length > 2) return false;
  const rest = first.runs.filter(({ strong }) => !strong);
  const title = textOf(first.runs.filter(({ strong }) => strong));
  return (
    first.runs[0]?.strong === true &&
    wordsOf(title) > 2 &&
    canBeTitle(title) &&
    isLinks({ ...first, runs: rest }) &&
    namesAuthors(next.text)
  );
}

/** Whether a block names authors, on the line after another. */
function isNamesUnder({ last }: Extent, block: Block | undefined): boolean {
  const line = block?.lines[0]?.text ?? '';
  return block?.kind === 'text' && block.first <= last + 1 && namesAuthors(line);
}

/** Whether an item is a title in bold, and names on the line after it. */
export const isTitledItem = ({ kind, lines: [title, next] }: Block): boolean =>
  kind === 'item' &&
  title !== undefined &&
  isBold(title) &&
  wordsOf(title.text) > 2 &&
  namesAuthors(next?.text ?? '');

/** Whether the heading of a section stands over a title that is none, with names under it. */
export function isOverTitle(blocks: readonly Block[], heading: Extent): boolean {
  const at = blocks.findIndex(({ kind, first }) => kind === 'heading' && first === heading.first);
  const [title, names] = blocks.slice(at + 1, at + 3);
  return at >= 0 && title?.level === pseudoLevel && isNamesUnder(title, names);
}

const isDay = (block: Block | undefined): boolean =>
  block?.kind === 'text' && block.inline.text.length < 40 && dayIn(block.inline.text) !== undefined;

const asTitle: Partial<Block> = { kind: 'heading', level: pseudoLevel };

/**
 * What a block is in which a title stands that is no heading.
 *
 * @param next the block after it
 * @param several whether other blocks begin with titles as links
 */
function titled(
  block: Block,
  next: Block | undefined,
  several: boolean,
): readonly Block[] | undefined {
  if (isBoldTitle(block)) return [{ ...block, ...asTitle }];
  const broken = brokenTitle(block);
  if (broken) return broken;
  if (isTitleWithLinks(block)) return [{ ...block, kind: 'item' }];
  const link = several || isNamesUnder(block, next) ? linkedTitle(block) : undefined;
  const isAlone = link && link.label.length + 8 > block.inline.text.length;
  if (link) return [{ ...block, ...(isAlone ? asTitle : { kind: 'item' }) }];
  const at = labelledLine(block);
  const { length } = block.lines;
  if (at < 0) return undefined;
  return [
    ...(at > 0 ? [partOf(block, 0, at)] : []),
    partOf(block, at, at + 1, asTitle),
    ...(at + 1 < length ? [partOf(block, at + 1, length, { kind: 'text' })] : []),
  ];
}

/** The blocks with such titles as headings, and how many of them are new. */
export function withPseudoHeadings(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly count: number;
} {
  const several = blocks.filter(linkedTitle).length > 1;
  const parts = blocks.map((block, at) => titled(block, blocks[at + 1], several));
  const found = parts.flatMap((part, at) => part ?? blocks.slice(at, at + 1));
  // Links on the line before a title are its own, and dates where there is one before several.
  const dated =
    found.filter((title, at) => title.level === pseudoLevel && isDay(found[at - 1])).length > 1;
  for (const [at, title] of found.entries()) {
    const before = found[at - 1];
    if (!before || title.level !== pseudoLevel || before.kind !== 'text') continue;
    const isLinked = before.last + 1 === title.first && isLinks(before.inline);
    if (isLinked || (dated && isDay(before))) found.splice(at - 1, 2, title, before);
  }
  return { blocks: found, count: parts.filter((part) => part).length };
}
