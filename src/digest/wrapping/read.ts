/** From the bytes of a capture to the papers of its documents. Pure. */
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { identifiersIn } from '../identifiers.ts';
import type { ParsedDigest } from '../model.ts';
import { parseDigest, type ParseOptions } from '../parse.ts';
import type { Document, Reading } from './model.ts';
import { mailboxOf, safeMail } from './mail.ts';
import { addCuts, withoutPrivate, type Cuts } from './private.ts';
import { unwrap } from './unwrap.ts';

/** A document in the reading that gives most. */
export interface ReadDocument extends Pick<Document, 'date' | 'title' | 'part'>, Reading {
  readonly parsed: ParsedDigest;
}

export interface ReadOptions extends ParseOptions {
  /** The capture is of an archive that nobody else sees: nothing is cut out of it. */
  readonly keepPrivate?: boolean;
}

export type CaptureReading =
  | {
      readonly ok: true;
      /** Those that hold papers; one that holds none, if none does. */
      readonly documents: readonly [ReadDocument, ...ReadDocument[]];
      /** Parts of it that hold none. */
      readonly problems: readonly Diagnostic[];
      readonly encoding: string;
      /** What private things were cut out. */
      readonly cuts: Cuts;
      /** The capture as it may be published; the very bytes where nothing was cut out and nothing decoded. */
      readonly safe: Uint8Array;
    }
  | { readonly ok: false; readonly problem: Diagnostic };

/** How good a reading is: papers that can be told apart for ever count double, lines that fit nowhere against it. */
function worthOf({ papers, lines }: ParsedDigest): number {
  const known = papers.filter(({ facts: { arxiv, doi, links = [] } }) => arxiv ?? doi ?? links[0]);
  const lost = lines.filter(({ kind }) => kind === 'unaccounted');
  return papers.length + known.length - lost.length / 10;
}

/** Whether another reading could give no more. */
const isWhole = ({ papers, problems }: ParsedDigest): boolean =>
  papers.length > 0 && problems.every(({ severity }) => severity === 'notice');

function read(file: string, document: Document, options: ParseOptions): ReadDocument {
  const { readings, date, ...rest } = document;
  let best: { parsed: ParsedDigest; reading: Reading; worth: number } | undefined;
  for (const reading of readings) {
    const parsed = parseDigest({ file, text: reading.text }, options);
    const worth = worthOf(parsed);
    if (!best || worth > best.worth) best = { parsed, reading, worth };
    if (isWhole(parsed)) break;
  }
  const { parsed, reading } = best ?? {
    parsed: parseDigest({ file, text: '' }),
    reading: readings[0],
  };
  const dates = date ? [{ ...date, line: 1 }, ...parsed.dates] : parsed.dates;
  return { ...rest, ...reading, ...(date && { date }), parsed: { ...parsed, dates } };
}

/** Places are lines of a text that only its reader sees: messages say of which. */
function placed({ part, from, parsed, ...rest }: ReadDocument): ReadDocument {
  const where = [part, from === '' ? '' : `decoded from ${from}`].filter(Boolean).join(', ');
  const problems = parsed.problems.map((problem) =>
    where === '' ? problem : { ...problem, what: `${problem.what} (${where})` },
  );
  return { ...rest, part, from, parsed: { ...parsed, problems } };
}

/** A document without what is private in it, and what was cut out of the reading that comes first. */
function publicDocument(document: Document): { document: Document; cuts: Cuts } {
  const safe = document.readings.map((reading) => {
    const plain = safeMail(reading.plain);
    const text = reading.text === reading.plain ? plain.text : withoutPrivate(reading.text).text;
    return { reading: { ...reading, text, plain: plain.text }, cuts: plain.cuts };
  });
  const [first, ...others] = safe.map(({ reading }) => reading);
  const { title, part } = document;
  const changed: Document = {
    ...document,
    readings: [first ?? document.readings[0], ...others],
    part: withoutPrivate(part).text,
    ...(title !== undefined && { title: withoutPrivate(title).text }),
  };
  const cuts = addCuts([
    safe[0]?.cuts ?? {},
    ...(document.heads ? [{ heads: document.heads }] : []),
  ]);
  return { document: changed, cuts };
}

/**
 * Reads a capture: unwraps it, cuts out what is private, and reads every document in it in the reading that gives most.
 *
 * @param file path for messages
 * @param bytes the capture as it is
 */
export async function readCapture(
  file: string,
  bytes: Uint8Array,
  { keepPrivate = false, ...options }: ReadOptions = {},
): Promise<CaptureReading> {
  const unwrapped = await unwrap(file, bytes);
  if (!unwrapped.ok) return unwrapped;
  const found = unwrapped.documents.map((document) =>
    keepPrivate ? { document, cuts: {} } : publicDocument(document),
  );
  const all = found.map(({ document }) => placed(read(file, document, options)));
  const holds = all.filter(({ parsed }) => parsed.papers.length > 0);
  const [first, ...others] = all.length === 1 && unwrapped.left.length === 0 ? all : holds;
  const left = unwrapped.left.map(({ part, why }) => ({ part, why, text: '' }));
  for (const { part, text, parsed } of all.length > 1 ? all : [])
    if (parsed.papers.length === 0) left.push({ part, why: whyNone(parsed), text });
  if (!first) {
    const reasons = left.map(({ part, why }) => `${part}: ${why}`).slice(0, 5);
    const why = reasons.length === 0 ? 'it is empty' : reasons.join('; ');
    return { ok: false, problem: diagnostic('digest/wrapping', { file }, { why }) };
  }
  const problems = left.map(({ part, why, text }) => {
    const facts = { part: part === '' ? 'the mail itself' : part, why };
    const lost = identifiersIn(text).length > 0;
    return diagnostic(lost ? 'digest/part-lost' : 'digest/part-left', { file }, facts);
  });
  const { encoding } = unwrapped;
  const cuts = addCuts(found.map((each) => each.cuts));
  const asItIs = keepPrivate || (all.length === 1 && first.from === '' && isEmpty(cuts));
  const plain = others.length === 0 ? first.plain : mailboxOf([first, ...others]);
  const written = Buffer.from(plain);
  const safe = asItIs || written.equals(bytes) ? bytes : written;
  return { ok: true, documents: [first, ...others], problems, encoding, cuts, safe };
}

/** Why a document holds no papers. */
const whyNone = ({ why, problems }: ParsedDigest): string =>
  problems.find(({ severity }) => severity === 'error')?.what.replace(/\.$/, '') ?? why;

const isEmpty = (cuts: Cuts): boolean => Object.keys(cuts).length === 0;
