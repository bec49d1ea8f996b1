/** How the values of filters read: from what the page says of topics and digests. */
import { digestLabel, type DigestNames } from '../digest-names.ts';
import { isMark, type Facet } from '../facets.ts';
import type { Label } from './choices.ts';
import { find } from './dom.ts';

/** What a facet is called. */
export const facetNames: Readonly<Record<Facet, string>> = {
  topic: 'Topic',
  year: 'Year',
  digest: 'Digest',
  venue: 'Venue',
  tag: 'Tag',
  code: 'Has code',
  note: 'Has a note',
};

function readNames(json: string): DigestNames {
  const names: unknown = JSON.parse(json);
  if (typeof names !== 'object' || names === null) return {};
  return Object.fromEntries(
    Object.entries(names).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

/** Reads the labels that the page holds. */
export function labelsOf(root: ParentNode): Label {
  const links = root.querySelectorAll<HTMLElement>('[data-topic]');
  const topics = new Map([...links].map((link) => [link.dataset['topic'] ?? '', link.textContent]));
  const digests = readNames(find(root, '[data-filters]', HTMLElement).dataset['names'] ?? '{}');
  return (facet, value) => {
    if (facet === 'topic') return topics.get(value) ?? value;
    if (facet === 'digest') return digestLabel(value, digests);
    return isMark(facet) ? facetNames[facet] : value;
  };
}
