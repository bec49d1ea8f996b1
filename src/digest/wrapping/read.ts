/** From the bytes of a capture to the papers of its documents. Pure. */
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { identifiersIn } from '../identifiers.ts';
import { namesIn, ownOf } from '../ledger/identifiers.ts';
import type { ParsedDigest } from '../model.ts';
import { parseDigest, type ParseOptions } from '../parse.ts';
import type { Document, Reading } from './model.ts';
import { mailboxOf, mapReadings, pageText, safeMail } from './mail.ts';
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

/**
 * How good a reading is: every identifier that is a paper's, every abstract and list of authors counts for it, lines
 * that fit nowhere and papers of which nothing but a title is known against it.
 */
function worthOf({ papers, lines }: ParsedDigest): number {
  const facts = papers.map(({ abstract = '', facts: { authors = [], links = [], arxiv, doi } }) => {
    const known = (abstract === '' ? 0 : 0.5) + (authors.length === 0 ? 0 : 0.5);
    return known + ((arxiv ?? doi ?? links[0]) ? 0.5 : 0) - 0.25;
  });
  const lost = lines.filter(({ kind }) => kind === 'unaccounted').length;
  // Of two readings that give the same, one has the titles without buttons and numbers.
  const signs = papers.reduce((sum, { title }) => sum + title.length, 0);
  const ids = new Set(papers.flatMap(ownOf)).size;
  return ids + facts.reduce((sum, it) => sum + it, 0) - lost / 10 - signs / 10_000;
}

/** Whether another reading could give no more. */
const isWhole = ({ papers, problems }: ParsedDigest): boolean =>
  papers.length > 0 && problems.every(({ severity }) => severity === 'notice');

function read(file: string, document: Document, options: ParseOptions): ReadDocument {
  const {
    readings: [first, ...others],
    date,
    title,
    part,
  } = document;
  const readAs = (reading: Reading) => {
    const parsed = parseDigest({ file, text: reading.text }, options);
    return { parsed, reading, worth: worthOf(parsed) };
  };
  let last = readAs(first);
  let best = last;
  for (const reading of others) {
    const { page } = last.reading;
    if (isWhole(last.parsed) && (page === undefined || page === 'tags')) break;
    last = readAs(reading);
    if (last.worth > best.worth) best = last;
  }
  const { parsed, reading } = best;
  const lost = lostOf(file, document, reading);
  const dates = date ? [{ ...date, line: 1 }, ...parsed.dates] : parsed.dates;
  return {
    part,
    ...(title !== undefined && { title }),
    ...reading,
    ...(date && { date }),
    parsed: { ...parsed, dates, problems: [...parsed.problems, ...lost] },
  };
}

/** Fewest characters of a line of a page that is prose. */
const shortestProse = 300;

/** What a page says beside what was read of it: identifiers, and prose. */
function lostOf(file: string, { readings }: Document, { page, text }: Reading): Diagnostic[] {
  const textOf = (wanted: Reading['page']): string =>
    readings.find((it) => it.page === wanted)?.text ?? '';
  if (page !== 'units' && page !== 'text') return [];
  const ids = new Set(namesIn([textOf('Markdown')])).difference(new Set(namesIn([text])));
  const where = { file };
  const beside = page === 'text' ? [] : textOf('text').split('\n');
  const prose = beside.filter(
    (line) => line.length >= shortestProse && !text.includes(line.trim().slice(20, 120)),
  );
  return [
    ...(ids.size > 0
      ? [diagnostic('digest/unplaced-id', where, { ids: [...ids].slice(0, 20).join(', ') })]
      : []),
    ...prose.slice(0, 5).map((line) => {
      const part = `the text of the page that begins "${line.trim().slice(0, 60)}…"`;
      return diagnostic('digest/part-left', where, { part, why: 'it stands beside the papers' });
    }),
  ];
}

/** Places are lines of a text that only its reader sees: messages say of which. */
function placed({ part, from, parsed, ...rest }: ReadDocument): ReadDocument {
  const where = [part, from === '' ? '' : `decoded from ${from}`].filter(Boolean).join(', ');
  const problems = parsed.problems.map((problem) =>
    where === '' ? problem : { ...problem, what: `${problem.what} (${where})` },
  );
  return { ...rest, part, from, parsed: { ...parsed, problems } };
}

/** What each plain form of a document has lost, by that form without it. */
type CutsOf = Map<string, Cuts>;

/** A document without what is private in it. */
function publicDocument(document: Document, cutsOf: CutsOf): Document {
  const done = new Map<string, string>();
  const change = (reading: Reading): Reading => {
    let plain = done.get(reading.plain);
    if (plain === undefined) {
      const safe = safeMail(reading.plain);
      plain = safe.text;
      done.set(reading.plain, plain);
      cutsOf.set(plain, addCuts([safe.cuts, document.lost ?? {}]));
    }
    if (reading.text === reading.plain) return { ...reading, text: plain, plain };
    if (plain === reading.plain && reading.page !== undefined) return reading;
    const text = reading.page === undefined ? reading.text : pageText(plain, reading.page);
    return { ...reading, text: withoutPrivate(text).text, plain };
  };
  const { title, part } = document;
  return {
    ...mapReadings(document, change),
    part: withoutPrivate(part).text,
    ...(title !== undefined && { title: withoutPrivate(title).text }),
  };
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
  const cutsOf: CutsOf = new Map();
  const all = unwrapped.documents.map((document) => {
    const shown = keepPrivate ? document : publicDocument(document, cutsOf);
    return placed(read(file, shown, options));
  });
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
  const cuts = addCuts(all.map((document) => cutsOf.get(document.plain) ?? {}));
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
