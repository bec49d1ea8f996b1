/** One entry of a list of references, in the styles of APA, IEEE, Vancouver, MLA, Chicago, ACM, Harvard, Nature, Springer, DBLP. */
import { known } from '../known.ts';
import { factsNamed, identifiersIn } from '../identifiers.ts';
import type { PaperFacts } from '../model.ts';
import { findUrls } from '../../text/urls.ts';
import { arxivId, normaliseDoi } from '../identity.ts';
import { leadingNames } from '../names/reference.ts';

export interface Reference {
  readonly title: string;
  readonly facts: PaperFacts;
}

/** The number before a reference: `[12] `, `12. `, `(12) `, `[j12] `. */
export const referenceNumber = /^\s*(?:\[[a-z]?\d{1,4}\]|\(\d{1,4}\)|\d{1,4}[.)])(?:\s+|$)/i;

const year = /(?<![\d./:-])((?:19|20)\d{2})[a-z]?(?![\d/]|\.\d)/;

/** The year behind the authors, in brackets or not, and the stop behind both. */
const dated = String.raw`\s?(?:\(((?:19|20)\d{2})[a-z]?(?:,[^()]{1,30})?\)|((?:19|20)\d{2})[a-z]?(?=[.,:]))?[.,:]?\s`;
/** What stands between the authors and the title: a stop, a colon, the year. */
const between = new RegExp(`^(?:[.,:]{1,2}|(?=\\s\\(?(?:19|20)\\d{2}))${dated}`);
/** The same where the authors end with the stop of an initial. */
const betweenInitials = new RegExp(`^[.,:]?${dated}`);

const quotes: Readonly<Record<string, string>> = {
  '“': '”',
  '"': '"',
  '‘': '’',
  "'": "'",
  '«': '»',
  '„': '“',
};

/** Words before whose full stop a sentence goes on, and single letters. */
const abbreviated = /(?:^|[\s(])(?:vs|cf|al|St|Dr|Mr|Mrs|No|vol|e\.g|i\.e|U\.S|\p{Lu})$/u;

/** How what follows a title begins: where it appeared. */
const places =
  /^\s*(?:In:? |arXiv|CoRR|bioRxiv|medRxiv|SSRN|https?:|doi|Proc(?:eedings|\.)|Journal|Transactions)/;
/** What follows the name of a journal: volume, issue, pages, year. */
const behindPlace = /^[^\d.?!]{2,80}(?:\.? ?\d{4}|\d{1,4}[\s(,;:.]|\((?:19|20)\d{2})/u;

interface Parted {
  readonly title: string;
  readonly rest: string;
}

function quotedTitle(text: string): Parted | undefined {
  const close = quotes[text.charAt(0)];
  if (close === undefined) return undefined;
  for (let end = text.indexOf(close, 1); end > 0 && end < 500; end = text.indexOf(close, end + 1)) {
    // An apostrophe is no end.
    if (/^[\p{L}\p{N}]/u.test(text.slice(end + 1))) continue;
    const title = text.slice(1, end).replace(/[,.]$/, '');
    return { title, rest: text.slice(end + 1) };
  }
  return undefined;
}

/** The title as the first sentence of what follows the authors; a question may be a part of it. */
function bareTitle(text: string): Parted | undefined {
  const ends = /[.?!](?=\s|$)/g;
  for (let match = ends.exec(text); match && match.index < 500; match = ends.exec(text)) {
    const title = text.slice(0, match.index);
    const rest = text.slice(match.index + 1);
    if (match[0] === '.' && abbreviated.test(title.slice(-8))) continue;
    if (match[0] !== '.' && !(places.test(rest) || behindPlace.test(rest.trimStart()))) continue;
    return { title: match[0] === '.' ? title : `${title}${match[0]}`, rest };
  }
  return undefined;
}

/** Where a reference says that the paper appeared. */
function venueIn(rest: string): string | undefined {
  const text = rest
    .replace(/^[\s.,:;]{1,4}/, '')
    .replace(/^(?:In:? )/i, '')
    .replace(/(?:https?:\/\/|doi:?\s?|arXiv:?\s?\d).*$/is, '');
  const venue = /^[^\d(]{3,150}?(?=[,.]? ?(?:vol\.?|no\.?|pp\.?|\d|\(|$)|[,.] )/i
    .exec(text)?.[0]
    .trim();
  const bare = venue?.replace(/[,.;:\s]{1,3}$/, '') ?? '';
  return bare.length < 3 ||
    /^(?:arXiv(?: preprint)?|CoRR(?: abs\/?)?|preprint|and|available)$/i.test(bare)
    ? undefined
    : bare;
}

function factsIn(
  rest: string,
  authors: readonly string[],
  published: string | undefined,
): PaperFacts {
  const found = identifiersIn(rest).map(({ name }) => factsNamed(name));
  const arxiv = found.find((facts) => facts.arxiv)?.arxiv;
  const doi = found.find((facts) => facts.doi)?.doi;
  const venue = venueIn(rest);
  const others = findUrls(rest).filter(
    ({ url }) => arxivId(url) === undefined && normaliseDoi(url) === undefined,
  );
  const pubmed = found.find(({ links }) => links?.[0]?.label === 'PubMed')?.links;
  const links = others.length > 0 ? others.map(({ url }) => ({ label: 'Link', url })) : pubmed;
  return known({ arxiv, doi, authors, published, venue, links });
}

/**
 * Reads one reference.
 *
 * @param text the reference on one line, its number allowed
 * @returns undefined unless it has authors, a title, and a year or an identifier
 */
export function readReference(text: string): Reference | undefined {
  const bare = text.replace(referenceNumber, '').trim();
  const authors = leadingNames(bare);
  if (!authors) return undefined;
  // Initials have their own full stop: the authors end with it.
  const ended = /[.,:]/.test(bare.charAt(authors.end - 1));
  const behind = bare.slice(authors.end);
  const following = ended ? ` ${behind.trimStart()}` : behind;
  const parted = (ended ? betweenInitials : between).exec(following);
  if (!parted) return undefined;
  const titled = following.slice(parted[0].length).trim();
  const { title, rest } = quotedTitle(titled) ?? bareTitle(titled) ?? { title: '', rest: '' };
  const published =
    parted[1] ?? parted[2] ?? year.exec(rest.replaceAll(/\d{4}\.\d{4,5}|10\.\S+/g, ''))?.[1];
  const isTitle =
    title.length > 7 && title.length < 400 && /\S\s\S/.test(title) && /\p{L}{3}/u.test(title);
  if (!isTitle || (published === undefined && identifiersIn(rest).length === 0)) return undefined;
  return { title: title.trim(), facts: factsIn(rest, authors.names, published) };
}
