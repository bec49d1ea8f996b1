/** The operators of a query, where they stand in it, and what is left: words. */
import { clausesOf, searchable, type Clause, type FieldName } from './fields.ts';
import { plainTex, tidyQuery } from './query.ts';
import { wordLine, words } from './searched-words.ts';
import { stopWords } from '../text/words.ts';
import { tokensOf, type Token } from './tokens.ts';
import { isYearRange } from './years.ts';

/** A part of a query. */
export interface Part {
  /** Place of its first character in the tidy query, and of the first after it. */
  readonly from: number;
  readonly to: number;
  /** A word that is none of an operator, as typed. */
  readonly bare?: string | undefined;
  /** What shall not be there. */
  readonly not: boolean;
  /** All must hold; of each, one. Of `not`: of each, none. */
  readonly all: readonly (readonly Clause[])[];
  /** What a group in parentheses excludes. */
  readonly without: readonly Clause[];
}

const quotes = /["“”„‟«»]/g;
const barred = /^\p{L}{2,}(?:\|\p{L}{2,})+$/u;

/** Groups within groups, at most; clauses that alternatives of several words make, at most. */
const deepest = 6;
const mostClauses = 60;

/** English around an OR or NOT that is no operator: "Do NOT Know", "Either X OR Y", "To Be OR NOT". */
const english = new Set(
  'all always could did either enough every if just may might must necessarily need not only or really should so whether yet'.split(
    ' ',
  ),
);

const isPlain = ({ kind, field, minus }: Token): boolean =>
  kind === 'plain' && field === undefined && !minus;

/** Of `A OR B` the A is a letter and no article. */
function isEnglish(token: Token): boolean {
  const word = wordLine(token.raw);
  const letter = word.length === 1 && token.raw !== word;
  return isPlain(token) && !letter && (stopWords.has(word) || english.has(word));
}

/** A browser's tab: "Attention Is All You Need | Site". */
function isTitleBar(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens.slice(0, at), tokens.slice(at + 1)];
  return [before, after].some((side) => side.length > 4 && side.every(isPlain));
}

