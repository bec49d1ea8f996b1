/** Relaxed queries (query relaxation): what to search for instead where nothing is found. Pure. */
import * as said from '#words/search.ts';

export interface Relaxation {
  /** What is done to the query. */
  readonly label: string;
  readonly query: string;
}

const tidy = (query: string): string => query.replaceAll(/\s+/g, ' ').trim();

/** Most words of which one may be left out. */
const fewWords = 5;

const changes: readonly (readonly [label: string, change: (query: string) => string])[] = [
  [said.relaxations.quotes, (query) => query.replaceAll(/["“”„«»]/g, '')],
  [
    said.relaxations.leftOut,
    (query) => query.replaceAll(/(?:^|\s)(?:-|NOT\s+)(?:"[^"]*"|[^\s"]+)/g, ' '),
  ],
  [
    said.relaxations.anywhere,
    (query) => query.replaceAll(/(?<=^|\s)(?:title|author|abstract|venue):/g, ' '),
  ],
  [
    said.relaxations.fields,
    (query) => query.replaceAll(/(?<=^|\s)\p{L}+:(?:"[^"]*"|[^\s"]+)/gu, ' '),
  ],
];

/**
 * Queries that ask for less than one that found nothing.
 *
 * @returns none that is empty or what was asked already, and none twice
 */
export function relaxations(query: string): Relaxation[] {
  const found: Relaxation[] = [];
  const add = (label: string, changed: string): void => {
    const wanted = tidy(changed);
    if (!/[\p{L}\p{N}]/u.test(wanted) || wanted === tidy(query)) return;
    if (!found.some((other) => other.query === wanted)) found.push({ label, query: wanted });
  };
  for (const [label, change] of changes) add(label, change(query));
  const words = tidy(query).split(' ');
  if (found.length === 0 && words.length > 1 && words.length <= fewWords) {
    for (const at of words.keys())
      add(said.relaxations.word(words[at]), words.toSpliced(at, 1).join(' '));
  }
  return found;
}
