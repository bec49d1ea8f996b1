/** Reading what Crossref's REST API answers about one DOI. Pure. */
import { htmlToText } from '../digest/arxiv/html-text.ts';
import { isObject } from '../digest/records/values.ts';
import { arxivIdsOf, dateOf, doisOf, lineOf, type Work } from './work.ts';

/** @see https://www.crossref.org/documentation/retrieve-metadata/rest-api/ */
export const crossrefApi = 'https://api.crossref.org/works/';

/** Types of works that appear in what `container-title` names. */
const inContainer = new Set(['journal-article', 'proceedings-article', 'book-chapter']);

/** Relations to what belongs to a work. */
const belonging = ['is-supplemented-by', 'has-related-material', 'references', 'is-documented-by'];

const repository =
  /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)\/[\w.-]{1,100}\/[\w.-]{1,100}\/?$/i;

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const texts = (value: unknown): string[] =>
  list(value).flatMap((text) => (typeof text === 'string' ? (lineOf(htmlToText(text)) ?? []) : []));

function nameOf(author: unknown): string | undefined {
  if (!isObject(author)) return undefined;
  const { given, family, name, suffix } = author;
  const [first, last, after] = [given, family, suffix].map(lineOf);
  if (last === undefined) return lineOf(name);
  return [first, last, after].filter((part) => part !== undefined).join(' ');
}

/** All names in order, or none: a list with a gap is no list. */
function namesOf(authors: unknown): string[] | undefined {
  const names = list(authors).map(nameOf);
  const known = names.filter((name) => name !== undefined);
  return known.length > 0 && known.length === names.length ? known : undefined;
}

/** `{"date-parts": [[2024, 9, 17]]}`; any of them may be missing. */
function dayOf(value: unknown): string | undefined {
  const [parts] = isObject(value) ? list(value['date-parts']) : [];
  const numbers = list(parts).filter((part) => typeof part === 'number');
  const [year, ...rest] = numbers.map(String);
  if (year === undefined) return undefined;
  return dateOf([year.padStart(4, '0'), ...rest.map((part) => part.padStart(2, '0'))].join('-'));
}

/** The one repository of code that belongs to a work. */
function codeOf(relation: unknown): string | undefined {
  if (!isObject(relation)) return undefined;
  const addresses = belonging
    .flatMap((name) => list(relation[name]))
    .flatMap((it) => (isObject(it) && it['id-type'] === 'uri' ? (lineOf(it['id']) ?? []) : []))
    .filter((address) => repository.test(address));
  const [only, ...others] = new Set(addresses);
  return others.length === 0 ? only : undefined;
}

/** The work of an answer, or why it is none. */
export function readCrossref(value: unknown): Work | string {
  const message = isObject(value) ? value['message'] : undefined;
  if (!isObject(message) || typeof message['DOI'] !== 'string') return 'no work came';
  const { type, relation, subtitle } = message;
  const titles = texts(message['title']);
  const container = typeof type === 'string' && inContainer.has(type);
  const [venue] = container ? texts(message['container-title']) : [];
  const authors = namesOf(message['author']);
  const published = dayOf(message['issued']);
  const code = codeOf(relation);
  const updates = list(message['updated-by']).filter(isObject);
  const related = isObject(relation) ? [relation['has-preprint'], relation['is-preprint-of']] : [];
  return {
    dois: doisOf([message['DOI'], ...list(message['alias'])]),
    arxiv: arxivIdsOf(related.flatMap(list).flatMap((it) => (isObject(it) ? [it['id']] : []))),
    titles: [...titles, ...texts(subtitle).map((more) => `${titles[0] ?? ''}: ${more}`)],
    ...(authors && { authors }),
    ...(published !== undefined && { published }),
    ...(venue !== undefined && { venue }),
    ...(code !== undefined && { code }),
    retracted: updates.some(({ type: of }) => of === 'retraction' || of === 'removal'),
  };
}
