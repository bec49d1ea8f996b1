/** What it costs to take a line, by itself, for one thing or another. 0 is certain, 10 hardly ever. */
import type { TextLine } from './layout.ts';
import { states, type State } from './states.ts';

/** Cost of the outcome that log-odds speak against: ln(1 + e^x). */
const against = (logOdds: number): number => Math.log1p(Math.exp(logOdds));

/** Steps of a cost that grows with a measure: the cost of the first limit that is not passed. */
function stepped(value: number, steps: readonly (readonly [number, number])[]): number {
  return steps.find(([limit]) => value <= limit)?.[1] ?? 0;
}

const longTitle = [
  [3, 4],
  [140, 0],
  [180, 0.8],
  [250, 2.5],
  [400, 6],
  [Infinity, 10],
] as const;

const unknownBanner = [
  [30, 1.2],
  [60, 2],
  [100, 3],
  [160, 5],
  [Infinity, 10],
] as const;

const unknownName = [
  [3, 3.5],
  [5, 5],
  [Infinity, 9],
] as const;

/** Banners are at the top: from these lines of text on, an unknown line is less likely one. */
const topLines = 12;
const upperLines = 30;

/** Marks of code and of tables. */
const codeMarks = /[{}[\]<>;=|\\`"]/g;

/** What is of another shape of text is no part of a paper, unless a wrapped line looks so by chance. */
const outOfPlace = 9;

/** Log-odds of a line that the layout shows to be a title. */
const mostlyTitle = -1;
/** Cost of such a line being a paragraph of an abstract all the same. */
const pairedProse = 4;

function titleCost(line: TextLine): number {
  if (line.foreign !== undefined || line.opening !== '') return outOfPlace;
  const head = line.text.slice(0, 300);
  const code = (head.match(codeMarks)?.length ?? 0) / head.length;
  return (
    against(line.paired ? Math.min(line.prose, mostlyTitle) : line.prose) +
    stepped(line.length, longTitle) +
    (/\p{L}/u.test(head) ? 0 : 6) +
    (line.signature ? 8 : line.names ? 1 : 0) +
    (code > 0.12 ? 5 : 0) -
    (line.heading > 1 ? 1.5 : 0)
  );
}

const standsIn = (line: TextLine | undefined, place: 'banner' | 'meta' | 'footer'): boolean =>
  line?.furniture?.places.includes(place) ?? false;

function bannerCost(lines: readonly TextLine[], line: TextLine, index: number): number {
  const among = standsIn(lines[index - 1], 'banner') && standsIn(lines[index + 1], 'banner');
  const late = among || index < topLines ? 0 : index < upperLines ? 1 : 8;
  const titleLike = !line.page && line.prose < -3 && line.words > 3 ? 1.3 : 0;
  const brevity = stepped(line.length, unknownBanner) - (line.page ? 1.2 : 0);
  return Math.max(0.3, brevity) + titleLike + late + (line.paired ? pairedProse : 0);
}

/** Furniture that speaks of a paper and of nothing else. */
const ofPaper = (line: TextLine | undefined): boolean =>
  standsIn(line, 'meta') && !standsIn(line, 'banner');

/** A name among a paper's facts: of who submitted it, or of an organisation. */
function nameCost(
  line: TextLine,
  before: TextLine | undefined,
  after: TextLine | undefined,
): number {
  if (line.signature) return 0.1;
  if (line.names) return 0.5;
  const last = before?.furniture?.fact;
  const next = after?.furniture?.fact;
  if (last === 'submitter' && line.words < 6) return 0.2;
  const between =
    (last === 'address' || last === 'mark') &&
    (next === 'address' || next === 'mark' || next === 'number');
  const odd = /[^\p{L}\p{M}\p{N} .,&@'’()/_-]/u.test(line.text.slice(0, 100)) ? 4 : 0;
  return stepped(line.words, unknownName) - (between ? 2 : 0) + odd + (line.heading > 0 ? 3 : 0);
}

/**
 * Furniture as the last words of wrapped text: a single word that pages use too (`models`,
 * `code.`), an address, a number.
 */
function wrappedFurniture(line: TextLine): number {
  const fact = line.furniture?.fact;
  if (line.gap > 0 || line.heading > 0) return 7;
  if (fact === 'address') return 0.5;
  if (fact === 'number') return 2;
  return (fact === undefined || fact === 'button') && /^[\p{L}' -]{1,40}[.?!]?$/u.test(line.text)
    ? 0.7
    : 5;
}

function proseCost(line: TextLine, state: State): number {
  const heading = line.heading > 0 ? 5 : 0;
  if (line.furniture) return (state === states.wrap ? wrappedFurniture(line) : 5) + heading;
  if (line.date) return state === states.wrap ? 3 : 7;
  if (line.foreign !== undefined) return state === states.wrap ? outOfPlace / 3 : outOfPlace;
  if (line.names || line.signature) return 6;
  if (line.paired && state !== states.wrap) return pairedProse;
  // Abstracts and their paragraphs begin with a capital.
  const begins = state !== states.wrap && line.lowerStart ? 3 : 0;
  return Math.min(7, against(-line.prose)) + begins + heading;
}

/**
 * Cost of a line being in a state.
 *
 * @param lines the lines of text of the capture
 * @param index the line's index in them
 */
export function costOfBeing(lines: readonly TextLine[], index: number, state: State): number {
  const line = lines[index];
  if (!line) return 0;
  const { furniture, date } = line;
  const before = lines[index - 1];
  const after = lines[index + 1];
  switch (state) {
    case states.banner:
      if (furniture) return standsIn(line, 'banner') ? 0.1 : 5;
      return date ? 3 : bannerCost(lines, line, index);
    case states.date:
      if (!date) return Infinity;
      return ofPaper(before) || (ofPaper(after) && after?.furniture?.side !== 'before') ? 1.6 : 0.1;
    case states.title:
      if (furniture) return 6;
      return date ? 8 : titleCost(line);
    case states.titleMore:
      if (furniture) return wrappedFurniture(line) + 1;
      if (line.names || line.signature || line.foreign !== undefined) return 6;
      return date
        ? 8
        : against(line.paired ? Math.min(line.prose, mostlyTitle) : line.prose) +
            (line.heading > 0 ? 8 : 0);
    case states.inside:
    case states.outside:
      // Who submitted a paper stands before its title, not behind it.
      if (furniture?.fact === 'submitter' && state === states.inside) return 4;
      if (furniture) return standsIn(line, 'meta') ? 0.1 : 3;
      return date ? 0.6 : nameCost(line, before, after);
    case states.abstract:
      return line.opening !== '' ? 0 : proseCost(line, state);
    case states.wrap:
    case states.paragraph:
      return proseCost(line, state);
    case states.footer:
      if (furniture) return standsIn(line, 'footer') ? 0.1 : 2;
      return line.length < 61 ? 3 : 8;
    default:
      return furniture || date ? 9 : line.foreign === undefined ? 6 : 0.5;
  }
}
