/**
 * The editions of which this device has files: the worker's own, and those before it that pages still show. A page
 * belongs to one edition from its first request to its last, whichever worker answers.
 */
import type { Listed } from '../facts.ts';
import type { Place } from '../packs/pack.ts';
import { facts } from './scope.ts';
import { Store } from './store.ts';

export interface Edition {
  readonly name: string;
  /** Files that lie in the cache one by one. */
  readonly kept: readonly Listed[];
  /** Names of the packs that are to be kept. */
  readonly packs: readonly string[];
  /** Pages have been answered with it. */
  readonly shown: boolean;
}

/** Where a file of an edition lies. */
export interface PackedPlace extends Omit<Place, 'key'> {
  readonly pack: string;
}

const store = new Store('editions');
const directories = new Store('directories');

const isText = (value: unknown): value is string => typeof value === 'string';
const isListed = (value: unknown): value is Listed =>
  Array.isArray(value) && value.length === 2 && value.every(isText);
const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter(isText) : [];
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function readEdition(name: string, value: unknown): Edition | undefined {
  if (!isObject(value)) return undefined;
  const { kept, packs, shown } = value;
  return {
    name,
    kept: Array.isArray(kept) ? kept.filter(isListed) : [],
    packs: texts(packs),
    shown: shown === true,
  };
}

const own: Edition = {
  name: facts.edition,
  kept: facts.kept,
  packs: [],
  shown: false,
};

const known = new Map<string, Promise<Edition | undefined>>();

/** An edition, if this device has anything of it. */
export function editionNamed(name: string): Promise<Edition | undefined> {
  const before = known.get(name);
  if (before !== undefined) return before;
  const reading = store
    .read(name)
    .then((value) => readEdition(name, value) ?? (name === own.name ? own : undefined));
  known.set(name, reading);
  return reading;
}

/** The worker's own edition. */
export const ownEdition = async (): Promise<Edition> => (await editionNamed(own.name)) ?? own;

/** Notes what the worker's own edition has. */
export async function noteEdition(change: Partial<Omit<Edition, 'name'>>): Promise<Edition> {
  const edition = { ...(await ownEdition()), ...change };
  known.set(own.name, Promise.resolve(edition));
  await store.write(own.name, edition);
  return edition;
}

/** All editions of which there is anything. */
export async function allEditions(): Promise<Edition[]> {
  const found = await Promise.all((await store.names()).map(editionNamed));
  return found.filter((edition) => edition !== undefined);
}

/** Forgets an edition; its files are swept away later. */
export async function forgetEdition(name: string): Promise<void> {
  known.delete(name);
  places.delete(name);
  await store.delete(name);
  await directories.delete(name);
}

type Directory = ReadonlyMap<string, PackedPlace>;

const places = new Map<string, Promise<Directory>>();

type Written = readonly (readonly [pack: string, places: readonly Place[]])[];

const isWritten = (value: unknown): value is Written =>
  Array.isArray(value) &&
  value.every((row) => Array.isArray(row) && isText(row[0]) && Array.isArray(row[1]));

async function readDirectory(name: string): Promise<Directory> {
  const rows = await directories.read(name);
  const all = isWritten(rows) ? rows : [];
  return new Map(
    all.flatMap(([pack, held]) => held.map(({ key, ...place }) => [key, { pack, ...place }])),
  );
}

/** Files of an edition that lie in packs, by address. */
export function directoryOf(name: string): Promise<Directory> {
  const before = places.get(name);
  if (before !== undefined) return before;
  const reading = readDirectory(name);
  places.set(name, reading);
  return reading;
}

/** Notes which packs of the worker's own edition are there, and what they hold. */
export async function noteDirectory(written: Written): Promise<void> {
  await directories.write(own.name, written);
  places.delete(own.name);
}
