import type { XmlElement } from '@rgrove/parse-xml';
import { plainRows, row, type Dialect, type FieldRow } from './field-rows.ts';
import { modsRows } from './mods.ts';
import { arxivError, feedRows } from './feed-rows.ts';
import { attribute, childText, children, objectsOf, textsOf } from './xml-fields.ts';
import { shownText } from './xml-text.ts';
import { zoteroRows } from './zotero-rdf.ts';

/** A way of writing records in XML. */
export interface XmlDialect extends Dialect<XmlElement> {
  /** Names of the root elements, without prefix and in lower case. */
  readonly roots: readonly string[];
  /** Names of the elements that are records, without prefix. */
  readonly records: ReadonlySet<string>;
  /** What shows, all together, that a file is of the dialect. */
  readonly signs: readonly RegExp[];
  /** How sure these signs are. */
  readonly sure?: number;
  /** A feed: its texts are read by its rows, and at its top it says its day. */
  readonly feed?: true;
  /** What an element with the name of a record is, if it is none of a paper. */
  readonly other?: (element: XmlElement) => string | undefined;
  /** Why a record that says that something went wrong is no paper. */
  readonly error?: (element: XmlElement) => string | undefined;
}

type Row = FieldRow<XmlElement>;

/** Sections with their labels as paragraphs; a label that all of the text stands under says nothing. */
function sections(elements: readonly XmlElement[]): string {
  return elements
    .flatMap((element) => {
      const text = shownText(element, true).trim();
      const label = attribute(element, 'Label');
      if (text === '') return [];
      return [label === undefined || elements.length === 1 ? text : `${label}: ${text}`];
    })
    .join('\n\n');
}

const nameParts = '.LastName .ForeName .FirstName .Initials .Suffix .CollectiveName';
const dayParts = '.Year .Month .Day .MedlineDate';

/** @see https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html */
const pubmed: XmlDialect = {
  id: 'pubmed-xml',
  label: 'PubMed XML',
  from: 'PubMed, E-utilities',
  reading: { stopped: true },
  roots: ['pubmedarticleset', 'pubmedarticle', 'medlinecitationset'],
  records: new Set(['PubmedArticle', 'PubmedBookArticle']),
  signs: [/<MedlineCitation[\s>]|<BookDocument[\s>]/],
  rows: [
    ...['MedlineCitation.Article', 'BookDocument'].flatMap((at): Row[] => [
      row(`${at}.ArticleTitle`, 'title'),
      row(`${at}.VernacularTitle ${at}.Book.BookTitle`, 'title'),
      row(`${at}.Abstract.AbstractText`, 'abstract', sections, '@Label'),
      row(`${at}.AuthorList.Author`, 'authors', objectsOf, nameParts),
      row(`${at}.Book.AuthorList.Author`, 'authors', objectsOf, nameParts),
      row(`${at}.ELocationID`, 'doi', undefined, '@EIdType'),
      row(`${at}.Journal.JournalIssue.PubDate`, 'published', objectsOf, dayParts),
      row(`${at}.Book.PubDate`, 'published', objectsOf, dayParts),
      row(`${at}.ArticleDate`, 'date', objectsOf, dayParts),
      row(`${at}.Journal.Title`, 'venue'),
      row(`${at}.Journal.ISOAbbreviation`, 'source title'),
    ]),
    ...['doi', 'pubmed'].map((as) =>
      row<XmlElement>(
        'PubmedData.ArticleIdList.ArticleId PubmedBookData.ArticleIdList.ArticleId',
        as,
        undefined,
        '@IdType',
      ),
    ),
    ...plainRows('MedlineCitation.PMID:pubmed BookDocument.PMID:pubmed'),
  ],
};

/** EndNote puts every text into `style` elements; without letters above and below they mean nothing. */
const plainTexts = (elements: readonly XmlElement[]): string[] =>
  elements.map((element) => {
    const raised = children(element).some((style) =>
      /^su(?:b|per)script$/.test(attribute(style, 'face') ?? ''),
    );
    return raised ? (textsOf([element])[0] ?? '') : element.text.trim();
  });

