/** A bare address in a text. `start` and `end` count UTF-16 code units; `end` is exclusive. */
export interface FoundUrl {
  readonly url: string;
  readonly start: number;
  readonly end: number;
}

const scheme = /https?:\/\//gi;

/** A host with a dot in it, so that `https://...` and `http://x` in prose are no addresses. */
const host = /https?:\/\/[a-z0-9](?:[a-z0-9-]*\.)+[a-z0-9]/iy;

/**
 * What an address may be made of: RFC 3986 and letters of alphabetic scripts (RFC 3987). Ideographs
 * end an address: Chinese and Japanese follow it without a blank. So do typographic quotes. The next
 * `https://` ends it too, unless it belongs to it, as in `web.archive.org/web/…/https://…`.
 */
const body =
  /https?:\/\/(?:[/=:?&#](?:https?:\/\/)?|(?!https?:\/\/)[\w\-.~[\]@!$'()*+,;%\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}])+/iuy;

const trailing = new Set(['.', ',', ';', ':', '!', '?', "'", '*', '_', '~']);

/** End of the address without the punctuation after it: a closing bracket stays if one opens inside. */
function trimEnd(text: string, start: number, end: number): number {
  let round = 0;
  let square = 0;
  for (let at = start; at < end; at++) {
    const char = text[at];
    if (char === '(') round++;
    else if (char === ')') round--;
    else if (char === '[') square++;
    else if (char === ']') square--;
  }
  for (; end > start; end--) {
    const last = text[end - 1] ?? '';
    if (last === ')' && round < 0) round++;
    else if (last === ']' && square < 0) square++;
    else if (last === '(') round--;
    else if (last === '[') square--;
    else if (!trailing.has(last)) break;
  }
  return end;
}

/**
 * End of the address that begins at `start` with `http://` or `https://`, or nothing.
 * Time is linear in the length of the address, and addresses share none of it.
 */
export function urlEnd(text: string, start: number): number | undefined {
  host.lastIndex = start;
  if (!host.test(text)) return undefined;
  body.lastIndex = start;
  if (!body.test(text)) return undefined;
  const end = trimEnd(text, start, body.lastIndex);
  return end >= host.lastIndex ? end : undefined;
}

/**
 * The bare `http://` and `https://` addresses of a text, in order, also where one is glued to the word
 * before it. The full stop, comma, bracket or quote after an address does not belong to it.
 */
export function findUrls(text: string): FoundUrl[] {
  const found: FoundUrl[] = [];
  scheme.lastIndex = 0;
  for (let match = scheme.exec(text); match; match = scheme.exec(text)) {
    const start = match.index;
    const end = urlEnd(text, start);
    if (end === undefined) continue;
    found.push({ url: text.slice(start, end), start, end });
    scheme.lastIndex = end;
  }
  return found;
}
