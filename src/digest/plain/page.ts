/** Reading a page of plain text: what each of its lines is. */
import type { DateReading } from '../date.ts';
import { frontmatterLines } from './frontmatter.ts';
import { withSignatures } from './signatures.ts';
import { layoutOf, textLines, type Layout, type TextLine } from './layout.ts';
import { decode, fitted, type Weights } from './decoder.ts';
import { withPairs } from './pairs.ts';
import { withRecords } from './records.ts';
import { shareOut, type PaperLines } from './listing.ts';
import { isAbstract, isTitle, type State } from './states.ts';

/** A page, read. */
export interface Page {
  /** Lines at the top that an export tool added. */
  readonly frontmatter: number;
  readonly layout: Layout;
  /** The lines that are not blank, after the frontmatter. */
  readonly lines: readonly TextLine[];
  /** What each of them is. */
  readonly path: readonly State[];
  readonly papers: readonly PaperLines[];
}

/** The days of a digest of several days lie no further apart. */
const longestDigest = 35;

/** Whether days lie close together, as those of a digest do; a day without a year is of any year. */
function isOneSpell(dates: readonly (DateReading | undefined)[]): boolean {
  const years = new Set<number>();
  const days: number[] = [];
  for (const date of dates) {
    if (!date || date.span) continue;
    if (date.day.year !== undefined) years.add(date.day.year);
    days.push(date.day.month * 30.5 + date.day.day);
  }
  const apart =
    days.length === 0
      ? 0
      : days.reduce((a, b) => Math.max(a, b)) - days.reduce((a, b) => Math.min(a, b));
  // From December to January the year turns.
  return years.size < 3 && (apart <= longestDigest || apart >= 366 - longestDigest);
}

/**
 * Dates that stand after each paper, one a paper and far apart, are the papers' own and not days of
 * the digest. Changes `path`.
 */
function ownDates(lines: readonly TextLine[], path: State[]): void {
  const after: number[] = [];
  let papers = 0;
  let lastIs = false;
  lines.forEach((_, index) => {
    if (path[index] === 'title') papers++;
    const own = path[index] === 'date' && (isAbstract(path[index - 1]) || isTitle(path[index - 1]));
    if (own) after.push(index);
    if (own || path[index] === 'title') lastIs = own;
  });
  if (papers < 3 || !lastIs || after.length < papers * 0.8) return;
  if (isOneSpell(after.map((index) => lines[index]?.date))) return;
  for (const index of after) path[index] = 'outside';
}

/** Share of the titles without an abstract from which on that is the habit of the page. */
const manyBare = 0.3;

/** Share of the titles that no abstract follows. */
export function bareTitles(path: readonly State[]): number {
  const titles = path.filter((state) => state === 'title').length;
  const abstracts = path.filter((state) => state === 'abstract').length;
  return titles === 0 ? 0 : 1 - abstracts / titles;
}

/** What a page has before it is decoded: its lines, and those that its layout shows to be titles and authors. */
export function preparedPage(
  raw: readonly string[],
): Pick<Page, 'frontmatter' | 'layout' | 'lines'> {
  const frontmatter = frontmatterLines(raw);
  const seen = textLines(raw, frontmatter);
  const layout = layoutOf(seen);
  return { frontmatter, layout, lines: withPairs(withRecords(seen, layout), layout) };
}

/**
 * How dear a title without an abstract is, as a share of what it usually is, on a page on which some share of the
 * titles has none.
 */
export const bareCost = (share: number): number =>
  share > manyBare ? Math.min(1, 0.07 - Math.log(share) / 3) : 1;

/**
 * Reads a page. Where the first reading finds many titles without an abstract, a second one takes
 * that for the page's habit; so it is with names that the page prints between an abstract and its boilerplate.
 *
 * @param raw the capture's lines, without their endings
 * @param weights of the decoder
 */
export function readPage(raw: readonly string[], weights: Weights = fitted): Page {
  const { frontmatter, layout, lines: plain } = preparedPage(raw);
  let path = decode(plain, layout, 1, weights);
  const lines = withSignatures(plain, path);
  if (lines !== plain) path = decode(lines, layout, 1, weights);
  const bare = bareCost(bareTitles(path));
  if (bare < 1) path = decode(lines, layout, bare, weights);
  ownDates(lines, path);
  return { frontmatter, layout, lines, path, papers: shareOut(lines, path) };
}
