/** A table of associations, cut to what an archive holds, as files of about equal size and the plan that finds them. */
import { isText } from '../../shapes.ts';
import { readParts, type PartAddress } from '../part-addresses.ts';
import { writeLine, type Association, type Associations } from './table.ts';

/** Associations of a stem at most, measured: docs/search.md. */
const most = 6;
/** Characters of a part, about: 2.4 KB compressed. A query loads one for each word. */
const partSize = 5000;

export interface PackedAssociations {
  readonly plan: readonly PartAddress[];
  /** Name of file → text. */
  readonly parts: ReadonlyMap<string, string>;
}

/** The strongest associations of each stem that an archive holds. */
export function* heldAssociations(
  table: Associations,
  held: ReadonlySet<string>,
): Generator<readonly [stem: string, associations: readonly Association[]]> {
  for (const stem of [...table.keys()].toSorted()) {
    const own = (table.get(stem) ?? []).filter(({ stem: other }) => held.has(other)).slice(0, most);
    if (own.length > 0) yield [stem, own];
  }
}

/**
 * Packs what an archive can use of a table.
 *
 * @param held the stems of the archive's words
 * @param nameOf name of a file for a text, equal for equal texts
 */
export function packAssociations(
  table: Associations,
  held: ReadonlySet<string>,
  nameOf: (text: string) => string,
): PackedAssociations {
  const plan: PartAddress[] = [];
  const parts = new Map<string, string>();
  let from = '';
  let text = '';
  const close = (): void => {
    if (text === '') return;
    const name = nameOf(text);
    plan.push({ from, name });
    parts.set(name, text);
    text = '';
  };
  for (const [stem, associations] of heldAssociations(table, held)) {
    if (text === '') from = stem;
    text += `${writeLine(stem, associations)}\n`;
    if (text.length >= partSize) close();
  }
  close();
  return { plan, parts };
}

/** Reads a plan, as `writeParts` has it; undefined if it is none. */
export const readAssociationPlan = (value: unknown): PartAddress[] | undefined =>
  isText(value) ? readParts(value) : undefined;
