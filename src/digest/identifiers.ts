/** Identifiers of papers wherever they stand in a text, in any format: bare, labelled, or inside an address. */
import { arxivId, normaliseDoi } from './identity.ts';
import type { PaperFacts } from './model.ts';

/** An identifier and where it stands. */
export interface FoundIdentifier {
  /** Scheme and value: `arXiv 2409.11321`, `DOI 10.1000/182`; equal for all ways to write the same. */
  readonly name: string;
  /** Offset of its first code unit. */
  readonly at: number;
}

/** In addresses a slash may be escaped, for JSON or for an address within an address. */
const shapes = [
  String.raw`(?<doi>(?<![\d.])10\.\d{4,9}(?:%2f|\\?\/)[^\s"'<>|${'`'}，。；、）】》]{1,300})`,
  String.raw`(?<arxiv>(?:(?<![\w.,])|(?<=%2f|arxiv))(?:0[7-9]|[1-3]\d)(?:0[1-9]|1[0-2])\.\d{4,5}(?:v\d{1,2})?(?![a-z\d]|[.,]\d))`,
  String.raw`(?<old>(?<![\w.-])[a-z][a-z-]{1,9}(?:\.[a-z]{2})?\\?\/\d{7}(?:v\d{1,2})?(?!\w))`,
  String.raw`openreview\.net\\?\/[a-z\/\\]{2,25}\?(?:[\w=%.-]{1,40}&(?:amp;)?){0,3}id=(?<openreview>[\w-]{6,20})`,
  String.raw`(?<acl>(?<![\w.])(?:19|20)\d{2}\.[a-z\d]{2,20}-[a-z\d]{1,20}\.\d{1,4}(?!\w))`,
  String.raw`(?:aclanthology\.org|anthology|10\.3115\/v1)\\?\/(?<oldAcl>[a-z]\d{2}-\d{4})(?!\d)`,
  String.raw`(?:pubmed\.ncbi\.nlm\.nih\.gov|nih\.gov\\?\/pubmed)\\?\/(?<pubmed>\d{4,8})(?!\d)`,
  String.raw`(?<!\w)pmid[\s:-]{1,4}(?<pmid>\d{4,8})(?!\d)`,
  String.raw`(?:bio|med)rxiv\.org\\?\/cgi\\?\/content\\?\/[a-z]{2,10}\\?\/(?<biorxiv>[\d.]{6,20}\d)`,
];
const identifiers = new RegExp(shapes.join('|'), 'gi');

/** What every one of them has; most abstracts have neither. */
const possible = /\d{4}|openreview/i;

const closing: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** What comes before the first bracket that closes none of its own: a DOI may hold brackets, a sentence too. */
export function balanced(text: string): string {
  const open: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if ('([{'.includes(sign)) open.push(sign);
    const opening = closing[sign];
    if (opening !== undefined && open.pop() !== opening) return text.slice(0, at);
  }
  return text;
}

/** The identifier that a DOI, or an address with one, is: arXiv and the ACL Anthology give theirs a DOI as well. */
function ofDoi(text: string): string | undefined {
  const plain = balanced(text.replaceAll(String.raw`\/`, '/').split(/[?#&]/, 1)[0] ?? '');
  const doi = normaliseDoi(plain.replace(/[*_\\~.,;:]{1,9}$/, ''));
  if (doi === undefined) return undefined;
  const arxiv = arxivId(doi);
  if (arxiv !== undefined) return `arXiv ${arxiv}`;
  const acl = /^10\.(?:18653|3115)\/v1\/(?<id>[\w.-]+)$/.exec(doi)?.groups?.id;
  if (acl !== undefined) return `ACL ${acl}`;
  // bioRxiv's and medRxiv's addresses name a version and a form of the preprint.
  const preprint = /^10\.(?:1101|64898)\/[\d.]{0,20}\d/.exec(doi)?.[0];
  return `DOI ${preprint ?? doi.replace(/(?:\.(?:pdf|html?)|\/(?:full|pdf|epdf|abstract|meta))$/, '')}`;
}

/** An arXiv id has four digits behind its month until 2014, five since. */
const sinceFive = 1501;

function ofArxiv(text: string): string | undefined {
  const id = arxivId(text.toLowerCase());
  const [month = '', number = ''] = id?.split('.') ?? [];
  return id !== undefined && number.length === (Number(month) < sinceFive ? 4 : 5)
    ? `arXiv ${id}`
    : undefined;
}

function nameOf({ groups = {} }: RegExpExecArray): string | undefined {
  const { doi, arxiv, old, openreview, acl, oldAcl, pubmed, pmid, biorxiv } = groups;
  if (doi !== undefined) return ofDoi(doi);
  if (arxiv !== undefined) return ofArxiv(arxiv);
  if (old !== undefined) {
    const id = arxivId(old.replace('\\', ''));
    return id && `arXiv ${id}`;
  }
  if (openreview !== undefined) return `OpenReview ${openreview}`;
  if (biorxiv !== undefined) return ofDoi(`10.1101/${biorxiv}`);
  const anthology = acl ?? oldAcl;
  return anthology === undefined
    ? `PMID ${pubmed ?? pmid ?? ''}`
    : `ACL ${anthology.toLowerCase()}`;
}

/**
 * Finds the identifiers of arXiv, DOI, OpenReview, the ACL Anthology, PubMed and bioRxiv in a text, in their
 * order. Takes time in proportion to the text.
 *
 * @see https://info.arxiv.org/help/arxiv_identifier.html
 * @see https://aclanthology.org/info/ids/
 */
export function identifiersIn(text: string): FoundIdentifier[] {
  const found: FoundIdentifier[] = [];
  if (!possible.test(text)) return found;
  for (const match of text.matchAll(identifiers)) {
    const name = nameOf(match);
    if (name !== undefined) found.push({ name, at: match.index });
  }
  return found;
}

/** Where a paper is found whose identifier is neither an arXiv id nor a DOI. */
const pages: Readonly<Record<string, readonly [label: string, before: string]>> = {
  OpenReview: ['OpenReview', 'https://openreview.net/forum?id='],
  ACL: ['ACL Anthology', 'https://aclanthology.org/'],
  PMID: ['PubMed', 'https://pubmed.ncbi.nlm.nih.gov/'],
};

/** What an identifier says of its paper: its arXiv id, its DOI, or where it is found. */
export function factsNamed(name: string): PaperFacts {
  const [scheme = '', value = ''] = name.split(/ (.*)/s, 2);
  if (scheme === 'arXiv') return { arxiv: value };
  if (scheme === 'DOI') return { doi: value };
  const [label = '', before = ''] = pages[scheme] ?? [];
  return label === '' ? {} : { links: [{ label, url: `${before}${value}` }] };
}
