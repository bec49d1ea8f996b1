/** Which part of the reading list is shown, and in which order: it stands in the address. */
import { papersOf, type KeptPaper, type Library } from '../library.ts';

export type Order = 'own' | 'newest' | 'title' | 'date';

export interface Shown {
  readonly part: 'all' | 'unread' | 'read' | 'list' | 'tag' | 'noted';
  /** The list's or the tag's name. */
  readonly name: string;
  readonly order: Order;
}

/** Reads the address of the page. */
export function shownIn(search: string): Shown {
  const asked = new URLSearchParams(search);
  const order = (['newest', 'title', 'date'] as const).find((it) => it === asked.get('sort'));
  const shared = { name: '', order: order ?? ('own' as const) };
  for (const part of ['list', 'tag'] as const) {
    const name = asked.get(part);
    if (name !== null) return { ...shared, part, name };
  }
  const part = (['unread', 'read', 'noted'] as const).find((it) => it === asked.get('show'));
  return { ...shared, part: part ?? 'all' };
}

/** Writes it. */
export function searchFor({ part, name, order }: Shown): string {
  const asked = new URLSearchParams();
  if (part === 'list' || part === 'tag') asked.set(part, name);
  else if (part !== 'all') asked.set('show', part);
  if (order !== 'own') asked.set('sort', order);
  return asked.size > 0 ? `?${asked.toString()}` : '';
}

/** Papers that are not in the reading list but have a note: they would be nowhere. */
export const onlyNoted = ({ papers }: Library): KeptPaper[] =>
  [...papers.values()].filter(({ star, note }) => star === undefined && note !== '');

const compare: Readonly<Record<Exclude<Order, 'own'>, (a: KeptPaper, b: KeptPaper) => number>> = {
  newest: (a, b) => b.saved - a.saved,
  title: (a, b) => a.title.localeCompare(b.title, 'en'),
  date: (a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0),
};

/** The papers that are shown. */
export function papersShown(library: Library, { part, name, order }: Shown): KeptPaper[] {
  const papers =
    part === 'noted'
      ? onlyNoted(library)
      : papersOf(library, part === 'list' ? name : undefined).filter(
          ({ read, tags }) =>
            (part !== 'unread' || read === undefined) &&
            (part !== 'read' || read !== undefined) &&
            (part !== 'tag' || tags.includes(name)),
        );
  return order === 'own' ? papers : papers.toSorted(compare[order]);
}
