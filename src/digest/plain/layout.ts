/** The lines of a capture as a reader sees them: where blank lines stand, and where text is wrapped. */
import { readDate, type DateReading } from '../date.ts';
import { firstVisible, trimLine } from '../lines.ts';
import { foreignTo } from './foreign.ts';
import { boilerplateOf, speaksOfPage } from './boilerplate.ts';
import { namesOf } from '../names/person.ts';
import { abstractOpening, undecorated } from './decoration.ts';
import { sourceOf, type Source } from './source.ts';
import { featuresOf, proseScore } from './prose.ts';
import type { Boilerplate } from './vocabulary.ts';

/** A line that is not blank, and all that is known of it by itself. */
export interface TextLine {
  /** Counted from 1. */
  readonly number: number;
  /** Without the white space at its ends, and without the marks of a heading. */
  readonly text: string;
  /** The number before the text, where lines are counted on: `12. `; empty if there is none. */
  readonly numbering: string;
  /** Column of the first visible character, from 1. */
  readonly column: number;
  /** 1 to 6 for `#` to `######`, 0 for none. */
  readonly heading: number;
  /** Blank lines before it, since the last text. */
  readonly gap: number;
  readonly boilerplate: Boilerplate | undefined;
  readonly date: DateReading | undefined;
  /** Where the paper appeared, if the line says that. */
  readonly source: Source | undefined;
  /** The word that opens abstracts before the text, `Abstract: `; empty if there is none. */
  readonly opening: string;
  /** What other shape of text it is of: HTML, code, a row of a table … */
  readonly foreign: string | undefined;
  /** The authors it names, if it names authors and says nothing else. */
  readonly names: readonly string[] | undefined;
  /** Whether the page's habits show that it names an author, a submitter or an organisation. */
  readonly signature: boolean;
  /** Whether the layout of the page shows that it is a title: see pairs.ts. */
  readonly paired: boolean;
  /** Whether it is short and holds a word that pages use to speak of themselves. */
  readonly page: boolean;
  /** Log-odds: above 0 an abstract, below 0 a title. */
  readonly prose: number;
  /** Whether its longer words are nearly all capitalised, or nearly none. */
  readonly spelling: 'capitals' | 'lowers' | 'mixed';
  /** Whether it begins with a word of small letters alone. */
  readonly lowerStart: boolean;
  /** Length as Latin text would have it: an ideograph says as much as two and a half letters. */
  readonly length: number;
  readonly words: number;
  /** Length of the first word: what would have had to fit on the line before. */
  readonly firstWord: number;
  /** The same up to the first hyphen in it, for wrappers that break words there. */
  readonly firstPart: number;
}

/** How a capture is laid out. */
export interface Layout {
  /** Column at which its text is wrapped; 0: one line a paragraph. */
  readonly width: number;
  /** Share of its paragraphs, 0 to 1, that a blank line follows. */
  readonly separated: number;
  /** Whether words are broken after their hyphens. */
  readonly hyphens: boolean;
}

const ideographs = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

/** A line that speaks of its page has fewer words. */
const mostPageWords = 14;

/** A closer look at more of a line would not change what it is. */
const looked = 4000;

function wordCount(text: string): number {
  let words = 0;
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const space = text.charCodeAt(at) === 32;
    if (!space && !inside) words++;
    inside = !space;
  }
  return words;
}

/** A number before a title: `12. `, `12) `, `#12 `, `[12] `. */
const numberBefore = /^\s*((?:(\d{1,4})[.)]|#(\d{1,4})[.:]?|\[(\d{1,4})\])\s{1,4})(?=\S)/;

/** The numbers that count lines on, from the first one; two at least. */
function numberings(lines: readonly string[], from: number): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let next: number | undefined;
  for (let index = from; index < lines.length; index++) {
    const match = numberBefore.exec((lines[index] ?? '').slice(0, 40));
    if (!match) continue;
    const value = Number(match[2] ?? match[3] ?? match[4]);
    if (value !== (next ?? value) || (next === undefined && value > 1)) continue;
    next = value + 1;
    found.set(index, match[1] ?? '');
  }
  return found.size > 1 ? found : new Map();
}

const sourceLine: Boilerplate = {
  what: 'where the paper appeared',
  places: ['meta'],
  fact: 'source',
  side: 'either',
};

