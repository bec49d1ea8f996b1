/**
 * Emphasis on its way from a source to an entry: marks within the text, which are noncharacters of Unicode, meant for
 * such use inside of a program. Whatever reads a text without knowing of them (`normalise`, `tidy`) takes them out.
 */
export type Emphasis = 'em' | 'strong';

const opening = { em: '\uFDD8', strong: '\uFDDA' } as const;
const closing = { em: '\uFDD9', strong: '\uFDDB' } as const;
const delimiters: Readonly<Record<string, string>> = {
  [opening.em]: '*',
  [closing.em]: '*',
  [opening.strong]: '**',
  [closing.strong]: '**',
};

const marks = /[\uFDD8-\uFDDB]/g;

/** The mark with which emphasis begins. */
export const emphasisBegins = (kind: Emphasis): string => opening[kind];

/** The mark with which it ends. */
export const emphasisEnds = (kind: Emphasis): string => closing[kind];

export const hasEmphasis = (text: string): boolean => /[\uFDD8-\uFDDB]/.test(text);

/** The text without marks. */
export const withoutEmphasis = (text: string): string => text.replaceAll(marks, '');

/** The text with the delimiters of Markdown for marks. */
export const withDelimiters = (text: string): string =>
  text.replaceAll(marks, (mark) => delimiters[mark] ?? '');

const forged = /[\uFDD8-\uFDDB]|((?:\\u|#x0{0,9}))fdd[89ab]|(#0{0,9})6498[4-7](?=;)/gi;

/**
 * A capture in which nothing is taken for a mark: another noncharacter, which is never shown either, stands for
 * each, escaped (JSON, XML) or not. As long as before.
 */
export const withoutForgedMarks = (text: string): string =>
  text.replaceAll(forged, (_, hexadecimal?: string, decimal?: string) => {
    if (decimal !== undefined) return `${decimal}65007`;
    return hexadecimal === undefined ? '\uFDEF' : `${hexadecimal}fdef`;
  });

/** A text that grows, with what is open in it. */
class Writer {
  #text = '';
  #open: Emphasis[] = [];

  add(text: string, styles: ReadonlySet<Emphasis>): void {
    while (this.#open.some((kind) => !styles.has(kind))) this.#close();
    for (const kind of styles) {
      if (this.#open.includes(kind)) continue;
      this.#open.push(kind);
      this.#text += opening[kind];
    }
    this.#text += text;
  }

  #close(): void {
    const kind = this.#open.pop();
    if (kind) this.#text += closing[kind];
  }

  end(): string {
    while (this.#open.length > 0) this.#close();
    return this.#text;
  }
}

/** Pieces of text, each with its emphasis. */
export type EmphasisedPiece = readonly [text: string, styles: ReadonlySet<Emphasis>];

/**
 * Writes pieces as one text whose marks are paired and nested, none of them beside the blanks it holds, none beyond
 * its paragraph. Linear.
 *
 * @param pieces each either white space or without any
 */
function written(pieces: Iterable<EmphasisedPiece>): string {
  const writer = new Writer();
  let last: ReadonlySet<Emphasis> = new Set();
  let space = '';
  for (const [text, styles] of pieces) {
    if (/^\s/.test(text)) {
      space += text;
      continue;
    }
    if (space !== '') {
      const parts = /\n[^\S\n]*\n|\u2029/.test(space);
      writer.add(space, parts ? new Set() : last.intersection(styles));
      space = '';
    }
    writer.add(text, styles);
    last = styles;
  }
  return writer.end() + space;
}

function* piecesOf(text: string): Generator<EmphasisedPiece> {
  const depth = { em: 0, strong: 0 };
  for (const part of text.split(/([\uFDD8-\uFDDB]|\s+)/)) {
    const mark = delimiters[part];
    if (mark !== undefined) {
      const kind = mark === '*' ? 'em' : 'strong';
      depth[kind] = part === opening[kind] ? depth[kind] + 1 : Math.max(depth[kind] - 1, 0);
    } else if (part !== '') {
      const kinds: Emphasis[] = ['em', 'strong'];
      yield [part, new Set(kinds.filter((kind) => depth[kind] > 0))];
    }
  }
}

/** Puts the marks of a text in order: see `written`. The text itself stays. Idempotent, linear. */
export const settleEmphasis = (text: string): string =>
  hasEmphasis(text) ? written(piecesOf(text)) : text;

/** From here on a text is looked for at the ends of another one only. */
const longest = 20_000;

/**
 * Gives a text the emphasis that it has as part of another one, from which it differs in white space alone.
 *
 * @param text without marks
 * @param whole pieces of the text that it was taken from
 * @returns the text with marks; without, if it is not found there
 */
export function emphasisedAs(text: string, whole: readonly EmphasisedPiece[]): string {
  if (whole.every(([, styles]) => styles.size === 0)) return text;
  const solid = (spaced: string): string => spaced.replaceAll(/\s+/g, '');
  const all = whole.map(([piece]) => solid(piece));
  const [from, part] = [all.join(''), solid(text)];
  let start = from.length < longest ? from.lastIndexOf(part) : 0;
  if (from.endsWith(part)) start = from.length - part.length;
  if (start < 0 || !from.startsWith(part, start)) return text;
  const ends: number[] = [];
  for (const piece of all) ends.push((ends.at(-1) ?? 0) + piece.length);
  const pieces: EmphasisedPiece[] = [];
  let at = start;
  let index = 0;
  for (const word of text.split(/(\s+)/)) {
    if (/^\s/.test(word)) pieces.push([word, new Set()]);
    else {
      for (let done = 0; done < word.length;) {
        while ((ends[index] ?? Infinity) <= at) index++;
        const size = Math.min((ends[index] ?? Infinity) - at, word.length - done);
        pieces.push([word.slice(done, done + size), whole[index]?.[1] ?? new Set()]);
        done += size;
        at += size;
      }
    }
  }
  return written(pieces);
}
