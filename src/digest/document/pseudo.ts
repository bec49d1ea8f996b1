/** Titles that are no headings: a paragraph in bold, a line `Title: …`. */
import { isLinks } from './alone.ts';
import { partOf, type Block } from './block.ts';
import { dayIn } from './dates.ts';
import { isBold, type InlineLink } from './inline.ts';
import { canBeTitle, wordsOf } from './item-words.ts';
import { labelled, roleOfLabel } from './labels.ts';
import { isWork } from './work.ts';

/** Their level as headings: under all others. */
const pseudoLevel = 6.5;

const isBoldTitle = ({ kind, depth, inline }: Block): boolean =>
  kind === 'text' &&
  depth === 0 &&
  isBold(inline) &&
  inline.text.length < 400 &&
  wordsOf(inline.text) + (/[\u3040-\u9fff]{6}/.test(inline.text) ? 3 : 0) > 2 &&
  canBeTitle(inline.text) &&
  labelled(inline)?.role === undefined &&
  roleOfLabel(inline.text) === undefined &&
  dayIn(inline.text) === undefined;

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
  return wordsOf(link.label) > 2 || wordsOf(text) > 6 || /[\u3040-\u9fff]{6}/.test(text)
    ? link
    : undefined;
}

const isDay = (block: Block | undefined): boolean =>
  block?.kind === 'text' && block.inline.text.length < 40 && dayIn(block.inline.text) !== undefined;

/** The blocks with such titles as headings, and how many of them are new. */
export function withPseudoHeadings(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly count: number;
} {
  let count = 0;
  const several = blocks.filter(linkedTitle).length > 1;
  const found = blocks.flatMap((block): Block[] => {
    const more: Partial<Block> = { kind: 'heading', level: pseudoLevel };
    if (isBoldTitle(block)) {
      count++;
      return [{ ...block, ...more }];
    }
    const link = several ? linkedTitle(block) : undefined;
    if (link) {
      count++;
      const isAlone = link.label.length + 8 > block.inline.text.length;
      return [{ ...block, ...(isAlone ? more : { kind: 'item' }) }];
    }
    const at = labelledLine(block);
    if (at < 0) return [block];
    count++;
    const { length } = block.lines;
    return [
      ...(at > 0 ? [partOf(block, 0, at)] : []),
      partOf(block, at, at + 1, more),
      ...(at + 1 < length ? [partOf(block, at + 1, length, { kind: 'text' })] : []),
    ];
  });
  // Links on the line before a title are its own, and dates where there is one before several.
  const dated =
    found.filter((title, at) => title.level === pseudoLevel && isDay(found[at - 1])).length > 1;
  for (const [at, title] of found.entries()) {
    const before = found[at - 1];
    if (!before || title.level !== pseudoLevel || before.kind !== 'text') continue;
    const isLinked = before.last + 1 === title.first && isLinks(before.inline);
    if (isLinked || (dated && isDay(before))) found.splice(at - 1, 2, title, before);
  }
  return { blocks: found, count };
}
