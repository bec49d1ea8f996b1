import { holders, plainName, prefixes, rolesOf, type Role } from './roles.ts';
import { isObject, type JsonObject } from './values.ts';

/** A field that may say something of the paper. */
export interface Candidate {
  /** Of the fields of the source that it was made of. */
  readonly paths: readonly string[];
  readonly value: unknown;
  readonly rank: number;
  /** 0: a field of the record itself; 1: of an object in it. */
  readonly depth: number;
  readonly label: string;
}

/** More fields than this no record of a paper has. */
const mostFields = 2000;

/** The fields of a record by what they may say. */
export class Candidates {
  readonly #byRole = new Map<Role, Candidate[]>();
  /** Whether the paper is an object inside the record: what stands outside it speaks of the listing. */
  readonly nested: boolean;

  constructor(nested = false) {
    this.nested = nested;
  }

  /**
   * @param name of the field, without case and punctuation
   * @param depth see `Candidate`
   */
  add(name: string, value: unknown, paths: readonly string[], depth = 0): void {
    for (const { role, rank, label = '' } of rolesOf(name)) {
      const list = this.#byRole.get(role);
      const candidate = { paths, value, rank, depth, label };
      if (list) list.push(candidate);
      else this.#byRole.set(role, [candidate]);
    }
  }

  /** Those of a role, the surest name first; of equal ones the inner field. */
  of(role: Role): readonly Candidate[] {
    return (this.#byRole.get(role) ?? []).toSorted((a, b) => a.rank - b.rank || b.depth - a.depth);
  }

  /** The same without those that stand outside of the paper. */
  own(role: Role): readonly Candidate[] {
    return this.of(role).filter(({ depth }) => depth > 0 || !this.nested);
  }
}

/** The fields of an object by the names that people give them, those of objects in it included. */
export function fieldsOfObject(record: JsonObject): Candidates {
  const found = new Candidates(isObject(record['paper']));
  /** @param within names of the objects that lead here from the one that holds the paper's fields, with a dot each */
  const collect = (fields: JsonObject, prefix: string, depth: number, within = ''): void => {
    for (const key of Object.keys(fields).slice(0, mostFields)) {
      const value: unknown = fields[key];
      if (value === null || value === undefined || value === '') continue;
      const plain = plainName(key);
      const path = `${prefix}${key}`;
      if (isObject(value)) {
        if (prefixes.has(within + plain)) collect(value, `${path}.`, depth, `${within}${plain}.`);
        if (within === '' && depth < 2 && holders.has(plain)) {
          collect(value, `${path}.`, depth + 1);
          continue;
        }
      }
      found.add(within + plain, value, [path], depth);
    }
  };
  collect(record, '', 0);
  return found;
}