function isOr(tokens: readonly Token[], at: number): boolean {
  const [before, here, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (before === undefined || here === undefined || after === undefined) return false;
  if (here.raw === '|') return !isTitleBar(tokens, at);
  if (here.raw !== 'OR' || isEnglish(before) || isEnglish(after)) return false;
  return !tokens.slice(0, at).some((token) => /^(?:either|whether)$/i.test(token.raw));
}

function isNot(tokens: readonly Token[], at: number): boolean {
  const [before, here, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (here?.raw !== 'NOT' || after === undefined || after.minus) return false;
  if (!isPlain(after)) return true;
  if (!/^[\p{L}\p{N}]/u.test(after.value) || isEnglish(after)) return false;
  if (before !== undefined && before.raw !== 'AND' && isEnglish(before)) return false;
  // "What They Know and What They Do NOT Know": nobody asks for a word and excludes it.
  const word = wordLine(after.raw);
  return !tokens.some((token) => token !== after && isPlain(token) && wordLine(token.raw) === word);
}

/** The dash of a title: "Impedance Control for Free-Flying Space Robots -Basic Equations and Applications-". */
function isDash(tokens: readonly Token[], at: number): boolean {
  const { minus, kind, field } = tokens[at] ?? {};
  const before = tokens[at - 1];
  if (minus !== true || kind !== 'plain' || field !== undefined || before === undefined)
    return false;
  const plain = (side: readonly Token[]): number => side.filter(isPlain).length;
  const [left, right] = [plain(tokens.slice(0, at)), plain(tokens.slice(at + 1))];
  const joins = before.raw === 'OR' || before.raw === 'AND';
  return (right > 0 && isEnglish(before) && !joins) || (right > 1 && left > 4);
}

const leaf = ({ from, to }: Token, not: boolean, alternatives: readonly Clause[]): Part => ({
  from,
  to,
  not,
  all: [alternatives],
  without: [],
});

const isWord = ({ field, phrase }: Clause): boolean => field === undefined && !phrase;

/** Words beside each other as one clause, so that they can be alternatives or excluded together. */
function together({ all }: Part): readonly (readonly Clause[])[] {
  const others = all.filter(([first, ...more]) => !first || more.length > 0 || !isWord(first));
  const text = all
    .filter((group) => !others.includes(group))
    .flatMap((group) => group.map((clause) => clause.text))
    .join(' ');
  return text === '' ? others : [[{ text, phrase: false }], ...others];
}

/** What a part excludes if it shall not be there. */
export const excluded = (part: Part): readonly Clause[] => [
  ...together(part).flat(),
  ...part.without,
];

/** One part of what stands between ORs. */
function either(parts: readonly Part[]): Part | undefined {
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined || parts.length === 1) return first;
  const sides = parts.filter(({ not }) => !not).map(together);
  const without = parts.flatMap((part) => (part.not ? excluded(part) : part.without));
  const groups = sides.reduce((product, { length }) => product * length, 1);
  const all =
    groups > mostClauses
      ? [sides.flat(2)]
      : sides.reduce(
          (some, side) => some.flatMap((these) => side.map((those) => [...these, ...those])),
          [[]],
        );
  return { from: first.from, to: last.to, not: false, all: sides.length > 0 ? all : [], without };
}

/** @param within the field before the parentheses around it */
function partOf(token: Token, within: FieldName | undefined, depth: number): Part | undefined {
  const { from, to, raw, minus, kind } = token;
  const field = token.field ?? within;
  if (kind === 'group' && depth < deepest) {
    const parts = partsOf(tokensOf(token.value, token.at), field, depth + 1);
    const wanted = parts.filter(({ not }) => !not);
    const without = parts.flatMap((part) => (part.not ? excluded(part) : part.without));
    if (parts.length === 0) return undefined;
    const bare = !minus && parts.every((part) => part.bare !== undefined) ? raw : undefined;
    const all = wanted.flatMap((part) => part.all);
    return { from, to, bare, not: minus && all.length > 0, all, without };
  }
  const text = plainTex(token.value).replaceAll('"', ' ').trim();
  if (field !== undefined) {
    const clauses = clausesOf(field, text, kind === 'quoted');
    if (clauses !== undefined) return leaf(token, minus, clauses);
  }
  if (!searchable(field === undefined ? text : raw)) return undefined;
  if (field === undefined && !minus && isYearRange(text)) {
    return leaf(token, false, clausesOf('year', text, false) ?? []);
  }
  const bars = barred.test(text) ? text.split('|') : [text];
  // One word in quotes is a word.
  const phrase = kind === 'quoted' && words(text).length > 1;
  const clauses = bars.map((word) => ({ text: word, phrase }));
  const not = minus && field === undefined && /^[\p{L}\p{N}]/u.test(text);
  if (not || phrase || bars.length > 1) return leaf(token, not, clauses);
  return { ...leaf(token, false, clauses), bare: raw };
}

function partsOf(
  tokens: readonly Token[],
  within: FieldName | undefined,
  depth: number,
): readonly Part[] {
  const parts: Part[][] = [];
  let or = false;
  let not: number | undefined;
  for (const [at, token] of tokens.entries()) {
    if (isOr(tokens, at)) {
      or = true;
      continue;
    }
    if (isNot(tokens, at)) {
      not ??= token.from;
      continue;
    }
    const part = partOf(isDash(tokens, at) ? { ...token, minus: false } : token, within, depth);
    if (part === undefined) continue;
    const next = not === undefined ? part : { ...part, from: not, not: true, bare: undefined };
    const before = or ? parts.at(-1) : undefined;
    if (before === undefined) parts.push([next]);
    else before.push(next);
    or = false;
    not = undefined;
  }
  return parts.map(either).filter((part) => part !== undefined);
}

/**
 * The parts of a query, in order.
 *
 * @param tidy as `tidyQuery` leaves it
 */
export function readParts(tidy: string): readonly Part[] {
  const parts = partsOf(tokensOf(tidy.replaceAll(quotes, '"')), undefined, 0);
  // An AND beside an operator says what is so anyway.
  return parts.filter(
    ({ bare }, at) =>
      bare !== 'AND' ||
      [parts[at - 1], parts[at + 1]].every((beside) => !beside || beside.bare !== undefined),
  );
}

/** The operators of a query, in order. */
export const operatorsOf = (raw: string): readonly Part[] =>
  readParts(tidyQuery(raw)).filter(({ bare }) => bare === undefined);

/** A query without some of its operators, the rest as typed. */
export function withoutOperators(raw: string, operators: readonly Part[]): string {
  const tidy = tidyQuery(raw);
  const left = operators
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, { from, to }) => `${text.slice(0, from)} ${text.slice(to)}`, tidy);
  return tidyQuery(left);
}
