/** Links that go on over several lines, blank ones included: `[`, the abstract, `](address)`. */

const isHeading = (line: string): boolean => /^\s{0,3}#{1,6}(?=\s|$)/.test(line.slice(0, 12));

/** A link's text goes on no further than this many lines. */
const farthest = 400;

interface Ends {
  /** Whether a link that was opened on an earlier line ends on this one. */
  readonly closes: boolean;
  /** Whether a bracket is still open at the end. */
  readonly open: boolean;
}

function endsOf(line: string): Ends {
  let depth = 0;
  let closes = false;
  for (let at = 0; at < line.length; at++) {
    const char = line.charCodeAt(at);
    if (char === 0x5c) at++;
    else if (char === 0x5b) depth++;
    else if (char === 0x5d) {
      const next = line.charCodeAt(at + 1);
      if (depth > 0) depth--;
      else if (next === 0x28 || (next === 0x5b && /\d/.test(line.charAt(at + 2)))) closes = true;
    }
  }
  return { closes, open: depth > 0 };
}

/** Finds the ends of links that span lines. Looks at the lines once. */
export class Brackets {
  readonly #open: Uint8Array;
  /** For each line the next one, itself included, that ends a link. */
  readonly #nextEnd: Int32Array;
  readonly #nextHeading: Int32Array;

  constructor(lines: readonly string[]) {
    const none = lines.length;
    this.#open = new Uint8Array(none + 1);
    this.#nextEnd = new Int32Array(none + 1).fill(none);
    this.#nextHeading = new Int32Array(none + 1).fill(none);
    for (let index = none - 1; index >= 0; index--) {
      const line = lines[index] ?? '';
      const ends = line.includes('[') || line.includes(']') ? endsOf(line) : undefined;
      if (ends?.open === true) this.#open[index] = 1;
      this.#nextEnd[index] = ends?.closes === true ? index : (this.#nextEnd[index + 1] ?? none);
      this.#nextHeading[index] = isHeading(line) ? index : (this.#nextHeading[index + 1] ?? none);
    }
  }

  /**
   * The line on which the link ends that is left open on a line.
   *
   * @param index the line, counted from 0
   * @returns `index` itself if nothing is left open, or nothing ends it
   */
  endOf(index: number): number {
    if (this.#open[index] !== 1) return index;
    const end = this.#nextEnd[index + 1] ?? index;
    const heading = this.#nextHeading[index + 1] ?? 0;
    const found = end < heading || heading === this.#open.length - 1;
    return found && end < this.#open.length - 1 && end - index <= farthest ? end : index;
  }
}
