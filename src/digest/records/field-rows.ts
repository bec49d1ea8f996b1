import type { Reading } from './paper.ts';

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

/** Name of the field that a row makes. */
export const rowKey = ({ from, as }: FieldRow<never>): string => `${from.join(' ')} as ${as}`;

/** How a record made by rows is read. Of rows with one role the first that says anything counts. */
export function readingOf(rows: readonly FieldRow<never>[]): Reading {
  return {
    names: Object.fromEntries(rows.map((row) => [rowKey(row), row.as])),
    origins: Object.fromEntries(
      rows.map((row) => [
        rowKey(row),
        row.from.flatMap((path) => [path, ...(row.reads ?? []).map((more) => `${path}${more}`)]),
      ]),
    ),
  };
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
