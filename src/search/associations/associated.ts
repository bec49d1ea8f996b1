/** Which words of the archive go with a word, as a search asks: part by part. */
import { rootOf } from '../../text/stem.ts';
import { remembered } from '../remembered.ts';
import type { AssociationPart } from './pack.ts';
import { readTable, type Association, type Associations } from './table.ts';

export class AssociatedWords {
  readonly #plan: () => Promise<readonly AssociationPart[]>;
  readonly #load: (name: string) => Promise<string>;
  readonly #plans = new Map<'plan', Promise<readonly AssociationPart[]>>();
  readonly #parts = new Map<string, Promise<Associations>>();

  /**
   * @param plan loads the plan; few searches ask for it, so it is loaded with the first that does
   * @param load loads a part by its name; what either throws, the questions below throw
   */
  constructor(
    plan: () => Promise<readonly AssociationPart[]>,
    load: (name: string) => Promise<string>,
  ) {
    this.#plan = plan;
    this.#load = load;
  }

  /**
   * The archive's words that go with one, strongest first; none for a word of which nothing is known.
   *
   * @param word folded
   */
  async of(word: string): Promise<readonly Association[]> {
    const stem = rootOf(word);
    const plan = await remembered(this.#plans, 'plan', this.#plan);
    const part = plan.findLast(({ from }) => from <= stem);
    if (part === undefined) return [];
    const table = await remembered(this.#parts, part.name, async () =>
      readTable(await this.#load(part.name)),
    );
    return table.get(stem) ?? [];
  }
}
