import { authorsComment, categoryCodes, commentLinks } from '../arxiv/fields.ts';
import { known } from '../known.ts';
import { arxivId, arxivShape, normaliseDoi } from '../identity.ts';
import type { CapturedLink, PaperFacts } from '../model.ts';
import { authorsOf } from '../names/record.ts';
import type { Candidate, Candidates } from './candidates.ts';
import { addressesIn, linkOf, pubmedAddress } from './links.ts';
import { publishedOf, publishedWith } from './published.ts';
import { joinTitle } from './text.ts';
import type { Role } from './roles.ts';
import { isObject, textOf, unwrapped } from './values.ts';

/** Takes note of a field that went into the entry. */
export type Use = (field: Candidate) => void;

type Read<T> = (value: unknown) => T | undefined;

/** What the first field yields that yields anything: of each list of fields in turn, each read in its own way. */
function firstOf<T>(
  use: Use,
  ...looks: readonly (readonly [fields: readonly Candidate[], read: Read<T>])[]
): T | undefined {
  for (const [fields, read] of looks) {
    for (const field of fields) {
      const found = read(field.value);
      if (found === undefined) continue;
      use(field);
      return found;
    }
  }
  return undefined;
}

/** An arXiv id where it stands for the place of publication: `arXiv preprint arXiv:1805.09733`, `abs/1902.10486`. */
const mentioned = new RegExp(
  `^\\s*(?:(?:arxiv|corr|preprint|e-prints?)[\\s:,.]{1,3}){0,4}(?:abs/|arxiv:\\s?)(${arxivShape})`,
  'i',
);

const mentionedId: Read<string> = (value) =>
  arxivId(mentioned.exec((textOf(value) ?? '').slice(0, 200))?.[1] ?? '');

/** The first identifier in a text, or in a list of texts. */
const stated =
  (read: (text: string) => string | undefined): Read<string> =>
  (value) => {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return list.flatMap((one) => read(textOf(one) ?? '') ?? []).at(0);
  };

const statedId = stated(arxivId);
const statedDoi = stated(normaliseDoi);

const linkedId: Read<string> = (value) =>
  addressesIn(value)
    .flatMap((url) => arxivId(url) ?? [])
    .at(0);

const linkedDoi: Read<string> = (value) =>
  addressesIn(value)
    .flatMap((url) => normaliseDoi(url) ?? [])
    .find((doi) => arxivId(doi) === undefined);

const authorsIn: Read<string[]> = (value) => {
  const names = authorsOf(value);
  return names.length > 0 ? names : undefined;
};

/** The day of one of the versions in arXiv's bulk data: `[{ "version": "v1", "created": "Mon, 2 Apr 2007 …" }]`. */
const versionAt =
  (index: number): Read<string> =>
  (value) => {
    const version: unknown = Array.isArray(value) ? value.at(index) : undefined;
    return isObject(version) ? publishedOf(version) : undefined;
  };

function publishedIn(fields: Candidates, use: Use): string | undefined {
  const stated = firstOf(
    use,
    [fields.own('published'), publishedOf],
    [fields.of('versions'), versionAt(0)],
  );
  const [year] = fields.of('year');
  if (year === undefined || (stated !== undefined && stated.length > 4)) return stated;
  const [month] = fields.of('month');
  const [day] = fields.of('day');
  const made = publishedWith(year.value, month?.value, day?.value);
  if (made === undefined || (stated !== undefined && !made.startsWith(stated))) return stated;
  use(year);
  if (month && made.length > 4) use(month);
  if (day && made.length > 7) use(day);
  return made;
}

/** Where reference managers put the authors' comment: `arXiv:1706.03762 [cs] Comment: 15 pages`. */
const remarked = /(?:^|[\s\d.;}\]])Comments?:\s([^]{1,2000})/;

const statedComment: Read<string> = (value) =>
  // A number or a list is of readers' comments.
  typeof unwrapped(value) === 'string' ? authorsComment(textOf(value) ?? '') : undefined;

const remarkedComment: Read<string> = (value) =>
  authorsComment(remarked.exec(textOf(value) ?? '')?.[1] ?? '');

/** arXiv is where a preprint lies, not where it was published. */
const preprint = /^\s*(?:arxiv(?:\.org|\b)|corr\b\s*(?:,|$)|abs\/)/i;

