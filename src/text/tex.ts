import { emphasisBegins, emphasisEnds } from './emphasis.ts';
import { formulaSpans, protector } from './protected.ts';
import { matchAt, type Resolved } from './sticky.ts';
import { accentAt, compose, escapedQuotes, letterAt } from './tex-accents.ts';
import { names, raise, signAt } from './tex-signs.ts';

const word = /\\([A-Za-z]+)(\{\})?/y;
const wrapper =
  /\\(?:text(?:bf|it|tt|sc|sf|rm|sl|up|md|normal)?|emph|mbox|underline|uline|url|textcolor ?\{[A-Za-z0-9!]{1,40}\}) ?\{/y;
const fontSwitch =
  /\{ ?\\(?:em|it|bf|tt|sc|sl|rm|sf|itshape|bfseries|ttfamily|scshape|tiny|scriptsize|footnotesize|small|normalsize|large)(?![A-Za-z]) ?/y;
const link = /\\(?:href|hyperlink) ?\{/y;
const macro = /^[A-Z][A-Za-z]{2,}$/;
const special = /[\\{}]/g;

/** A pattern, and what stands for what it finds; undefined if that stays. */
type Rule = readonly [
  pattern: RegExp,
  resolve: (match: RegExpExecArray, work: Work) => string | undefined,
];

/** Commands that their own letters and those beside them tell. */
const commands: readonly Rule[] = [
  [/\\([%&#_${}])/y, ([, char], { dollars }) => (char === '$' && !dollars ? undefined : char)],
  // `http://host/\~name`: the address ends before the backslash.
  [/\\~\{\}|(?<=\/)\\~/y, () => '~'],
  [
    /\\text(superscript|subscript) ?\{([^{}\\]{0,20})\}/y,
    ([, kind = '', of = '']) => raise(kind, of),
  ],
  // `a \em sparse graph`: the braces that ended it are gone.
  [/\\(?:em|it|bf|sc|sl) (?=[A-Za-z]{2})/y, () => ''],
  // `et al.\ 2020`, `10\,000`. The hyphenation mark `\-` stays: authors also write it for a hyphen
  // (`state\-of\-the\-art`).
  [/(?<=[A-Za-z0-9.,;)%}'"])\\ |(?<=[A-Za-z0-9.)$])\\,(?=[A-Za-z0-9($])/y, () => ' '],
];

/** Braces that hold one thing. */
const groups: readonly Rule[] = [
  // `{\"}u`: the braces are about the wrong letter.
  [/\{\\(["'`^~])\}([A-Za-z])/y, ([, accent = '', base = '']) => compose(base, accent)],
  // `2{,}100`, `{ -- }`, `under{-}line`: they keep a sign from its spacing; `2{-}1` is a formula's.
  [
    /(?<=\d)\{(,)\}(?=\d{3}(?!\d))|(?<=[A-Za-z\s])\{(\s?[-–—]{1,3}\s?)\}/y,
    ([, comma, dash]) => comma ?? dash,
  ],
  // `{B}ayesian`: they keep a capital.
  [/(?<![\\^_}])\{([A-Z])\}(?=[a-z]{3})/y, ([, letter]) => letter],
  // `{\' a}`: they make clear what the blank does not.
  [/\{\\(["'`^~=.cvuHkrdb]) ([A-Za-z])\}/y, ([, accent = '', base = '']) => compose(base, accent)],
];

/** What the first rule that fits says; undefined if none fits. */
function byRule(
  rules: readonly Rule[],
  work: Work,
  start: number,
): { step: Step | undefined } | undefined {
  for (const [pattern, resolve] of rules) {
    const match = matchAt(pattern, work.text, start);
    if (match === null) continue;
    const text = resolve(match, work);
    return { step: text === undefined ? undefined : { text, end: pattern.lastIndex } };
  }
  return undefined;
}

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

type Step = Resolved;

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
  if (!matchAt(link, work.text, start)) return undefined;
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

function commandAt(work: Work, start: number): Step | undefined {
  const { text } = work;
  const ruled = byRule(commands, work, start);
  if (ruled) return ruled.step;
  const character =
    signAt(text, start) ?? accentAt(text, start, work.quotes) ?? letterAt(text, start, false);
  if (character) return character;
  if (matchAt(wrapper, text, start)) return unwrap(work, wrapper.lastIndex, wrapper.lastIndex - 1);
  const [, name, empty] = matchAt(word, text, start) ?? [];
  if (name === undefined) return undefined;
  const end = word.lastIndex;
  const printed = names.get(name);
  if (printed !== undefined) return { text: printed, end };
  return empty !== undefined && macro.test(name) ? { text: name, end } : linkAt(work, start);
}

/** `{\"u}`, `{\L}`, `{\em text}`; other braces stay. */
function groupAt(work: Work, start: number): Step | undefined {
  const close = work.braces.get(start);
  if (close === undefined) return undefined;
  const symbol = byRule(groups, work, start)?.step ?? signAt(work.text, start);
  if (symbol) return symbol;
  const inner = start + 1;
  const character = accentAt(work.text, inner, work.quotes) ?? letterAt(work.text, inner, true);
  if (character?.end === close) return { text: character.text, end: close + 1 };
  return matchAt(fontSwitch, work.text, start) && fontSwitch.lastIndex <= close
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
