/** Parts inline Markdown into text, code, links and runs of marks. */
import { decodeEntities } from '../arxiv/html-text.ts';
import { delimiter, match, type Delimiter } from './emphasis.ts';
import { destinationAt, referenceAt, tagAt, type Destination } from './marks.ts';

/** A link or an image; the address is unknown where its reference is missing. */
export interface InlineLink {
  readonly url: string | undefined;
  readonly image: boolean;
  /** Text between the brackets, images left out. */
  label: string;
}

export interface InlineOptions {
  /** Addresses of references, by their label in lower case. */
  readonly references?: ReadonlyMap<string, string>;
  /** `[text][12]` is a link although the reference is missing: the capture was cut. */
  readonly numbered?: boolean;
  /** Text between two `$` is kept as it stands. */
  readonly math?: boolean;
  /** Backslashes and stars are text: what made the Markdown did not escape them. */
  readonly raw?: boolean;
}

/** A part of a text, in the order of the text. */
export type Node =
  | { readonly is: 'text' | 'code'; text: string }
  | { readonly is: 'marks'; readonly marks: Delimiter }
  | {
      is: 'open' | 'literal';
      readonly image: boolean;
      link: InlineLink | undefined;
      readonly delimiters: number;
    }
  | { readonly is: 'close' };

