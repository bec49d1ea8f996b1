/** What people get wrong in BibTeX and a reader can still understand. */

const head = /^@\s*([A-Za-z][\w-]*)\s*[{(]/;
const name = /([A-Za-z][\w.:+/-]*)\s*=\s*/y;
const bareWord = /[^\s,{}"#]+/y;
const identifier = /^[a-zA-Z_][a-zA-Z0-9_:+-]*$/;
const space = /\s*/y;

/** Looks for the field after a quote or brace that seems to end a value. */
const follows = /\s*(?:[,#]|$|[)}]\s*$|[A-Za-z][\w.:+/-]*\s*=)/y;

function past(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** End (exclusive) of the braced value at `start`, or nothing. */
function bracedEnd(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === '\\' && /[\\{}]/.test(text[at + 1] ?? '')) at++;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}

/** End of the quoted value at `start`: a quote inside it is told by what follows. */
function quotedEnd(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '\\' && /[\\{}]/.test(text[at + 1] ?? '')) at++;
    else if (char === '{') depth++;
    else if (char === '}') depth--;
    else if (char === '"' && depth <= 0) {
      follows.lastIndex = at + 1;
      if (follows.test(text)) return at + 1;
    }
  }
  return undefined;
}

interface Part {
  readonly text: string;
  readonly end: number;
}

/** One part of a value at `start`, as the library reads it. */
function partAt(text: string, start: number): Part | undefined {
  if (text[start] === '{') {
    const end = bracedEnd(text, start);
    return end === undefined ? undefined : { text: text.slice(start, end), end };
  }
  if (text[start] === '"') {
    const end = quotedEnd(text, start);
    return end === undefined ? undefined : { text: `{${text.slice(start + 1, end - 1)}}`, end };
  }
  const end = past(bareWord, text, start);
  if (end === start) return undefined;
  const word = text.slice(start, end);
  return { text: identifier.test(word) ? word : `{${word}}`, end };
}

function valueAt(text: string, start: number): Part | undefined {
  const parts: string[] = [];
  let end = start;
  for (;;) {
    const part = partAt(text, end);
    if (!part) return undefined;
    parts.push(part.text);
    end = past(space, text, part.end);
    if (text[end] !== '#') return { text: parts.join(' # '), end };
    end = past(space, text, end + 1);
  }
}

/**
 * Writes an entry afresh where its syntax is off but its meaning plain: a key that is missing or has
 * blanks, a comma too many or too few, a value without braces, quotes inside quotes, odd field names, a
 * closing brace missing at the very end.
 *
 * @param entry from the `@` to the closing brace
 * @returns nothing if a value does not end
 */
export function mendedEntry(entry: string): string | undefined {
  const begin = head.exec(entry);
  if (!begin) return undefined;
  const start = begin[0].length;
  const comma = entry.indexOf(',', start);
  const equals = entry.indexOf('=', start);
  const keyed = comma !== -1 && (equals === -1 || comma < equals);
  const fields: string[] = [];
  for (let at = keyed ? comma + 1 : start; at < entry.length;) {
    name.lastIndex = at;
    const named = name.exec(entry);
    if (!named) {
      // Commas, brackets and what has lost its name.
      at++;
      continue;
    }
    const value = valueAt(entry, name.lastIndex);
    if (!value) {
      // An empty value ends at its comma; one that has no end cannot be read.
      if (/[{"]/.test(entry[name.lastIndex] ?? '')) return undefined;
      at = name.lastIndex;
      continue;
    }
    const field = (named[1] ?? '').replaceAll(/[^\w:+-]/g, '-');
    fields.push(`${field} = ${value.text}`);
    at = value.end;
  }
  return fields.length === 0 ? undefined : `@${begin[1] ?? ''}{key,\n${fields.join(',\n')}\n}`;
}
