/** The queries that missed, for whoever tunes a search. */
import type { Corpus } from './corpus.ts';
import { rank } from './metrics.ts';
import type { Answered } from './run.ts';

/** @param answered of one kind and one engine */
export function* missed(answered: readonly Answered[], corpus: Corpus): Generator<string> {
  const titles = new Map(corpus.papers.map(({ id, title }) => [id, title]));
  for (const { query, found } of answered) {
    const place = rank({ right: query.right, found });
    if (place !== undefined && place <= 3) continue;
    yield `${query.kind}: ${query.typed}`;
    yield `  wanted ${place === undefined ? '(not found)' : `(place ${place})`}: ${titles.get(query.from)}`;
    if (found.length === 0) yield '  found nothing';
    for (const id of found.slice(0, 3)) yield `  found ${titles.get(id) ?? id}`;
  }
}
