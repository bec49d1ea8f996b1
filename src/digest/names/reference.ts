/** The authors at the beginning of a reference, in the ways that styles of citation write them. */

import { particle } from './particle.ts';

const particles = `(?:${particle}\\s){0,3}`;
const word = "\\p{Lu}[\\p{L}\\p{M}'’-]{1,30}";
const surname = `${particles}${word}(?:[ -]${word}){0,2}`;
const dotted = '\\p{Lu}\\p{Ll}?\\.(?:[ -]?\\p{Lu}\\p{Ll}?\\.){0,3}';
const given = `${word}(?:[ -](?:${word}|\\p{Lu}\\.)){0,2}`;

/** A way to write a name: one that stands first in the list, and one that follows. */
interface Form {
  readonly first: RegExp;
  readonly next: RegExp;
}

const form = (first: string, next = first): Form => ({
  first: new RegExp(first, 'uy'),
  next: new RegExp(next, 'uy'),
});

const inverted = `(?<last>${surname}),\\s(?<first>${dotted})`;
const initialsBehind = `(?<last>${surname})\\s(?<first>\\p{Lu}{1,3})(?=[,.;:]|\\s\\(|$)`;
const initialsBefore = `(?<first>${dotted})\\s?(?<last>${surname})`;
const whole = `(?<whole>${given}\\s${surname}|${word}\\s${surname})`;

/** Those with initials can hardly be other words; they are tried first. */
const surer: readonly Form[] = [
  form(inverted),
  form(initialsBehind),
  form(initialsBefore, `(?:${initialsBefore}|${whole})`),
];
const others: readonly Form[] = [
  form(
    `(?<last>${particles}${word}),\\s(?<first>${given})(?=[.,])`,
    `(?:${whole}|${initialsBefore})`,
  ),
  form(whole, `(?:${whole}|${initialsBefore})`),
];

const separator =
  /\s?(?:[,;]\s?(?:&|and|und|et|y)\s|[,;]\s(?:(?:…|\.\s?\.\s?\.),?\s)?|\s(?:&|and|und|et|y)\s)/y;
const further = /,?\s(?:et\.?\sal|and others|u\.\s?a)\b/y;

export interface LeadingNames {
  /** Given names or initials first. */
  readonly names: readonly string[];
  /** Where what follows them begins. */
  readonly end: number;
}

function at(pattern: RegExp, text: string, index: number): RegExpExecArray | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text) ?? undefined;
}

function nameOf({ groups: { first = '', last = '', whole: all } = {} }: RegExpExecArray): string {
  return (all ?? `${first.trim()} ${last}`).trim();
}

/** More names than any reference lists. */
const most = 200;

function readAs({ first, next }: Form, text: string): LeadingNames | undefined {
  let match = at(first, text, 0);
  if (!match) return undefined;
  const names: string[] = [];
  let end = 0;
  while (match && names.length < most) {
    names.push(nameOf(match));
    end = match.index + match[0].length;
    const parted: RegExpExecArray | undefined = at(separator, text, end);
    match = parted && at(next, text, end + parted[0].length);
  }
  const more = at(further, text, end);
  return { names, end: more ? end + more[0].length : end };
}

/**
 * Reads the authors that a reference begins with.
 *
 * @param text a reference without its number
 * @returns the reading that reaches farthest; undefined if it begins otherwise
 */
export function leadingNames(text: string): LeadingNames | undefined {
  const head = text.slice(0, 3000);
  const farthest = (forms: readonly Form[]): LeadingNames | undefined =>
    forms
      .flatMap((known) => readAs(known, head) ?? [])
      .toSorted((one, other) => other.end - one.end)
      .at(0);
  return farthest(surer) ?? farthest(others);
}
