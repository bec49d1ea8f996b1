/** Emphasis of Markdown: which runs of `*`, `_` and `~~` are marks, and which are signs of the text. */

/** A run of marks in a text, as it is found; `match` fills in the rest. */
export interface Delimiter {
  readonly char: string;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Signs that turned out to be text. */
  left: number;
  emOpen: number;
  emClose: number;
  strongOpen: number;
  strongClose: number;
}

const space = /[\s\u00a0]/;
const punctuation = /[\p{P}\p{S}]/u;

/**
 * Reads a run of marks by what stands on its sides.
 *
 * @param before the character before the run, `''` at the start
 * @param after the character after the run, `''` at the end
 * @see https://spec.commonmark.org/0.31.2/#delimiter-run
 */
export function delimiter(char: string, length: number, before: string, after: string): Delimiter {
  const spaceBefore = before === '' || space.test(before);
  const spaceAfter = after === '' || space.test(after);
  const markBefore = !spaceBefore && punctuation.test(before);
  const markAfter = !spaceAfter && punctuation.test(after);
  const left = !spaceAfter && (!markAfter || spaceBefore || markBefore);
  const right = !spaceBefore && (!markBefore || spaceAfter || markAfter);
  const words = char === '_';
  return {
    char,
    length,
    opens: left && (!words || !right || markBefore),
    closes: right && (!words || !left || markAfter),
    left: length,
    emOpen: 0,
    emClose: 0,
    strongOpen: 0,
    strongClose: 0,
  };
}

/** Whether two runs may belong together: the "rule of three", and only `~~` strikes out. */
function fits(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.char !== closer.char || !opener.opens) return false;
  if (opener.char === '~') return opener.left === 2 && closer.left === 2;
  if (!opener.closes && !closer.opens) return true;
  const whole = opener.length % 3 === 0 && closer.length % 3 === 0;
  return whole || (opener.length + closer.length) % 3 !== 0;
}

function join(opener: Delimiter, closer: Delimiter): void {
  const two = opener.left >= 2 && closer.left >= 2;
  const used = two ? 2 : 1;
  opener.left -= used;
  closer.left -= used;
  if (opener.char === '~') return;
  if (two) {
    opener.strongOpen++;
    closer.strongClose++;
  } else {
    opener.emOpen++;
    closer.emClose++;
  }
}

/**
 * Pairs the runs from index `from` on, and takes them from the list. Time is linear: for each kind of
 * closer it is remembered below which run no opener is left.
 *
 * @see https://spec.commonmark.org/0.31.2/#an-algorithm-for-parsing-nested-emphasis-and-links
 */
export function match(delimiters: Delimiter[], from: number): void {
  const open: Delimiter[] = [];
  const bottoms = new Map<string, number>();
  for (let index = from; index < delimiters.length; index++) {
    const closer = delimiters[index];
    if (!closer) break;
    const kind = `${closer.char}${closer.opens ? 'o' : ''}${String(closer.length % 3)}`;
    while (closer.closes && closer.left > 0) {
      const bottom = Math.min(bottoms.get(kind) ?? 0, open.length);
      let at = open.length - 1;
      for (; at >= bottom; at--) {
        const opener = open[at];
        if (opener && fits(opener, closer)) break;
      }
      const opener = at < bottom ? undefined : open[at];
      if (!opener) {
        bottoms.set(kind, open.length);
        break;
      }
      open.length = at + 1;
      join(opener, closer);
      if (opener.left === 0) open.pop();
      // What was searched in vain may have been taken away since.
      for (const [key, height] of bottoms) if (height > open.length) bottoms.set(key, open.length);
    }
    if (closer.left > 0 && closer.opens) open.push(closer);
  }
  delimiters.length = Math.min(delimiters.length, from);
}
