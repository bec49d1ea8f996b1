/** Names that nothing but the habits of a page tells from titles: `Google DeepMind`, `akhaliq`. */
import type { TextLine } from './layout.ts';
import { isPersonal } from './names.ts';
import { isAbstract, states, type State } from './states.ts';

/** Papers, and the share of papers, from which on what stands after abstracts is a habit. */
const fewest = 2;
const usual = 0.6;

const mostWords = 6;
const longest = 60;

const looksLikeName = ({ furniture, date, heading, words, text }: TextLine): boolean =>
  !furniture &&
  !date &&
  heading === 0 &&
  words <= mostWords &&
  text.length <= longest &&
  /^[\p{L}\p{M}\p{N} .,&@'’()/_-]+$/u.test(text);

/** What kind of furniture of a paper a line is; undefined if it is none. */
function kindOfFurniture(line: TextLine | undefined): string | undefined {
  if (line?.date && !line.date.span) return 'date';
  return line?.furniture?.places.includes('meta') ? line.furniture.what : undefined;
}

interface End {
  /** Index of a short line that was taken for a title without an abstract. */
  readonly bare: number | undefined;
  /** Kind of the furniture that stands next. */
  readonly next: string | undefined;
}

/** What stands after each abstract: its furniture, perhaps after a short line. */
function endsOf(lines: readonly TextLine[], way: readonly State[]): End[] {
  const ends: End[] = [];
  for (let index = 1; index < lines.length; index++) {
    if (!isAbstract(way[index - 1]) || isAbstract(way[index])) continue;
    let at = index;
    while (lines[at]?.names && way[at] === states.outside) at++;
    const line = lines[at];
    const bare = line && way[at] === states.title && looksLikeName(line) ? at : undefined;
    ends.push({ bare, next: kindOfFurniture(lines[bare === undefined ? at : at + 1]) });
  }
  return ends;
}

/**
 * Short lines between an abstract and the furniture that abstracts of this page end with. A title
 * without an abstract stands after that furniture, not before it.
 */
function afterAbstracts(lines: readonly TextLine[], way: readonly State[]): number[] {
  const ends = endsOf(lines, way);
  const counts = new Map<string, number>();
  for (const { next } of ends) {
    if (next !== undefined) counts.set(next, (counts.get(next) ?? 0) + 1);
  }
  const found: number[] = [];
  for (const { bare, next } of ends) {
    const count = counts.get(next ?? '') ?? 0;
    if (bare !== undefined && count >= fewest && count >= ends.length * usual) found.push(bare);
  }
  return found;
}

/** Single names between a title and its abstract, on a page where most papers have names there. */
function afterTitles(lines: readonly TextLine[], way: readonly State[]): number[] {
  let named = 0;
  let papers = 0;
  const found: number[] = [];
  lines.forEach((line, index) => {
    if (way[index] === states.abstract) papers++;
    if (way[index] === states.inside && line.names) named++;
    const between = way[index - 1] === states.title && way[index + 1] === states.abstract;
    if (way[index] === states.title && between && isPersonal(line.text)) found.push(index);
  });
  return named >= fewest && named + found.length >= papers * usual ? found : [];
}

/**
 * Marks the lines that the page's habits show to be names.
 *
 * @param way a first reading of the lines
 * @returns the same array if there are none
 */
export function withSignatures(
  lines: readonly TextLine[],
  way: readonly State[],
): readonly TextLine[] {
  const authors = new Set(afterTitles(lines, way));
  const others = new Set(afterAbstracts(lines, way));
  if (authors.size + others.size === 0) return lines;
  return lines.map((line, index) => {
    if (authors.has(index)) return { ...line, names: [line.text], signature: true };
    return others.has(index) ? { ...line, signature: true } : line;
  });
}
