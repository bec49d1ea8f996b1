/** Reading what OpenAlex's API answers about one work. Pure. */
import { isObject } from '../digest/records/values.ts';
import { arxivIdsOf, dateOf, doisOf, lineOf, type Work } from './work.ts';

/** A single work costs nothing; lists and searches do. @see https://developers.openalex.org */
export const openalexApi = 'https://api.openalex.org/works/doi:';

/** Authors that a list holds at most: of one with so many, there may be more. */
const mostAuthors = 100;

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const objects = (value: unknown) => list(value).filter(isObject);

/** The name as the paper has it, if it can be read as one; else as OpenAlex writes that person. */
function nameOf(authorship: Readonly<Record<string, unknown>>): string | undefined {
  const { author, raw_author_name: raw } = authorship;
  const own = lineOf(raw);
  const isPlain = own !== undefined && !/[,;]/.test(own) && own !== own.toUpperCase();
  return isPlain ? own : isObject(author) ? lineOf(author['display_name']) : undefined;
}

function namesOf(work: Readonly<Record<string, unknown>>): string[] | undefined {
  const names = objects(work['authorships']).map(nameOf);
  const known = names.filter((name) => name !== undefined);
  const isCut = work['is_authors_truncated'] === true || names.length === mostAuthors;
  return known.length > 0 && known.length === names.length && !isCut ? known : undefined;
}

/** Journals and conferences; a repository is where a copy lies. */
const venues = new Set(['journal', 'conference', 'book series']);

function venueOf(place: unknown): string | undefined {
  const source = isObject(place) ? place['source'] : undefined;
  if (!isObject(source) || typeof source['type'] !== 'string') return undefined;
  return venues.has(source['type']) ? lineOf(source['display_name']) : undefined;
}

/** The work of an answer, or why it is none. */
export function readOpenAlex(value: unknown): Work | string {
  if (!isObject(value) || !/openalex\.org\/W\d+$/.test(String(value['id']))) return 'no work came';
  const places = [value['primary_location'], ...list(value['locations'])].filter(isObject);
  const ids = isObject(value['ids']) ? value['ids'] : {};
  const addresses = places.flatMap((place) => [place['landing_page_url'], place['pdf_url']]);
  const authors = namesOf(value);
  const venue = places.map(venueOf).find((name) => name !== undefined);
  const day = lineOf(value['publication_date']) ?? '';
  const published = dateOf(day);
  return {
    dois: doisOf([value['doi'], ids['doi']]),
    arxiv: arxivIdsOf([value['doi'], ids['doi'], ...addresses]),
    titles: [lineOf(value['title']) ?? lineOf(value['display_name']) ?? ''].filter(
      (title) => title !== '',
    ),
    ...(authors && { authors }),
    ...(published !== undefined && { published }),
    ...(venue !== undefined && { venue }),
    retracted: value['is_retracted'] === true,
  };
}
