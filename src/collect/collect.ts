/** Asks the sources of an archive, and takes in what is new. */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { archiveFolder, collectedFile, digestsFolder } from '../archive-folder.ts';
import { writeAtomic } from '../entries/atomic.ts';
import { readCollectedFile, withoutPapers } from '../entries/left-out.ts';
import type { StoredEntry } from '../entries/model.ts';
import { listPlaced } from '../entries/placed.ts';
import { parseDigestName } from '../digest/name.ts';
import type { SourceFile } from '../intake/read.ts';
import { takeIn } from '../intake/take-in.ts';
import type { Client } from '../net/client.ts';
import type { Store } from '../store/store.ts';
import { askSource, type Got } from './ask.ts';
import type { Endpoints } from './fetches.ts';
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
  const { now, dryRun, store, onProgress = () => undefined } = options;
  const captures = await capturesIn(root);
  const onDisk = await readCollectedFile(root);
  const { text: before, titles: wanted } = askedAgain(onDisk, options.again ?? []);
  const lines = readCollected(before).filter(
    ({ digest }) => digest === undefined || captures.has(digest),
  );
  const arrivals = new Map<string, Arrival>();
  const failures: Collected[] = [];
  const begun: Collected[] = [];
  const resolved: Pick<Collected, 'source' | 'day'>[] = [];
  const reports = new Map<string, SourceReport>(
    sources.map(({ name }) => [name, { source: name, digests: [], failed: [] }]),
  );
  for (const [at, source] of sources.entries()) {
    onProgress(`asking ${source.name} (${at + 1} of ${sources.length})`);
    for await (const got of askSource(source, lines, options)) {
      const { day, address } = got;
      if (got.kind === 'failed') {
        const failed = { source: source.name, day, at: now.toISOString(), address };
        failures.push({ ...failed, failed: got.why });
        reports.get(source.name)?.failed.push({ day, why: got.why });
        continue;
      }
      resolved.push(...got.resolves.map((fine) => ({ source: source.name, day: fine })));
      if (got.kind === 'came') arrivals.set(address, { source, got });
      // That it was asked at all is noted once: what is missed from then on is looked back for.
      else if (!lines.some((line) => line.source === source.name))
        begun.push({ source: source.name, day, at: now.toISOString(), address, kept: 0 });
    }
  }
  options.signal?.throwIfAborted();

  const screened: Collected[] = [];
  const lineOf = ({ source, got, screened: parted }: Arrival, digest?: string): Collected => ({
    source: source.name,
    day: got.day,
    at: now.toISOString(),
    address: got.address,
    ...(digest !== undefined && { digest }),
    ...(got.announced !== undefined && { announced: got.announced }),
    kept: parted?.kept.length ?? 0,
    ...(parted && parted.leftOut.length > 0 && { leftOut: [...parted.leftOut] }),
    ...(parted?.replaced && parted.replaced.length > 0 && { replaced: [...parted.replaced] }),
    ...(got.licence !== undefined && { licence: got.licence }),
    ...(got.etag !== undefined && { etag: got.etag }),
    ...(got.modified !== undefined && { modified: got.modified }),
  });
  const files = [...arrivals.values()].map(({ source, got }): SourceFile => ({
    source: got.address,
    fileName: `${source.name}.${got.extension}`,
    bytes: got.bytes,
    changed: got.day,
    date: got.day,
    name: source.name,
  }));
  let written = before;
  const note = async (added: readonly Collected[]): Promise<void> => {
    const text = addCollected(written, added, resolved);
    if (text === onDisk || text === written || dryRun) return;
    await mkdir(archiveFolder(root), { recursive: true });
    await writeAtomic(resolve(root, collectedFile()), text, { durable: true });
    written = text;
  };
  const known = knownBy(lines, wanted);
  const taken = await takeIn(root, files, {
    dryRun,
    store,
    onProgress,
    screen: (address, digest, entries) => {
      const arrival = arrivals.get(address);
      if (arrival === undefined) return digest;
      const { source } = arrival;
      const brought = known(source, entries);
      const parted = screen(digest.parsed.papers, source, brought);
      arrival.screened = {
        ...parted,
        replaced: replacedIn(digest.text, digest.parsed.papers),
      };
      for (const { title, facts } of parted.kept)
        for (const key of keysOf({ title, ...facts })) brought.add(key);
      if (parted.kept.length > 0)
        return { ...digest, parsed: withoutPapers(digest.parsed, parted.leftOut) };
      // What the source has listed before is no news, and not noted again.
      if (parted.leftOut.some(({ why }) => why !== 'before')) screened.push(lineOf(arrival));
      return undefined;
    },
    beforeWriting: (digests) =>
      note(
        digests.flatMap(({ source: address, digest, known: isKnown }) => {
          const arrival = arrivals.get(address);
          return arrival && !isKnown ? [lineOf(arrival, digest.name.id)] : [];
        }),
      ),
  });
  for (const { source: address, problems } of taken.refused) {
    const arrival = arrivals.get(address);
    if (arrival === undefined) continue;
    const why = problems[0]?.what ?? 'it cannot be read';
    failures.push({ ...lineOf(arrival), kept: 0, failed: why });
    reports.get(arrival.source.name)?.failed.push({ day: arrival.got.day, why });
  }
  await note([...begun, ...screened, ...failures]);
  for (const { source: address, file, known: isKnown, papers } of taken.digests) {
    const arrival = arrivals.get(address);
    if (arrival === undefined || isKnown) continue;
    const { got, screened: parted } = arrival;
    const leftOut = parted?.leftOut ?? [];
    const { announced = papers + leftOut.length } = got;
    reports
      .get(arrival.source.name)
      ?.digests.push({ day: got.day, file, announced, kept: papers, leftOut });
  }
  return {
    ok: taken.problems.every(({ severity }) => severity !== 'error') && failures.length === 0,
    dryRun,
    requests: options.client.requests,
    sources: [...reports.values()],
    problems: taken.problems,
  };
}

/**
 * The papers that a source has brought before, or that were left out of what it brought.
 *
 * @param wanted titles that later answers left out because of a digest that was taken back, and is asked for again
 */
function knownBy(
  lines: readonly Collected[],
  wanted: ReadonlySet<string>,
): (source: Source, entries: readonly StoredEntry[]) => Set<string> {
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
