/** Decoding: the one layer before all formats, which know nothing of it. */
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { decodeCapture } from '../encoding.ts';
import { findDay } from '../days.ts';
import {
  mostUnpacked,
  newBudget,
  unpack,
  type Budget,
  type Member,
  type Unpacking,
} from './archive.ts';
import { messagesOf, readHead } from './head.ts';
import { asMail, asMessage, factsOf, readMessage } from './mail.ts';
import type { Document, Unwrapping } from './model.ts';
import { readingsOf } from './html.ts';

/** Wrappings within wrappings, no deeper than this: a mail with a forwarded mail with a zip. */
const deepest = 8;

/** Bytes in which the head of a mail is looked for. */
const longestHead = 300_000;

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/**
 * Unwraps a capture: gzip, zip, mails and mailboxes, each in each other.
 *
 * @param file path for messages
 * @param bytes the capture as it is; what it is wrapped in is seen in them, not in its name
 * @returns its documents, or a `digest/encoding` or `digest/wrapping` problem
 */
export const unwrap = (file: string, bytes: Uint8Array): Promise<Unwrapping> =>
  unwrapWithin(file, bytes, { depth: 0, budget: newBudget() });

/** How far in a part is wrapped, and what may still be unpacked. */
interface Limits {
  readonly depth: number;
  readonly budget: Budget;
}

async function unwrapWithin(file: string, bytes: Uint8Array, limits: Limits): Promise<Unwrapping> {
  const refuse = (why: string): Unwrapping => ({
    ok: false,
    problem: diagnostic('digest/wrapping', { file }, { why }),
  });
  if (limits.depth > deepest) return refuse(`it is wrapped more than ${deepest} times`);
  const unpacked = unpack(bytes, limits.budget);
  if (unpacked && !unpacked.ok) return refuse(unpacked.why);
  if (unpacked) return inArchive(file, unpacked, limits);
  const start = latin1(bytes.subarray(0, longestHead));
  const boxed = start.startsWith('From ') && messagesOf(start).length > 0;
  if (boxed || readHead(start)) {
    if (bytes.length > mostUnpacked) return refuse(`it is larger than ${mostUnpacked / 1e6} MB`);
    try {
      return await inMails(file, bytes, boxed, limits);
    } catch (error) {
      return refuse(`it is a mail, but ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const decoded = decodeCapture(file, bytes);
  if (!decoded.ok) return decoded;
  const { readings, scripts } = readingsOf(decoded.text, false);
  return {
    ok: true,
    documents: [{ readings, part: '', ...(scripts > 0 && { lost: { scripts } }) }],
    left: [],
    encoding: decoded.encoding,
  };
}

const deeper = ({ depth, budget }: Limits): Limits => ({ depth: depth + 1, budget });

type Left = { readonly part: string; readonly why: string };

/** What was found in a capture so far. */
interface Found {
  readonly documents: Document[];
  readonly left: Left[];
}

/** The members of an archive; gzip has one, which is the document itself. */
async function inArchive(
  file: string,
  { members, left: refused }: Extract<Unpacking, { ok: true }>,
  limits: Limits,
): Promise<Unwrapping> {
  const [only] = members;
  if (members.length === 1 && only?.name === '') {
    const inner = await unwrapWithin(file, only.bytes, deeper(limits));
    return inner.ok ? { ...inner, encoding: `gzip, ${inner.encoding}` } : inner;
  }
  const documents: Document[] = [];
  const left: Left[] = refused.map(({ name, why }) => ({ part: name, why }));
  for (const { name, bytes } of members) {
    const day = findDay(name);
    const date = day && { text: name, ...day };
    await within(name, { name, bytes }, limits, { documents, left }, date);
  }
  return { ok: true, documents, left, encoding: 'zip' };
}

/** Unwraps a part of a capture, and adds what is in it to what was found before. */
async function within(
  part: string,
  { name, bytes }: Member,
  limits: Limits,
  found: Found,
  date: Document['date'],
): Promise<void> {
  const inner = await unwrapWithin(name, bytes, deeper(limits));
  if (!inner.ok) {
    found.left.push({ part, why: inner.problem.what });
    return;
  }
  const title = name.slice(name.lastIndexOf('/') + 1);
  const whole = (inside: string): string => [part, inside].filter(Boolean).join(', ');
  for (const document of inner.documents)
    found.documents.push({ title, ...(date && { date }), ...document, part: whole(document.part) });
  for (const { part: inside, why } of inner.left) found.left.push({ part: whole(inside), why });
}

/** The messages of a mailbox, or the one of a mail, each with what is attached to it. */
async function inMails(
  file: string,
  bytes: Uint8Array,
  boxed: boolean,
  limits: Limits,
): Promise<Unwrapping> {
  const text = latin1(bytes);
  const messages = boxed ? messagesOf(text) : [{ start: 0, end: text.length }];
  const found: Found = { documents: [], left: [] };
  for (const [at, { start, end }] of messages.entries()) {
    const part = messages.length > 1 ? `message ${at + 1}` : '';
    const head = readHead(text.slice(start, Math.min(end, start + longestHead)));
    if (!head) {
      found.left.push({ part, why: 'it has no head of a mail' });
      continue;
    }
    const message = bytes.subarray(start, end);
    const decoded = decodeCapture(file, message);
    const { document, attached } = await readMessage(
      message,
      head,
      decoded.ok ? decoded.text : undefined,
    );
    if (document) found.documents.push({ ...document, part });
    const attachments: Document[] = [];
    for (const member of attached) {
      const inside = [part, `attached ${member.name}`].filter(Boolean).join(', ');
      const inMail = { documents: attachments, left: found.left };
      await within(inside, member, limits, inMail, factsOf(head).date);
    }
    found.documents.push(...attachments.map(asMail));
  }
  const documents =
    boxed || found.documents.length > 1 ? found.documents.map(asMessage) : found.documents;
  return { ok: true, documents, left: found.left, encoding: boxed ? 'mailbox' : 'mail' };
}
