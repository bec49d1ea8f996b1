/** From the bytes of a capture to the papers of its documents. Pure. */
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { identifiersIn } from '../identifiers.ts';
import type { ParsedDigest } from '../model.ts';
import { parseDigest, type ParseOptions } from '../parse.ts';
import type { Document, Reading } from './model.ts';
import { unwrap } from './unwrap.ts';

/** A document in the reading that gives most. */
export interface ReadDocument extends Pick<Document, 'date' | 'title' | 'part'>, Reading {
  readonly parsed: ParsedDigest;
}

export type CaptureReading =
  | {
      readonly ok: true;
      /** Those that hold papers, and every message of a mailbox; one that holds none, if none does. */
      readonly documents: readonly [ReadDocument, ...ReadDocument[]];
      /** Parts of it that hold none. */
      readonly problems: readonly Diagnostic[];
      readonly encoding: string;
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

/**
 * Reads a capture: unwraps it, and reads every document in it in the reading that gives most.
 *
 * @param file path for messages
 * @param bytes the capture as it is
 */
export async function readCapture(
  file: string,
  bytes: Uint8Array,
  options: ParseOptions = {},
): Promise<CaptureReading> {
  const unwrapped = await unwrap(file, bytes);
  if (!unwrapped.ok) return unwrapped;
  const all = unwrapped.documents.map((document) => placed(read(file, document, options)));
  const holds = all.filter(({ parsed }) => parsed.papers.length > 0);
  const left = unwrapped.left.map(({ part, why }) => ({ part, why, text: '' }));
  const [whole] = all;
  if (whole && all.length === 1 && left.length === 0)
    return { ok: true, documents: [whole], problems: [], encoding: unwrapped.encoding };
  for (const { part, text, parsed } of all)
    if (parsed.papers.length === 0) left.push({ part, why: parsed.why, text });
  const told = left.map(({ part, why, text }) => {
    const facts = { part: part === '' ? 'the mail itself' : part, why };
    const lost = identifiersIn(text).length > 0;
    return diagnostic(lost ? 'digest/part-lost' : 'digest/part-left', { file }, facts);
  });
  const { encoding } = unwrapped;
  const [first, ...others] = encoding === 'mailbox' && holds.length > 0 ? all : holds;
  if (first) return { ok: true, documents: [first, ...others], problems: told, encoding };
  const why = left
    .map(({ part, why: it }) => `${part}: ${it}`)
    .slice(0, 5)
    .join('; ');
  const problem = diagnostic(
    'digest/wrapping',
    { file },
    { why: why === '' ? 'it is empty' : why },
  );
  return { ok: false, problem };
}
