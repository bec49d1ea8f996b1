/** A query in pieces: words, phrases, fields with what they ask for, and groups in parentheses. */
import { fieldNamed, type FieldName } from './fields.ts';

export interface Token {
  /** Place of its first character, and of the first after it. */
  readonly from: number;
  readonly to: number;
  /** All of it, as typed. */
  readonly raw: string;
  readonly minus: boolean;
  readonly field?: FieldName;
  /** Without minus, field, quotes and parentheses. */
  readonly value: string;
  readonly kind: 'plain' | 'quoted' | 'group';
  /** Place of the value's first character. */
  readonly at: number;
}

const head = /(-?)(?:(\p{L}+):)?/uy;
/** A quote goes on over `\"`, the accent of TeX. */
const quoted = /"((?:[^"\\]|\\.)*)"/uy;
const toSpace = /\S+/uy;
const alternatives = /(?:^|\s)(?:OR|\|)(?:\s|$)|\p{L}\p{L}\|\p{L}\p{L}/u;

/** Runs a sticky expression at a place. */
function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Place of the parenthesis that closes each one that is opened. */
function closing(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') open.push(at);
    if (text[at] !== ')') continue;
    const opened = open.pop();
    if (opened !== undefined) pairs.set(opened, at);
  }
  return pairs;
}

/** Whether parentheses group: an OR stands in them or beside them, or a NOT before them. */
const groups = (text: string, open: number, close: number): boolean =>
  alternatives.test(text.slice(open + 1, close)) ||
  /(?:^|\s)(?:OR|NOT|\|)\s$/.test(text.slice(Math.max(0, open - 5), open)) ||
  /^\s(?:OR|\|)\s/.test(text.slice(close + 1, close + 5));

/**
 * Parts a text, in order. Titles have parentheses: they group only what holds an OR, or stands after a minus or a field.
 *
 * @param text with plain quotes, on one line
 * @param base added to all places
 */
export function tokensOf(text: string, base = 0): Token[] {
  const closers = closing(text);
  const found: Token[] = [];
  const add = (from: number, to: number, more: Omit<Token, 'from' | 'to' | 'raw' | 'at'>, at = 0) =>
    found.push({
      ...more,
      from: base + from,
      to: base + to,
      raw: text.slice(from, to),
      at: base + at,
    });
  let place = 0;
  while (place < text.length) {
    if (/\s/.test(text[place] ?? '')) {
      place += 1;
      continue;
    }
    const [before = '', sign = '', name] = match(head, text, place) ?? [];
    const field = name === undefined ? undefined : fieldNamed(name);
    const known = name === undefined || field !== undefined;
    const start = place + before.length;
    const own = { minus: sign !== '', ...(field && { field }) };
    const close = closers.get(start);
    const phrase = known ? match(quoted, text, start) : null;
    if (phrase !== null) {
      const to = start + phrase[0].length;
      add(place, to, { ...own, value: phrase[1] ?? '', kind: 'quoted' }, start + 1);
      place = to;
    } else if (known && close !== undefined && (before !== '' || groups(text, start, close))) {
      const value = text.slice(start + 1, close);
      add(place, close + 1, { ...own, value, kind: 'group' }, start + 1);
      place = close + 1;
    } else {
      const to = place + (match(toSpace, text, place)?.[0].length ?? 1);
      const valued = known && start < to;
      const at = valued ? start : place + sign.length;
      const asked = valued ? own : { minus: own.minus };
      add(place, to, { ...asked, value: text.slice(at, to), kind: 'plain' }, at);
      place = to;
      continue;
    }
    // What follows a closing quote without a space is a word of its own: `"chain of thought"-like`.
    const rest = match(toSpace, text, place)?.[0];
    if (rest === undefined) continue;
    add(place, place + rest.length, { minus: false, value: rest, kind: 'plain' }, place);
    place += rest.length;
  }
  return found;
}
