/** Reading a page of plain text: what each of its lines is. */
import type { DateReading } from '../date.ts';
import { align } from './align.ts';
import { costOfBeing } from './being.ts';
import {
  costOfBeginning,
  costOfEnding,
  costOfFollowing,
  seamBefore,
  usualNoAbstract,
  type Seam,
} from './following.ts';
import { frontmatterLines } from './frontmatter.ts';
import { withSignatures } from './signatures.ts';
import { layoutOf, textLines, type Layout, type TextLine } from './layout.ts';
import { withPairs } from './pairs.ts';
import { withRecords } from './records.ts';
import { shareOut, type PaperLines } from './listing.ts';
import { allStates, isAbstract, isTitle, states, type State } from './states.ts';

/** A page, read. */
export interface Page {
  /** Lines at the top that an export tool added. */
  readonly frontmatter: number;
  readonly layout: Layout;
  /** The lines that are not blank, after the frontmatter. */
  readonly lines: readonly TextLine[];
  /** What each of them is. */
  readonly way: readonly State[];
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
 * the digest. Changes `way`.
 */
function ownDates(lines: readonly TextLine[], way: State[]): void {
  const after: number[] = [];
  let papers = 0;
  let lastIs = false;
  lines.forEach((_, index) => {
    if (way[index] === states.title) papers++;
    const own =
      way[index] === states.date && (isAbstract(way[index - 1]) || isTitle(way[index - 1]));
    if (own) after.push(index);
    if (own || way[index] === states.title) lastIs = own;
  });
  if (papers < 3 || !lastIs || after.length < papers * 0.8) return;
  if (isOneSpell(after.map((index) => lines[index]?.date))) return;
  for (const index of after) way[index] = states.outside;
}

/** The likeliest states of the lines, where a title without an abstract costs `noAbstract`. */
function likeliest(lines: readonly TextLine[], layout: Layout, noAbstract: number): State[] {
  let seam: Seam | undefined;
  let seamAt = -1;
  return align<State>(lines.length, {
    states: allStates,
    being: (index, state) => costOfBeing(lines, index, state),
    following(index, from, to) {
      if (seamAt !== index) {
        seam = seamBefore(lines, layout, index, noAbstract);
        seamAt = index;
      }
      return seam ? costOfFollowing(seam, from, to) : 0;
    },
    beginning: costOfBeginning,
    ending: (state) => costOfEnding(state, noAbstract),
  });
}

/** Share of the titles that no abstract follows. */
function bareTitles(way: readonly State[]): number {
  const titles = way.filter((state) => state === states.title).length;
  const abstracts = way.filter((state) => state === states.abstract).length;
  return titles === 0 ? 0 : 1 - abstracts / titles;
}

/**
 * Reads a page. Where the first reading finds many titles without an abstract, a second one takes
 * that for the page's habit; so it is with names that the page prints between an abstract and its furniture.
 *
 * @param raw the capture's lines, without their endings
 */
export function readPage(raw: readonly string[]): Page {
  const frontmatter = frontmatterLines(raw);
  const seen = textLines(raw, frontmatter);
  const layout = layoutOf(seen);
  const plain = withPairs(withRecords(seen, layout), layout);
  let way = likeliest(plain, layout, usualNoAbstract);
  const lines = withSignatures(plain, way);
  if (lines !== plain) way = likeliest(lines, layout, usualNoAbstract);
  const bare = bareTitles(way);
  if (bare > 0.3) way = likeliest(lines, layout, Math.min(usualNoAbstract, 0.2 - Math.log(bare)));
  ownDates(lines, way);
  return { frontmatter, layout, lines, way, papers: shareOut(lines, way) };
}
