/** What a paper page tells search engines: schema.org as JSON-LD. */
import { unlessEmpty } from '../text/unless-empty.ts';
import { titleOf } from './brief.ts';
import { joinDate, paperDate } from './paper-date.ts';
import { isGroup, isOthers } from '../text/names.ts';
import { arxivAddress, doiAddress } from './identifiers.ts';
import { oneLine } from '../text/line.ts';
import type { Paper } from './archive.ts';

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * A paper as schema.org's `ScholarlyArticle`. Only known facts; an absent one is `undefined`, which
 * the serialiser leaves out. Not repeated is what engines read elsewhere on the page: the abstract, its address
 * (`rel="canonical"`), the archive's name (`og:site_name`), identifiers (`citation_*`).
 *
 * @param topicLabel gives a topic's label for readers
 */
export function scholarlyArticle(
  paper: Paper,
  topicLabel: (topic: string) => string | undefined,
): Json {
  const { arxiv, doi } = paper;
  const title = oneLine(titleOf(paper).text);
  const date = paperDate(paper);
  const sameAs = [
    ...(arxiv === undefined ? [] : [arxivAddress(arxiv)]),
    ...(doi === undefined ? [] : [doiAddress(doi)]),
  ];
  const authors = paper.authors.map(oneLine).filter((name) => name !== '' && !isOthers(name));
  const keywords = [
    ...paper.topics.map(({ topic }) => topicLabel(topic)),
    ...paper.categories,
  ].filter((keyword) => keyword !== undefined);
  return {
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    headline: title,
    author: unlessEmpty(
      authors.map((name) => ({ '@type': isGroup(name) ? 'Organization' : 'Person', name })),
    ),
    datePublished: date && joinDate(date, '-'),
    dateModified: paper.updated,
    sameAs: unlessEmpty(sameAs),
    keywords: unlessEmpty(keywords),
  };
}

const dangerous: Readonly<Record<string, string>> = {
  '<': String.raw`\u003c`,
  '>': String.raw`\u003e`,
  '&': String.raw`\u0026`,
  '\u2028': String.raw`\u2028`,
  '\u2029': String.raw`\u2029`,
};

/**
 * JSON that may stand inside `<script>`: no `</script>`, no `<!--`, no line separator that JavaScript
 * once took for a line break. Parses to the same value as `JSON.stringify`'s.
 */
export function serialiseJsonLd(value: Json): string {
  return JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => dangerous[character] ?? '',
  );
}