/** Reads the lines of a capture; blank ones are counted as gaps. */
export function textLines(lines: readonly string[], from = 0): TextLine[] {
  const found: TextLine[] = [];
  const numbers = numberings(lines, from);
  let gap = 0;
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const trimmed = trimLine(line);
    if (trimmed === '') {
      gap++;
      continue;
    }
    const marks = /^(#{1,6})\s+(?=\S)/.exec(trimmed);
    const bare = marks === null ? trimmed : trimmed.slice(marks[0].length).replace(/\s#{1,6}$/, '');
    const numbering = numbers.get(index) ?? '';
    const opening = abstractOpening(bare);
    const text =
      opening === '' ? undecorated(bare.slice(numbering.length)) : bare.slice(opening.length);
    const head = text.length > looked ? text.slice(0, looked) : text;
    const end = head.search(/\s/);
    const firstWord = end < 0 ? head.length : end;
    const hyphen = /^\p{L}+-(?=\p{L})/u.exec(head)?.[0].length;
    const features = featuresOf(text);
    const words = wordCount(head);
    const known = boilerplateOf(trimmed) ?? (text === bare ? undefined : boilerplateOf(text));
    const date = readDate(text.replace(/^(?:[-*•·] )/, ''));
    const source = known || date || marks || opening !== '' ? undefined : sourceOf(text);
    const boilerplate = source ? sourceLine : known;
    found.push({
      number: index + 1,
      text,
      numbering,
      column: firstVisible(line) + 1,
      heading: marks?.[1]?.length ?? 0,
      gap,
      boilerplate,
      date,
      source,
      opening,
      foreign: boilerplate || date ? undefined : foreignTo(text),
      names: boilerplate || date || marks ? undefined : namesOf(text),
      signature: false,
      paired: false,
      page: boilerplate === undefined && words < mostPageWords && speaksOfPage(text),
      prose: proseScore(features),
      spelling: features.capitals > 0 ? 'capitals' : features.lowers > 0 ? 'lowers' : 'mixed',
      lowerStart: features.lowercaseStart > 0,
      length: text.length + 1.5 * (head.match(ideographs)?.length ?? 0),
      words,
      firstWord,
      firstPart: hyphen ?? firstWord,
    });
    gap = 0;
  }
  return found;
}

const narrowest = 40;
const widest = 132;

/**
 * Whether the next word would not have fitted on a line: the mark of a wrapped line.
 *
 * @param width column at which the text is wrapped
 */
export function isFull(line: TextLine, next: TextLine, width: number): boolean {
  const length = line.text.length + line.column - 1;
  if (length > width) return line.words === 1;
  if (next.text.length > width && next.words > 1) return false;
  // A wrapper that breaks at hyphens leaves the rest of the word to the next line.
  return length + 1 + next.firstWord > width;
}

/**
 * Finds the width at which most lines that have a successor are full. Each pair of lines speaks for
 * the widths that both keep to, up to where the next word would have fitted on the first.
 */
export function layoutOf(lines: readonly TextLine[]): Layout {
  const votes = new Int32Array(widest + 3);
  let pairs = 0;
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index - 1];
    const next = lines[index];
    if (!line || !next || next.gap > 0 || line.boilerplate || next.boilerplate || line.date)
      continue;
    const length = line.text.length + line.column - 1;
    if (length > widest) continue;
    pairs++;
    const from = Math.max(length, next.words > 1 ? next.text.length : 0, narrowest);
    const to = Math.min(length + 1 + next.firstWord, widest + 1);
    if (from < to) {
      votes[from] = (votes[from] ?? 0) + 1;
      votes[to] = (votes[to] ?? 0) - 1;
    }
  }
  let width = 0;
  let most = 0;
  let sum = 0;
  for (let column = narrowest; column <= widest; column++) {
    sum += votes[column] ?? 0;
    if (sum > most) {
      most = sum;
      width = column;
    }
  }
  if (most < 3 || most < pairs * 0.6) width = 0;
  return { width, ...seamsOf(lines, width) };
}

/** How the text goes on from line to line, at a given width. */
function seamsOf(lines: readonly TextLine[], width: number): Omit<Layout, 'width'> {
  let ends = 0;
  let blanks = 0;
  let broken = 0;
  let whole = 0;
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index - 1];
    const next = lines[index];
    if (!line || !next || line.boilerplate || line.date) continue;
    if (next.gap === 0 && width > 0 && isFull(line, next, width)) {
      if (/\p{L}-$/u.test(line.text.slice(-3))) broken++;
      else if (line.text.length + 1 + next.firstPart <= width) whole++;
      continue;
    }
    ends++;
    if (next.gap > 0) blanks++;
  }
  // A wrapper that breaks words would have put the first part of the next one on the line.
  return { separated: ends === 0 ? 0 : blanks / ends, hyphens: broken > 0 && broken > whole };
}
