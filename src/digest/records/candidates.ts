import { holdsFields, leadsToFields, plainName, rolesOf, type Role } from './roles.ts';
import { isObject, type JsonObject } from './values.ts';

/** A field that may say something of the paper. */
export interface Candidate {
  readonly path: string;
  readonly value: unknown;
  readonly rank: number;
  /** 0: a field of the record itself; 1: of an object in it. */
  readonly depth: number;
  readonly label: string;
}

/** More fields than this no record of a paper has. */
const mostFields = 2000;

/** The fields of a record by what they may say, the surest name first; of equal ones the inner field. */
export class Candidates {
  readonly #names: Readonly<Record<string, string>>;
  readonly #byRole = new Map<Role, Candidate[]>();
  /** Whether the paper is an object inside the record: what stands outside it speaks of the listing. */
  readonly nested: boolean;

  /** @param names what fields are called here, if not by the names that `roles.ts` knows */
  constructor(record: JsonObject, names: Readonly<Record<string, string>> = {}) {
    this.#names = names;
    this.nested = isObject(record['paper']);
    this.#collect(record, '', 0);
    for (const list of this.#byRole.values()) {
      list.sort((a, b) => a.rank - b.rank || b.depth - a.depth);
    }
  }

  /** @param way names of the objects that lead here from the one that holds the paper's fields, with a dot each */
  #collect(fields: JsonObject, prefix: string, depth: number, way = ''): void {
    for (const key of Object.keys(fields).slice(0, mostFields)) {
      const value: unknown = fields[key];
      if (value === null || value === undefined || value === '') continue;
      const plain = plainName(Object.hasOwn(this.#names, key) ? (this.#names[key] ?? key) : key);
      const path = `${prefix}${key}`;
      if (isObject(value)) {
        if (leadsToFields(way + plain)) this.#collect(value, `${path}.`, depth, `${way}${plain}.`);
        if (way === '' && depth < 2 && holdsFields(plain)) {
          this.#collect(value, `${path}.`, depth + 1);
          continue;
        }
      }
      for (const { role, rank, label = '' } of rolesOf(way + plain)) {
        const list = this.#byRole.get(role);
        const candidate = { path, value, rank, depth, label };
        if (list) list.push(candidate);
        else this.#byRole.set(role, [candidate]);
      }
    }
  }

  of(role: Role): readonly Candidate[] {
    return this.#byRole.get(role) ?? [];
  }
}
