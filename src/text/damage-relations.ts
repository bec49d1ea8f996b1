import {
  inScript,
  numberFollows,
  numberPrecedes,
  operandFollows,
  operandPrecedes,
  type Sides,
} from './damage-context.ts';
import { marks } from './damage-names.ts';

const between = (sides: Sides): boolean => operandPrecedes(sides) && operandFollows(sides);

/** `3 sim (see` is no formula: a bracket is a weak right half. */
const beforeBracket = ({ after }: Sides): boolean => /^ ?[[(|{]/.test(after);

/** Those that English or somebody's abbreviation could mean, each with what tells that it does not. */
const rules: Readonly<Record<string, (sides: Sides) => boolean>> = {
  times: (sides) =>
    /\d$/.test(sides.before) ||
    /^\d/.test(sides.after) ||
    (numberPrecedes(sides) && numberFollows(sides)) ||
    (between(sides) && !beforeBracket(sides)),
  sim: (sides) => numberFollows(sides) || (between(sides) && !beforeBracket(sides)),
  approx: (sides) =>
    numberFollows(sides) ||
    between(sides) ||
    (operandPrecedes(sides) && /^ [A-Z]{1,2}[ .,)]/.test(sides.after)),
  // `P ne NP`: the names of classes.
  ne: (sides) =>
    between(sides) ||
    (/(?:^|[^A-Za-z])[A-Z]{1,5} $/.test(sides.before) && /^ (?:co)?[A-Z]{1,6}\b/.test(sides.after)),
  // Only braces tell it from an abbreviation.
  deg: () => false,
  le: (sides) => numberFollows(sides) || between(sides),
  ge: (sides) => numberFollows(sides) || between(sides),
  // `5 pm 7` is an hour.
  pm: (sides) =>
    (numberFollows(sides) && !/(?:^|[^\d.])\d{1,2}(?::\d\d)? $/.test(sides.before)) ||
    (/\d ?$/.test(sides.before) && /^ ?(?:eps|epsilon|delta|o\()/.test(sides.after)),
  in: ({ before, after }) => /[)}\]]$/.test(before) && /^ ?[[({A-Z]/.test(after),
  to: ({ before, after }) =>
    /\dD$/.test(before) || (/[}\]]$/.test(before) && /^ ?[[({A-Z\d]/.test(after)),
};
/** Words that only a subscript or superscript tells from English. */
const english = new Set([
  'models',
  'top',
  'bot',
  'star',
  'prime',
  'flat',
  'sharp',
  'natural',
  'ast',
  'div',
  'land',
  'bullet',
  'dagger',
]);

/** Is the name of a relation or a mark a formula's, as its sides tell? */
export function isFormulaSign(name: string, sides: Sides): boolean {
  const { before, after } = sides;
  // `256{times}256`; `x_{in}` is somebody's subscript.
  const word = name === 'in' || name === 'to' || english.has(name);
  if ((word ? /(?:^|[^_\w])\{$/ : /(?:^|[^_A-Za-z])\{$/).test(before) && after.startsWith('}'))
    return true;
  // `sem_sim` is somebody's variable.
  if (before.endsWith('_') && !inScript(before)) return false;
  if (before.endsWith('!') && after.startsWith('!')) return true;
  // Capitals of other scripts: `εin(0,1)`.
  if (/\p{Script=Greek}$/u.test(before)) return true;
  if (marks.has(name) && inScript(before)) return true;
  if (english.has(name)) return false;
  return (rules[name] ?? between)(sides);
}
