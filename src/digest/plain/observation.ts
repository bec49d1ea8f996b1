/** What is observed of a line, and of the seam between two: the features that weights.json has weights for. */
import { isFull, type Layout, type TextLine } from './layout.ts';

/** A feature and its value: 1, if it is not a measure. */
export type Feature = readonly [name: string, value: number];

/** Cost of the outcome that log-odds speak against: ln(1 + e^x). */
const against = (logOdds: number): number => Math.log1p(Math.exp(logOdds));

/** The first limit that a value does not pass, as the name of a feature. */
const binned = (what: string, value: number, limits: readonly number[]): string =>
  `${what} ${limits.find((limit) => value <= limit) ?? 'more'}`;

const lengths = [3, 30, 60, 100, 140, 180, 250, 400];

/** Marks of code and of tables, and their share from which on text is such. */
const codeMarks = /[{}[\]<>;=|\\`"]/g;
const muchCode = 0.12;

/** Log-odds of a line that the layout shows to be a title. */
const mostlyTitle = -1;

/** No line of prose is surer to be one. */
const surest = 7;

const standsIn = (line: TextLine | undefined, place: 'banner' | 'meta' | 'footer'): boolean =>
  line?.boilerplate?.places.includes(place) ?? false;

/** Boilerplate that speaks of a paper and of nothing else. */
const isOfPaper = (line: TextLine | undefined): boolean =>
  standsIn(line, 'meta') && !standsIn(line, 'banner');

/** Boilerplate as the last words of wrapped text: a word that pages use too (`models`, `code.`), an address … */
function tornBoilerplate({ boilerplate, gap, heading, text }: TextLine): string {
  const fact = boilerplate?.fact;
  if (gap > 0 || heading > 0) return 'boilerplate apart';
  if (fact === 'address' || fact === 'number') return `torn ${fact}`;
  const isWord =
    (fact === undefined || fact === 'button') && /^[\p{L}' -]{1,40}[.?!]?$/u.test(text);
  return isWord ? 'torn word' : 'boilerplate within';
}

/** What kind of name a line may be, by its words and its neighbours. */
function nameFeatures(line: TextLine, before?: TextLine, after?: TextLine): string[] {
  if (line.signature) return ['signature'];
  if (line.names) return ['names'];
  const last = before?.boilerplate?.fact;
  const next = after?.boilerplate?.fact;
  if (last === 'submitter' && line.words < 6) return ['submitted'];
  const found = [binned('words', line.words, [3, 5])];
  if (
    (last === 'address' || last === 'mark') &&
    (next === 'address' || next === 'mark' || next === 'number')
  )
    found.push('between marks');
  if (/[^\p{L}\p{M}\p{N} .,&@'’()/_-]/u.test(line.text.slice(0, 100))) found.push('odd signs');
  return found;
}

/** From these lines of text on, an unknown line is less likely a banner. */
const topLines = 12;
const upperLines = 30;

function textFeatures(lines: readonly TextLine[], line: TextLine, index: number): Feature[] {
  const [before, after] = [lines[index - 1], lines[index + 1]];
  const { prose, paired } = line;
  const head = line.text.slice(0, 300);
  const isNamed = line.signature || line.names !== undefined;
  const among = standsIn(before, 'banner') && standsIn(after, 'banner');
  const names: (string | false)[] = [
    'text',
    binned('length', line.length, lengths),
    ...nameFeatures(line, before, after),
    line.foreign !== undefined && 'foreign',
    line.opening !== '' && 'opening',
    !/\p{L}/u.test(head) && 'no letters',
    (head.match(codeMarks)?.length ?? 0) / head.length > muchCode && 'code',
    line.heading > 1 && 'subheading',
    line.lowerStart && !isNamed && 'small start',
    line.page && 'of the page',
    !line.page && prose < -3 && line.words > 3 && 'surely a title',
    paired && 'paired',
    !among && index >= topLines && (index < upperLines ? 'late' : 'very late'),
  ];
  const found = names.flatMap((name): Feature[] => (name === false ? [] : [[name, 1]]));
  if (line.foreign === undefined && line.opening === '')
    found.push(['prose', against(paired ? Math.min(prose, mostlyTitle) : prose)]);
  if (line.foreign === undefined && !isNamed && !paired)
    found.push(['unlike prose', Math.min(surest, against(-prose))]);
  return found;
}

/**
 * The features of a line.
 *
 * @param lines the lines of text of the capture
 * @param index the line's index in them
 */
export function featuresOfLine(lines: readonly TextLine[], index: number): Feature[] {
  const line = lines[index];
  if (!line) return [];
  const [before, after] = [lines[index - 1], lines[index + 1]];
  const { boilerplate, date } = line;
  const heading: Feature[] = line.heading > 0 ? [['heading', 1]] : [];
  if (boilerplate)
    return [
      ['boilerplate', 1],
      ...(date ? ([['dated', 1]] as const) : []),
      [tornBoilerplate(line), 1],
      ...boilerplate.places.map((place): Feature => [`${place} boilerplate`, 1]),
      ...(boilerplate.fact === 'submitter' ? ([['submitter', 1]] as const) : []),
      ...heading,
    ];
  if (!date) return [...textFeatures(lines, line, index), ...heading];
  const own = isOfPaper(before) || (isOfPaper(after) && after?.boilerplate?.side !== 'before');
  return own
    ? [
        ['date', 1],
        ['date of a paper', 1],
      ]
    : [['date', 1]];
}

/** Whether text ends as sentences do, or with an address. */
const endsSentence = (text: string): boolean =>
  /[.!?。！？…:][)"'”’\]*}]{0,3}$|https?:\/\/\S{1,200}$/.test(text.slice(-240));

/** What can happen at a seam, beside the step from one state to the next. */
export type Move =
  | 'leave abstract'
  | 'short abstract'
  | 'short paragraph'
  | 'leave title'
  | 'no abstract'
  | 'go on'
  | 'respell'
  | 'new paragraph';

/** Share of blocks that a blank line parts, from which on a page is well separated. */
const wellSeparated = 0.8;

/**
 * The features of the seam before a line: of each move that can be made at it.
 *
 * @param index index of the later line; before the first there is no seam
 * @param bare see `decode`
 */
export function featuresOfSeam(
  lines: readonly TextLine[],
  { width, separated }: Layout,
  index: number,
  bare: number,
): [Move, Feature[]][] {
  const [before, line] = [lines[index - 1], lines[index]];
  if (!before || !line) return [];
  const isFullLine = width > 0 && isFull(before, line, width);
  const ended = endsSentence(before.text);
  const [full, gap] = [isFullLine ? 'full' : 'short', line.gap > 0 ? 'gap' : 'no gap'];
  const end = ended ? 'ended' : 'open';
  const seam = `${full}, ${gap}`;
  // Of no blank line, the dearer the more blocks have one.
  const isBlock = line.gap > 0 || line.heading > 0;
  const unparted = isBlock ? 0 : -Math.log(Math.max(0.0025, Math.min(0.9, 1 - separated)));
  const block: Feature = ['no blank line', unparted];
  const apart = separated > wellSeparated ? 'apart' : 'together';
  const length: Feature = [binned('length', before.length, [24, 59, 99]), 1];
  const isCut = !ended && before.length < 200;
  const isRespelt = before.spelling === 'capitals' && line.spelling === 'lowers';
  return [
    ['leave abstract', [[`${end}, ${gap}`, 1], [`${end}, ${seam}`, 1], block]],
    ['short abstract', isCut ? [length, ['cut off', 1]] : [length]],
    ['short paragraph', [length]],
    ['leave title', [[seam, 1], block]],
    ['no abstract', [['title', bare]]],
    ...(line.gap > 0 ? [] : ([['go on', [[goingOn(), 1]]]] satisfies [Move, Feature[]][])),
    ['respell', isRespelt ? [['to small letters', 1]] : []],
    ['new paragraph', [[end, 1], [seam, 1], block]],
  ];

  function goingOn(): string {
    if ((line?.column ?? 0) > (before?.column ?? 0) + 1) return 'indented';
    if (width === 0 || (before?.length ?? 0) > width) return `unwrapped, ${apart}`;
    return isFullLine ? 'full' : `short, ${apart}`;
  }
}
