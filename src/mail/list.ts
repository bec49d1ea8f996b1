/** The list of those who get mails, and what each wants of a digest. Nothing that is said of it holds an address. */
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { readAddress } from './address.ts';

/** A value, and where it stands. */
export interface Said {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** What one line asks for: papers of any of the topics that any of the queries finds; of each that is said. */
export interface Wish {
  readonly topics: readonly Said[];
  readonly queries: readonly Said[];
}

export interface Recipient {
  readonly address: string;
  /** See `Address`. */
  readonly same: string;
  /** The first line with the address, counted from 1: all that is ever said of whom it is. */
  readonly line: number;
  /** Of each line with the address; a paper that any of them asks for is sent. */
  readonly wishes: readonly Wish[];
}

export interface ListReading {
  readonly recipients: readonly Recipient[];
  readonly problems: readonly Diagnostic[];
}

/** Up to a semicolon outside of double quotes. Text without end is one part: linear. */
const part = /(?:"(?:[^"\\]|\\.)*(?:"|$)|[^";])*(?:;|$)/gsy;

/** The parts of a line between semicolons, trimmed, with their columns. */
function partsOf(text: string, line: number): Said[] {
  const parts: Said[] = [];
  for (const { 0: whole, index } of text.matchAll(part)) {
    if (whole === '' && index > 0) break;
    const start = whole.length - whole.trimStart().length;
    const value = whole.replace(/;$/, '').trim();
    parts.push({ text: value, line, column: index + Math.min(start, whole.length) + 1 });
  }
  return parts;
}

const unquoted = (text: string): string => text.replace(/^"(.*)"$/s, '$1').trim();

/**
 * Reads a list: one line a recipient, `address; topic=robotics; query="world models" -survey`. Empty lines and those
 * that begin with `#` say nothing. A query is what would be typed into the site's search. An address on several lines
 * gets one mail.
 *
 * @param file what to call the list in messages
 */
export function parseList(file: string, text: string): ListReading {
  const found = new Map<string, Recipient>();
  const problems: Diagnostic[] = [];
  for (const [at, row] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (/^\s*(?:#|$)/.test(row)) continue;
    const line = at + 1;
    const complain = (column: number, why: string): void =>
      void problems.push(diagnostic('mail/list', { file, line, column }, { why }));
    const [first, ...more] = partsOf(row, line);
    const address = readAddress(first?.text ?? '');
    if (address === undefined) complain(first?.column ?? 1, 'it does not begin with an address');
    const topics: Said[] = [];
    const queries: Said[] = [];
    for (const said of more) {
      if (said.text === '') continue;
      const [, name = '', rest = ''] = /^([a-z]+)\s*=(.*)$/is.exec(said.text) ?? [];
      const value = rest.trim();
      const column = said.column + said.text.length - value.length;
      const kind = name.toLowerCase();
      if (kind !== 'topic' && kind !== 'query')
        complain(said.column, 'it is neither `topic=` nor `query=`');
      else if (unquoted(value) === '') complain(said.column, `\`${kind}=\` says nothing`);
      else if (kind === 'topic') topics.push({ text: unquoted(value), line, column });
      else queries.push({ text: value, line, column });
    }
    if (address === undefined) continue;
    const known = found.get(address.same);
    found.set(address.same, {
      ...(known ?? { ...address, line }),
      wishes: [...(known?.wishes ?? []), { topics, queries }],
    });
  }
  return { recipients: [...found.values()], problems };
}
