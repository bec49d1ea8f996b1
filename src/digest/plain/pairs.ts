/** Pages of pairs: a short block over a long one, again and again, as titles stand over abstracts. */
import type { Layout, TextLine } from './layout.ts';

/** Share of the blocks of a page, from which on pairs are how it is laid out. */
const nearlyAll = 0.9;

/** A title is shorter than the abstracts around it by this factor. */
const shorter = 0.7;

/** Longest block that may be a title, in letters. */
const longestTitle = 260;

interface Block {
  readonly first: number;
  last: number;
  length: number;
}

/** Blocks of text: what blank lines part; without wrapping each line is one. Boilerplate and dates are in none. */
function blocksOf(lines: readonly TextLine[], { width }: Layout): (Block | undefined)[] {
  const blocks: (Block | undefined)[] = [];
  lines.forEach((line, index) => {
    const last = blocks.at(-1);
    if (line.boilerplate || line.date || line.names) {
      if (last) blocks.push(undefined);
    } else if (
      last &&
      last.last === index - 1 &&
      width > 0 &&
      line.gap === 0 &&
      line.heading === 0
    ) {
      last.last = index;
      last.length += line.length;
    } else blocks.push({ first: index, last: index, length: line.length });
  });
  return blocks;
}

/**
 * Marks the lines that the layout of a page shows to be titles, whatever they end with: blocks shorter than
 * those above and below, on a page where nearly every block is one of such a pair.
 *
 * @returns the same array if the page is not laid out so
 */
export function withPairs(lines: readonly TextLine[], layout: Layout): readonly TextLine[] {
  // Wrapped lines without blank lines between paragraphs are no blocks.
  if (layout.width > 0 && layout.separated < 0.9) return lines;
  const blocks = blocksOf(lines, layout);
  const count = blocks.filter((block) => block !== undefined).length;
  const titles = blocks.filter((block, index): block is Block => {
    const before = blocks[index - 1];
    const after = blocks[index + 1];
    if (!block || !after || block.length > longestTitle || block.length > after.length * shorter)
      return false;
    // Of two short blocks on end the second is no title: the first paragraph of an abstract may be short.
    const farther = blocks[index - 2];
    if (before)
      return (
        block.length <= before.length * shorter &&
        (farther === undefined || farther.length <= before.length * shorter)
      );
    // And at the top the first is the page's.
    const third = blocks[index + 2];
    return third === undefined || third.length <= after.length * shorter;
  });
  if (titles.length < 2 || titles.length * 2 < count * nearlyAll) return lines;
  const paired = new Set<number>();
  for (const { first, last } of titles)
    for (let index = first; index <= last; index++) paired.add(index);
  // What announces a list or goes on in small letters is part of an abstract.
  return lines.map((line, index) =>
    paired.has(index) && !/[:,;：]$/.test(line.text.slice(-1)) && !line.lowerStart
      ? { ...line, paired: true }
      : line,
  );
}
