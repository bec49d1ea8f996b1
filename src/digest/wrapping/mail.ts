/** One message: its head, and the text in it, whatever it is encoded as. */
import PostalMime, { decodeWords } from 'postal-mime';
import { findDay } from '../days.ts';
import type { Member } from './archive.ts';
import { envelope, readHead, valueOf, withoutPeople, type Head } from './head.ts';
import type { Document, OwnDate, PageKind, Reading } from './model.ts';
import { addCuts, withoutPrivate, type WithoutPrivate } from './private.ts';
import { readingsOf, readPage } from './html.ts';

/** Parts within parts, no deeper than this. */
const deepest = 50;

/** Attachments that hold no text. */
const noText =
  /^(?:image|audio|video|font)\/|^application\/(?:pdf|postscript|pkcs7-|pgp-)|^text\/(?:css|calendar|x-?vcard)/;

/** Whether a message is written as it reads: its lines are those of the file. */
function isPlain(head: Head): boolean {
  const [type = ''] = valueOf(head, 'content-type').toLowerCase().split(';', 1);
  const charset = /charset="?([\w-]+)/i.exec(valueOf(head, 'content-type'))?.[1]?.toLowerCase();
  return (
    /^(?:7bit|8bit|binary)?$/i.test(valueOf(head, 'content-transfer-encoding')) &&
    ['', 'text', 'text/plain', 'text/html'].includes(type.trim()) &&
    !/format="?flowed/i.test(valueOf(head, 'content-type')) &&
    (charset === undefined || /^(?:us-ascii|ascii|utf-?8|iso-8859-1|windows-1252)$/.test(charset))
  );
}

const isHtml = (head: Head): boolean => /^text\/html\b/i.test(valueOf(head, 'content-type'));

/** What is known of a message as a whole. */
export function factsOf(head: Head): Pick<Document, 'date' | 'title'> {
  const stated = valueOf(head, 'date') || valueOf(head, 'sent');
  const day = findDay(stated);
  const date: OwnDate | undefined = day && { text: stated.slice(0, 60), ...day };
  const title = decodeWords(valueOf(head, 'subject')).trim();
  return { ...(date && { date }), ...(title !== '' && { title }) };
}

/** A short head for a message in UTF-8, which reads as the one that it is made of. */
function shortHead(
  { date, title }: Pick<Document, 'date' | 'title'>,
  list: string,
  type: 'plain' | 'html',
): string {
  const oneLine = (value: string): string => value.replaceAll(/\s+/g, ' ');
  return [
    ...(date === undefined ? [] : [`Date: ${oneLine(date.text)}`]),
    ...(title === undefined ? [] : [`Subject: ${oneLine(title)}`]),
    ...(list === '' ? [] : [`List-Id: ${oneLine(list)}`]),
    'MIME-Version: 1.0',
    `Content-Type: text/${type}; charset=utf-8`,
    'Content-Transfer-Encoding: 8bit',
    '\n',
  ].join('\n');
}

const linesIn = (text: string): number => text.split('\n').length - 1;

/** Blank lines stand in the place of a head: formats do not know of mails, and lines keep their numbers. */
const underHead = (head: string, from: string, body: readonly Reading[]): Reading[] =>
  body.map((reading) => ({
    ...reading,
    text: '\n'.repeat(linesIn(head)) + reading.text,
    from: [from, reading.from].filter(Boolean).join(', '),
    plain: head + reading.plain,
  }));

/** The readings of a body that was encoded. */
function bodyReadings(
  facts: Pick<Document, 'date' | 'title'>,
  list: string,
  type: 'plain' | 'html',
  body = '',
): { readings: readonly Reading[]; scripts: number } {
  if (body.trim() === '') return { readings: [], scripts: 0 };
  const read = readingsOf(body.replaceAll(/\r\n?/g, '\n'), type === 'html');
  return { ...read, readings: underHead(shortHead(facts, list, type), 'mail', read.readings) };
}

export interface Message {
  /** Absent where the message has no text. */
  readonly document?: Document;
  /** What it holds beside its own text. */
  readonly attached: readonly Member[];
}

