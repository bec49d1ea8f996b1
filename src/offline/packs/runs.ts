/** Which stretches of which files bring the packs that are wanted. Pure. */
import type { PackList } from './lists.ts';

export interface WantedPack {
  readonly name: string;
  /** Name of the pack that is its dictionary. */
  readonly dictionary: string | undefined;
  /** Bytes of the file. */
  readonly start: number;
  readonly end: number;
}

/** Packs that lie side by side in a file. */
export interface Run {
  /** Name of the file. */
  readonly volume: string;
  /** Nothing else lies in it. */
  readonly whole: boolean;
  readonly packs: readonly WantedPack[];
}

/** Bytes that are fetched in one request: few requests, and little lost where one is interrupted. */
const most = 1_000_000;

/**
 * What is to be fetched, dictionaries first.
 *
 * @param missing names of packs
 */
export function runsOf({ volumes, packs }: PackList, missing: ReadonlySet<string>): Run[] {
  const runs: Run[] = [];
  let place = 0;
  for (const [volume, count] of volumes) {
    let start = 0;
    const own: WantedPack[][] = [[]];
    for (const [name, bytes, dictionary] of packs.slice(place, place + count)) {
      const open = own.at(-1) ?? [];
      const end = start + bytes;
      if (!missing.has(name)) own.push([]);
      else {
        const pack = { name, dictionary: packs[dictionary ?? -1]?.[0], start, end };
        if (end - (open[0]?.start ?? start) > most && open.length > 0) own.push([pack]);
        else open.push(pack);
      }
      start = end;
    }
    place += count;
    for (const some of own)
      if (some.length > 0) runs.push({ volume, whole: some.length === count, packs: some });
  }
  const needed = new Set(runs.flatMap((run) => run.packs.map(({ dictionary }) => dictionary)));
  const isFirst = (run: Run): boolean => run.packs.some(({ name }) => needed.has(name));
  return [...runs.filter(isFirst), ...runs.filter((run) => !isFirst(run))];
}