/** @see https://support.clarivate.com/Endnote/s/article/EndNote-XML-Document-Type-Definition */
const endNote: XmlDialect = {
  id: 'endnote-xml',
  label: 'EndNote XML',
  from: 'EndNote',
  roots: ['xml', 'records', 'record'],
  records: new Set(['record']),
  signs: [/<(?:ref-type|contributors|electronic-resource-num|titles)[\s>]/],
  rows: [
    ['titles.title', 'title'],
    ['abstract', 'abstract'],
    ['contributors.authors.author', 'authors'],
    ['electronic-resource-num', 'doi'],
    ['accession-num', 'eprint'],
    ['urls.related-urls.url', 'url'],
    ['urls.web-urls.url', 'url'],
    ['dates.year', 'year'],
    ['dates.pub-dates.date', 'month'],
    ['titles.secondary-title', 'journal'],
    ['periodical.full-title', 'journal'],
    ['titles.alt-title', 'source title'],
    ['notes', 'note'],
  ].map(([from = '', as = '']) => row(from, as, plainTexts, '.style')),
};

/** What arXiv answers. @see https://info.arxiv.org/help/oa/index.html */
const arxivRows: readonly Row[] = ['metadata.arXiv', 'metadata.arXivRaw'].flatMap((at): Row[] => [
  row(`${at}.id`, 'arxiv'),
  row(`${at}.title`, 'title'),
  row(`${at}.abstract`, 'abstract'),
  row(`${at}.authors.author`, 'authors', objectsOf, '.keyname .forenames .suffix'),
  row(`${at}.authors`, 'creator', (list) => textsOf(list)[0]),
  row(`${at}.categories`, 'categories'),
  row(`${at}.comments`, 'comments', (list) => textsOf(list)[0]),
  row(`${at}.journal-ref`, 'journal ref'),
  row(`${at}.doi`, 'doi'),
  row(`${at}.created`, 'published'),
  row(`${at}.updated`, 'updated'),
  row(`${at}.version`, 'versions', objectsOf, '.date'),
]);

/** `Annals of Reeds; Vol. 3 No. 7 (2019); 11-29`; ISSNs stand beside it. */
const sourceName = (elements: readonly XmlElement[]): string | undefined =>
  textsOf(elements)
    .find((text) => /^\p{L}/u.test(text) && !/^(?:issn|https?:)/i.test(text))
    ?.split(/;/, 1)[0];