const venueIn: Read<string> = (value) => {
  const text = textOf(value);
  return text === undefined || preprint.test(text) || /^https?:/.test(text)
    ? undefined
    : joinTitle(text);
};

/** Where a note says that the paper is to be found: `Accepted at the Journal of Ponds`. */
const noted =
  /^(?:accepted|forthcoming|in press|presented|published|to appear)\s(?:at|by|for publication in|in|to)\s(?:the\s)?([^.;]{3,120})\.?$/i;

const notedVenue: Read<string> = (value) => venueIn(noted.exec(textOf(value)?.trim() ?? '')?.[1]);

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
  const codes = fields.of('categories').flatMap((field) => {
    const found = categoryCodes(termsOf(field.value).slice(0, 2000));
    if (found.length > 0) use(field);
    return found;
  });
  return [...new Set(codes)];
}

/** The day of the newest version. A date that a record of no preprint was changed says nothing of the paper. */
function updatedIn(
  fields: Candidates,
  { arxiv, published }: PaperFacts,
  use: Use,
): string | undefined {
  if (arxiv === undefined || published === undefined) return undefined;
  const day = firstOf(
    use,
    [fields.of('versions'), versionAt(-1)],
    [fields.own('updated'), publishedOf],
  );
  return day !== undefined && day > published && !day.startsWith(published) ? day : undefined;
}

/** Links in fields made for them, and those in an author's comment: `Code at https://…`. */
function linksOf(
  fields: Candidates,
  { arxiv, doi, comment }: PaperFacts,
  use: Use,
): CapturedLink[] {
  const links = new Map<string, CapturedLink>();
  const add = (url: string, link: CapturedLink | undefined): void => {
    if (link && !links.has(url)) links.set(url, link);
  };
  for (const field of fields.of('link')) {
    const { value, label } = field;
    const ids = label === 'PubMed' ? pubmedAddress(textOf(value) ?? '') : [];
    for (const url of [...ids, ...addressesIn(value)]) {
      const link = linkOf(url, label);
      const said = arxivId(url) ?? normaliseDoi(url);
      if (link || (said !== undefined && (said === arxiv || said === doi))) use(field);
      add(url, link);
    }
  }
  for (const field of fields.of('forum')) {
    const id = textOf(field.value)?.trim() ?? '';
    if (!/^[\w-]{4,20}$/.test(id)) continue;
    use(field);
    const url = `https://openreview.net/forum?id=${id}`;
    links.set(url, { label: 'OpenReview', url });
  }
  for (const { label, url } of commentLinks(comment ?? ''))
    if (addressesIn(url).length > 0) add(url, linkOf(url, label));
  return [...links.values()];
}

const votes: Read<number> = (value) => {
  const count = Number(textOf(value) ?? NaN);
  return Number.isSafeInteger(count) && count >= 0 ? count : undefined;
};

/**
 * The facts that a record states about its paper.
 *
 * @param fields the record's fields by what they may say
 * @param use called with every field that a fact was read from
 */
export function factsOf(fields: Candidates, use: Use): PaperFacts {
  const [links, venues] = [fields.of('link'), fields.of('venue')];
  const arxiv = firstOf(
    use,
    [fields.of('arxiv'), statedId],
    [links, linkedId],
    [fields.of('doi'), statedId],
    [venues, mentionedId],
    [fields.of('mention'), mentionedId],
  );
  const doi = firstOf(use, [fields.of('doi'), statedDoi], [links, linkedDoi]);
  const published = publishedIn(fields, use);
  // A field that says the same, or less of it.
  const same = (role: Role, read: Read<string>, fact: string | undefined): void =>
    fields.of(role).forEach((field) => fact?.startsWith(read(field.value) ?? '?') && use(field));
  same('published', publishedOf, published);
  same('doi', statedDoi, doi);
  const comment = firstOf(
    use,
    [fields.of('comment'), statedComment],
    [fields.of('mention'), remarkedComment],
  );
  const said = { arxiv, doi, published, comment };
  return known({
    ...said,
    authors: firstOf(use, [fields.of('authors'), authorsIn]),
    updated: updatedIn(fields, said, use),
    venue: firstOf(use, [venues, venueIn], [fields.of('mention'), notedVenue]),
    categories: categoriesOf(fields, use),
    links: linksOf(fields, said, use),
    upvotes: firstOf(use, [fields.of('upvotes'), votes]),
  });
}
