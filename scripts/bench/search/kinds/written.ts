/**
 * Queries that a person wrote who had read a paper's title and abstract and put them away: before any retrieval, in
 * words of one's own, to measure and never to tune by.
 */
import { readFileSync } from 'node:fs';
import type { BenchPaper } from '../archived.ts';
import type { Corpus } from '../corpus.ts';
import type { Kind } from '../query.ts';
import { tokens } from '../words.ts';

export interface WrittenQuery {
  /** arXiv id, or what else the source calls the paper. */
  readonly paper: string;
  /** The paper's own. */
  readonly title: string;
  readonly query: string;
}

/** Queries of a file, one object a line. */
export function readWritten(jsonl: string): WrittenQuery[] {
  return jsonl
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { paper, title, query }: Record<string, unknown> = JSON.parse(line);
      if (typeof paper !== 'string' || typeof title !== 'string' || typeof query !== 'string') {
        throw new Error(`No query: ${line}`);
      }
      return { paper, title, query };
    });
}

const titleKey = (title: string): string => `title ${tokens(title).join(' ')}`;

/** A paper is known by its arXiv id, or else by its title. */
export function writtenKind(name: string, label: string, queries: readonly WrittenQuery[]): Kind {
  const known = new Map(
    queries.flatMap((query) => [
      [query.paper, query] as const,
      [titleKey(query.title), query] as const,
    ]),
  );
  const of = ({ arxiv, title }: BenchPaper): WrittenQuery | undefined =>
    known.get(arxiv ?? '') ?? known.get(titleKey(title));
  return {
    name,
    label,
    written: queries.length,
    rule: (corpus: Corpus) => (paper) => {
      const query = of(paper)?.query;
      return query === undefined ? undefined : { typed: query, right: corpus.sameTitle(paper) };
    },
  };
}

const file = (name: string): WrittenQuery[] =>
  readWritten(readFileSync(new URL(`../written/${name}.jsonl`, import.meta.url), 'utf8'));

export const written: readonly Kind[] = [
  writtenKind('paraphrase', 'described in other words', file('paraphrases')),
  writtenKind('question', 'question or chatty sentence', file('questions')),
  writtenKind('described', 'harder description', file('descriptions')),
  writtenKind('asked', 'harder description, as a question', file('described-questions')),
];