/** @see https://www.openarchives.org/OAI/2.0/oai_dc.xsd */
const dublinCoreRows: readonly Row[] = [
  row('metadata.dc.title', 'title'),
  // arXiv's second description is the authors' comment.
  row('metadata.dc.description', 'abstract'),
  row('metadata.dc.description', 'note', (all) => textsOf(all.slice(1))[0]),
  row('metadata.dc.creator', 'authors'),
  row('metadata.dc.identifier metadata.dc.relation', 'link'),
  row('metadata.dc.identifier metadata.dc.relation', 'doi', (all) =>
    textsOf(all).map((text) => text.replace(/^info:doi\//i, '')),
  ),
  // Repositories add the days on which a paper came in and was shown.
  row('metadata.dc.date', 'published', (all) => textsOf(all).toSorted()[0]),
  row('metadata.dc.source', 'source title', sourceName),
  row('metadata.dc.subject', 'subjects'),
];

/** @see https://www.openarchives.org/OAI/openarchivesprotocol.html */
const oai: XmlDialect = {
  id: 'oai-pmh',
  label: 'OAI-PMH answer',
  from: 'arXiv and other repositories: arXiv, Dublin Core, MODS',
  roots: ['oai-pmh', 'listrecords', 'record', 'getrecord'],
  records: new Set(['record']),
  signs: [/<(?:\w{1,20}:)?metadata[\s>]/],
  rows: [
    ...arxivRows,
    ...dublinCoreRows,
    ...modsRows('metadata.mods.'),
    row('header.identifier', 'arxiv id', (elements) =>
      textsOf(elements).map((id) => id.replace(/^oai:arXiv\.org:/i, 'arXiv:')),
    ),
  ],
  other: (element) =>
    children(element, 'header').some((header) => attribute(header, 'status') === 'deleted')
      ? 'a record that its repository has deleted'
      : undefined,
};

/** @see https://www.loc.gov/standards/mods/ */
const mods: XmlDialect = {
  id: 'mods',
  label: 'MODS',
  from: 'libraries, ACL Anthology',
  roots: ['modscollection', 'mods'],
  records: new Set(['mods']),
  signs: [/<(?:\w{1,20}:)?titleInfo[\s>]/],
  rows: modsRows(''),
};

/** Zotero writes attachments, notes and collections beside what they belong to. */
const zotero: XmlDialect = {
  id: 'zotero-rdf',
  label: 'Zotero RDF',
  from: 'Zotero',
  roots: ['rdf'],
  records: new Set(
    'Article Book BookSection Document Thesis Report Manuscript Letter Interview Recording Image Illustration MotionPicture Patent Legislation Memo Description Attachment Collection Journal Series ConferenceProceedings UserItem Quotation Data Item'.split(
      ' ',
    ),
  ),
  signs: [/zotero\.org\/namespaces\/export|<z:itemType>/],
  rows: zoteroRows,
  other: (element) => {
    const type = childText(element, 'itemType');
    if (type === undefined) return 'a journal, a note or a collection of Zotero';
    return type === 'attachment' || type === 'note' ? `Zotero's ${type}` : undefined;
  },
};

const feedElements: ReadonlySet<string> = new Set(['entry', 'item']);
const entry = /<(?:\w{1,20}:)?(?:entry|item)[\s>]/;

/** Atom as the API of arXiv answers, and as its newer feeds announce papers. */
export const arxivAtom: XmlDialect = {
  id: 'arxiv-atom',
  label: 'arXiv Atom feed',
  from: 'arXiv’s API and feeds',
  roots: ['feed', 'entry'],
  records: feedElements,
  signs: [/<(?:\w{1,20}:)?id>\s{0,20}(?:https?:\/\/(?:export\.)?arxiv\.org\/|oai:arXiv\.org:)/i],
  feed: true,
  reading: { notation: 'tex' },
  rows: feedRows,
  error: arxivError,
};

/**
 * RSS 2.0 as arXiv announces papers since 2024, and the RSS 1.0 (RDF) before it.
 *
 * @see https://info.arxiv.org/help/rss_specifications.html
 */
const arxivRss: XmlDialect = {
  ...arxivAtom,
  id: 'arxiv-rss',
  label: 'arXiv RSS feed',
  from: 'arXiv’s feeds, old and new',
  roots: ['rss', 'rdf', 'item'],
  signs: [
    /arxiv\.org\/abs\/[\w.-]{4,}|oai:arXiv\.org:/i,
    /Announce Type:|\(arXiv:|\barxiv\.org updates|updates on arXiv|oai:arXiv\.org:/i,
  ],
};

const anyFeed: XmlDialect = {
  id: 'feed',
  label: 'Atom or RSS feed',
  from: 'journals, bioRxiv, blogs',
  roots: ['feed', 'rss', 'rdf', 'item', 'entry'],
  records: feedElements,
  signs: [entry],
  sure: 0.7,
  feed: true,
  rows: feedRows,
};

/** Every dialect of XML that is read. */
export const xmlDialects: readonly XmlDialect[] = [
  arxivAtom,
  arxivRss,
  pubmed,
  endNote,
  oai,
  mods,
  zotero,
  anyFeed,
];