/**
 * Reads a message.
 *
 * @param bytes the message, with its head
 * @param decoded the same as text, where its bytes are text
 * @throws Error on parts nested too deep
 */
export async function readMessage(
  bytes: Uint8Array,
  head: Head,
  decoded: string | undefined,
): Promise<Message> {
  const facts = factsOf(head);
  const found = decoded === undefined || !isPlain(head) ? undefined : readHead(decoded);
  if (decoded !== undefined && found) {
    const body = decoded.slice(found.end);
    if (body.trim() === '') return { attached: [] };
    const { readings, scripts } = readingsOf(body, isHtml(head));
    const whole = underHead(decoded.slice(0, found.end), '', readings);
    return { ...documentOf(whole, { ...facts, lost: { scripts } }), attached: [] };
  }
  const email = await PostalMime.parse(Buffer.from(bytes), {
    forceRfc822Attachments: true,
    maxNestingDepth: deepest,
  });
  const list = valueOf(head, 'list-id');
  const plain = bodyReadings(facts, list, 'plain', email.text);
  const html = bodyReadings(facts, list, 'html', email.html);
  const readings = [...plain.readings, ...html.readings];
  const attached = email.attachments.flatMap(({ filename, mimeType, content }) =>
    noText.test(mimeType) || typeof content === 'string'
      ? []
      : [{ name: filename ?? mimeType, bytes: new Uint8Array(content) }],
  );
  const { count } = withoutPeople(Buffer.from(bytes).toString('latin1', 0, head.end));
  const lost = { heads: count, scripts: html.scripts };
  return { ...documentOf(readings, { ...facts, lost }), attached };
}

function documentOf(
  [first, ...others]: readonly Reading[],
  facts: Pick<Document, 'date' | 'title' | 'lost'>,
): Pick<Message, 'document'> {
  return first ? { document: { readings: [first, ...others], ...facts, part: '' } } : {};
}

/** A document with each of its readings changed. */
export const mapReadings = (
  document: Document,
  change: (reading: Reading) => Reading,
): Document => {
  const [first, ...others] = document.readings;
  return { ...document, readings: [change(first), ...others.map(change)] };
};

/** A document that was attached to a mail, as a mail of its own, so that it can be kept beside others. */
export function asMail(document: Document): Document {
  if (readHead(document.readings[0].plain)) return document;
  return mapReadings(document, (reading) => {
    const head = shortHead(document, '', reading.page === undefined ? 'plain' : 'html');
    return underHead(head, '', [reading])[0] ?? reading;
  });
}

const unescaped = (text: string): string => text.replaceAll(/^>(?=>{0,20}From )/gm, '');

/** A mail as a message of a mailbox, where a line that begins with `From ` has a `>` before it. */
export const asMessage = (document: Document): Document =>
  mapReadings(document, (reading) =>
    reading.plain.startsWith('From ')
      ? { ...reading, text: unescaped(reading.text) }
      : {
          ...reading,
          text: `\n${reading.text}`,
          plain: `${envelope}\n${reading.plain.replaceAll(/^>{0,20}From /gm, '>$&')}`,
        },
  );

/** Documents as a mailbox. */
export const mailboxOf = (documents: readonly Pick<Reading, 'plain'>[]): string =>
  documents.map(({ plain }) => `${plain.trimEnd()}\n\n`).join('');

/** What a document is written as, without what is private in it; see `withoutPrivate`. */
export function safeMail(plain: string): WithoutPrivate {
  const found = readHead(plain);
  if (!found) return withoutPrivate(plain);
  const { head, count } = withoutPeople(plain.slice(0, found.end));
  const [safe, body] = [withoutPrivate(head), withoutPrivate(plain.slice(found.end))];
  const cuts = addCuts([safe.cuts, body.cuts, ...(count > 0 ? [{ heads: count }] : [])]);
  return { text: safe.text + body.text, cuts };
}

/** What the page in a plain form says: under as many blank lines as its head has. */
export function pageText(plain: string, page: PageKind): string {
  const { count = 0, end = 0 } = readHead(plain) ?? {};
  const body = plain.startsWith('From ') ? unescaped(plain.slice(end)) : plain.slice(end);
  return '\n'.repeat(count) + (readPage(body, page) ?? '');
}
