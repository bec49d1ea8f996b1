/** Accepting one file: as a digest or several, under names of their own, or not at all. */
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { CapturedPaper } from '../digest/model.ts';
import { parseDigestName, type CaptureMark } from '../digest/name.ts';
import type { Dialect } from '../digest/dialect.ts';
import { mailboxOf } from '../digest/wrapping/mail.ts';
import { readCapture, type CaptureReading } from '../digest/wrapping/read.ts';
import { newCaptureFile } from '../archive-folder.ts';
import { digestsOf, hashOf, hashOfDocument, type ReadDigest } from '../entries/captures.ts';
import { dateOf } from './dating.ts';
import { mend, type Accepted } from './mend.ts';
import { captureName, extensionOf, freeName } from './naming.ts';
import type { SourceFile } from './read.ts';

/** What a person says of the files. */
export interface Decisions {
  /** ISO date for all files. */
  readonly date?: string | undefined;
  readonly name?: string | undefined;
  /** Id of the format to read them as. */
  readonly format?: string | undefined;
  /** A person says that they are digests, whatever they look like; see `judge`. */
  readonly yes?: boolean | undefined;
  /** Nothing private is cut out. */
  readonly keepPrivate?: boolean | undefined;
}

/** The arXiv ids of a paper, as far as they are known. */
export type IdsOf = (paper: CapturedPaper) => string[];

type Acceptance =
  | { readonly ok: true; readonly accepted: readonly Accepted[] }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] };

const papersIn = (reading: CaptureReading): number =>
  reading.ok ? reading.documents.reduce((sum, { parsed }) => sum + parsed.papers.length, 0) : 0;

type AcceptOptions = Decisions & {
  readonly idsOf: IdsOf;
  readonly dialect: Dialect;
  /** What is private was cut out before. */
  readonly isSafe?: boolean;
};

/** Reads a file; a person's `yes` counts where papers are found by it alone. */
async function readTrusted(
  { source, bytes }: SourceFile,
  { format, yes = false, keepPrivate = false, dialect }: AcceptOptions,
): Promise<{ readonly capture: CaptureReading; readonly marks: CaptureMark[] }> {
  const reading = { format, keepPrivate, dialect };
  const judged = await readCapture(source, bytes, reading);
  const trusted = yes ? await readCapture(source, bytes, { ...reading, yes }) : judged;
  const marked = papersIn(trusted) > papersIn(judged);
  return {
    capture: marked ? trusted : judged,
    marks: [...(marked ? (['yes'] as const) : []), ...(keepPrivate ? (['private'] as const) : [])],
  };
}

/** Reads one file as a digest or several; the same bytes as one that is there are that one. */
export async function accept(
  given: SourceFile,
  options: AcceptOptions,
  byHash: ReadonlyMap<string, ReadDigest>,
  taken: ReadonlySet<string>,
): Promise<Acceptance> {
  const { source, fileName, bytes, changed } = given;
  const { date = given.date, name = given.name, format, isSafe = false, idsOf } = options;
  const { capture, marks } = await readTrusted(given, options);
  // A file that lies there and was refused: its name is where to say yes.
  const lying = byHash.get(hashOf(bytes))?.parsed;
  if (lying?.papers.length === 0) return { ok: false, problems: lying.problems };
  if (!capture.ok) return { ok: false, problems: [capture.problem] };
  const { encoding, documents } = capture;
  if (capture.safe !== bytes && !isSafe && papersIn(capture) > 0)
    return acceptSafe(given, capture, options, byHash, taken);
  const [{ parsed }] = documents;
  if (documents.length === 1 && parsed.papers.length === 0) {
    const problems =
      parsed.problems.length > 0
        ? parsed.problems
        : [diagnostic('digest/no-papers', { file: source }, { format: parsed.format })];
    return { ok: false, problems };
  }
  const ids = parsed.papers.flatMap(idsOf);
  const dating = dateOf({ given: date, fileName, parsed, ids, fallback: changed });
  const extension = extensionOf(fileName);
  const ownName = extension === '' ? fileName : fileName.slice(0, -extension.length - 1);
  const wanted = captureName(dating.date, { name: name ?? ownName, extension }, { format, marks });
  const digests = freeDigests(wanted, bytes, capture, byHash, taken);
  if (!digests.ok) return digests;
  const accepted = digests.digests.map((digest): Accepted => {
    const same = byHash.get(digest.hash);
    const from = digest.part === undefined ? source : `${source} (${digest.part})`;
    const datedBy = digests.digests.length > 1 ? 'from the message itself' : dating.from;
    return same
      ? { source: from, digest: same, known: true, datedBy: 'as it was added', encoding, bytes }
      : { source: from, digest, known: false, datedBy, encoding, bytes };
  });
  return withoutKnown(withProblems(accepted, capture.problems), capture, (rest) =>
    accept({ ...given, bytes: rest }, options, byHash, taken),
  );
}