const escapable = /[!-/:-@[-`{-~]/;
const special = /[\\`$<![\]*_~]/g;
const bareEntity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi;

const decoded = (text: string): string =>
  text.includes('&') ? text.replaceAll(bareEntity, (entity) => decodeEntities(entity)) : text;

/** Reads one text; a scanner that looks at every character a bounded number of times. */
export class Scanner {
  readonly #text: string;
  readonly #options: InlineOptions;
  readonly #nodes: Node[] = [];
  readonly #delimiters: Delimiter[] = [];
  readonly #brackets: number[] = [];
  /** Lengths of runs of backticks that nothing closes any more. */
  readonly #unclosed = new Set<number>();
  readonly #found = new Map<string, number>();
  #at = 0;

  constructor(text: string, options: InlineOptions) {
    this.#text = text;
    this.#options = options;
  }

  /** The parts of the text; brackets that no link closes are `literal`. */
  read(): Node[] {
    const text = this.#text;
    while (this.#at < text.length) {
      special.lastIndex = this.#at;
      const next = special.exec(text)?.index ?? text.length;
      if (next > this.#at) this.#push(decoded(text.slice(this.#at, next)));
      this.#at = next;
      if (next < text.length) this.#sign(text.charAt(next));
    }
    match(this.#delimiters, 0);
    return this.#nodes;
  }

  #push(text: string): void {
    const last = this.#nodes.at(-1);
    if (last?.is === 'text') last.text += text;
    else this.#nodes.push({ is: 'text', text });
  }

  #literal(text: string): void {
    this.#push(text);
    this.#at += text.length;
  }

  /** Offset of the next `mark`, Infinity if there is none; looks at the text once, however often asked. */
  #next(mark: string, from: number): number {
    const known = this.#found.get(mark);
    if (known !== undefined && known >= from) return known;
    const found = this.#text.indexOf(mark, from);
    const offset = found < 0 ? Infinity : found;
    this.#found.set(mark, offset);
    return offset;
  }

  #sign(char: string): void {
    switch (char) {
      case '\\':
        return this.#escape();
      case '`':
        return this.#code();
      case '$':
        return this.#formula();
      case '<':
        return this.#tag();
      case '!':
        if (this.#text.charAt(this.#at + 1) !== '[') return this.#literal('!');
        return this.#open(true);
      case '[':
        return this.#open(false);
      case ']':
        return this.#close();
      default:
        return this.#marks(char);
    }
  }

  #escape(): void {
    const rest = this.#text.slice(this.#at, this.#at + 12);
    if (rest.startsWith('\\(') && this.#options.math === true) {
      const close = this.#next('\\)', this.#at + 2);
      if (close - this.#at < 600) return this.#literal(this.#text.slice(this.#at, close + 2));
    }
    // A backslash, or two, before a line break: the mark of a hard break.
    const broken = /^\\{1,2}(?:[ \t]{2,8}|[ \t]{0,8}\n|$)/.exec(rest)?.[0];
    if (broken !== undefined) {
      this.#push(' ');
      this.#at += broken.length;
      return;
    }
    const next = rest.charAt(1);
    if (!escapable.test(next) || this.#options.raw === true || this.#isAccent(rest)) {
      return this.#literal('\\');
    }
    this.#push(next);
    this.#at += 2;
  }

  /** `Fr\'echet`: a TeX accent inside a word, and no escaped apostrophe (`it\'s`). */
  #isAccent(rest: string): boolean {
    const before = this.#text.charAt(this.#at - 1);
    if (!/^\\["'`^~][a-zA-Z{]/.test(rest) || !/\p{L}/u.test(before)) return false;
    return !/^\\['"](?:s|t|re|ve|ll|d|m)(?![a-z])/i.test(rest);
  }

  #code(): void {
    if (this.#options.raw === true) return this.#literal('`');
    const from = this.#at;
    let end = from;
    while (this.#text.charAt(end) === '`') end++;
    const ticks = this.#text.slice(from, end);
    if (!this.#unclosed.has(ticks.length)) {
      let close = this.#text.indexOf(ticks, end);
      while (close >= 0) {
        let after = close;
        while (this.#text.charAt(after) === '`') after++;
        if (after - close === ticks.length) {
          const inner = this.#text.slice(end, close);
          const padded = inner.startsWith(' ') && inner.endsWith(' ') && /[^ ]/.test(inner);
          this.#nodes.push({ is: 'code', text: padded ? inner.slice(1, -1) : inner });
          this.#at = after;
          return;
        }
        close = this.#text.indexOf(ticks, after);
      }
      this.#unclosed.add(ticks.length);
    }
    this.#literal(ticks);
  }

  #formula(): void {
    const from = this.#at;
    const signs = this.#text.charAt(from + 1) === '$' ? '$$' : '$';
    if (this.#options.math !== true) return this.#literal(signs);
    const inner = from + signs.length;
    const close = this.#next(signs, inner);
    const isFormula =
      close > inner &&
      close - inner < 600 &&
      (signs === '$$' ||
        (/\S/.test(this.#text.charAt(inner)) &&
          /[^\s\\]/.test(this.#text.charAt(close - 1)) &&
          !/\d/.test(this.#text.charAt(close + 1))));
    this.#literal(isFormula ? this.#text.slice(from, close + signs.length) : signs);
  }

  #tag(): void {
    if (this.#text.startsWith('<!--', this.#at)) {
      const end = this.#next('-->', this.#at);
      if (end === Infinity) return this.#literal('<');
      this.#at = end + 3;
      return;
    }
    const close = this.#next('>', this.#at);
    const tag = close - this.#at > 1000 ? undefined : tagAt(this.#text, this.#at);
    if (!tag) return this.#literal('<');
    this.#at = tag.end;
    if (tag.url !== undefined) {
      const link: InlineLink = { url: tag.url, image: false, label: tag.url };
      this.#nodes.push({ is: 'open', image: false, link, delimiters: 0 });
      this.#nodes.push({ is: 'text', text: tag.url }, { is: 'close' });
    } else if (tag.breaks) this.#push('\n');
  }

  #open(image: boolean): void {
    this.#brackets.push(this.#nodes.length);
    const delimiters = this.#delimiters.length;
    this.#nodes.push({ is: 'literal', image, link: undefined, delimiters });
    this.#at += image ? 2 : 1;
  }

  #close(): void {
    const opener = this.#nodes[this.#brackets.pop() ?? -1];
    const target = opener?.is === 'literal' ? this.#target(opener.image) : undefined;
    if (opener?.is !== 'literal' || !target) return this.#literal(']');
    match(this.#delimiters, opener.delimiters);
    opener.is = 'open';
    opener.link = { url: target.url, image: opener.image, label: '' };
    this.#nodes.push({ is: 'close' });
    this.#at = target.end;
  }

  /** Where the link leads that a bracket closes here. */
  #target(image: boolean): Destination | undefined {
    const after = this.#at + 1;
    const { references, numbered } = this.#options;
    if (this.#text.charAt(after) === '(') {
      if (this.#next(')', after) === Infinity) return undefined;
      const found = destinationAt(this.#text, after);
      // In text that is not escaped `f[x](y)` is no link.
      const isAddress = /^(?:https?:|mailto:|www\.|[/#.]|$)/i.test(found?.url ?? '');
      return this.#options.raw === true && !isAddress ? undefined : found;
    }
    if (this.#text.charAt(after) !== '[') return undefined;
    const reference = referenceAt(this.#text, after);
    if (!reference) return undefined;
    const url = references?.get(reference.label);
    const missing = numbered === true && !image && /^\d{1,5}$/.test(reference.label);
    return url === undefined && !missing ? undefined : { url, end: reference.end };
  }

  #marks(char: string): void {
    if (this.#options.raw === true) return this.#literal(char);
    const from = this.#at;
    let end = from;
    while (this.#text.charAt(end) === char) end++;
    const after = this.#text.slice(end, end + 2);
    const before = this.#text.slice(Math.max(0, from - 2), from);
    const last = [...before].at(-1) ?? '';
    const marks = delimiter(char, end - from, last, [...after][0] ?? '');
    this.#at = end;
    if ((char === '~' && marks.length !== 2) || (!marks.opens && !marks.closes)) {
      this.#push(this.#text.slice(from, end));
      return;
    }
    this.#delimiters.push(marks);
    this.#nodes.push({ is: 'marks', marks });
  }
}
