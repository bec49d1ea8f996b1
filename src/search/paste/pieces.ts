/** A pasted text in pieces: one reference, one identifier, one title each. */

/** Also as a field of one line has them (`lines.ts`). */
const breaks = /\r\n|[\n\r\u2028↵]/;

/** Bullet, number, box to tick, mark of a quotation. */
const mark = /^(?:(?:[-*+•·>–—☐☑]|\[[a-z]?\d{1,4}\]|\(\d{1,4}\)|\d{1,4}[.)]|\[[ xX]?\])\s+)+/i;

/** A piece without the bullet or the number before it. */
export const withoutMark = (piece: string): string => piece.trim().replace(mark, '').trim();

/** `[1] … [2] …`, all on one line: numbers one after the other. */
function numbered(text: string): string[] {
  const marks = [...text.matchAll(/(?<=^|\s)\[(\d{1,4})\](?=\s)/g)];
  const [first] = marks;
  if (first === undefined || text.slice(0, first.index).trim() !== '') return [];
  let next = Number(first[1]);
  const starts = marks.flatMap(({ index, 1: number }) => {
    if (Number(number) !== next) return [];
    next += 1;
    return [index];
  });
  return starts.map((start, at) => text.slice(start, starts[at + 1]).trim());
}

/** The lines of a text, each with single blanks; those between paragraphs are empty. */
const allLines = (text: string): string[] =>
  text
    .trim()
    .split(breaks)
    .map((line) => line.trim().replaceAll(/\s+/g, ' '));

/** The lines of a text that are not blank. */
export const linesOf = (text: string): string[] => allLines(text).filter((line) => line !== '');

/** Paragraphs, each as one line. */
function paragraphsOf(text: string): string[] {
  const paragraphs: string[][] = [[]];
  for (const line of allLines(text)) {
    if (line !== '') paragraphs.at(-1)?.push(line);
    else if (paragraphs.at(-1)?.length !== 0) paragraphs.push([]);
  }
  return paragraphs.map((lines) => lines.join(' '));
}

/** How a reference begins: names. */
const beginsLike = (line: string): boolean =>
  /^(?:[a-z]{2,3} ){0,2}\p{Lu}[\p{L}.'’-]*,? (?:\p{Lu}\.?|\p{Lu}[\p{L}'’-]+[,. ])/u.test(line);

/** Whether a piece is at its end: the line does not stop in the middle of a sentence. */
const ended = (piece: string): boolean => /[.)\]}>/”"\d]$|\S{30}$/.test(piece);

/** Whether a reference has an identifier. */
const identified = /\d{4}\.\d{4,5}|10\.\d{4}|https?:/;

/** Characters of a reference that tell what it is. */
const longest = 1500;

/** Lines that a reference takes at most, looking ahead. */
const ahead = 8;

type Kind = (piece: string) => 'id' | 'reference' | undefined;

/** Whether a new piece begins with a line, and does not go on. */
function begins(lines: readonly string[], at: number, piece: string, kind: Kind): boolean {
  const line = lines[at] ?? '';
  const before = kind(piece.slice(0, longest));
  if (before === undefined || (before === 'reference' && !ended(piece))) return false;
  const own = kind(line);
  // What stands below a reference is its own, unless it has an identifier or this is a bare one.
  if (own === 'id' && before === 'reference' && !/^(?:arxiv:\s?)?[\w./-]+$/i.test(line))
    return identified.test(piece);
  if (own !== undefined || before === 'id') return true;
  return beginsLike(line) && kind(lines.slice(at, at + ahead).join(' ')) === 'reference';
}

/**
 * Parts a text into its pieces. Lines that go on with a piece are joined to it.
 *
 * @param kind what a text is by itself
 * @returns the text as one line if it is one piece
 */
export function piecesOf(text: string, kind: Kind): string[] {
  const paragraphs = paragraphsOf(text);
  const parts = numbered(paragraphs.join(' '));
  if (parts.length > 1) return parts;
  if (paragraphs.length > 1) return paragraphs;
  const lines = linesOf(text);
  const marked = lines.filter((line) => mark.test(line)).length > 1 && mark.test(lines[0] ?? '');
  const pieces: string[] = [];
  for (const [at, line] of lines.entries()) {
    const last = pieces.at(-1);
    const fresh = last === undefined || (marked ? mark.test(line) : begins(lines, at, last, kind));
    if (fresh) pieces.push(line);
    else pieces[pieces.length - 1] = `${last} ${line}`;
  }
  return pieces;
}
