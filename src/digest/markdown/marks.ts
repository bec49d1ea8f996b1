/** Parts of inline Markdown that are found at a place: destinations, references, tags. */

/** Where a link leads, and the offset after it. */
export interface Destination {
  readonly url: string | undefined;
  readonly end: number;
}

/** Addresses are shorter; what is longer is none. Bounds the time a hostile text can take. */
const longest = 1500;

/** Unescapes what Markdown escapes in an address. */
const unescaped = (url: string): string =>
  url.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('&amp;', '&');

function skipSpace(text: string, at: number): number {
  let end = at;
  while (end < text.length && /\s/.test(text.charAt(end)) && end - at < 20) end++;
  return end;
}

/** The end of a link's title, `"…"`, that begins at an offset; the offset itself if there is none. */
function afterTitle(text: string, at: number): number {
  const quote = text.charAt(at);
  if (quote !== '"' && quote !== "'") return at;
  for (let end = at + 1; end < text.length && end - at < 300; end++) {
    if (text.charAt(end) === '\\') end++;
    else if (text.charAt(end) === quote) {
      const after = skipSpace(text, end + 1);
      if (text.charAt(after) === ')') return after;
    }
  }
  return at;
}

/**
 * Reads `(address "title")`.
 *
 * @param at offset of the opening bracket
 */
export function destinationAt(text: string, at: number): Destination | undefined {
  let from = skipSpace(text, at + 1);
  const pointed = text.charAt(from) === '<';
  if (pointed) from++;
  let depth = 0;
  let end = from;
  for (; end < text.length; end++) {
    if (end - from > longest) return undefined;
    const char = text.charAt(end);
    if (char === '\\') end++;
    else if (pointed ? char === '>' : /[\s[]/.test(char)) break;
    else if (char === '(') depth++;
    else if (char === ')' && !pointed && depth-- === 0) break;
  }
  const url = unescaped(text.slice(from, end));
  const after = afterTitle(text, skipSpace(text, pointed ? end + 1 : end));
  return text.charAt(after) === ')' ? { url, end: after + 1 } : undefined;
}

/**
 * Reads `[label]`.
 *
 * @param at offset of the opening bracket
 * @returns the label in lower case
 */
export function referenceAt(
  text: string,
  at: number,
): { readonly label: string; readonly end: number } | undefined {
  const label = /^\[([^[\]\n]{1,80})\]/.exec(text.slice(at, at + 84));
  if (!label) return undefined;
  return { label: (label[1] ?? '').trim().toLowerCase(), end: at + label[0].length };
}

/** Tags that mark up text; any other pair of angle brackets is text: `the <IS> turn`. */
const known = new Set(
  (
    'a abbr b big blockquote br caption center cite code dd del details div dl dt em figcaption figure font ' +
    'h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark nobr ol p picture pre samp small source span strike strong sub summary ' +
    'sup table tbody td tfoot th thead tr tt u ul var video wbr'
  ).split(' '),
);
const breaking = new Set('br p div li tr hr blockquote'.split(' '));

export interface Tag {
  readonly end: number;
  /** Of an autolink, `<https://…>`. */
  readonly url: string | undefined;
  readonly breaks: boolean;
}

/**
 * Reads a tag or an autolink.
 *
 * @param at offset of the `<`
 * @returns undefined if the sign is text
 */
export function tagAt(text: string, at: number): Tag | undefined {
  const head = text.slice(at, at + 1000);
  const link = /^<(https?:\/\/[^\s<>]{3,900}|mailto:[^\s<>]{3,300})>/i.exec(head);
  if (link) return { end: at + link[0].length, url: link[1], breaks: false };
  const tag = /^<(\/?)([a-z][a-z\d]{0,11})(?:\s[^<>]{0,900})?\/?>/i.exec(head);
  const name = (tag?.[2] ?? '').toLowerCase();
  if (!tag || !known.has(name)) return undefined;
  const breaks = breaking.has(name) && (name === 'br' || tag[1] === '/' || name === 'li');
  return { end: at + tag[0].length, url: undefined, breaks };
}
