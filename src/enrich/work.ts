/** A work as Crossref or OpenAlex describes it, and what of it is certain for a paper. Pure. */
import { z } from 'astro/zod';
import { arxivId, normaliseDoi } from '../digest/identity.ts';
import { titleRelation } from '../digest/likeness.ts';
import { lacksTitle } from '../digest/provisional.ts';
import { isoDate, type Frontmatter } from '../entries/model.ts';
import { normalise } from '../text/normalise.ts';
import type { Reading } from '../net/client.ts';
import { jsonOf } from '../net/json.ts';
import { isText } from '../shapes.ts';

/** What a service says of one work, as far as records can hold it. */
export const workSchema = z.object({
  /** Lower case. */
  dois: z.array(z.string()),
  /** Ids of arXiv that are places of the work. */
  arxiv: z.array(z.string()),
  titles: z.array(z.string()),
  authors: z.array(z.string()).optional(),
  published: z.string().optional(),
  venue: z.string().optional(),
  code: z.string().optional(),
  retracted: z.boolean(),
});
export type Work = z.infer<typeof workSchema>;

/** Facts that are asked for. */
export const wantedFields = ['authors', 'published', 'venue'] as const;
export type WantedField = (typeof wantedFields)[number];

/** arXiv's own DOIs. @see https://info.arxiv.org/help/doi.html */
export const arxivDoi = (id: string): string => `10.48550/arxiv.${id.toLowerCase()}`;

/** A text of an answer on one line; undefined where it is none. */
export function lineOf(value: unknown): string | undefined {
  const line = isText(value) ? normalise(value) : '';
  return line === '' ? undefined : line;
}

/** DOIs among some texts. */
export const doisOf = (values: readonly unknown[]): string[] => [
  ...new Set(values.filter(isText).flatMap((text) => normaliseDoi(text)?.toLowerCase() ?? [])),
];

/** Ids of arXiv among some addresses and DOIs. */
export const arxivIdsOf = (values: readonly unknown[]): string[] => [
  ...new Set(
    values
      .filter(isText)
      .filter((text) => /arxiv/i.test(text))
      .flatMap((text) => arxivId(text.replace(/^.*10\.48550\/arxiv\./i, 'arXiv:')) ?? []),
  ),
];

/** An ISO day, month or year; undefined for what is no date. */
export const dateOf = (text: string): string | undefined =>
  isoDate.safeParse(text).success ? text : undefined;

/**
 * Reads an answer that is to be JSON. A service says with 404 that it does not know a work; an error page says nothing.
 *
 * @param read what of the answer's value is a work, or why it is none
 * @returns no work where the service knows none
 */
export function readWork(
  status: number,
  text: string,
  read: (value: unknown) => Work | string,
): Reading<readonly Work[]> {
  if (status === 404 && !/^\s*</.test(text)) return { kind: 'good', value: [] };
  const json = jsonOf(text);
  if (!json.ok) return { kind: 'wrong', why: json.why };
  const work = read(json.value);
  return isText(work) ? { kind: 'wrong', why: work } : { kind: 'good', value: [work] };
}

/** By what a paper is asked for. */
export interface Asked {
  readonly doi: string;
  /** Of arXiv, if the DOI is arXiv's. */
  readonly arxiv?: string | undefined;
}

/**
 * Holds a work against a paper: it has the DOI or the arXiv id that was asked for, and no other title.
 *
 * @returns in what it was recognised, or why it is in doubt
 */
export function judgeWork(
  paper: Pick<Frontmatter, 'title' | 'incomplete'>,
  asked: Asked,
  { dois, arxiv, titles }: Work,
): { readonly by: string } | { readonly doubt: string } {
  const by = dois.includes(asked.doi)
    ? 'DOI'
    : asked.arxiv !== undefined && arxiv.includes(asked.arxiv)
      ? 'arXiv id'
      : undefined;
  if (by === undefined)
    return { doubt: `it answers with another work: ${dois[0] ?? 'without a DOI'}` };
  if (lacksTitle(paper)) return { by };
  if (titles.length === 0) return { doubt: 'the work of this DOI has no title to compare' };
  if (titles.some((title) => titleRelation(paper.title, title) !== 'different'))
    return { by: `${by} and title` };
  return { doubt: `the work of this ${by} has another title: "${titles[0]}"` };
}
