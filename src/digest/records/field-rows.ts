import { Candidates } from './candidates.ts';
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

const address = (prefix: string, id: string): string => prefix + encodeURIComponent(id);

/** The address of a paper in PubMed. */
export const pubmedAddress = (id: string): string[] =>
  /^\d{1,9}$/.test(id.trim()) ? [`https://pubmed.ncbi.nlm.nih.gov/${id.trim()}/`] : [];

/** The address that a DOI makes: a list of addresses is read to its end, whatever it holds besides. */
export const doiAddress = (doi: string): string[] =>
  /^10\.\d{4,9}\/\S{1,300}$/.test(doi.trim()) ? [address('https://doi.org/', doi.trim())] : [];

/** The address that an arXiv id makes, `arXiv:` before it or not. */
export const arxivAddress = (id: string): string[] =>
  /^arxiv:\s?\S{9,40}$/i.test(id.trim())
    ? [`https://arxiv.org/abs/${id.trim().replace(/^arxiv:\s?/i, '')}`]
    : [];

/** The full stop that some databases put behind every title is none of the title's. */
export const withoutStop = (title: string): string => title.trim().replace(/(?<![.\s])\.$/, '');
