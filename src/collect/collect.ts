/** Asks the sources of an archive, and takes in what is new. */
import { digestsFolder } from '../archive-folder.ts';
import { readCollectedFile, withoutPapers } from '../entries/left-out.ts';
import type { ReadDigest } from '../entries/captures.ts';
import type { StoredEntry } from '../entries/model.ts';
import { listPlaced } from '../entries/placed.ts';
import { parseDigestName } from '../digest/name.ts';
import type { SourceFile } from '../intake/read.ts';
import type { AddReport } from '../intake/report.ts';
import { takeIn } from '../intake/take-in.ts';
import type { Client } from '../net/client.ts';
import type { Store } from '../store/store.ts';
import { unlessEmpty } from '../text/unless-empty.ts';
import { askSource, type Got } from './ask.ts';
import type { Endpoints } from './fetches.ts';
import { changeCollected } from './files.ts';
import { addCollected, askedAgain, readCollected, type Collected } from './ledger.ts';
import { replacedIn } from './replaced.ts';
import type { CollectReport, SourceReport } from './report.ts';
import { keysOf, screen, type Screened } from './screen.ts';
import type { Source } from './sources.ts';

export interface CollectOptions {
  readonly client: Client;
  readonly now: Date;
  readonly endpoints?: Endpoints | undefined;
  readonly store?: Store | undefined;
  readonly dryRun: boolean;
  /** Digests that were taken back and are to be asked for again, by their ids. */
  readonly again?: readonly string[];
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (what: string) => void;
}

/** What was asked for and came, with the source that it is of. */
interface Arrival {
  readonly source: Source;
  readonly got: Extract<Got, { kind: 'came' }>;
  screened?: Screened;
}

/** Ids of the captures that are there. */
async function capturesIn(root: string): Promise<Set<string>> {
  const { files } = await listPlaced(root, digestsFolder());
  const names = files.map((file) => parseDigestName(file));
  return new Set(names.flatMap((reading) => (reading.ok ? [reading.name.id] : [])));
}

/** What came of asking. */
interface Asked {
  /** By their addresses. */
  readonly arrivals: ReadonlyMap<string, Arrival>;
  readonly failures: readonly Collected[];
  /** Of sources that were never asked before, and had nothing: what is missed from then on is looked back for. */
  readonly begun: readonly Collected[];
  /** Days whose failures were made good. */
  readonly resolved: readonly Pick<Collected, 'source' | 'day'>[];
}

/** Asks all sources. @param lines what was collected before */
async function askAll(
  sources: readonly Source[],
  lines: readonly Collected[],
  options: CollectOptions,
): Promise<Asked> {
  const arrivals = new Map<string, Arrival>();
  const failures: Collected[] = [];
  const begun: Collected[] = [];
  const resolved: Pick<Collected, 'source' | 'day'>[] = [];
  for (const [at, source] of sources.entries()) {
    const { name } = source;
    options.onProgress?.(`asking ${name} (${at + 1} of ${sources.length})`);
    for await (const got of askSource(source, lines, options)) {
      const { day, address } = got;
      const line = { source: name, day, at: options.now.toISOString(), address };
      if (got.kind === 'failed') {
        failures.push({ ...line, failed: got.why });
        continue;
      }
      resolved.push(...got.resolves.map((fine) => ({ source: name, day: fine })));
      if (got.kind === 'came') arrivals.set(address, { source, got });
      else if (!lines.some((before) => before.source === name)) begun.push({ ...line, kept: 0 });
    }
  }
  return { arrivals, failures, begun, resolved };
}

const fileOf = ({ source: { name }, got }: Arrival): SourceFile => ({
  source: got.address,
  fileName: `${name}.${got.extension}`,
  bytes: got.bytes,
  changed: got.day,
  date: got.day,
  name,
});

/** The line of what came. @param digest its id, where something of it is kept */
function lineOf({ source, got, screened }: Arrival, now: Date, digest?: string): Collected {
  const { day, address, announced, licence, etag, modified } = got;
  return {
    source: source.name,
    day,
    at: now.toISOString(),
    address,
    digest,
    announced,
    kept: screened?.kept.length ?? 0,
    leftOut: unlessEmpty([...(screened?.leftOut ?? [])]),
    replaced: unlessEmpty([...(screened?.replaced ?? [])]),
    licence,
    etag,
    modified,
  };
}

/** Of what could not be taken in, why. */
const failuresOf = (
  refused: AddReport['refused'],
  arrivals: Asked['arrivals'],
  now: Date,
): Collected[] =>
  refused.flatMap(({ source: address, problems }) => {
    const arrival = arrivals.get(address);
    const failed = problems[0]?.what ?? 'it cannot be read';
    return arrival ? [{ ...lineOf(arrival, now), kept: 0, failed }] : [];
  });

/**
 * Leaves out of a digest what is not asked for, or was there before.
 *
 * @param brought the papers that its source has brought, to which those that are kept are added
 * @returns undefined if nothing is kept
 */
