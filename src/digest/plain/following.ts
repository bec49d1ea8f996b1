/** What it costs that one thing follows another: the grammar of a page. */
import { isFull, type Layout, type TextLine } from './layout.ts';
import { isAbstract, isTitle, states, type State } from './states.ts';

const never = Infinity;

/** A title without an abstract, on a page where nearly all have one. */
export const usualNoAbstract = 3;

/** Abstracts are longer than this; what is shorter is seldom one. Lengths in letters. */
const shortAbstract = (length: number): number =>
  length < 25 ? 6 : length < 60 ? 3.5 : length < 100 ? 1.5 : 0;

/** Whether text ends as sentences do, or with an address. */
const endsSentence = (text: string): boolean =>
  /[.!?。！？…:][)"'”’\]*}]{0,3}$|https?:\/\/\S{1,200}$/.test(text.slice(-240));

/** The place between two lines of text. */
export interface Seam {
  readonly before: TextLine;
  readonly line: TextLine;
  readonly layout: Layout;
  /** Whether the line before is full, so that its text may go on. */
  readonly full: boolean;
  /** Whether the line before ends as sentences do. */
  readonly ended: boolean;
  /** Cost of a title without an abstract. */
  readonly noAbstract: number;
}

/**
 * The seam before a line.
 *
 * @param lines the lines of text of the capture
 * @param index index of the later line, at least 1
 */
export function seamBefore(
  lines: readonly TextLine[],
  layout: Layout,
  index: number,
  noAbstract: number,
): Seam | undefined {
  const before = lines[index - 1];
  const line = lines[index];
  if (!before || !line) return undefined;
  const full = layout.width > 0 && isFull(before, line, layout.width);
  return { before, line, layout, full, ended: endsSentence(before.text), noAbstract };
}

const wellSeparated = ({ separated }: Layout): boolean => separated > 0.8;

/** Cost of a block beginning here: of no blank line, the dearer the more blocks have one. */
function newBlock({ line, layout }: Seam): number {
  if (line.gap > 0 || line.heading > 0) return 0;
  return -Math.log(Math.max(0.0025, Math.min(0.9, 1 - layout.separated)));
}

/** Cost of a block going on here. */
function goesOn({ before, line, layout, full }: Seam): number {
  if (line.gap > 0) return never;
  if (line.column > before.column + 1) return 0.2;
  if (layout.width > 0 && before.length <= layout.width)
    return full ? 0.1 : wellSeparated(layout) ? 3.5 : 5;
  return wellSeparated(layout) ? 1 : 3;
}

/** Cost of a paragraph of one line being as short as it is. */
function shortness(from: State, { before, ended }: Seam): number {
  if (from === states.paragraph) return shortAbstract(before.length) / 2;
  if (from !== states.abstract) return 0;
  // What is cut off in mid-sentence was long.
  return shortAbstract(before.length) + (!ended && before.length < 200 ? 2.5 : 0);
}

/** Cost of an abstract ending with the line before. */
function leaveAbstract(from: State, seam: Seam): number {
  const { line, full, ended } = seam;
  const open = ended ? 0 : line.gap > 0 ? 1 : 2;
  const cut = full && line.gap === 0 ? (ended ? 1.5 : 4) : 0;
  return open + shortness(from, seam) + cut + newBlock(seam);
}

const leaveTitle = (seam: Seam): number =>
  (seam.full && seam.line.gap === 0 ? 1.5 : 0) + newBlock(seam);

function toTitle(from: State, seam: Seam): number {
  if (isAbstract(from)) return leaveAbstract(from, seam);
  if (isTitle(from)) return seam.noAbstract + leaveTitle(seam);
  switch (from) {
    case states.inside:
      return seam.noAbstract;
    case states.footer:
      return 3;
    case states.unaccounted:
      return 1;
    case states.banner:
      return 0.2;
    default:
      return 0;
  }
}

