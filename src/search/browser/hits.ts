/** Found papers as list items, like those of the listings. */
import { dateWords } from '../../archive/dates.ts';
import { withBase } from '../../base.ts';
import type { Hit } from '../engine.ts';
import type { Part } from '../excerpt.ts';
import { make } from './dom.ts';

const texts = (parts: readonly Part[]): (Node | string)[] =>
  parts.map(({ text, mark }) => (mark ? make('mark', {}, text) : text));

/**
 * One result.
 *
 * @param label names a topic
 */
export function hitItem(hit: Hit, label: (topic: string) => string): HTMLLIElement {
  const item = make('li');
  const link = {
    class: 'title',
    dir: 'auto',
    href: withBase(`papers/${hit.id}/`),
    'data-paper': hit.id,
  };
  item.append(make('a', link, ...texts(hit.titleParts)));
  if (hit.passage.length > 0) {
    item.append(make('p', { class: 'beginning', dir: 'auto' }, ...texts(hit.passage)));
  }
  const facts = [
    ...(hit.date === '' ? [] : [make('span', {}, dateWords(hit.date))]),
    ...hit.topics.map((topic) => make('a', { href: withBase(`topics/${topic}/`) }, label(topic))),
  ];
  if (facts.length > 0) item.append(make('p', { class: 'tags' }, ...facts));
  return item;
}
