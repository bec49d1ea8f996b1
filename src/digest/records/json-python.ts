/*
 * What Python prints of lists and dictionaries, as JSON of the same length: places in one are places in
 * the other. Characters for which JSON has no sign of that length are noted as private ones.
 */
import { isObject } from './values.ts';

const quote = '\ue000';
/** Fills up where an escape is longer than what it says. */
const filler = '\ue001';
/** A backslash that stands for itself. */
const backslash = '\ue002';

/** A text that begins like what Python prints: a key or text in single quotes, `u'…'`, a tuple. */
const printed = /^[\ufeff\s]{0,1000}[[{(][\s[{(]{0,1000}(?:[uUbB]?'|[\w.]{1,40}\()/;

/** A string with its prefix; a constructor with the numbers of a date; a word; a bracket of a tuple or call. */
const tokens =
  /([uUbBrR]{0,2})(?:'((?:[^'\\]|\\[^])*)'|"((?:[^"\\]|\\[^])*)")|(?:datetime\.)?date(?:time)?\((\d{4}), (\d{1,2}), (\d{1,2})[^()']{0,80}(?:\([^()]{0,80}\)[^()']{0,80})?\)|[A-Za-z_][\w.]{0,80}(\()?|[()]/g;

const escapes: Readonly<Record<string, string>> = {
  n: '\\n',
  r: '\\r',
  t: '\\t',
  b: '\\b',
  f: '\\f',
};

/** The inside of a string of JSON, as long as the inside of Python's. */
function inside(text: string): string {
  return text.replaceAll(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([^]))|["\p{Cc}]/gu,
    (found, x?: string, u?: string, long?: string, one?: string) => {
      if (u !== undefined) return found;
      const code = x ?? long;
      if (code !== undefined) {
        const point = Number.parseInt(code, 16);
        const said =
          point === 34
            ? quote
            : point === 92
              ? backslash
              : point < 32 || point > 0x10ffff
                ? ' '
                : String.fromCodePoint(point);
        return said.padEnd(found.length, filler);
      }
      if (one === undefined) return found === '"' ? quote : ' ';
      const same = escapes[one];
      if (same !== undefined) return same;
      if (one === '\n') return filler + filler;
      return (one === '"' ? quote : one === '\\' ? backslash : one) + filler;
    },
  );
}

const words: Readonly<Record<string, string>> = {
  None: 'null',
  True: 'true',
  False: 'false',
  nan: '0.0',
};

/**
 * @returns JSON of the same length, to be read with `fromPython`; nothing for a text that does not begin
 *   like what Python prints
 */
export function pythonAsJson(text: string): string | undefined {
  if (!printed.test(text.slice(0, 3000))) return undefined;
  const open: string[] = [];
  return text.replaceAll(tokens, (found: string, ...groups: (string | undefined)[]) => {
    const [prefix = '', single, double, year, month = '', day = '', calls] = groups;
    const content = single ?? double;
    if (content !== undefined) return `${' '.repeat(prefix.length)}"${inside(content)}"`;
    if (year !== undefined)
      return `"${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}"`.padEnd(found.length);
    if (found === ')') return open.pop() ?? ' ';
    if (found === '(' || calls !== undefined) {
      open.push(']');
      return '['.padStart(found.length);
    }
    return words[found] ?? found;
  });
}

/** A value that was read from such JSON, with the texts that Python meant. */
export function fromPython(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replaceAll(filler, '').replaceAll(quote, '"').replaceAll(backslash, '\\');
  }
  if (Array.isArray(value)) return value.map(fromPython);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [String(fromPython(key)), fromPython(inner)]),
  );
}