function toBanner(from: State, { line }: Seam): number {
  const known = line.furniture?.places.includes('banner') ?? false;
  const telling = line.furniture?.telling ?? false;
  switch (from) {
    case states.banner:
      return 0;
    case states.date:
      return known ? 0.5 : 3;
    case states.footer:
      if (line.furniture?.places.includes('footer')) return telling ? 1 : 4;
      return known ? 1.5 : 4;
    case states.unaccounted:
      return 2;
    default:
      // Several pages in one file: only a known line can begin a further banner.
      return known && !isTitle(from) ? (telling ? 1.5 : 4) : never;
  }
}

function toDate(from: State, seam: Seam): number {
  if (isAbstract(from)) return leaveAbstract(from, seam) + 0.3;
  if (isTitle(from) || from === states.inside) return seam.noAbstract + 0.3;
  if (from === states.outside) return 1;
  if (from === states.footer) return 2;
  return from === states.date ? 0.5 : 0;
}

function toOutside(from: State, seam: Seam): number {
  if (isAbstract(from)) return leaveAbstract(from, seam) + 0.1;
  if (isTitle(from) || from === states.inside) return never;
  switch (from) {
    case states.outside:
      return 0;
    case states.footer:
      return 2;
    case states.banner:
      // What a page names at its top, a day included, is the page's own.
      return seam.line.furniture ? 0.3 : 3;
    default:
      return seam.line.furniture ? 0.3 : 2;
  }
}

function toAbstract(from: State, seam: Seam): number {
  if (from === states.inside) return 0;
  if (!isTitle(from)) return never;
  return leaveTitle(seam);
}

function toParagraph(from: State, seam: Seam): number {
  if (!isAbstract(from)) return never;
  const { line, full, ended } = seam;
  const another = from === states.paragraph ? 2.5 + shortness(from, seam) : 4;
  const unmarked = line.gap === 0 ? (full ? 2.5 : 1) : 0;
  return another + (ended ? 0 : 1.5) + unmarked + newBlock(seam);
}

/** Cost of a title going on: seldom in another spelling, seldom for more than two lines. */
function toTitleMore(from: State, seam: Seam): number {
  if (!isTitle(from)) return never;
  const { before, line } = seam;
  const other = before.spelling === 'capitals' && line.spelling === 'lowers' ? 2.5 : 0;
  return goesOn(seam) + other + (from === states.title ? 0.3 : 1.5);
}

function toFooter(from: State, seam: Seam): number {
  const known = seam.line.furniture?.places.includes('footer') ?? false;
  if (from === states.footer) return 0;
  if (isAbstract(from)) return leaveAbstract(from, seam) + (known ? 0.5 : 5);
  if (from === states.outside) return known ? 0.3 : 4;
  if (isTitle(from) || from === states.inside) return seam.noAbstract + (known ? 0.5 : 5);
  return known ? 3 : 6;
}

/** Cost of a line being in state `to` after the line before in state `from`. */
export function costOfFollowing(seam: Seam, from: State, to: State): number {
  switch (to) {
    case states.banner:
      return toBanner(from, seam);
    case states.date:
      return toDate(from, seam);
    case states.title:
      return toTitle(from, seam);
    case states.titleMore:
      return toTitleMore(from, seam);
    case states.inside:
      if (from === states.inside) return 0;
      return isTitle(from) ? leaveTitle(seam) + 0.2 : never;
    case states.abstract:
      return toAbstract(from, seam);
    case states.wrap:
      return isAbstract(from) ? goesOn(seam) : never;
    case states.paragraph:
      return toParagraph(from, seam);
    case states.outside:
      return toOutside(from, seam);
    case states.footer:
      return toFooter(from, seam);
    default:
      return isAbstract(from) ? leaveAbstract(from, seam) + 0.5 : 0.5;
  }
}

/** Cost of a page beginning in a state. */
export function costOfBeginning(state: State): number {
  switch (state) {
    case states.banner:
    case states.date:
      return 0;
    case states.title:
    case states.outside:
      return 0.3;
    case states.unaccounted:
      return 0.5;
    default:
      return never;
  }
}

/** Cost of a page ending in a state: a title at the end has no abstract. */
export function costOfEnding(state: State, noAbstract: number): number {
  return isTitle(state) || state === states.inside ? noAbstract : 0;
}
