/** What `npm run add` may be given instead of a file: an address, an arXiv id, a DOI. Pure. */
import { arxivId, normaliseDoi } from '../digest/identity.ts';
import { readPage, readXmlAnswer, type Sent } from './answers.ts';
import { endpoints as usual, type Endpoints } from './fetches.ts';

/** A question whose answer is a capture. */
export interface Named {
  readonly address: string;
  readonly accept: string;
  /** Name of the capture without its extension. */
  readonly name: string;
  readonly read: (text: string, address: string) => Sent;
}

/** @see https://citation.doi.org/docs.html */
const doiResolver = 'https://doi.org/';

const arxivOf = (id: string, api: string): Named => ({
  address: `${api}?${new URLSearchParams({ id_list: id, start: '0', max_results: '1' })}`,
  accept: 'application/atom+xml',
  name: `arxiv-${id.replaceAll(/[^\w]+/g, '-')}`,
  read: (text, address) => {
    const sent = readXmlAnswer(text, address);
    return sent.ok && sent.announced === 0 ? { ok: false, why: `arXiv has no paper ${id}` } : sent;
  },
});

const doiOf = (doi: string): Named => ({
  address: doiResolver + encodeURI(doi).replaceAll('?', '%3F').replaceAll('#', '%23'),
  accept: 'application/vnd.citationstyles.csl+json',
  name: `doi-${doi.replaceAll(/[^\w]+/g, '-')}`,
  read: (text) =>
    /^\s*\{/.test(text)
      ? { ok: true, extension: 'json' }
      : { ok: false, why: 'no record of the paper came' },
});

/** Name of the file at an address, or its host. */
function nameAt(address: URL): string {
  const file = address.pathname.split('/').findLast((part) => part !== '') ?? '';
  let name = file;
  try {
    name = decodeURIComponent(file);
  } catch {
    // It is no name of ours to mend.
  }
  const stem = name.replace(/\.\w{1,8}$/, '');
  return /[A-Za-z0-9]/.test(stem) ? stem : address.hostname;
}

/**
 * What something given is, if it is no file.
 *
 * @param given `https://…`, `arXiv:2409.11321`, `doi:10.1000/1` or `10.1000/1`
 */
export function namedOf(
  given: string,
  { arxivApi }: Pick<Endpoints, 'arxivApi'> = usual,
): Named | undefined {
  const isAddress = /^https?:\/\//i.test(given);
  const said =
    /^arxiv:/i.test(given) ||
    /^https?:\/\/(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\//i.test(given);
  const arxiv = said ? arxivId(given) : undefined;
  if (arxiv !== undefined) return arxivOf(arxiv, arxivApi);
  const isDoi =
    /^(?:doi:\s*)?10\.\d{4,9}\//i.test(given) || /^https?:\/\/(?:dx\.)?doi\.org\//i.test(given);
  const doi = isDoi ? normaliseDoi(given) : undefined;
  if (doi !== undefined) {
    const ofArxiv = arxivId(/^10\.48550\/arxiv\.(.+)$/i.exec(doi)?.[1] ?? '');
    return ofArxiv === undefined ? doiOf(doi) : arxivOf(ofArxiv, arxivApi);
  }
  const address = isAddress ? URL.parse(given) : null;
  if (address === null) return undefined;
  return {
    address: address.href,
    accept: '*/*',
    name: nameAt(address),
    read: (text) => readPage(text),
  };
}
