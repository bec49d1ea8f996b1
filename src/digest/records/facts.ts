import { authorsComment, categoryCodes, commentLinks } from '../arxiv/fields.ts';
import { arxivId, normaliseDoi } from '../identity.ts';
import type { CapturedLink, PaperFacts } from '../model.ts';
import { authorsOf } from './authors.ts';
import type { Candidate, Candidates } from './candidates.ts';
import { pubmedAddress } from './field-rows.ts';
import { addressesIn, linkOf } from './links.ts';
import { publishedOf, publishedWith } from './published.ts';
import { joinTitle } from './text.ts';
import { isObject, textOf, unwrapped } from './values.ts';

/** Takes note of the fields that went into the entry. */
export type Use = (path: string) => void;

/** What the first candidate that yields anything yields. */
function first<T>(
  candidates: readonly Candidate[],
  use: Use,
  read: (value: unknown, candidate: Candidate) => T | undefined,
): T | undefined {
  for (const candidate of candidates) {
    const found = read(candidate.value, candidate);
    if (found === undefined) continue;
    use(candidate.path);
    return found;
  }
  return undefined;
}

/** An arXiv id where it stands for the place of publication: `arXiv preprint arXiv:1805.09733`, `abs/1902.10486`. */
const mentioned =
  /^\s*(?:(?:arxiv|corr|preprint|e-prints?)[\s:,.]{1,3}){0,4}(?:abs\/|arxiv:\s?)((?:[a-z-]+(?:\.[A-Z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)/i;

function mentionedId(value: unknown): string | undefined {
  const id = mentioned.exec((textOf(value) ?? '').slice(0, 200))?.[1];
  return id === undefined ? undefined : arxivId(id);
}

function arxivOf(fields: Candidates, use: Use): string | undefined {
  return (
    first(fields.of('arxiv'), use, (value) => arxivId(textOf(value) ?? '')) ??
    first(fields.of('link'), use, (value) =>
      addressesIn(value)
        .flatMap((url) => arxivId(url) ?? [])
        .at(0),
    ) ??
    first(fields.of('doi'), use, (value) => arxivId(textOf(value) ?? '')) ??
    first([...fields.of('venue'), ...fields.of('mention')], use, mentionedId)
  );
}

function doiOf(fields: Candidates, use: Use): string | undefined {
  return (
    first(fields.of('doi'), use, (value) => normaliseDoi(textOf(value) ?? '')) ??
    first(fields.of('link'), use, (value) => {
      const dois = addressesIn(value).flatMap((url) => normaliseDoi(url) ?? []);
      return dois.find((doi) => arxivId(doi) === undefined);
    })
  );
}

/** The first version's day in arXiv's bulk data: `[{ "version": "v1", "created": "Mon, 2 Apr 2007 …" }]`. */
function firstVersion(value: unknown): string | undefined {
  const version: unknown = Array.isArray(value) ? value[0] : undefined;
  return isObject(version) ? publishedOf(version['created']) : undefined;
}

function publishedIn(fields: Candidates, use: Use): string | undefined {
  const own = fields.of('published').filter(({ depth }) => depth > 0 || !fields.nested);
  const stated = first(own, use, publishedOf) ?? first(fields.of('versions'), use, firstVersion);
  const [year] = fields.of('year');
  if (year === undefined || (stated !== undefined && stated.length > 4)) return stated;
  const [month] = fields.of('month');
  const [day] = fields.of('day');
  const made = publishedWith(year.value, month?.value, day?.value);
  if (made === undefined || (stated !== undefined && !made.startsWith(stated))) return stated;
  use(year.path);
  if (month && made.length > 4) use(month.path);
  if (day && made.length > 7) use(day.path);
  return made;
}

/** Last of the versions in arXiv's bulk data. */
function lastVersion(value: unknown): string | undefined {
  const version: unknown = Array.isArray(value) ? value.at(-1) : undefined;
  return isObject(version) ? publishedOf(version['created']) : undefined;
}

/** The day of the newest version. A date that a record of no preprint was changed says nothing of the paper. */
function updatedIn(
  fields: Candidates,
  { arxiv, published }: Pick<PaperFacts, 'arxiv' | 'published'>,
  use: Use,
): string | undefined {
  if (arxiv === undefined || published === undefined) return undefined;
  const own = fields.of('updated').filter(({ depth }) => depth > 0 || !fields.nested);
  const day = first(fields.of('versions'), use, lastVersion) ?? first(own, use, publishedOf);
  return day !== undefined && day > published && !day.startsWith(published) ? day : undefined;
}

/** Where reference managers put the authors' comment: `arXiv:1706.03762 [cs] Comment: 15 pages`. */
const remarked = /(?:^|[\s\d.;}\]])Comments?:\s([^]{1,2000})/;

function commentOf(fields: Candidates, use: Use): string | undefined {
  return (
    first(fields.of('comment'), use, (value) =>
      // A number or a list is of readers' comments.
      typeof unwrapped(value) === 'string' ? authorsComment(textOf(value) ?? '') : undefined,
    ) ??
    first(fields.of('mention'), use, (value) =>
      authorsComment(remarked.exec(textOf(value) ?? '')?.[1] ?? ''),
    )
  );
}

/** arXiv is where a preprint lies, not where it was published. */
const preprint = /^\s*(?:arxiv(?:\.org|\b)|corr\b\s*(?:,|$)|abs\/)/i;

function venueOf(fields: Candidates, use: Use): string | undefined {
  return first(fields.of('venue'), use, (value) => {
    const text = textOf(value);
    if (text === undefined || preprint.test(text) || /^https?:/.test(text)) return undefined;
    return joinTitle(text);
  });
}

function termsOf(value: unknown): string {
  // INSPIRE: `{ "value": "2401.00001", "categories": ["hep-th"] }`.
  if (isObject(value) && Array.isArray(value['categories'])) return termsOf(value['categories']);
  if (Array.isArray(value)) return value.map(termsOf).join(' ');
  return (
    (isObject(value)
      ? textOf(value['term'] ?? value['id'] ?? value['value'] ?? value['subject'])
      : textOf(value)) ?? ''
  );
}

function categoriesOf(fields: Candidates, use: Use): string[] {
  const codes = new Set<string>();
  for (const { path, value } of fields.of('categories')) {
    const found = categoryCodes(termsOf(value).slice(0, 2000));
    if (found.length > 0) use(path);
    for (const code of found) codes.add(code);
  }
  return [...codes];
}

/** Links in fields made for them, and those in an author's comment: `Code at https://…`. */
function linksOf(
  fields: Candidates,
  { arxiv, doi, comment }: Pick<PaperFacts, 'arxiv' | 'doi' | 'comment'>,
  use: Use,
): CapturedLink[] {
  const links = new Map<string, CapturedLink>();
  for (const { path, value, label } of fields.of('link')) {
    const ids = label === 'PubMed' ? pubmedAddress(textOf(value) ?? '') : [];
    for (const url of [...ids, ...addressesIn(value)]) {
      const link = linkOf(url, label);
      const said = [arxivId(url), normaliseDoi(url)].find((id) => id !== undefined);
      if (link || (said !== undefined && (said === arxiv || said === doi))) use(path);
      if (link && !links.has(url)) links.set(url, link);
    }
  }
  for (const { path, value } of fields.of('forum')) {
    const id = textOf(value)?.trim() ?? '';
    if (!/^[\w-]{4,20}$/.test(id)) continue;
    use(path);
    const url = `https://openreview.net/forum?id=${id}`;
    links.set(url, { label: 'OpenReview', url });
  }
  for (const { label, url } of commentLinks(comment ?? '')) {
    const link = addressesIn(url).length > 0 ? linkOf(url, label) : undefined;
    if (link && !links.has(url)) links.set(url, link);
  }
  return [...links.values()];
}

function votes(value: unknown): number | undefined {
  const count = Number(textOf(value) ?? NaN);
  return Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

/**
 * The facts that a record states about its paper.
 *
 * @param fields the record's fields by what they may say
 * @param use called with the path of every field that a fact was read from
 */
export function factsOf(fields: Candidates, use: Use): PaperFacts {
  const arxiv = arxivOf(fields, use);
  const doi = doiOf(fields, use);
  const authors = first(fields.of('authors'), use, (value) => {
    const names = authorsOf(value);
    return names.length > 0 ? names : undefined;
  });
  const published = publishedIn(fields, use);
  for (const { path, value } of published === undefined ? [] : fields.of('published')) {
    // A field that says the same, or less of it.
    if (published?.startsWith(publishedOf(value) ?? '?') === true) use(path);
  }
  const venue = venueOf(fields, use);
  const categories = categoriesOf(fields, use);
  const comment = commentOf(fields, use);
  const known = {
    ...(arxiv !== undefined && { arxiv }),
    ...(doi !== undefined && { doi }),
    ...(published !== undefined && { published }),
    ...(comment !== undefined && { comment }),
  };
  const updated = updatedIn(fields, known, use);
  const links = linksOf(fields, known, use);
  const upvotes = first(fields.of('upvotes'), use, votes);
  return {
    ...known,
    ...(authors !== undefined && { authors }),
    ...(updated !== undefined && { updated }),
    ...(venue !== undefined && { venue }),
    ...(categories.length > 0 && { categories }),
    ...(links.length > 0 && { links }),
    ...(upvotes !== undefined && { upvotes }),
  };
}
