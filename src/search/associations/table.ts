/**
 * Which words go with which, as text: a line a stem, `hallucin 11 factual 10 incorrect unfaith 9 …`. A number is the
 * strength of what follows, in fifteenths; no stem of the table is made of digits alone.
 */

/** The table that comes with Offprint, from the project's folder; `npm run learn-words` writes it. */
export const associationsFile = 'src/search/associations/words.txt.gz';

/** A stem that may stand for another. */
export interface Association {
  readonly stem: string;
  /** Above 0, 1 at most. */
  readonly strength: number;
}

/** Stem → its associations, strongest first. */
export type Associations = ReadonlyMap<string, readonly Association[]>;

const steps = 15;
const digits = /^\d+$/;

/** Whether a stem can be told from a strength. */
export const isListed = (stem: string): boolean => !digits.test(stem);

/** One line, without its end. */
export function writeLine(stem: string, associations: readonly Association[]): string {
  let last = 0;
  const fields = associations.flatMap(({ stem: other, strength }) => {
    const step = Math.max(1, Math.round(strength * steps));
    const said = step === last ? [other] : [String(step), other];
    last = step;
    return said;
  });
  return [stem, ...fields].join(' ');
}

/** Writes a table, in the order of its stems' letters. */
export const writeTable = (table: Associations): string =>
  [...table.keys()]
    .toSorted()
    .map((stem) => `${writeLine(stem, table.get(stem) ?? [])}\n`)
    .join('');

/** Reads what {@link writeTable} wrote, all of it or some lines. */
export function readTable(text: string): Map<string, Association[]> {
  const table = new Map<string, Association[]>();
  for (const line of text.split('\n')) {
    const [stem = '', ...fields] = line.split(' ');
    if (stem === '') continue;
    const associations: Association[] = [];
    let strength = 0;
    for (const field of fields) {
      if (digits.test(field)) strength = Math.min(1, Number(field) / steps);
      else if (strength > 0) associations.push({ stem: field, strength });
    }
    table.set(stem, associations);
  }
  return table;
}
