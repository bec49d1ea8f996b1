/** What the links of a paper say of it: ids, and where else they lead. */
import { findUrls } from '../../text/urls.ts';
import { arxivId, normaliseDoi } from '../identity.ts';
import type { CapturedLink } from '../model.ts';
import type { Inline, InlineLink } from './inline.ts';
import { withoutEnd, withoutStart } from './signs.ts';

/** Addresses that stand in a text without being marked as links; brackets around one are the document's. */
export const bareLinks = (text: string): InlineLink[] =>
  findUrls(text.slice(0, 20_000).replaceAll(/[()[\]{}（）]/g, ' ')).map(({ url }) => ({
    url,
    image: false,
    label: 'Link',
  }));

/** The links of a text, and the addresses in it that are not marked as such. */
export const linksIn = ({ links, text }: Pick<Inline, 'links' | 'text'>): InlineLink[] => [
  ...links,
  ...bareLinks(text),
];

const hub = 'https://huggingface.co';

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** An address in full: pages of Hugging Face are often linked without their host. */
export function fullAddress(url: string): string {
  const target = url.includes('/scholar_url?')
    ? /[?&]url=([^&]{8,1500})/.exec(url.slice(0, 2000))
    : null;
  if (target) return decoded(target[1] ?? '');
  if (/^\/(?:papers\/|login\?next=|datasets\/|spaces\/|models\/|collections\/)/.test(url))
    return hub + url;
  return /^(?:www\.|arxiv\.org\/|github\.com\/|huggingface\.co\/)/i.test(url)
    ? `https://${url}`
    : url;
}

/** The arXiv id in an address, whatever bracket or stop a writer left behind it. */
export const idIn = (url: string | undefined): string | undefined =>
  url === undefined || url.length > 400
    ? undefined
    : arxivId(fullAddress(url).replace(/[).,;:*\]]{1,4}$/, ''));

/** Whether an address is the log-in page before a vote. */
export const isLogin = (url: string | undefined): boolean =>
  /\/login\?next=/.test((url ?? '').slice(0, 120));

/** Pages of Hugging Face that are no work of a paper: people, papers, the site itself. */
const hubPage =
  /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)(?:\/(?:papers|login|join|docs|front|avatars|collections|blog|posts)\b.*|\/[^/]*)?$/i;
/** Pages of people, and searches. */
const personPage =
  /\/(?:people|persons?|authors?|pid|profile)[/?]|scholar\.google\.[^/]{2,9}\/citations|arxiv\.org\/(?:search|a)\//i;
/** Whether an address is that of a person. */
export const isPerson = (url: string | undefined): boolean =>
  url !== undefined && url.length < 2000 && personPage.test(url);

const picture = /\.(?:png|jpe?g|gif|svg|webp)(?:\?.*)?$/i;

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/[^/]+\/[^/]+/i, 'Code'],
  [/^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/datasets\//i, 'Data'],
  [/^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/spaces\//i, 'Demo'],
  [/^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/[^/]+\/[^/]+/i, 'Model'],
  [/^https?:\/\/(?:www\.)?(?:youtube\.com|youtu\.be)\//i, 'Video'],
  [/^https?:\/\/(?:www\.)?(?:twitter|x)\.com\//i, 'Tweet'],
  [/\.pdf(?:[?#].*)?$/i, 'PDF'],
];

/** A label without counts, brackets and signs: `LINK: GitHub 11.3k` is `GitHub`. */
function tidyLabel(label: string): string {
  return withoutEnd(withoutStart(label.slice(0, 200), '[('), '])')
    .replace(/^(?:link|image): ?/i, '')
    .replace(/\s[\d.,]{1,9}[km]?$/i, '')
    .replaceAll(/\p{Extended_Pictographic}|\ufe0f|\u200d/gu, '')
    .replace(/[:：]$/, '')
    .trim();
}

const codeHosts = /^(?:github|gitlab|git|repo|repository|official code|github repo|code link)$/i;

function labelOf(url: string, label: string): string {
  const guess = kinds.find(([pattern]) => pattern.test(url))?.[1];
  const said = tidyLabel(label);
  const plain =
    /^[\p{L}][\p{L}\d .&+/'-]{1,30}$/u.test(said) &&
    !/^(?:link|url|here|website link)$/i.test(said);
  const words = said.split(/\s+/).length;
  if (!plain || words > 2 || /^https?:/.test(said) || codeHosts.test(said)) return guess ?? 'Link';
  if (/^(?:pdf|html|doi|hf)$/i.test(said)) return said.toUpperCase();
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}

/** What the links around one paper say. */
export interface Addresses {
  readonly arxiv: string | undefined;
  readonly doi: string | undefined;
  readonly links: readonly CapturedLink[];
}

/**
 * Sorts links: an arXiv id, a DOI, and the rest, each once and with its label.
 *
 * @param links in the order of the capture; images are left out
 */
export function addressesOf(links: readonly InlineLink[]): Addresses {
  let arxiv: string | undefined;
  let doi: string | undefined;
  const found: CapturedLink[] = [];
  for (const { url, image, label } of links) {
    if (url === undefined || image) continue;
    const full = fullAddress(url).replace(/(?<=\w)[.,;*]{1,3}$/, '');
    const id = idIn(full);
    const resolved =
      id === undefined && /doi\.org\/|^doi:/i.test(full) ? normaliseDoi(full) : undefined;
    arxiv ??= id;
    doi ??= resolved;
    if (id !== undefined || resolved !== undefined || !/^https?:\/\/[^\s<>"]{3,2000}$/i.test(full))
      continue;
    if (
      hubPage.test(full) ||
      personPage.test(full) ||
      picture.test(full) ||
      /img\.shields\.io\//.test(full)
    )
      continue;
    if (!found.some((known) => known.url === full))
      found.push({ label: labelOf(full, label), url: full });
  }
  return { arxiv, doi, links: found };
}
