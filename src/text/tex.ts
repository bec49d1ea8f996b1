import { emphasisBegins, emphasisEnds } from './emphasis.ts';
import { formulaSpans, protector } from './protected.ts';
import { accentAt, compose, escapedQuotes, letterAt } from './tex-accents.ts';
import { names } from './tex-names.ts';
import { raise, signAt } from './tex-signs.ts';

const escape = /\\([%&#_${}])/y;
const word = /\\([A-Za-z]+)(\{\})?/y;
const wrapper =
  /\\(?:text(?:bf|it|tt|sc|sf|rm|sl|up|md|normal)?|emph|mbox|underline|uline|url|textcolor ?\{[A-Za-z0-9!]{1,40}\}) ?\{/y;
const fontSwitch =
  /\{ ?\\(?:em|it|bf|tt|sc|sl|rm|sf|itshape|bfseries|ttfamily|scshape|tiny|scriptsize|footnotesize|small|normalsize|large)(?![A-Za-z]) ?/y;
const link = /\\(?:href|hyperlink) ?\{/y;
/** `a \em sparse graph`: the braces that ended it are gone. */
const openSwitch = /\\(?:em|it|bf|sc|sl) (?=[A-Za-z]{2})/y;
const raised = /\\text(superscript|subscript) ?\{([^{}\\]{0,20})\}/y;
/** `{\"}u`: the braces are about the wrong letter. */
const accentBefore = /\{\\(["'`^~])\}([A-Za-z])/y;
/** `2{,}100`, `{ -- }`, `under{-}line`: braces that keep a sign from its spacing. */
const sign = /\{(,|\s?[-–—]{1,3}\s?)\}/y;
/** `{B}ayesian`: braces that keep a capital. */
const capital = /\{([A-Z])\}(?=[a-z]{3})/y;
const tilde = /\\~\{\}/y;
const macro = /^[A-Z][A-Za-z]{2,}$/;
/** `{\' a}`: braces make clear what the blank does not. */
const accentApart = /\\(["'`^~=.cvuHkrdb]) ([A-Za-z])/y;
const special = /[\\{}]/g;

/** Which `}` closes which `{`, both ways, outside formulas and addresses. */
function matchBraces(text: string): ReadonlyMap<number, number> {
  const spanAt = protector(text);
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: found, index } of text.matchAll(/\\.|[{}]/g)) {
    if (found.startsWith('\\') || spanAt(index)) continue;
    if (found === '{') open.push(index);
    const opener = found === '}' ? open.pop() : undefined;
    if (opener === undefined) continue;
    pairs.set(opener, index);
    pairs.set(index, opener);
  }
  return pairs;
}

/** One paragraph on its way through `resolveCommands`. */
interface Work {
  readonly text: string;
  readonly braces: ReadonlyMap<number, number>;
  readonly quotes: ReadonlySet<string>;
  /** Closing braces whose opening one went with a command, and what stands for each. */
  readonly dropped: Map<number, string>;
  readonly dollars: boolean;
  /** Whether emphasis is marked. */
  readonly marks: boolean;
}

interface Step {
  readonly text: string;
  readonly end: number;
}

function at(pattern: RegExp, text: string, start: number): RegExpExecArray | undefined {
  pattern.lastIndex = start;
  return pattern.exec(text) ?? undefined;
}

/** A command of emphasis, with the brace after or before it. */
const emphatic = /\\(?:(emph|text(?:it|sl)|em|it|sl|itshape)|textbf|bf|bfseries) ?\{? ?$/;

/** A command that ends at a `{`: leaves what the braces hold, without them. */
function unwrap(work: Work, end: number, brace: number): Step | undefined {
  const close = work.braces.get(brace);
  if (close === undefined) return undefined;
  const command = emphatic.exec(work.text.slice(Math.max(end - 12, 0), end));
  const kind = work.marks && command ? (command[1] ? 'em' : 'strong') : undefined;
  work.dropped.set(close, kind ? emphasisEnds(kind) : '');
  return { text: kind ? emphasisBegins(kind) : '', end };
}

function linkAt(work: Work, start: number): Step | undefined {
  if (!at(link, work.text, start)) return undefined;
  const open = link.lastIndex - 1;
  const close = work.braces.get(open);
  if (close === undefined) return undefined;
  const url = work.text.slice(open + 1, close);
  const next = work.text[close + 1] === ' ' ? close + 2 : close + 1;
  const last = work.braces.get(next);
  if (work.text[next] !== '{' || last === undefined) {
    return /^https?:\/\/\S+$/.test(url) ? { text: url, end: close + 1 } : undefined;
  }
  const label = work.text.slice(next + 1, last);
  return {
    text: url.includes(label.trim()) || label === 'this https URL' ? url : `${label} (${url})`,
    end: last + 1,
  };
}

/**
 * Spaces of TeX: `et al.\ 2020`, `10\,000`. Its hyphenation mark `\-` stays: authors also write it for a
 * hyphen (`state\-of\-the\-art`).
 */
function spacingAt(text: string, start: number): Step | undefined {
  const before = text[start - 1] ?? '';
  const after = text[start + 2] ?? '';
  const end = start + 2;
  switch (text[start + 1]) {
    case ' ':
      return /[A-Za-z0-9.,;)%}'"]/.test(before) ? { text: ' ', end } : undefined;
    case ',':
      return /[A-Za-z0-9.)$]/.test(before) && /[A-Za-z0-9($]/.test(after)
        ? { text: ' ', end }
        : undefined;
    default:
      return undefined;
  }
}

function commandAt(work: Work, start: number): Step | undefined {
  const { text } = work;
  const escaped = at(escape, text, start);
  if (escaped) {
    if (escaped[1] === '$' && !work.dollars) return undefined;
    return { text: escaped[1] ?? '', end: escape.lastIndex };
  }
  if (at(tilde, text, start)) return { text: '~', end: tilde.lastIndex };
  // `http://host/\~name`: the address ends before the backslash.
  if (text.startsWith('/\\~', start - 1)) return { text: '~', end: start + 2 };
  const above = at(raised, text, start);
  if (above) {
    const letters = raise(above[1] ?? '', above[2] ?? '');
    return letters === undefined ? undefined : { text: letters, end: raised.lastIndex };
  }
  if (at(openSwitch, text, start)) return { text: '', end: openSwitch.lastIndex };
  const character =
    signAt(text, start) ??
    spacingAt(text, start) ??
    accentAt(text, start, work.quotes) ??
    letterAt(text, start, false);
  if (character) return character;
  if (at(wrapper, text, start)) return unwrap(work, wrapper.lastIndex, wrapper.lastIndex - 1);
  const named = at(word, text, start);
  if (!named) return undefined;
  const [, name = '', empty] = named;
  const end = word.lastIndex;
  if (Object.hasOwn(names, name)) return { text: names[name] ?? '', end };
  if (empty !== undefined && macro.test(name)) return { text: name, end };
  return linkAt(work, start);
}

/** `2{,}100`: what follows are three digits. */
function isThousands(text: string, start: number): boolean {
  return /\d/.test(text[start - 1] ?? '') && /^\d{3}(?!\d)/.test(text.slice(start + 3, start + 7));
}

/** `{\"u}`, `{\L}`, `{\em text}`; other braces stay. */
function groupAt(work: Work, start: number): Step | undefined {
  const close = work.braces.get(start);
  if (close === undefined) return undefined;
  const inner = start + 1;
  const before = at(accentBefore, work.text, start);
  if (before)
    return { text: compose(before[2] ?? '', before[1] ?? ''), end: accentBefore.lastIndex };
  const kept = at(sign, work.text, start);
  // `2{-}1` is a formula's.
  const beside = /[A-Za-z\s]$/.test(work.text[start - 1] ?? '');
  if (kept?.[1] === ',' ? isThousands(work.text, start) : kept && beside) {
    return { text: kept?.[1] ?? '', end: close + 1 };
  }
  const guarded = at(capital, work.text, start);
  if (guarded && !/[\\^_}]$/.test(work.text[start - 1] ?? '')) {
    return { text: guarded[1] ?? '', end: close + 1 };
  }
  const apart = at(accentApart, work.text, inner);
  if (apart && accentApart.lastIndex === close) {
    const [, accent = '', base = ''] = apart;
    return { text: compose(base, accent), end: close + 1 };
  }
  const character = accentAt(work.text, inner, work.quotes) ?? letterAt(work.text, inner, true);
  const symbol = signAt(work.text, start);
  if (symbol) return symbol;
  if (character?.end === close) return { text: character.text, end: close + 1 };
  return at(fontSwitch, work.text, start) && fontSwitch.lastIndex <= close
    ? unwrap(work, fontSwitch.lastIndex, start)
    : undefined;
}

function resolve(text: string, dollars: boolean, marks: boolean): string {
  const spanAt = protector(text);
  const work: Work = {
    text,
    braces: matchBraces(text),
    quotes: escapedQuotes(text),
    dropped: new Map(),
    dollars,
    marks,
  };
  let result = '';
  let done = 0;
  special.lastIndex = 0;
  for (let match = special.exec(text); match; match = special.exec(text)) {
    const start = match.index;
    const span = spanAt(start);
    if (span) {
      special.lastIndex = span.end;
      continue;
    }
    let step: Step | undefined;
    if (match[0] === '}') {
      step = work.dropped.has(start)
        ? { text: work.dropped.get(start) ?? '', end: start + 1 }
        : undefined;
    } else if (match[0] === '{') {
      step = groupAt(work, start);
    } else if (text[start + 1] === '\\') {
      // A line break of TeX, or an escaped backslash: nobody knows, both characters stay.
      special.lastIndex = start + 2;
    } else {
      step = commandAt(work, start);
    }
    if (step === undefined) continue;
    result += text.slice(done, start) + step.text;
    done = step.end;
    special.lastIndex = done;
  }
  return result + text.slice(done);
}

function formulasOf(text: string): string {
  return formulaSpans(text)
    .map((span) => text.slice(span.start, span.end))
    .join('\n');
}

/**
 * Resolves the TeX commands that stand outside the formulas of one paragraph. Unknown commands stay.
 * An escaped dollar stays escaped where the bare one would make a formula of what is none.
 *
 * @param marks whether commands of emphasis leave its marks (emphasis.ts)
 */
export function resolveCommands(text: string, marks = false): string {
  if (!/[\\{]/.test(text)) return text;
  const resolved = resolve(text, true, marks);
  if (!text.includes('\\$') || formulasOf(resolved) === formulasOf(text)) return resolved;
  return resolve(text, false, marks);
}
