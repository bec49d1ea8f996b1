/** What the reader has chosen to keep, and fetching it. */
import type { CollectionState, Failure, OfflineState, Told } from '../messages.ts';
import { packsFile, placesOf as rangePlaces, type PackList } from '../packs/lists.ts';
import { runsOf } from '../packs/runs.ts';
import { living } from './clients.ts';
import { noteDirectory, noteEdition, ownEdition } from './editions.ts';
import { dropPacks, fetchRun, packsThere, placesOf, ReplacedError } from './packs.ts';
import { facts, fetchListed, scope } from './scope.ts';
import { Store } from './store.ts';

type Choices = Readonly<Record<string, 'wanted' | 'stopped'>>;

const store = new Store('choices');
/** The list of packs of each edition that was asked for it. */
const lists = new Store('lists');

/** Packs fetched at a time. */
const atOnce = 3;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

async function choices(): Promise<Choices> {
  const found = await store.read('all');
  const entries = isObject(found) ? Object.entries(found) : [];
  return Object.fromEntries(
    entries.filter(
      (entry): entry is [string, 'wanted' | 'stopped'] =>
        entry[1] === 'wanted' || entry[1] === 'stopped',
    ),
  );
}

const isList = (value: unknown): value is PackList =>
  isObject(value) &&
  Array.isArray(value['volumes']) &&
  Array.isArray(value['packs']) &&
  isObject(value['collections']);

let list: Promise<PackList> | undefined;

/** The packs of this edition. */
function packList(): Promise<PackList> {
  list ??= readList();
  list.catch(() => {
    list = undefined;
  });
  return list;
}

async function readList(): Promise<PackList> {
  const { edition, packs: hash } = facts;
  const before = await lists.read(edition);
  // An edition may be packed anew with nothing else changed.
  if (isObject(before) && before['hash'] === hash && isList(before)) return before;
  const none: PackList = { volumes: [], packs: [], collections: {} };
  if (hash === undefined) return none;
  const found: unknown = await (await fetchListed([packsFile, hash])).json();
  if (!isList(found)) return none;
  await lists.write(edition, { ...found, hash });
  return found;
}

/** Deletes the lists of other editions than those named. */
export async function dropLists(editions: ReadonlySet<string>): Promise<void> {
  for (const name of await lists.names()) if (!editions.has(name)) await lists.delete(name);
}

interface Wanted {
  readonly key: string;
  readonly choice: 'wanted' | 'stopped';
  readonly packs: PackList['packs'];
}

/** What was chosen, as this edition has it: a topic may be gone. */
async function wanted(): Promise<Wanted[]> {
  const chosen = Object.entries(await choices());
  if (chosen.length === 0) return [];
  const { packs, collections } = await packList();
  return chosen.flatMap(([key, choice]) => {
    const ranges = collections[key];
    if (ranges === undefined) return [];
    const held = rangePlaces(ranges)
      .map((place) => packs[place])
      .filter((pack) => pack !== undefined);
    return [{ key, choice, packs: held }];
  });
}

let running: AbortController | undefined;
let failure: Failure | undefined;

/** How far everything is. */
export async function offlineState(): Promise<OfflineState> {
  const there = await packsThere();
  // Without the list of packs, what was chosen is known, and no more.
  const chosen = await wanted().catch(async () =>
    Object.entries(await choices()).map(([key, choice]): Wanted => ({ key, choice, packs: [] })),
  );
  const collections = chosen.map(({ key, choice, packs }): [string, CollectionState] => {
    const bytes = packs.reduce((sum, [, size]) => sum + size, 0);
    const got = packs.reduce((sum, [name, size]) => sum + (there.has(name) ? size : 0), 0);
    const open = running === undefined ? 'waiting' : 'fetching';
    const unfinished = choice === 'stopped' ? 'stopped' : open;
    return [key, { status: bytes > 0 && got === bytes ? 'kept' : unfinished, got, bytes }];
  });
  const { edition, mode } = facts;
  return { edition, mode, collections: Object.fromEntries(collections), failure };
}

async function tell(): Promise<void> {
  const told: Told = { type: 'offline', state: await offlineState() };
  for (const client of await scope.clients.matchAll({ type: 'window' }))
    client.postMessage(told, []);
}

/** Makes what is there readable. */
async function record(): Promise<void> {
  const all = await wanted();
  const there = await packsThere();
  const names = [...new Set(all.flatMap(({ packs }) => packs.map(([name]) => name)))];
  const held = names.filter((name) => there.has(name));
  await noteDirectory(
    await Promise.all(held.map(async (name) => [name, await placesOf(name)] as const)),
  );
  await noteEdition({ packs: names });
}

/**
 * Fetches the packs that are chosen and not there; goes on where an earlier round stopped.
 *
 * @throws what stopped it
 */
export async function fetchChosen(signal: AbortSignal, onPack = tell): Promise<void> {
  const chosen = (await wanted()).filter(({ choice }) => choice === 'wanted');
  if (chosen.length === 0) return;
  const names = new Set(chosen.flatMap(({ packs }) => packs.map(([name]) => name)));
  // Noted first: nothing that is fetched is swept away.
  await noteEdition({ packs: [...new Set([...(await ownEdition()).packs, ...names])] });
  const there = await packsThere();
  const missing = new Set([...names].filter((name) => !there.has(name)));
  const [first, ...more] = runsOf(await packList(), missing);
  const rest = more.values();
  const fetchOn = async (): Promise<void> => {
    for (const run of rest) {
      await fetchRun(run, signal);
      await onPack();
    }
  };
  try {
    // The dictionaries.
    if (first !== undefined) await fetchRun(first, signal);
    await Promise.all(Array.from({ length: atOnce }, fetchOn));
  } finally {
    await record();
  }
}

/** Notes that something else than fetching failed: there may be no room even for what the reader wishes. */
export function fail(error: unknown): void {
  failure = reason(error);
}

function reason(error: unknown): Failure {
  if (error instanceof ReplacedError) return 'replaced';
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'network';
}

/** Fetches what is chosen and not there, unless that is under way, and tells every page how far it is. */
export async function resume(): Promise<void> {
  if (running !== undefined) return;
  const round = new AbortController();
  running = round;
  failure = undefined;
  try {
    await fetchChosen(round.signal);
  } catch (error) {
    if (!round.signal.aborted) {
      round.abort();
      failure = reason(error);
      // Not waited for: the next worker takes over when this one has nothing under way.
      if (failure === 'replaced') scope.registration.update().catch(() => undefined);
    }
  } finally {
    if (running === round) running = undefined;
  }
  await tell();
}

async function restart(): Promise<void> {
  running?.abort();
  running = undefined;
  await resume();
}

async function choose(change: (before: Choices) => Choices): Promise<void> {
  await store.write('all', change(await choices()));
}

export async function keep(key: string): Promise<void> {
  await choose((before) => ({ ...before, [key]: 'wanted' }));
  await restart();
}

export async function stop(key: string): Promise<void> {
  await choose((before) => ({ ...before, [key]: 'stopped' }));
  await restart();
}

/** Forgets a collection; what only it held is deleted. */
export async function remove(key: string): Promise<void> {
  running?.abort();
  running = undefined;
  await choose((before) => Object.fromEntries(Object.entries(before).filter(([it]) => it !== key)));
  await record();
  await dropPacks(await living());
  await resume();
}
