/** Reading the folder of captures; each is parsed once for the same bytes, name, dialect and account. */
import { hash } from 'node:crypto';
import { resolve } from 'node:path';
import { digestsFolder } from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { dateProblems } from '../digest/date.ts';
import { parseDigestName } from '../digest/name.ts';
import type { Dialect } from '../digest/dialect.ts';
import { cutWords } from '../digest/wrapping/private.ts';
import { readCapture } from '../digest/wrapping/read.ts';
import { asJson, type Kind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { accountOf } from './accounts.ts';
import { keyOf, readerOf, type Reader } from './reader.ts';
import { digestsOf, type ReadDigest } from './captures.ts';
import { withoutPapers } from './left-out.ts';
import { listPlaced } from './placed.ts';
import { marksOfPaper } from './marks.ts';
import { unopened, type DigestMarks } from './unopened-digests.ts';
import { bytesOf, hashesOf, lookInto, type Aids, type FolderFile } from './owner-files.ts';

/** All files of a folder: what could be read, what could not, and why. */
export interface DigestsReading {
  readonly digests: readonly ReadDigest[];
  /** In which they were read: see dialects.ts. */
  readonly dialect: Dialect;
  /** Hash of the file of dialects. */
  readonly spoken: string;
  /** What decides how a capture is read, its bytes included: by file. */
  readonly keys: ReadonlyMap<string, string>;
  readonly problems: readonly Diagnostic[];
}

/** What was read out of a capture. */
interface CaptureDigests {
  readonly digests: readonly ReadDigest[];
  /** Of the capture as a whole. */
  readonly problems: readonly Diagnostic[];
}

interface CaptureMarks {
  readonly digests: readonly DigestMarks[];
  readonly problems: readonly Diagnostic[];
}

const modules = ['src/entries/read-digests.ts'];
const keptMarks: Kind<CaptureMarks> = { name: 'capture-marks', modules, codec: asJson() };
const keptDigests: Kind<readonly ReadDigest[]> = { name: 'captures', modules };

/**
 * What was kept of captures that were read before their papers were accounted for, as the first build does. A capture
 * of which just so many papers were taken by themselves is read the same with their account (see `judge`); not so one
 * that can be read in several ways, as HTML, for another way may then be taken.
 *
 * @param keys of those of which nothing else was kept, by file
 */
function keptUnaccounted(
  store: Store,
  keys: ReadonlyMap<string, string>,
  reader: Reader,
): (readonly [file: string, key: string, marks: CaptureMarks])[] {
  const taken = new Map<string, number>();
  const before = new Map<string, string>();
  for (const [file, key] of keys) {
    const [bytes = ''] = key.split(' ', 1);
    const papers = reader.accounted.get(bytes);
    if (papers === undefined || reader.leftOf(file).length > 0) continue;
    taken.set(file, papers);
    before.set(file, keyOf(file, bytes, { ...reader, accounted: new Map() }));
  }
  return Array.from(store.getMany(keptMarks, before), ([file, marks]) => {
    const [digest, another] = marks.digests;
    const isAlone = another === undefined && digest?.part === undefined;
    return isAlone && digest?.papers.length === taken.get(file)
      ? [[file, before.get(file) ?? '', marks] as const]
      : [];
  }).flat();
}

/** What a capture gives, and what is wrong with each of its digests. */
interface Reading extends CaptureDigests {
  readonly problemsOf: (digest: ReadDigest, index: number) => readonly Diagnostic[];
}

/** A capture that was read before, opened where its text is asked for. */
const keptReading = (
  store: Store,
  file: string,
  key: string,
  { digests, problems }: CaptureMarks,
): Reading => ({
  problems,
  digests: unopened(
    digests,
    () => store.get(keptDigests, file, key),
    // Nothing of its kind is believed any more.
    () => store.retain(keptMarks, new Set()),
  ),
  problemsOf: (_, index) => digests[index]?.problems ?? [],
});

/**
 * Reads and parses every digest of `digests`: the documents of its captures. What passes no gate (see `judge`)
 * has no papers: a `yes` in its name opens the gate, and what was taken from the same bytes before, by the accounts,
 * stays taken.
 *
 * @param root the project's folder
 */
export async function readDigests(
  root: string,
  aids: Aids & { readonly onProgress?: (done: number, all: number) => void } = {},
): Promise<DigestsReading> {
  const { seen } = aids;
  seen?.forget(digestsFolder());
  const { reader, problems: flaws } = await readerOf(root, seen);
  const placed = await listPlaced(root, digestsFolder());
  const files = await lookInto(root, digestsFolder(), placed.files, aids);
  const read = await readCaptures(root, files, reader, { ...aids, isAll: true });
  return {
    ...read,
    dialect: reader.dialect,
    spoken: reader.spoken,
    problems: [...flaws, ...placed.problems, ...read.problems],
  };
}

/**
 * Reads and parses captures that were looked at.
 *
 * @param aids.isAll they are all there are: what was kept of others is forgotten
 */
export async function readCaptures(
  root: string,
  files: readonly FolderFile[],
  reader: Reader,
  aids: Aids & {
    readonly onProgress?: (done: number, all: number) => void;
    readonly isAll?: boolean;
  },
): Promise<Pick<DigestsReading, 'digests' | 'keys' | 'problems'>> {
  const { store, onProgress, isAll } = aids;
  const keys = new Map(
    Array.from(hashesOf(files), ([file, bytes]) => [file, keyOf(file, bytes, reader)]),
  );
  const kept = store?.getMany(keptMarks, keys, isAll) ?? new Map<string, CaptureMarks>();
  const unknown = new Map([...keys].filter(([file]) => !kept.has(file)));
  for (const [file, key, marks] of store ? keptUnaccounted(store, unknown, reader) : []) {
    keys.set(file, key);
    kept.set(file, marks);
  }
  if (isAll) store?.retain(keptDigests, new Set(files.map(({ file }) => file)));
  const digests: ReadDigest[] = [];
  const problems: Diagnostic[] = [];
  const taken = new Map<string, string>();
  for (const [at, found] of files.entries()) {
    const { file } = found;
    const key = keys.get(file) ?? '';
    // What was not kept when this began may be by now: the loaders of papers and digests read at the same time.
    const before = kept.get(file) ?? store?.get(keptMarks, file, key);
    const reading =
      store && before
        ? keptReading(store, file, key, before)
        : { ...(await readAndKeep(root, found, key, reader, aids)), problemsOf };
    problems.push(...reading.problems);
    for (const [index, digest] of reading.digests.entries()) {
      const { id } = digest.name;
      const other = taken.get(id);
      if (other === undefined) digests.push(digest);
      else problems.push(diagnostic('digest/id-taken', { file }, { id, other }));
      taken.set(id, file);
      problems.push(...reading.problemsOf(digest, index));
    }
    if (!before) onProgress?.(at + 1, files.length);
  }
  return { digests, keys, problems };
}

/** Captures that are being read, by their paths and keys: who asks for one meanwhile is given the same. */
const underWay = new Map<string, Promise<CaptureDigests>>();

async function readAndKeep(
  root: string,
  found: FolderFile,
  key: string,
  reader: Reader,
  aids: Aids,
): Promise<CaptureDigests> {
  if (!aids.store) return readOne(root, found, reader, aids);
  const place = `${resolve(root, found.file)}\0${key}`;
  const others = underWay.get(place);
  if (others) return others;
  const reading = readThenKeep(root, found, key, reader, aids).finally(() =>
    underWay.delete(place),
  );
  underWay.set(place, reading);
  return reading;
}

async function readThenKeep(
  root: string,
  found: FolderFile,
  key: string,
  reader: Reader,
  aids: Aids,
): Promise<CaptureDigests> {
  const read = await readOne(root, found, reader, aids);
  // Its bytes may have changed since it was looked at.
  if (aids.store && read.ok && key.startsWith(read.hash))
    keepCapture(aids.store, found.file, key, read);
  return read;
}

const problemsOf = ({ parsed, name, file }: ReadDigest): readonly Diagnostic[] => [
  ...parsed.problems,
  ...dateProblems(parsed, name, file),
];

/** Keeps what was read out of a capture. */
function keepCapture(
  store: Store,
  id: string,
  key: string,
  { digests, problems }: CaptureDigests,
): void {
  store.put(keptDigests, id, key, digests);
  const marks = digests.map((digest): DigestMarks => {
    const { parsed, text: _, ...rest } = digest;
    return {
      ...rest,
      account: accountOf(digest),
      problems: problemsOf(digest),
      papers: parsed.papers.map((paper) => ({
        title: paper.title,
        lines: paper.lines,
        ...(paper.record !== undefined && { record: paper.record }),
        marks: marksOfPaper(paper),
      })),
    };
  });
  store.put(keptMarks, id, key, { digests: marks, problems });
}

/** Reads one capture. */
async function readOne(
  root: string,
  found: FolderFile,
  { dialect, accounted, leftOf }: Reader,
  aids: Aids,
): Promise<
  CaptureDigests & ({ readonly ok: true; readonly hash: string } | { readonly ok: false })
> {
  const { file } = found;
  const fail = (...problems: Diagnostic[]) => ({ ok: false as const, digests: [], problems });
  const name = parseDigestName(file);
  if (!name.ok) return fail(name.problem);
  const reading = await bytesOf(root, found, aids);
  const { format, marks = [] } = name.name;
  if (!reading.ok) return fail(reading.problem);
  const sha256 = hash('sha256', reading.bytes);
  const capture = await readCapture(file, reading.bytes, {
    format,
    yes: marks.includes('yes'),
    keepPrivate: marks.includes('private'),
    accounted: accounted.get(sha256),
    dialect,
  });
  if (!capture.ok) return fail(capture.problem);
  const cut = cutWords(capture.cuts);
  const leaves = leftOf(file);
  return {
    ok: true,
    hash: sha256,
    digests: digestsOf(name.name, file, reading.bytes, capture).map((digest) => ({
      ...digest,
      parsed: withoutPapers(digest.parsed, leaves),
    })),
    problems: [
      ...capture.problems,
      ...(cut === '' ? [] : [diagnostic('digest/private', { file }, { cut })]),
    ],
  };
}
