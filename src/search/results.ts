/** What is shown of what was found, and said of it. */
import type { Hit, Synonym } from './answer.ts';
import { reasonsOf } from './associations/related.ts';
import { bagOfText, holds } from './coverage.ts';
import { toHit, type StemWeights } from './excerpt.ts';
import type { Query } from './grammar.ts';
import type { Opened } from './opened.ts';
import { clauseWords, namesOf, type Read } from './reading.ts';
import type { Scores } from './score.ts';
import { pageSize } from './selection.ts';
import { plainTerm, type Term } from './terms.ts';
import type { PaperText } from './texts.ts';
import { unspaced } from './unspaced.ts';
import { rootOf } from '../text/stem.ts';

/** What each word is worth in a passage. */
function stemWeights(terms: readonly Term[], { weights }: Scores, query: Query): StemWeights {
  const found = new Map<string, number>();
  const add = (word: string, weight: number): void => {
    for (const part of word.split(' ')) {
      const stem = rootOf(part);
      found.set(stem, Math.max(found.get(stem) ?? 0, weight));
    }
  };
  for (const [at, { options }] of terms.entries()) {
    for (const { word, weight } of options) add(word, weight * (weights[at] ?? 1));
  }
  for (const word of clauseWords(query)) if (!plainTerm(word).aside) add(word, 5);
  return found;
}

/** What to mark on a paper's page. */
export function markedWords({ query, terms }: Read): string[] {
  // Pairs of letters stand for the word that they make.
  const inWords = terms
    .flatMap(({ options }) =>
      options.flatMap(({ word }) => (unspaced.test(word) ? word : word.split(' '))),
    )
    .filter((word) => !word.includes(' '));
  return [...new Set([...query.clauses.flat().map(({ text }) => text), ...inWords])];
}

/** Other names for which the first results were found. */
export async function synonymsOf(
  { terms }: Read,
  ordered: readonly number[],
  { texts }: Opened,
): Promise<readonly Synonym[]> {
  const named = terms.flatMap((term) =>
    term.options.flatMap((option) => (option.named ? [{ term, option, named: option.named }] : [])),
  );
  if (named.length === 0) return [];
  const bags = await Promise.all(
    ordered.slice(0, pageSize).map(async (paper) => bagOfText(await texts(paper))),
  );
  const found = named.filter(({ term, option }) =>
    bags.some((bag) => holds(bag, { ...term, options: [option] })),
  );
  return [...new Map(found.map(({ named: synonym }) => [synonym.also, synonym])).values()];
}

/** Makes results of papers. @param query as typed */
export async function hitsOf(
  papers: readonly number[],
  query: string,
  { terms, scores, query: parsed, named, related }: Read,
  { texts }: Opened,
): Promise<readonly Hit[]> {
  const weights = stemWeights(terms, scores, parsed);
  const withRelated = new Map(weights);
  for (const { stem, term, strength } of related?.words ?? []) {
    const weight = strength * (scores.weights[term] ?? 0);
    withRelated.set(stem, Math.max(weight, withRelated.get(stem) ?? 0));
  }
  const isRelated = new Set(related?.papers);
  const names = namesOf(terms, query);
  return await Promise.all(
    papers.map(async (paper) => {
      const text: PaperText = await texts(paper);
      const bits = scores.held[paper] ?? 0;
      const lacks = names.filter((_, at) => (bits & (1 << at)) === 0);
      const stands =
        related && isRelated.has(paper)
          ? reasonsOf(related, names, bits, paper, scores.weights)
          : [];
      return {
        ...toHit(text, isRelated.has(paper) ? withRelated : weights),
        ...(lacks.length > 0 && !named.includes(paper) && { lacks }),
        ...(stands.length > 0 && { related: stands }),
      };
    }),
  );
}
