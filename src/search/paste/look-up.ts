/** Looks up in the archive's table what was pasted. */
import { memoise } from '../../once.ts';
import type { Paste, PastedItem } from './read.ts';
import { filesFor, nameHash, placesIn, type TablePlan } from './table.ts';

/** A thing that was pasted, and the places of the papers that it names; none if the archive has no such paper. */
export interface LookedUp extends PastedItem {
  readonly places: readonly number[];
}

export class PaperTable {
  readonly #plan: TablePlan;
  readonly #load: (name: string) => Promise<Uint8Array>;

  /** @param load the bytes of a file; what it throws, the questions below throw */
  constructor(plan: TablePlan, load: (name: string) => Promise<Uint8Array>) {
    this.#plan = plan;
    this.#load = memoise(load);
  }

  /** Papers of which an identifier is known. */
  get identified(): number {
    return this.#plan.identified;
  }

  /** Places of the papers of a name. */
  async places(name: string): Promise<number[]> {
    const hash = nameHash(name);
    const files = await Promise.all(filesFor(this.#plan, hash).map((file) => this.#load(file)));
    return files.flatMap((bytes) => placesIn(bytes, hash));
  }

  /** The papers of the first name that has any, of the first group that has. */
  async #first(groups: PastedItem['names']): Promise<readonly number[]> {
    for (const names of groups) {
      // oxlint-disable-next-line no-await-in-loop -- a further group is asked for only where this one has nothing
      const found = await Promise.all(names.map((name) => this.places(name)));
      const places = found.find(({ length }) => length > 0);
      if (places !== undefined) return places;
    }
    return [];
  }

  /**
   * Looks up everything that was pasted.
   *
   * @returns undefined if it was none after all: nothing of it is in the archive, and nothing sure to be a paper's name
   */
  async find({ items }: Paste): Promise<readonly LookedUp[] | undefined> {
    const found = await Promise.all(
      items.map(async (item) => ({ ...item, places: await this.#first(item.names) })),
    );
    const kept = found.filter(({ sure, places }) => sure || places.length > 0);
    return kept.length > 0 ? kept : undefined;
  }
}
