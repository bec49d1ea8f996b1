import { operandFollows, sidesOf, type Sides, type Trace } from './damage-context.ts';
import { takeApart } from './damage-glued.ts';
import { known } from './damage-names.ts';

/** Relations of two letters glued to variables, of which most are also words: `bin`, `min`, `all`, `age`. */
const member = /^[A-Za-z]in[A-Z]?$/;
const limit = /^[A-HJ-Za-z]to$/;
const order = /^[A-Za-z](?:ll|gg|le|ge|pm|sim)[A-Z]?$/;
const functionsOfRange = /^(?:[bdfgmpstw]in|Kin)$/i;
const shortWords = /^(?:[abfipt]ll|age|egg|[abptfu]le|[abr]pm)$/i;

/** Is a word that may be read otherwise made of commands, as its sides tell? */
function isGluedFormula(word: string, sides: Sides): boolean {
  const { before, after } = sides;
  if (/^ineq$/i.test(word)) return /^ ?[A-Za-z\d](?![A-Za-z])/.test(after);
  if (/^[A-Z][a-z]{4,}[A-Z]$/.test(word))
    return /[\d({=<>] ?$/.test(before) || /^[_^(=<>]/.test(after);
  if (/(?:log|ln)$/.test(word)) return operandFollows(sides) && !/^[bvs]log$/i.test(word);
  if (member.test(word)) {
    if (/^[a-z]in[A-Z]$/.test(word) || /^ ?[A-Z][_^]/.test(after)) return true;
    if (functionsOfRange.test(word))
      return (
        (word !== 'min' && after.startsWith('{')) || /^ ?\[-?[\d.]+, ?[\d.a-z]+[\])]/.test(after)
      );
    return /^(?: ?\{| ?[[(][\d-]| [A-Z](?![\w'’.-]))/.test(after);
  }
  if (limit.test(word)) return /^ (?:\d|infty|∞)/.test(after) || /\d$/.test(before);
  if (order.test(word)) {
    return (
      /^ ?(?:[B-HJ-Zb-z](?![\w'’-])|[A-Z]{2}(?![\w'’-])| -?\d|\d)/.test(after) &&
      !shortWords.test(word)
    );
  }
  return false;
}

/** Names that no English word holds, whatever they are glued to: `ICDleftrightarrowICD`, `modeltimestask`. */
const within =
  /(?:left|right|up|down)arrow|infty|varepsilon|subseteq|otimes|widetilde|backslash|^sqrt[A-Za-z]$|^[A-Z]subset$|^notsubset|^(?:tilde|hat)[A-Z]$|^langle|[^t]rangle$|[A-Za-z]{3}times[a-z]{3}/;
const madeOfTimes = /times(?:tep|tamp|cale|eries|lot|pan|ync|pent)|[td]rangle$|^(?:st|w)rangle$/i;

/** Units with `\\mu`; a `mug` needs more than a number before it. */
const micro = /^mu(?:[msLlMAFNVW]|Hz)$/;

const quoted = (name: string): string => `\`\\${name}\``;

/** What is wrong with a word, in words for people, or nothing. */
function whyDamaged(text: string, word: string, start: number): string | undefined {
  // Sides are cut out only for the few words that need them.
  const sides = (): Sides => sidesOf(text, start, start + word.length);
  const isFormula = known.get(word);
  if (isFormula !== undefined) {
    return isFormula(word, sides())
      ? `\`${word}\` is a ${quoted(word)} that lost its backslash`
      : undefined;
  }
  const glued = takeApart(word);
  if (glued !== undefined && (glued.sure || isGluedFormula(word, sides()))) {
    const commands = glued.commands.map((name) => `a ${quoted(name)}`).join(' and ');
    const lost =
      glued.commands.length > 1 ? 'that lost their backslashes' : 'that lost its backslash';
    const variables = [...glued.rest].map((name) => `\`${name}\``).join(' and ');
    return `\`${word}\` is ${variables === '' ? '' : `${variables} and `}${commands} ${lost}`;
  }
  if (micro.test(word) && /\d ?$/.test(sides().before) && !/^[a-z]/.test(sides().after)) {
    return `\`${word}\` is a ${quoted('mu')} that lost its backslash, and a unit`;
  }
  if (word.length < 4) return undefined;
  if (word.startsWith('times') && /\d$/.test(sides().before)) {
    return `\`${word}\` begins with a ${quoted('times')} that lost its backslash`;
  }
  const held = within.exec(word);
  if (held === null || madeOfTimes.test(word)) return undefined;
  return `\`${word}\` holds the name of a TeX command that lost its backslash`;
}

/** The words of a text that were commands, in order. Linear in its length. */
export function damagedWords(text: string): Trace[] {
  const traces: Trace[] = [];
  // With its backslash it is TeX.
  for (const { index: start, 0: word } of text.matchAll(/(?<![\\A-Za-z])[A-Za-z]{2,}/g)) {
    const why = whyDamaged(text, word, start);
    if (why !== undefined) traces.push({ start, end: start + word.length, why, lost: true });
  }
  return traces;
}
