/** Heads of mails: header fields, one a line or folded over several (RFC 5322, 2.2); and where mailboxes have them. Pure. */

/** A header field. */
export interface Field {
  /** Lower case; of the line that begins a message of a mailbox, `from `. */
  readonly name: string;
  /** Unfolded. */
  readonly value: string;
  /** The field as it stands, without its last line ending. */
  readonly lines: readonly string[];
}

export interface Head {
  readonly fields: readonly Field[];
  /** Where the text after the head begins, in UTF-16 code units. */
  readonly end: number;
  /** Lines that the head takes, the blank one after it included. */
  readonly count: number;
}

/** Longest head that is looked at, in code units: 100 hops and their signatures stay far below. */
const longestHead = 300_000;

/** Fields that mail programs alone write. */
const technical = new Set(
  'mime-version content-type received return-path message-id delivered-to list-id snapshot-content-location'.split(
    ' ',
  ),
);
const ordinary = new Set('from to cc date sent subject reply-to sender'.split(' '));

/** Fields that records of papers have beside a date and a subject. */
const ofPapers = new Set('title author authors creator abstract identifier'.split(' '));

const isMail = (names: ReadonlySet<string>): boolean => {
  const known = [...names].filter((name) => technical.has(name) || ordinary.has(name));
  const sure = known.some((name) => name === 'subject' || technical.has(name));
  return sure && known.length >= 2 && ![...names].some((name) => ofPapers.has(name));
};

/** How a message begins in a mailbox (RFC 4155): `From MAILER Thu Jan  9 01:29:12 2025`. */
const isEnvelope = (line: string): boolean =>
  /^From \S/.test(line) && line.length < 400 && /\d{1,2}:\d{2}/.test(line) && /\d{4}/.test(line);

const fieldStart = /^([A-Za-z][\w-]{0,60}):/;

/**
 * Reads the head of a mail.
 *
 * @param text a mail, as text of whatever encoding that is ASCII in its head
 * @returns undefined if the text does not begin with one
 */
export function readHead(text: string): Head | undefined {
  const fields: { name: string; value: string; lines: string[] }[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let count = 0;
  while (at < text.length && at < longestHead) {
    const found = text.indexOf('\n', at);
    const end = found < 0 ? text.length : found;
    const line = text.slice(at, text[end - 1] === '\r' ? end - 1 : end);
    const [, name] = fieldStart.exec(line) ?? [];
    const last = fields.at(-1);
    if (line.trim() === '') {
      if (last) return headOf(fields, Math.min(end + 1, text.length), count + 1);
    } else if (/^[ \t]/.test(line) && last) {
      last.lines.push(line);
      last.value += ` ${line.trim()}`;
    } else if (name !== undefined) {
      const value = line.slice(name.length + 1).trim();
      fields.push({ name: name.toLowerCase(), value, lines: [line] });
    } else if (fields.length === 0 && isEnvelope(line)) {
      fields.push({ name: 'from ', value: '', lines: [line] });
    } else return undefined;
    at = end + 1;
    count++;
  }
  return at >= text.length ? headOf(fields, text.length, count) : undefined;
}

function headOf(fields: readonly Field[], end: number, count: number): Head | undefined {
  const names = new Set(fields.map(({ name }) => name));
  return isMail(names) ? { fields, end, count } : undefined;
}

/** The value of a field, of the first if there are several; empty if there is none. */
export const valueOf = ({ fields }: Pick<Head, 'fields'>, name: string): string =>
  fields.find((field) => field.name === name)?.value ?? '';

/** What a head says that is nobody's: the day, the subject, the list, how the text is written. */
const common =
  /^(?:date|sent|subject|list-id|mime-version|content-[\w-]+|snapshot-content-location)$/;
const cut = '[cut]';
export const envelope = 'From - Thu Jan  1 00:00:00 1970';

/**
 * Cuts out of a head who wrote to whom, and by which way: a mark stands for each of its lines.
 *
 * @param head the text of a head, up to the blank line after it
 * @returns the head with as many lines, and how many of them were cut
 */
export function withoutPeople(head: string): { readonly head: string; readonly count: number } {
  let [count, keeps] = [0, true];
  const lines = head.split('\n').map((line) => {
    if (line.trim() === '') return line;
    const [, name] = fieldStart.exec(line) ?? [];
    if (name !== undefined) keeps = common.test(name.toLowerCase());
    else if (isEnvelope(line)) keeps = false;
    if (keeps) return line;
    const start =
      name === undefined ? (isEnvelope(line) ? envelope : ` ${cut}`) : `${name}: ${cut}`;
    const safe = line.endsWith('\r') ? `${start}\r` : start;
    if (safe !== line) count++;
    return safe;
  });
  return { head: lines.join('\n'), count };
}

/**
 * Cuts a mailbox (`mbox`, RFC 4155) into its messages, each from its `From ` line on.
 *
 * @param text the mailbox, one code unit a byte
 * @returns where each message begins and ends; nothing if the text does not begin with a message
 */
export function messagesOf(text: string): { readonly start: number; readonly end: number }[] {
  const starts: number[] = [];
  for (let at = 0; at >= 0; at = nextLine(text, at)) {
    if (!text.startsWith('From ', at)) {
      if (starts.length === 0) return [];
      continue;
    }
    const end = nextLine(text, at);
    const after = end < 0 ? '' : text.slice(end, end + 80);
    const apart = at === 0 || /\n\r?\n$/.test(text.slice(Math.max(0, at - 3), at));
    if (apart && isEnvelope(lineAt(text, at)) && fieldStart.test(after)) starts.push(at);
    else if (starts.length === 0) return [];
  }
  return starts.map((start, at) => ({ start, end: starts[at + 1] ?? text.length }));
}

const lineAt = (text: string, at: number): string =>
  text.slice(at, at + 400).split('\n', 1)[0] ?? '';

/** Where the next line begins; -1 if there is none. */
function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 || end + 1 >= text.length ? -1 : end + 1;
}
