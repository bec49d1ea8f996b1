import type { DigestFormat } from '../model.ts';
import { Candidates } from './candidates.ts';
import type { Reading } from './paper.ts';
import { plainName } from './roles.ts';

/** What a format calls something that `roles.ts` knows by another name, and how it writes it. */
export interface FieldRow<Value> {
  /** Tags or paths. Their values are one list, in the order of the record. */
  readonly from: readonly string[];
  /** The name that `roles.ts` knows. */
  readonly as: string;
  /** What the values say; without it they are taken as they are. `shared` names what several records refer to. */
  readonly take?: (values: readonly Value[], shared?: ReadonlyMap<string, string>) => unknown;
  /** What else of the record `take` reads, put behind each of `from`: `.LastName`, `@IdType`. */
  readonly reads?: readonly string[];
}

/**
 * The fields of a record by what its format calls them. Of rows with one role the first that says anything counts.
 *
 * @param valuesOf what the record has under the names of a row
 * @param plain what values say that a row takes as they are
 */
export function fieldsByRows<Value>(
  rows: readonly FieldRow<Value>[],
  valuesOf: (row: FieldRow<Value>) => readonly Value[],
  plain: (values: readonly Value[]) => unknown = (values) => values,
  shared?: ReadonlyMap<string, string>,
): Candidates {
  const fields = new Candidates();
  for (const row of rows) {
    const values = valuesOf(row);
    if (values.length === 0) continue;
    const value = row.take ? row.take(values, shared) : plain(values);
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
      continue;
    const paths = row.from.flatMap((path) => [
      path,
      ...(row.reads ?? []).map((more) => path + more),
    ]);
    fields.add(plainName(row.as), value, paths);
  }
  return fields;
}

/** A way of writing records: what fields are called, and what they say. */
export interface Dialect<Value> extends Pick<DigestFormat, 'id' | 'label' | 'from'> {
  readonly rows: readonly FieldRow<Value>[];
  readonly reading?: Reading;
}

/** A row, its lists parted by blanks; see `FieldRow`. */
export const row = <Value>(
  from: string,
  as: string,
  take?: FieldRow<Value>['take'],
  reads = '',
): FieldRow<Value> => ({
  from: from.split(' '),
  as,
  ...(take && { take }),
  ...(reads !== '' && { reads: reads.split(' ') }),
});

/** Rows of values that are taken as they are: `TI:title T1:title`. */
export const plainRows = <Value>(rows: string): FieldRow<Value>[] =>
  rows
    .split(' ')
    .map((pair) => row(pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)));
