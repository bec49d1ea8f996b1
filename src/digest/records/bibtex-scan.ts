import type { Range } from './collector.ts';

/** A stretch of a BibTeX file. */
export interface BibtexBlock extends Range {
  /** `text`: what stands between entries, which BibTeX passes over. */
  readonly kind: 'entry' | 'string' | 'comment' | 'preamble' | 'text';
  /** The type in lower case: `article`. */
  readonly type: string;
  /** The braces of the entry are closed. */
  readonly closed: boolean;
}

const opening = /@\s{0,20}([A-Za-z][\w-]{0,40})\s{0,20}([{(])/g;

/** The beginning of another entry inside one, which shows that a brace is missing. */
const nextEntry =
  /@\s{0,20}(?:(?:string|preamble|comment)\s{0,20}[{(]|[A-Za-z][\w-]{0,40}\s{0,20}[{(]\s{0,20}[^\s,{}()="]{0,200}\s{0,20},)/iy;

const at = 0x40;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const quote = 0x22;
const closeRound = 0x29;

/** Whether only blanks stand before an offset on its line. */
function beginsLine(text: string, offset: number): boolean {
  for (let before = offset - 1; before >= 0; before--) {
    const char = text[before];
    if (char === '\n' || char === '\r') return true;
    if (char !== ' ' && char !== '\t' && char !== '\ufeff') return false;
  }
  return true;
}

interface End {
  readonly end: number;
  readonly closed: boolean;
}

/**
 * End of the entry whose bracket stands at `open`. `\{` and `\}` are no braces: BibTeX itself counts
 * them, but people write them singly.
 */
function endOf(text: string, open: number): End {
  const round = text[open] === '(';
  let depth = round ? 0 : 1;
  let quoted = false;
  for (let index = open + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === backslash) {
      const next = text.charCodeAt(index + 1);
      if (next === backslash || next === openBrace || next === closeBrace) index++;
    } else if (code === openBrace) depth++;
    else if (code === closeBrace) {
      depth--;
      if (!round && depth === 0) return { end: index + 1, closed: true };
      if (depth < 0) return { end: index, closed: false };
    } else if (code === quote && round && depth === 0) quoted = !quoted;
    else if (code === closeRound && round && depth === 0 && !quoted) {
      return { end: index + 1, closed: true };
    } else if (code === at && beginsLine(text, index)) {
      nextEntry.lastIndex = index;
      if (nextEntry.test(text)) return { end: index, closed: false };
    }
  }
  return { end: text.length, closed: false };
}

/** What is complete of an entry that the file ends in: its fields up to the last comma between two, closed. */
export function completedEntry(source: string): string {
  let depth = 0;
  let done = source.length;
  for (let index = 0; index < source.length; index++) {
    const code = source.charCodeAt(index);
    if (code === backslash) index++;
    else if (code === openBrace) depth++;
    else if (code === closeBrace) depth--;
    else if (source[index] === ',' && depth === 1) done = index;
  }
  return `${source.slice(0, done)}}`;
}

function kindOf(type: string): BibtexBlock['kind'] {
  return type === 'string' || type === 'comment' || type === 'preamble' ? type : 'entry';
}

/**
 * Finds the entries of a BibTeX file. An entry that is not closed ends where the next one begins on a
 * line of its own. Linear in the length of the text.
 *
 * @returns blocks that cover the text without gap or overlap
 */
export function bibtexBlocks(text: string): BibtexBlock[] {
  const blocks: BibtexBlock[] = [];
  let done = 0;
  const between = (end: number): void => {
    if (end > done) blocks.push({ kind: 'text', type: '', start: done, end, closed: true });
  };
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const start = match.index;
    // An address in a note (`me@host {`) begins no entry; one right behind another entry does.
    const follows =
      blocks.length > 0 && start - done < 100 && /^[\s,)}]*$/.test(text.slice(done, start));
    if (!follows && !beginsLine(text, start)) continue;
    const open = opening.lastIndex - 1;
    const { end, closed } = endOf(text, open);
    between(start);
    const type = (match[1] ?? '').toLowerCase();
    blocks.push({ kind: kindOf(type), type, start, end, closed });
    done = end;
    opening.lastIndex = end;
  }
  between(text.length);
  return blocks;
}
