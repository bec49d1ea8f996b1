/** Names that nothing but the habits of a page tells from titles: `Google DeepMind`, `akhaliq`. */
import type { TextLine } from './layout.ts';
import type { Boilerplate } from './vocabulary.ts';
import { personIn } from '../names/person.ts';
import { tally } from './counts.ts';
import { isAbstract, isTitle, type State } from './states.ts';

/** Papers, and the share of papers, from which on what stands after abstracts is a habit. */
const fewest = 2;
const usual = 0.6;

const mostWords = 6;
const longest = 60;

const looksLikeName = ({ boilerplate, date, heading, words, text }: TextLine): boolean =>
  !boilerplate &&
  !date &&
  heading === 0 &&
  words <= mostWords &&
  text.length <= longest &&
  /^[\p{L}\p{M}\p{N} .,&@'’()/_-]+$/u.test(text);

/** What kind of boilerplate of a paper a line is; undefined if it is none. */
function kindOfBoilerplate(line: TextLine | undefined): string | undefined {
  if (line?.date && !line.date.span) return 'date';
  return line?.boilerplate?.places.includes('meta') ? line.boilerplate.what : undefined;
}

interface End {
  /** Index of a short line that was taken for a title without an abstract. */
  readonly bare: number | undefined;
  /** Kind of the boilerplate that stands next. */
  readonly next: string | undefined;
}

/** What stands after each abstract: its boilerplate, perhaps after a short line. */
function endsOf(lines: readonly TextLine[], path: readonly State[]): End[] {
  const ends: End[] = [];
  for (let index = 1; index < lines.length; index++) {
    if (!isAbstract(path[index - 1]) || isAbstract(path[index])) continue;
    let at = index;
    while (lines[at]?.names && path[at] === 'outside') at++;
    const line = lines[at];
    const bare = line && path[at] === 'title' && looksLikeName(line) ? at : undefined;
    ends.push({ bare, next: kindOfBoilerplate(lines[bare === undefined ? at : at + 1]) });
  }
  return ends;
}

/**
 * Short lines between an abstract and the boilerplate that abstracts of this page end with. A title
 * without an abstract stands after that boilerplate, not before it.
 */
function afterAbstracts(lines: readonly TextLine[], path: readonly State[]): number[] {
  const ends = endsOf(lines, path);
  const counts = new Map(tally(ends.map(({ next }) => next)));
  return ends.flatMap(({ bare, next }) => {
    const count = counts.get(next ?? '') ?? 0;
    const isHabit = count >= fewest && count >= ends.length * usual;
    return bare !== undefined && isHabit ? [bare] : [];
  });
}

/** What kind of line stands somewhere, as far as titles are known by their neighbours. */
function kindAt(lines: readonly TextLine[], index: number): string {
  const line = lines[index];
  if (!line) return 'end';
  if (line.names || personIn(line.text) !== undefined) return 'names';
  return kindOfBoilerplate(line) ?? 'text';
}

/** Whether nothing is known of a line but its words. */
const isPlain = (line: TextLine): boolean =>
  !line.boilerplate && !line.date && !line.names && !line.paired;

/** Log-odds from which on a line is no title but where its place says so. */
const surelyProse = 6;

/** A line that stands above the papers and is none. */
export const heading: Boilerplate = { what: 'the heading of the page', places: ['banner'] };

/** Titles and single names, by the kinds of the lines around most titles of the page. */
interface Places {
  readonly titles: ReadonlySet<number>;
  readonly names: ReadonlySet<number>;
}

const nowhere: Places = { titles: new Set(), names: new Set() };

/**
 * Lines that stand where titles of this page stand: before names or a source, and behind what stands before
 * other titles.
 */
function places(lines: readonly TextLine[], path: readonly State[]): Places {
  const ends = [...lines.keys()].filter(
    (index) => path[index] === 'title' && !isTitle(path[index + 1]),
  );
  const [usually] = tally(ends.map((index) => kindAt(lines, index + 1)));
  const before = new Set(ends.map((index) => kindAt(lines, index - 1)));
  if (!usually || usually[0] === 'text' || usually[1] < Math.max(fewest, ends.length * usual))
    return nowhere;
  const isPlace = (index: number): boolean =>
    kindAt(lines, index) === 'text' &&
    kindAt(lines, index + 1) === usually[0] &&
    before.has(kindAt(lines, index - 1));
  const abstracts = [...lines.keys()].filter(
    (index) => isAbstract(path[index]) && !isAbstract(path[index + 1]),
  );
  // Where abstracts have the same neighbours as titles, what a line reads like decides.
  const telling = abstracts.filter(isPlace).length * 3 <= abstracts.length;
  const titles = new Set<number>();
  const names = new Set<number>();
  lines.forEach((line, index) => {
    if (!isPlace(index) || line.foreign !== undefined || !(telling || line.prose < surelyProse))
      return;
    titles.add(index);
    const next = lines[index + 1];
    if (usually[0] === 'names' && next && !next.names) names.add(index + 1);
  });
  return { titles, names };
}

/**
 * Marks the lines that the page's habits show to be names, and those that they show to be titles.
 *
 * @param path a first reading of the lines
 * @returns the same array if there are none
 */
export function withSignatures(
  lines: readonly TextLine[],
  path: readonly State[],
): readonly TextLine[] {
  const { titles, names } = places(lines, path);
  const others = new Set(afterAbstracts(lines, path));
  if (titles.size + others.size === 0) return lines;
  const [first = 0] = titles;
  return lines.map((line, index) => {
    if (names.has(index))
      return { ...line, names: [personIn(line.text) ?? line.text], signature: true };
    if (titles.has(index)) return { ...line, paired: true };
    // What stands above the first of these titles and is like none of them is the page's own.
    if (index < first && titles.size > fewest && isPlain(line) && !isAbstract(path[index]))
      return { ...line, boilerplate: heading };
    return others.has(index) ? { ...line, signature: true } : line;
  });
}
