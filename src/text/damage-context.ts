/** A place where a command was, before it is widened to the expression it stands in. */
export interface Trace {
  readonly start: number;
  readonly end: number;
  readonly why: string;
  /** False where only the look of letters is gone: `{it misaligned}`. */
  readonly lost: boolean;
}

/**
 * What stands beside a word: a variable, a number, a bracket. This tells the `in` of `xin R^d` and the `sim`
 * of `0sim 5` from English.
 */
export interface Sides {
  /** The text right before the word, as far as it matters. */
  readonly before: string;
  /** The text right after it. */
  readonly after: string;
}

/** No sign of a formula reaches farther than this from its word, in UTF-16 units. */
const reach = 18;

/** The sides of the word from `start` to `end`. */
export function sidesOf(text: string, start: number, end: number): Sides {
  return {
    before: text.slice(Math.max(0, start - reach), start),
    after: text.slice(end, end + reach),
  };
}

/** `a`, `A` and `I` are words; a letter after an apostrophe or a hyphen is part of one. */
const variable = '[B-HJ-Zb-z]';
const right = new RegExp(
  `^ ?(?:${variable}(?:[,;:)\\]}_^=+*/(<>|]|$|\\.?(?: |$))|[-+]?\\.?\\d|[{(|[]|[A-Za-z]{1,4}[_^])`,
);
const left = new RegExp(
  `(?:(?:^|[^A-Za-z'’.\\-\\w])${variable}|\\d%?[KMB]?|[)}\\]|]|[_^](?:[A-Za-z0-9*']{1,4}|\\{[^{} ]{1,12}\\}?)) ?$`,
);

/** Does what follows, after at most one blank, look like the right half of a formula? */
export const operandFollows = ({ after }: Sides): boolean => right.test(after);

/** Does what goes before, with at most one blank between, look like the left half of a formula? */
export const operandPrecedes = ({ before }: Sides): boolean => left.test(before);

/** A number, but not the one in `sim2real`. */
export const numberFollows = ({ after }: Sides): boolean =>
  /^ ?[-+]?\.?\d(?![\d.,]*[a-jl-wy-z])/.test(after);

/** Does a number end right here, or one blank before? */
export const numberPrecedes = ({ before }: Sides): boolean => /\d[KMB%]? ?$/.test(before);

/** Does the word stand below or above the line? `snake_case` and `--flag_name` do not count. */
export function inScript(before: string): boolean {
  return /\^\{?$|(?:[)|\]}]|(?:^|[^A-Za-z_])[A-Za-z])_\{?$/.test(before);
}
