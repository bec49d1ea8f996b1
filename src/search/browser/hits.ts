/** Found papers as list items, like those of the listings. */
import { locale } from '#words/locale.ts';
import * as words from '#words/search.ts';
import { dateWords } from '../../text/dates.ts';
import { langOf, writtenIn } from '../../text/language.ts';
import { scriptPieces } from '../../text/scripts.ts';
import { behindDate, between, factsLine, readFacts } from '../../text/paper-line.ts';
import { withBase } from '../../base.ts';
import type { Hit, Part } from '../answer.ts';
import type { Label } from './choices.ts';
import { make } from '../../browser/dom.ts';

/** Stretches of text as nodes, matches marked, formulas with their scripts lower and higher. */
export const texts = (parts: readonly Part[]): (Node | string)[] =>
  parts.flatMap(({ text, mark }) => {
    const pieces = scriptPieces(text).map(({ text: piece, set }) =>
      set === undefined ? piece : make(set, {}, piece),
    );
    return mark ? [make('mark', {}, ...pieces)] : pieces;
  });

/**
 * What a result says of the words of the query that it does not hold: `Without “chromodynamics”`, and what stands for
 * them in it, `For “making things up”: hallucination`. Pure.
 */
export function gapsOf({ lacks = [], related = [] }: Pick<Hit, 'lacks' | 'related'>): Part[][] {
  const replaced = new Map<string, string[]>();
  for (const { typed, also } of related) {
    replaced.set(typed, [...(replaced.get(typed) ?? []), also]);
  }
  const missing = lacks.filter((word) => !replaced.has(word));
  return [
    ...[...replaced].map(([typed, also]) => [
      { text: words.standing(typed), mark: false },
      { text: also.join(', '), mark: true },
    ]),
    ...(missing.length > 0 ? [[{ text: words.lacking(missing), mark: false }]] : []),
  ];
}

/**
 * One result.
 *
 * @param label names its topics
 * @param familyOf finds the family of a topic: one of which a part is named is not named itself
 */
export function hitItem(
  hit: Hit,
  label: Label,
  familyOf: (topic: string) => string | undefined,
): HTMLLIElement {
  const item = make('li');
  const saidOf = (parts: readonly Part[]): string => parts.map(({ text }) => text).join('');
  const passage = saidOf(hit.passage);
  const title = saidOf(hit.titleParts);
  const spoken = (text: string): { lang?: string } => {
    const lang = langOf(text, locale);
    return lang === undefined ? {} : { lang };
  };
  const link = {
    class: 'title',
    dir: 'auto',
    ...spoken(writtenIn(title) === undefined ? passage : title),
    href: withBase(`papers/${hit.id}/`),
    'data-paper': hit.id,
  };
  item.append(make('h3', {}, make('a', link, ...texts(hit.titleParts))));
  // Of a paper that has no date of its own, the digest's is the only one to go by.
  const facts =
    factsLine(readFacts(hit.facts)) || (hit.date === '' ? '' : words.listed(dateWords(hit.date)));
  if (hit.by !== '' || facts !== '') {
    const [date, rest] = behindDate(facts);
    const by = hit.by === '' ? [] : [make('span', { dir: 'auto' }, hit.by + (facts && between))];
    item.append(make('p', { class: 'by' }, ...by, date, ...(rest ? [make('i', {}, rest)] : [])));
  }
  if (hit.passage.length > 0) {
    const whose = hit.noted ? [make('span', { class: 'whose' }, words.note), ' '] : [];
    item.append(
      make(
        'p',
        { class: 'beginning', dir: 'auto', ...spoken(passage) },
        ...whose,
        ...texts(hit.passage),
      ),
    );
  }
  const gaps = gapsOf(hit);
  if (gaps.length > 0) {
    const lines = gaps.map((gap) => make('span', { dir: 'auto' }, ...texts(gap)));
    item.append(make('p', { class: 'gaps' }, ...lines));
  }
  const families = new Set(hit.topics.map(familyOf));
  const specific = hit.topics.filter((topic) => !families.has(topic));
  const topics = specific.map((topic) =>
    make('li', {}, make('a', { href: withBase(`topics/${topic}/`) }, label('topic', topic))),
  );
  if (topics.length > 0) item.append(make('ul', { class: 'tags' }, ...topics));
  return item;
}
