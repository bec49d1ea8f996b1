/** BibTeX as people write it. */
import type { TextRange } from '../model.ts';

/** The fields of an entry by their names in lower case, their values as TeX. */
export type BibtexFields = Readonly<Record<string, string>>;

/** An entry, or what looks like one: `@string{…}`. */
export interface BibtexEntry extends TextRange {
  /** Type in lower case: `article`, `string`, `comment`. */
  readonly type: string;
  /** Key in lower case; empty if it has none. */
  readonly key: string;
  readonly fields: BibtexFields;
  /** The last of its values has no end: the fields before it are whole. */
  readonly open: boolean;
}

/** Abbreviations of BibTeX's standard styles; those of months say what they mean. @see plain.bst */
const standard = Object.entries({
  acmcs: 'ACM Computing Surveys',
  acta: 'Acta Informatica',
  cacm: 'Communications of the ACM',
  ibmjrd: 'IBM Journal of Research and Development',
  ibmsj: 'IBM Systems Journal',
  ieeese: 'IEEE Transactions on Software Engineering',
  ieeetc: 'IEEE Transactions on Computers',
  ieeetcad: 'IEEE Transactions on Computer-Aided Design of Integrated Circuits',
  ipl: 'Information Processing Letters',
  jacm: 'Journal of the ACM',
  jcss: 'Journal of Computer and System Sciences',
  scp: 'Science of Computer Programming',
  sicomp: 'SIAM Journal on Computing',
  tcs: 'Theoretical Computer Science',
  tocs: 'ACM Transactions on Computer Systems',
  tods: 'ACM Transactions on Database Systems',
  tog: 'ACM Transactions on Graphics',
  toms: 'ACM Transactions on Mathematical Software',
  toois: 'ACM Transactions on Office Information Systems',
  toplas: 'ACM Transactions on Programming Languages and Systems',
});

const opening = /@\s{0,20}([A-Za-z][\w-]{0,40})\s{0,20}([{(])/g;
/** The beginning of another entry inside one, which shows that a brace is missing. */
const nextEntry =
  /@\s{0,20}(?:(?:string|preamble|comment)\s{0,20}[{(]|[A-Za-z][\w-]{0,40}\s{0,20}[{(]\s{0,20}[^\s,{}()="]{0,200}\s{0,20},)/iy;
const keyOf = /\s{0,20}([^,={}"]{0,300}?)\s{0,20},/y;
/** Commas and comments between fields. */
const between = /(?:[\s,]|%.*)+/y;
const name = /[A-Za-z][\w.:+/-]*/y;
const equals = /\s*=\s*/y;
const joins = /\s*#\s*/y;
const bareWord = /[^\s,{}()"#]+/y;
const abbreviation = /^[a-z_][\w:+-]*$/i;
const month = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
/** What follows the quote that ends a value: another one is a part of it. */
const follows = /\s*(?:[,#]|$|[)}]{1,9}[ \t]*(?:[\r\n@%]|$)|[A-Za-z][\w.:+/-]*\s*=)/y;

/** Whether only blanks stand before an offset on its line. */
function beginsLine(text: string, offset: number): boolean {
  for (let before = offset - 1; before >= 0; before--) {
    const char = text.charAt(before);
    if (char === '\n' || char === '\r') return true;
    if (char !== ' ' && char !== '\t' && char !== '\ufeff') return false;
  }
  return true;
}

/**
 * Reads entries one after the other. What is off in their syntax but plain in its meaning is understood: a key that
 * is missing or has blanks, commas too many or too few, values without braces, quotes inside quotes, a closing brace
 * missing at the very end. `\{` and `\}` are no braces: BibTeX itself counts them, but people write them singly.
 */
class BibtexReader {
  readonly #text: string;
  readonly #strings = new Map<string, string>(standard);
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Goes behind what matches here, and returns it. */
  #past(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found = ''] = pattern.exec(this.#text) ?? [];
    this.#at += found.length;
    return found;
  }

  #entryBegins(at: number): boolean {
    nextEntry.lastIndex = at;
    return beginsLine(this.#text, at) && nextEntry.test(this.#text);
  }

  /** Goes behind the brace or quote that closes the one here, or else to the next entry; returns what is inside. */
  #enclosed(): string | undefined {
    const text = this.#text;
    const start = this.#at + 1;
    const quoted = text.charAt(start - 1) === '"';
    let depth = 0;
    for (let at = start; at < text.length; at++) {
      const char = text.charAt(at);
      if (char === '\\') {
        if ('\\{}'.includes(text.charAt(at + 1))) at++;
      } else if (char === '{') depth++;
      else if (char === '"' && quoted && depth <= 0) follows.lastIndex = at + 1;
      else if (char === '@' && this.#entryBegins(at)) {
        this.#at = at;
        return undefined;
      } else if (char === '}') depth--;
      const ends = quoted ? char === '"' && depth <= 0 && follows.test(text) : depth < 0;
      if (!ends) continue;
      this.#at = at + 1;
      return text.slice(start, at);
    }
    this.#at = text.length;
    return undefined;
  }

  #word(): string {
    const word = this.#past(bareWord);
    if (!abbreviation.test(word)) return word;
    return this.#strings.get(word.toLowerCase()) ?? (month.test(word) ? word : '');
  }

  /** A value with its parts joined; nothing if it has no end. */
  #value(): string | undefined {
    let value = '';
    do {
      const part = /["{]/.test(this.#text.charAt(this.#at)) ? this.#enclosed() : this.#word();
      if (part === undefined) return undefined;
      value += part;
    } while (this.#past(joins) !== '');
    return value;
  }

  /** Reads the entry that begins with a match of `opening`. */
  read({ index: start, 0: { length }, 1: said = '', 2: bracket }: RegExpExecArray): BibtexEntry {
    const text = this.#text;
    const type = said.toLowerCase();
    this.#at = start + length;
    const key = type === 'string' ? '' : this.#past(keyOf).slice(0, -1).trim().toLowerCase();
    const fields: [string, string][] = [];
    let open = false;
    while (!open && this.#at < text.length) {
      this.#past(between);
      const char = text.charAt(this.#at);
      if (char === '@' && this.#entryBegins(this.#at)) break;
      if (char === '}' || (char === ')' && bracket === '(')) {
        this.#at++;
        break;
      }
      const field = this.#past(name).toLowerCase();
      if (field !== '' && this.#past(equals) !== '') {
        const from = this.#at;
        const value = this.#value();
        if (value === undefined) open = true;
        else if (this.#at > from) fields.push([field, value]);
      } else if (char === '{') open = this.#enclosed() === undefined;
      else if (field === '') this.#at++;
    }
    if (type === 'string') for (const [word, value] of fields) this.#strings.set(word, value);
    return { type, key, fields: Object.fromEntries(fields), open, start, end: this.#at };
  }
}

/**
 * Finds the entries of a BibTeX file. One that is not closed ends where the next one begins on a line of its own.
 * Takes time in proportion to the text.
 */
export function bibtexEntries(text: string): BibtexEntry[] {
  const reader = new BibtexReader(text);
  const entries: BibtexEntry[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    // An address in a note (`me@host {`) begins no entry; one right behind another entry does.
    const done = entries.at(-1)?.end ?? -Infinity;
    const { index } = match;
    const isNext = index - done < 100 && /^[\s,)}]*$/.test(text.slice(Math.max(done, 0), index));
    if (!isNext && !beginsLine(text, index)) continue;
    const entry = reader.read(match);
    entries.push(entry);
    opening.lastIndex = entry.end;
  }
  return entries;
}
