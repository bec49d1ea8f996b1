/** Which papers of a capture go into the archive: what a source may bring. Pure. */
import { titleKey } from '../digest/identity.ts';
import type { CapturedPaper } from '../digest/model.ts';
import { Phrases, wordsOf } from '../topics/index.ts';
import { placeOf, type LeftOut, type Place } from '../entries/left-out.ts';
import type { Source } from './sources.ts';

export interface Screened {
  readonly kept: readonly CapturedPaper[];
  readonly leftOut: readonly LeftOut[];
  /** Of both, those that are new versions. */
  readonly replaced?: readonly Place[];
}

/** What a paper is known by, the surest first. */
export function keysOf({
  title,
  arxiv,
  doi,
}: {
  readonly title: string;
  readonly arxiv?: string | undefined;
  readonly doi?: string | undefined;
}): string[] {
  return [
    ...(arxiv === undefined ? [] : [`arxiv ${arxiv}`]),
    ...(doi === undefined ? [] : [`doi ${doi}`]),
    `title ${titleKey(title)}`,
  ];
}

/** Whether one of some words or phrases occurs in a paper. */
function finder(terms: readonly string[]): (paper: CapturedPaper) => boolean {
  const phrases = new Phrases<true>();
  for (const term of terms) phrases.add(term, true);
  return ({ title, abstract = '' }) =>
    [title, abstract].some((text) => phrases.find(wordsOf(text)).length > 0);
}

/**
 * Parts the papers of a capture.
 *
 * @param before keys (see {@link keysOf}) of the papers that the source has listed before
 */
export function screen(
  papers: readonly CapturedPaper[],
  { must, mustNot, limit = Infinity }: Pick<Source, 'must' | 'mustNot' | 'limit'>,
  before: ReadonlySet<string>,
): Screened {
  const [wanted, unwanted] = [finder(must), finder(mustNot)];
  const kept: CapturedPaper[] = [];
  const leftOut: LeftOut[] = [];
  const reason = (paper: CapturedPaper): LeftOut['why'] | undefined => {
    if (keysOf({ title: paper.title, ...paper.facts }).some((key) => before.has(key)))
      return 'before';
    if (must.length > 0 && !wanted(paper)) return 'must';
    if (unwanted(paper)) return 'mustNot';
    return kept.length < limit ? undefined : 'limit';
  };
  for (const paper of papers) {
    const why = reason(paper);
    if (why === undefined) kept.push(paper);
    else leftOut.push({ ...placeOf(paper), title: paper.title, why });
  }
  return { kept, leftOut };
}
