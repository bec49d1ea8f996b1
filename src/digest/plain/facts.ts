/** Facts about a paper in the boilerplate around it. */
import { dayIn, publishedOn } from '../days.ts';
import { categoryCodes } from '../arxiv/fields.ts';
import { known } from '../known.ts';
import { authorNames } from '../names/list.ts';
import { factsNamed, identifiersIn } from '../identifiers.ts';
import { arxivId, normaliseDoi } from '../identity.ts';
import type { CapturedLink, PaperFacts } from '../model.ts';
import type { TextLine } from './layout.ts';

const webAddress = /https?:\/\/[^\s<>"\])]+/i;

/** What an address leads to, by its host and path; addresses of Hugging Face's own pages lead nowhere new. */
function linkOf(url: string, said: string | undefined): CapturedLink | undefined {
  if (/^https?:\/\/(?:www\.)?github\.com\/[^/]+\/[^/]+/i.test(url)) return { label: 'Code', url };
  const hub = /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)(?:\/(\w+)\/[^/]+\/[^/]+)?/i.exec(
    url,
  );
  if (hub) {
    if (hub[1] === 'datasets') return { label: 'Data', url };
    return hub[1] === 'spaces' ? { label: 'Demo', url } : undefined;
  }
  if (arxivId(url) !== undefined || normaliseDoi(url) !== undefined) return undefined;
  return { label: said ?? 'Link', url };
}

/** The label that a line gives its address: `Project page: https://…`, `[Demo](https://…)`. */
function labelOf(text: string): string | undefined {
  const label = /^(?:!?\[(?:link: ?)?([^\][]{2,30})\]\(|([\p{L}][\p{L} ]{1,30}): ?http)/iu.exec(
    text,
  );
  return (label?.[1] ?? label?.[2])?.trim();
}

/** The number a line of votes gives. */
export function votesOf(text: string): number | undefined {
  const digits = /\d[\d,]{0,9}/.exec(text.replace(/^\[[ x-]?\]/, ''))?.[0];
  return digits === undefined ? undefined : Number(digits.replaceAll(',', ''));
}

const authorsOf = (text: string): readonly string[] =>
  authorNames(
    text
      .replace(/^[^:：]{1,20}[:：]\s?/, '')
      .slice(0, 20_000)
      .replaceAll(/\s(?:und|et(?!\.? al)|y)\s/g, ', '),
  );

/**
 * Collects the facts that a paper's boilerplate states.
 *
 * @param lines the boilerplate's lines, in the order of the capture
 * @param countsVotes whether a bare number gives the votes: it stands before the title
 */
export function factsOf(
  lines: readonly TextLine[],
  countsVotes: (line: TextLine) => boolean,
): PaperFacts {
  let arxiv: string | undefined;
  let doi: string | undefined;
  let authors: readonly string[] | undefined;
  let upvotes: number | undefined;
  let venue: string | undefined;
  let published: string | undefined;
  let categories: readonly string[] | undefined;
  const links: CapturedLink[] = [];
  let last: TextLine | undefined;
  for (const line of lines) {
    const { text } = line;
    const fact = line.boilerplate?.fact;
    const labelled =
      last?.boilerplate?.fact === 'button' && last.number === line.number - 1 - line.gap;
    last = line;
    if (fact === 'votes' || (fact === 'number' && (labelled || countsVotes(line)))) {
      upvotes ??= votesOf(text);
    }
    if (fact === 'authors') authors ??= authorsOf(text);
    authors ??= line.names ?? line.source?.authors;
    venue ??= line.source?.venue;
    published ??= line.source?.published;
    if (fact === 'categories') categories ??= categoryCodes(text);
    for (const { name } of identifiersIn(text.slice(0, 1000))) {
      const named = factsNamed(name);
      arxiv ??= named.arxiv;
      doi ??= named.doi;
      if (name.startsWith('PMID ') && !/https?:/.test(text)) links.push(...(named.links ?? []));
    }
    const url = text.length > 1000 ? undefined : webAddress.exec(text)?.[0];
    if (url === undefined) continue;
    arxiv ??= arxivId(url);
    const link = linkOf(url, labelOf(text));
    if (link && !links.some((known) => known.url === link.url)) links.push(link);
  }
  for (const { text, date, boilerplate } of lines) {
    const day = date || boilerplate?.fact === 'published' ? dayIn(text) : undefined;
    if (day) published ??= publishedOn(day, arxiv);
  }
  return known({ arxiv, doi, authors, published, venue, categories, links, upvotes });
}
