/** The digests of a capture: one under the capture's own name, or several. Pure. */
import { createHash } from 'node:crypto';
import type { OwnDate } from '../digest/wrapping/model.ts';
import type { CaptureReading, ReadDocument } from '../digest/wrapping/read.ts';
import { resolveYear } from '../digest/date.ts';
import type { CapturedPaper, ParsedDigest } from '../digest/model.ts';
import type { DigestName } from '../digest/name.ts';
import type { Account } from './account-lines.ts';

/** A digest of the archive, read and parsed. */
export interface ReadDigest {
  readonly name: DigestName;
  /** Path of its capture from the root, for messages and links. */
  readonly file: string;
  /** What it is in its capture, and what it was decoded from, for people; absent for the capture as it is. */
  readonly part?: string;
  readonly parsed: ParsedDigest;
  /** The decoded text. */
  readonly text: string;
  /** SHA-256 of its bytes: the same bytes are the same digest, whatever their name. */
  readonly hash: string;
  /** SHA-256 of the capture that it is in. */
  readonly capture?: string;
  /** Its account and its papers, where they are known without looking at what was parsed. */
  readonly account?: Account;
  readonly papers?: readonly CapturedPaper[];
}

/** SHA-256 of bytes, hexadecimal. */
export const hashOf = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** SHA-256 of one document of several. */
export const hashOfDocument = ({ plain }: Pick<ReadDocument, 'plain'>): string =>
  hashOf(plain.replaceAll('\r\n', '\n').trimEnd());

/** What a document is in its capture, for people. */
export const partOf = ({ part, title, from }: ReadDocument): string =>
  [
    part,
    ...(part === '' || title === undefined || part.endsWith(title) ? [] : [`“${title}”`]),
    ...(from === '' ? [] : [`decoded from ${from}`]),
  ]
    .filter((words) => words !== '')
    .join(', ');

const isoOf = (date: OwnDate | undefined, otherwise: string): string =>
  date === undefined ? otherwise : resolveYear(date, otherwise);

/**
 * The names of a capture's documents. One alone has the capture's. Of several, each is of the day that it states, or
 * else of the capture's, and those of one day are numbered in the capture's order, from the second on: a mailbox
 * grows at its end, and so the names stay.
 */
function namesOf(name: DigestName, documents: readonly ReadDocument[]): DigestName[] {
  if (documents.length === 1) return [name];
  const counts = new Map<string, number>();
  return documents.map((document) => {
    const date = isoOf(document.date, name.date);
    const count = (counts.get(date) ?? 0) + 1;
    counts.set(date, count);
    const number = count === 1 ? '' : String(count);
    const id = [`${date}${name.id.slice(name.date.length)}`, number].filter(Boolean).join('-');
    return { ...name, id, date, name: `${name.name} ${number}`.trimEnd() };
  });
}

/**
 * The digests of a capture.
 *
 * @param name what the capture's file name says
 * @param file path of the capture from the root
 * @param bytes the capture as it is
 */
export function digestsOf(
  name: DigestName,
  file: string,
  bytes: Uint8Array,
  { documents }: Extract<CaptureReading, { ok: true }>,
): ReadDigest[] {
  const names = namesOf(name, documents);
  const capture = hashOf(bytes);
  return documents.flatMap((document, at) => {
    const own = names[at];
    const { parsed, text } = document;
    if (own === undefined) return [];
    const hash = documents.length === 1 ? capture : hashOfDocument(document);
    const part = partOf(document);
    return [{ name: own, file, ...(part !== '' && { part }), parsed, text, hash, capture }];
  });
}
