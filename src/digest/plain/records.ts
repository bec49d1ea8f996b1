/** Pages of records of one shape, block after block: title, authors, text, address. */
import { isFull, type Layout, type TextLine } from './layout.ts';
import { isPersonal, namesIn, namesOf } from '../names/person.ts';
import { tally } from './counts.ts';
import { heading } from './signatures.ts';

/** What a paragraph of a record can be, by itself. */
type Kind = 'text' | 'names' | 'prose' | 'address' | 'other';

interface Paragraph {
  readonly first: number;
  last: number;
  kind: Kind;
}

/** From this length on, in letters, a paragraph is no title and no list of a few authors. */
const longText = 260;

/** Log-odds and letters from which on a line is rather of an abstract. */
const surelyProse = 3;
const shortProse = 100;

/** A line above the first record is the heading of the page up to this length. */
const longestHeading = 40;

/** Share of the records of a page that are of the shape of most, from which on it is their shape. */
const nearlyAll = 0.6;

/** Whether text is longer than a title, and no long list of names. */
const isLong = (text: string): boolean => text.length > longText && !isCommaList(text);

/** Whether text is a list of items of a few words, as lists of names are, whatever the names look like. */
const isCommaList = (text: string): boolean =>
  text.includes(', ') && text.split(', ').length * 4 >= text.split(' ').length;

function kindOf({ boilerplate, date, names, source, text, prose }: TextLine): Kind {
  const fact = boilerplate?.fact;
  if (fact === 'address' || fact === 'identifier' || fact === 'link') return 'address';
  if (names || fact === 'authors') return 'names';
  if (boilerplate || date || source) return 'other';
  return isLong(text) || (prose > surelyProse && text.length > shortProse) ? 'prose' : 'text';
}

const textOf = (lines: readonly TextLine[], { first, last }: Paragraph): string =>
  lines
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join(' ');

/** Paragraphs: a line each, or the lines of wrapped text. */
function paragraphsOf(lines: readonly TextLine[], { width }: Layout): Paragraph[] {
  const found: Paragraph[] = [];
  lines.forEach((line, index) => {
    const kind = kindOf(line);
    const before = lines[index - 1];
    const last = found.at(-1);
    const wrapped =
      before && line.gap === 0 && width > 0 && line.heading === 0 && isFull(before, line, width);
    const more =
      last?.kind === 'names'
        ? kind === 'names' || (kind === 'text' && before?.text.endsWith(',') === true)
        : kind === 'text' && (last?.kind === 'text' || last?.kind === 'prose');
    if (last && wrapped && more) {
      last.last = index;
    } else found.push({ first: index, last: index, kind });
  });
  for (const paragraph of found) {
    if (paragraph.last === paragraph.first) continue;
    const text = textOf(lines, paragraph);
    if (namesOf(text)) paragraph.kind = 'names';
    else if (isLong(text)) paragraph.kind = 'prose';
  }
  return found;
}

/** Parts paragraphs where a record ends: at blank lines or, if these are everywhere, after its last kind. */
function recordsOf(
  paragraphs: readonly Paragraph[],
  lines: readonly TextLine[],
): readonly (readonly Paragraph[])[] {
  const gaps = paragraphs.filter(({ first }) => (lines[first]?.gap ?? 0) > 0).length;
  const everywhere = gaps > paragraphs.length * 0.8;
  const last = paragraphs.some(({ kind }) => kind === 'address') ? 'address' : 'prose';
  const records: Paragraph[][] = [];
  paragraphs.forEach((paragraph, at) => {
    const before = paragraphs[at - 1];
    const parted = everywhere
      ? before?.kind === last && paragraph.kind !== last
      : (lines[paragraph.first]?.gap ?? 0) > 0;
    if (parted || records.length === 0) records.push([paragraph]);
    else records.at(-1)?.push(paragraph);
  });
  return records;
}

/** The shape of a record: its kinds, where authors and abstracts are told from titles by their place alone. */
const shapeOf = (record: readonly Paragraph[]): string =>
  record.map(({ kind }) => (kind === 'names' || kind === 'prose' ? 'text' : kind)).join(' ');

/** The shapes of papers with authors, with an address, or with both; of others pairs.ts knows. */
const ofPaper = /^text(?: text){0,2}(?: address){0,3}$/;

/**
 * Marks the titles and the authors of pages whose records are of one shape, the first record like its
 * neighbours; what stands above it is the page's.
 *
 * @returns the same array if the page is not laid out so
 */
export function withRecords(lines: readonly TextLine[], layout: Layout): readonly TextLine[] {
  const records = recordsOf(paragraphsOf(lines, layout), lines);
  const [most] = tally(records.filter(({ length }) => length > 1).map(shapeOf));
  if (!most) return lines;
  const [shape] = most;
  const size = shape.split(' ').length;
  // What stands above the first record, without a blank line, is the page's.
  const alike = records
    .map((record, at) => (at === 0 ? record.slice(-size) : record))
    .filter((record) => shapeOf(record) === shape && record[0]?.kind !== 'prose');
  const papers = records.filter(({ length }) => length > 1).length;
  const { length: count } = alike;
  if (!ofPaper.test(shape) || count < 2 || count + size < 5 || count < papers * nearlyAll)
    return lines;
  // Names stand in one place, under the title.
  const named = (at: number): number =>
    alike.filter((record) => {
      const paragraph = record[at];
      const text = paragraph ? textOf(lines, paragraph) : '';
      return paragraph?.kind === 'names' || isPersonal(text) || isCommaList(text);
    }).length;
  const hasNames = shape.startsWith('text text') && named(1) * 2 > count && named(1) > named(0);
  if (!hasNames && !/^text(?: text)? address/.test(shape)) return lines;
  const marked = [...lines];
  const top = alike[0]?.[0]?.first ?? 0;
  for (const [index, line] of lines.slice(0, top).entries())
    if (kindOf(line) === 'text' && line.text.length <= longestHeading)
      marked[index] = { ...line, boilerplate: heading };
  for (const [title, second] of alike) {
    if (!title) continue;
    for (let index = title.first; index <= title.last; index++) {
      const line = marked[index];
      if (line) marked[index] = { ...line, names: undefined, paired: true };
    }
    if (!hasNames || !second) continue;
    const names = namesIn(textOf(lines, second));
    for (let index = second.first; index <= second.last; index++) {
      const line = marked[index];
      if (line) marked[index] = { ...line, names, signature: true };
    }
  }
  return marked;
}
