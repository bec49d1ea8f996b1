import { protector } from './protected.ts';

const marks = /(?<![\\`])``(?!`)|(?<!['\\])''(?!')|(?<![\\"])"(?!")/g;
const wordCharacter = /[\p{L}\p{N}]/u;

interface Mark {
  readonly at: number;
  readonly text: string;
}

/** A quotation by its marks. */
type Quotation = readonly [open: Mark, close: Mark];

/** Puts other marks around quotations. */
function requoted(text: string, quotations: readonly Quotation[], marks: string): string {
  const [opening = '', closing = ''] = marks;
  let result = '';
  let done = 0;
  for (const [open, close] of quotations) {
    const quoted = text.slice(open.at + open.text.length, close.at);
    result += text.slice(done, open.at) + opening + quoted + closing;
    done = close.at + close.text.length;
  }
  return result + text.slice(done);
}

/** Could this mark open a quotation: nothing but an opening bracket before it, a word after it? */
function opens(text: string, { at, text: mark }: Mark): boolean {
  const before = text[at - 1] ?? '';
  const after = text[at + mark.length] ?? '';
  if (mark === '``') return /\S/.test(after);
  return mark === "''" && /^$|[\s([\u2013\u2014-]/.test(before) && /[\p{L}\p{N}$\\]/u.test(after);
}

function closes(text: string, { at, text: mark }: Mark): boolean {
  const after = text[at + mark.length] ?? '';
  return mark !== '``' && /\S/.test(text[at - 1] ?? '') && !/[\p{L}\p{N}(]/u.test(after);
}

/** Pairs of double quotes, outermost unknown: the nearest opening mark goes with a closing one. */
function pairs(text: string): Quotation[] {
  const spanAt = protector(text);
  const found: Quotation[] = [];
  let pending: Mark | undefined;
  for (const match of text.matchAll(marks)) {
    const mark = { at: match.index, text: match[0] };
    if (spanAt(mark.at)) continue;
    // A straight quote closes only what TeX's own mark opened.
    if (pending && closes(text, mark) && (mark.text === "''" || pending.text === '``')) {
      found.push([pending, mark]);
      pending = undefined;
    } else if (opens(text, mark)) {
      pending = mark;
    }
  }
  return found;
}

/** ``` ``…'' ``` and `''…''` become “…”. A mark without its other half stays: `5''`. */
export const resolveDoubleQuotes = (text: string): string => requoted(text, pairs(text), '“”');

const openingBacktick = /(?<![\\`'\p{L}\p{N}])`(?=[\p{L}\p{N}])/gu;
const closingApostrophe = /[`']/g;
/** No quotation of single words or phrases is longer; it also bounds the search. */
const longest = 200;

/** End of the quotation that a single backtick opens, or nothing where it may be code. */
function singleEnd(text: string, open: number): number | undefined {
  closingApostrophe.lastIndex = open + 1;
  for (
    let match = closingApostrophe.exec(text);
    match && match.index - open <= longest;
    match = closingApostrophe.exec(text)
  ) {
    const at = match.index;
    if (match[0] === '`') return undefined;
    const before = wordCharacter.test(text[at - 1] ?? '');
    const after = wordCharacter.test(text[at + 1] ?? '');
    if (before && after) continue;
    const closing = /[\p{L}\p{N}.,!?)\]%…]/u.test(text[at - 1] ?? '');
    if (!closing || after || text[at + 1] === "'") return undefined;
    // `` `f('x')` ``: a backtick that closes further on makes it code.
    const backtick = text.indexOf('`', at);
    const code =
      backtick !== -1 &&
      /\S/.test(text[backtick - 1] ?? '') &&
      !wordCharacter.test(text[backtick + 1] ?? '') &&
      text[backtick + 1] !== '`';
    return code ? undefined : at;
  }
  return undefined;
}

/** `` `word' `` becomes ‘word’. */
export function resolveSingleQuotes(text: string): string {
  const spanAt = protector(text);
  const found: Quotation[] = [];
  for (const { index } of text.matchAll(openingBacktick)) {
    if (index <= (found.at(-1)?.[1].at ?? -1) || spanAt(index)) continue;
    const close = singleEnd(text, index);
    if (close === undefined || spanAt(close)) continue;
    found.push([
      { at: index, text: '`' },
      { at: close, text: "'" },
    ]);
  }
  return requoted(text, found, '‘’');
}
