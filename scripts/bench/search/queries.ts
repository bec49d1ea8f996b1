/** The query sets of an archive: by rule, the same from the same seed. */
import { random, seedFrom, shuffled } from '../random.ts';
import type { Corpus } from './corpus.ts';
import { abstractWords, phrase } from './kinds/abstracts.ts';
import { acronym, acronymNumber } from './kinds/acronyms.ts';
import { cjk } from './kinds/cjk.ts';
import {
  byAuthor,
  digest,
  either,
  hasCode,
  not,
  venue,
  venueYear,
  year,
  years,
} from './kinds/facts.ts';
import { address, arxivId, doi, key } from './kinds/identifiers.ts';
import { name } from './kinds/names.ts';
import { field, phraseAndWord, without } from './kinds/operators.ts';
import { broken, tab } from './kinds/pasted-titles.ts';
import { entry, reference } from './kinds/references.ts';
import { tex } from './kinds/tex.ts';
import { exact, loose, unfinished } from './kinds/titles.ts';
import { oneWord, swapped, twoTypos, typo } from './kinds/typos.ts';
import { joined, spelling } from './kinds/variants.ts';
import { written } from './kinds/written.ts';
import { wrongWord } from './kinds/wrong-word.ts';
import type { Kind, Query } from './query.ts';

/** In the order of the tables. */
export const kinds: readonly Kind[] = [
  exact,
  loose,
  typo,
  oneWord,
  swapped,
  name,
  phrase,
  unfinished,
  abstractWords,
  twoTypos,
  spelling,
  joined,
  tex,
  acronym,
  field,
  phraseAndWord,
  without,
  ...written,
  wrongWord,
  acronymNumber,
  cjk,
  broken,
  tab,
  reference,
  entry,
  arxivId,
  doi,
  address,
  key,
  venueYear,
  year,
  years,
  venue,
  digest,
  hasCode,
  byAuthor,
  either,
  not,
];

/** A paper is asked for again, in other words, when there are not enough papers; but not for ever. */
const rounds = 4;

/**
 * Queries of one kind, no two alike.
 *
 * @param count how many; fewer where the archive does not give as many
 */
export function querySet(corpus: Corpus, kind: Kind, count: number, seed: number): Query[] {
  const next = random(seedFrom(seed, kind.name));
  const rule = kind.rule(corpus);
  const queries = new Map<string, Query>();
  for (let round = 0; round < rounds; round++) {
    for (const paper of shuffled(next, corpus.papers)) {
      if (queries.size >= count) return [...queries.values()];
      const draft = rule(paper, next);
      if (draft === undefined || draft.typed.trim() === '' || queries.has(draft.typed)) continue;
      const right = [...new Set([paper.id, ...draft.right])];
      queries.set(draft.typed, { ...draft, kind: kind.name, from: paper.id, right });
    }
  }
  return [...queries.values()];
}