function screenDigest(
  arrival: Arrival,
  digest: ReadDigest,
  brought: Set<string>,
): ReadDigest | undefined {
  const { text, parsed } = digest;
  const { kept, leftOut } = screen(parsed.papers, arrival.source, brought);
  arrival.screened = { kept, leftOut, replaced: replacedIn(text, parsed.papers) };
  for (const { title, facts } of kept)
    for (const key of keysOf({ title, ...facts })) brought.add(key);
  return kept.length > 0 ? { ...digest, parsed: withoutPapers(parsed, leftOut) } : undefined;
}

/** What a run says of each source. @param digests those that were taken in */
const reportsOf = (
  sources: readonly Source[],
  digests: AddReport['digests'],
  arrivals: Asked['arrivals'],
  failures: readonly Collected[],
): SourceReport[] =>
  sources.map(({ name }) => ({
    source: name,
    digests: digests.flatMap(({ source: address, file, known, papers }) => {
      const arrival = arrivals.get(address);
      if (arrival?.source.name !== name || known) return [];
      const leftOut = arrival.screened?.leftOut ?? [];
      const { day, announced = papers + leftOut.length } = arrival.got;
      return [{ day, file, announced, kept: papers, leftOut }];
    }),
    failed: failures.flatMap(({ source, day, failed: why = '' }) =>
      source === name ? [{ day, why }] : [],
    ),
  }));

/**
 * Asks each source once, and takes in what it has that the archive has not. Killed at any moment, the next run goes on:
 * what was collected is noted before its capture is written, and counts only where the capture is there.
 *
 * @param root the project's folder
 * @throws the signal's reason, if it is aborted; what was taken in by then stays
 */
export async function collect(
  root: string,
  sources: readonly Source[],
  options: CollectOptions,
): Promise<CollectReport> {
  const { now, dryRun, store, again = [], onProgress } = options;
  const captures = await capturesIn(root);
  const { text, titles } = askedAgain(await readCollectedFile(root), again);
  const lines = readCollected(text).filter(
    ({ digest }) => digest === undefined || captures.has(digest),
  );
  const { arrivals, resolved, ...asked } = await askAll(sources, lines, options);
  options.signal?.throwIfAborted();
  const note = async (added: readonly Collected[]): Promise<void> => {
    if (dryRun) return;
    await changeCollected(root, (onDisk) => {
      const before = askedAgain(onDisk, again).text;
      const after = addCollected(before, added, resolved);
      return after === before ? onDisk : after;
    });
  };
  const known = knownBy(lines, titles);
  const keptNothing: Collected[] = [];
  const taken = await takeIn(root, Array.from(arrivals.values(), fileOf), {
    dryRun,
    store,
    onProgress,
    screen: (address, digest, entries) => {
      const arrival = arrivals.get(address);
      if (arrival === undefined) return digest;
      const kept = screenDigest(arrival, digest, known(arrival.source, entries));
      // What the source has listed before is no news, and not noted again.
      if (!kept && arrival.screened?.leftOut.some(({ why }) => why !== 'before'))
        keptNothing.push(lineOf(arrival, now));
      return kept;
    },
    beforeWriting: (digests) =>
      note(
        digests.flatMap(({ source: address, digest, known: isKnown }) => {
          const arrival = arrivals.get(address);
          return arrival && !isKnown ? [lineOf(arrival, now, digest.name.id)] : [];
        }),
      ),
  });
  const failures = [...asked.failures, ...failuresOf(taken.refused, arrivals, now)];
  await note([...asked.begun, ...keptNothing, ...failures]);
  return {
    ok: taken.problems.every(({ severity }) => severity !== 'error') && failures.length === 0,
    dryRun,
    requests: options.client.requests,
    sources: reportsOf(sources, taken.digests, arrivals, failures),
    problems: taken.problems,
  };
}

/** The papers that a source has brought. */
type KnownBy = (source: Source, entries: readonly StoredEntry[]) => Set<string>;

/**
 * The papers that a source has brought before, or that were left out of what it brought.
 *
 * @param wanted titles that later answers left out because of a digest that was taken back, and is asked for again
 */
function knownBy(lines: readonly Collected[], wanted: ReadonlySet<string>): KnownBy {
  const kept = new Map<string, Set<string>>();
  return ({ name }, entries) => {
    const known = kept.get(name);
    if (known) return known;
    const own = lines.filter(({ source }) => source === name);
    const digests = new Set(own.flatMap(({ digest }) => digest ?? []));
    const keys = new Set(
      own
        .flatMap(({ leftOut = [], removed }) => [
          ...leftOut.map(({ title }) => title),
          ...(removed?.titles ?? []),
        ])
        .filter((title) => !wanted.has(title))
        .flatMap((title) => keysOf({ title })),
    );
    for (const { entry } of entries) {
      const { data } = entry;
      if (data.digests.some(({ digest }) => digests.has(digest)))
        for (const key of keysOf(data)) keys.add(key);
    }
    kept.set(name, keys);
    return keys;
  };
}