/** Reads a file in which something is private, without that. */
async function acceptSafe(
  { source, fileName, bytes, ...said }: SourceFile,
  capture: Extract<CaptureReading, { ok: true }>,
  options: AcceptOptions,
  byHash: ReadonlyMap<string, ReadDigest>,
  taken: ReadonlySet<string>,
): Promise<Acceptance> {
  const { encoding, documents, cuts, safe } = capture;
  const mended = await mend(bytes, capture, byHash, options.dialect);
  if (mended) return { ok: true, accepted: mended.map((it) => ({ ...it, source, cuts })) };
  const type = documents.length > 1 ? 'mbox' : 'eml';
  const named = fileName.replace(/\.(?:eml|mht|mhtml)$/i, `.${type}`);
  const file = { ...said, source, fileName: named, bytes: safe };
  const inner = await accept(file, { ...options, isSafe: true }, byHash, taken);
  if (!inner.ok) return inner;
  const told = withProblems(inner.accepted, capture.problems);
  return {
    ok: true,
    accepted: told.map((it, at) => ({ ...it, encoding, ...(at === 0 && { cuts }) })),
  };
}

/** What a capture holds beside its digests is told with the first of them. */
const withProblems = (
  [first, ...others]: readonly Accepted[],
  problems: readonly Diagnostic[],
): Accepted[] => {
  if (first === undefined) return [];
  const { digest } = first;
  const parsed = { ...digest.parsed, problems: [...problems, ...digest.parsed.problems] };
  return [{ ...first, digest: { ...digest, parsed } }, ...others];
};

/** Of a mailbox that has grown since it was added, only the new messages are kept. */
async function withoutKnown(
  accepted: readonly Accepted[],
  { documents }: Extract<CaptureReading, { ok: true }>,
  again: (bytes: Uint8Array) => Promise<Acceptance>,
): Promise<Acceptance> {
  const known = accepted.filter((it) => it.known);
  if (known.length === 0 || known.length === accepted.length) return { ok: true, accepted };
  const hashes = new Set(known.map(({ digest }) => digest.hash));
  const fresh = documents.filter((document) => !hashes.has(hashOfDocument(document)));
  const rest = await again(Buffer.from(mailboxOf(fresh)));
  return rest.ok ? { ok: true, accepted: [...known, ...rest.accepted] } : rest;
}

/** The digests of a capture under a name that leaves all of them ids of their own. */
function freeDigests(
  wanted: string,
  bytes: Uint8Array,
  capture: Extract<CaptureReading, { ok: true }>,
  byHash: ReadonlyMap<string, ReadDigest>,
  taken: ReadonlySet<string>,
):
  | { readonly ok: true; readonly digests: readonly ReadDigest[] }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] } {
  for (const others = new Set(taken); ;) {
    const kept = freeName(wanted, others);
    const reading = parseDigestName(kept);
    if (!reading.ok) return { ok: false, problems: [reading.problem] };
    const digests = digestsOf(reading.name, newCaptureFile(kept), bytes, capture);
    const clash = digests.some(({ name: { id }, hash }) => others.has(id) && !byHash.has(hash));
    if (!clash) return { ok: true, digests };
    others.add(reading.name.id);
  }
}
