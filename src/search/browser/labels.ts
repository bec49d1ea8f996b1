/** How the values of filters read: from what the page says of topics and digests. */
import * as words from '#words/search.ts';
import { checked, isRecord, isText, parsed } from '../../shapes.ts';
import { digestLabel } from '../digest-names.ts';
import { isMark, type Facet } from '../facets.ts';
import { facetOf, type Clause } from '../fields.ts';
import type { Part } from '../operators.ts';
import { yearsInWords } from '../years.ts';
import type { Label } from './choices.ts';
import { find } from '../../browser/dom.ts';

/** What a query may not have, where that is not called as the facet is. */
const withoutMarks: Readonly<Partial<Record<Facet, string>>> = words.withoutMark;

const wholeId = /^\d{4}-\d\d-\d\d/;

function clauseName({ field, text, phrase }: Clause, label: Label): string {
  const quoted = phrase ? `“${text}”` : text;
  if (field === undefined) return quoted;
  if (field === 'title') return words.titleWith(quoted);
  if (field === 'author') return words.authorNamed(text);
  if (isMark(field)) return words.facets[field];
  if (field === 'year') return `${words.facets.year} ${yearsInWords(text)}`;
  const known = field === 'topic' || (field === 'digest' && wholeId.test(text));
  return `${words.facets[field]} ${known ? label(field, text) : text}`;
}

/** What an operator of a query asks for: `Year 2020–2023`, `oolong or pouchong`, `without milk`. */
export function operatorName({ not, all, without }: Part, label: Label): string {
  const lacking = (clause: Clause): string => {
    const facet = facetOf(clause);
    return words.without((facet && withoutMarks[facet]) ?? clauseName(clause, label));
  };
  const wanted = all.map((group) =>
    group.map((clause) => clauseName(clause, label)).join(words.or),
  );
  return not
    ? [...all.flat(), ...without].map(lacking).join(', ')
    : [...wanted, ...without.map(lacking)].join(', ');
}

const isNames = isRecord(isText);

/** Reads the labels that the page holds. */
export function labelsOf(root: ParentNode): Label {
  const links = root.querySelectorAll<HTMLElement>('[data-topic]');
  const topics = new Map([...links].map((link) => [link.dataset['topic'] ?? '', link.textContent]));
  const told = find(root, '[data-filters]', HTMLElement).dataset['names'] ?? null;
  const digests = checked(parsed(told), isNames) ?? {};
  return (facet, value) => {
    if (facet === 'topic') return topics.get(value) ?? value;
    if (facet === 'digest') return digestLabel(value, digests);
    return isMark(facet) ? words.facets[facet] : value;
  };
}

/** Finds the family of a topic, which the page names beside it. */
export function familiesOn(root: ParentNode): (topic: string) => string | undefined {
  const links = root.querySelectorAll<HTMLElement>('[data-topic][data-family]');
  const families = new Map(
    Array.from(links, ({ dataset }) => [dataset['topic'], dataset['family']]),
  );
  return (topic) => families.get(topic);
}
