/** What the index keeps of a paper → what is shown of it as a result. */
import type { Hit } from './answer.ts';
import { highlight } from './excerpt.ts';
import type { PagefindFragment } from './pagefind.ts';

/** The date of a paper's first listing, which its digests begin with. */
function dateOf({ filters }: PagefindFragment): string {
  const dates = (filters['digest'] ?? []).map((digest) => digest.slice(0, 10));
  return dates.toSorted()[0] ?? '';
}

/** Makes a result of a fragment. */
export function toHit(fragment: PagefindFragment): Hit {
  const { title, passage } = highlight(fragment);
  return {
    id: fragment.url.split('/').findLast((part) => part !== '') ?? '',
    title: fragment.meta['title'] ?? '',
    titleParts: title,
    passage,
    date: dateOf(fragment),
    topics: fragment.filters['topic'] ?? [],
  };
}
