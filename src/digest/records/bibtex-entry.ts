import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { mendedEntry } from './bibtex-mend.ts';
import { isObject } from './values.ts';

/** The fields of an entry by their names in lower case, their values as TeX. */
export type BibtexFields = Readonly<Record<string, string>>;

/** Longer than any entry; the rest of a file behind an entry that is never closed may be very long. */
const longest = 1_000_000;

const mostFailures = 1000;

/** Fields inside a value whose closing brace is missing. */
const eats =
  /,\s{0,100}(?:(?:author|title|journal|booktitle|abstract|url|doi|eprint|publisher|keywords)\s{0,20}=\s{0,20}[{"]|year\s{0,20}=\s{0,20}[{"]?\d{4}\b)/i;

const assignment = /=\s{0,100}[^\s,})]/;
const bareNames = /[=#]\s{0,100}([A-Za-z_][\w:+-]{0,100})/g;

/** @throws on syntax errors */
function fieldsOf(text: string): BibtexFields | undefined {
  const entries = plugins.input.data(text, '@biblatex/text');
  const last: unknown = Array.isArray(entries) ? entries.at(-1) : undefined;
  const properties = isObject(last) ? last['properties'] : undefined;
  if (!isObject(properties)) return undefined;
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, String(value)]),
  );
}

/** Why the library does not take an entry, in a few words. */
function whyNot(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const expected = /expected "(\w+)", got "?(\w+)"?/.exec(message);
  return expected
    ? `there is ${expected[2] ?? ''} where ${expected[1] ?? ''} is expected`
    : (message.split('\n')[0] ?? '').slice(0, 100);
}

/** Reads entries one by one and remembers the abbreviations (`@string`) that they use. */
export class BibtexReader {
  #failures = 0;
  readonly #strings = new Map<string, string>();

  /** Learns an abbreviation: `@string{jmlr = "Journal of …"}`. */
  learn(text: string): void {
    const body = text.replace(/^@\s*\w+\s*[{(]/, '').replace(/[)}]\s*$/, '');
    const read = this.#read(`@entry{key,${body}\n}`);
    if (typeof read === 'string') return;
    for (const [name, value] of Object.entries(read)) this.#strings.set(name, value);
  }

  /**
   * Reads an entry.
   *
   * @param text from the `@` to the closing brace
   * @param closed whether there is a closing brace
   * @returns its fields, or why it cannot be read
   */
  read(text: string, closed = true): BibtexFields | string {
    if (text.length > longest) return 'it is longer than any entry';
    if (!assignment.test(text)) return 'it has no fields';
    const fields = closed ? this.#read(text) : this.#mend(text, 'one of its braces is not closed');
    const eaten =
      typeof fields !== 'string' && Object.values(fields).some((value) => eats.test(value));
    return eaten ? 'a value holds other fields, so a brace is missing' : fields;
  }

  #read(text: string): BibtexFields | string {
    // An error takes the library longer than a hundred entries: a file that is full of them is mended at once.
    if (this.#failures > mostFailures) return this.#mend(text, 'its syntax is none of BibTeX');
    try {
      return fieldsOf(this.#definitions(text) + text) ?? 'it has no fields';
    } catch (error) {
      this.#failures++;
      return this.#mend(text, whyNot(error));
    }
  }

  #mend(text: string, why: string): BibtexFields | string {
    const mended = mendedEntry(text);
    if (mended === undefined) return why;
    try {
      return fieldsOf(this.#definitions(text) + mended) ?? 'it has no fields';
    } catch {
      return why;
    }
  }

  /** The definitions of the abbreviations that an entry uses, to be put before it. */
  #definitions(text: string): string {
    if (this.#strings.size === 0) return '';
    const used = new Set(
      Array.from(text.matchAll(bareNames), ([, name = '']) => name.toLowerCase()),
    );
    return [...used]
      .flatMap((name) => {
        const value = this.#strings.get(name);
        return value === undefined ? [] : [`@string{${name} = {${value}}}\n`];
      })
      .join('');
  }
}
