import { plainRows as plain, row, type Dialect } from './field-rows.ts';

/** A way of writing records with one tagged field a line. */
export interface TaggedDialect extends Dialect<string> {
  /** A tag at the beginning of its line, as the first group, and what parts it from its value. */
  readonly head: RegExp;
  /** The tag that begins a record, and the one that ends it, if any does. */
  readonly begin: string;
  readonly end?: string;
  /** The tag of the last field of a record, where nothing else ends it. */
  readonly last?: string;
  /** What shows that a file is of the dialect: the line that begins a record. */
  readonly sign: RegExp;
  /** The same line, for people. */
  readonly shown: string;
  /** Tags of what stands around the records. */
  readonly frame?: readonly string[];
  /** Whether a value may go on at the margin; otherwise its further lines are indented. */
  readonly flush: boolean;
  /** Tags each of whose lines is a value of its own. */
  readonly lists?: readonly string[];
  /** Tags whose values may have paragraphs. */
  readonly texts: readonly string[];
}

/** `Okonjo MA` as `Okonjo, MA`, `Pike J Jr` as `Pike, Jr, J`. */
export const initialsApart = (names: readonly string[]): string[] =>
  names.map((name) =>
    name
      .replace(/^([^,]{1,100}) (\p{Lu}{1,4})$/u, '$1, $2')
      .replace(/^([^,]{1,100}) (\p{Lu}{1,4}) (Jr|Sr|II|III)$/u, '$1, $3, $2'),
  );

/** `10.1000/182 [doi]`, `arXiv:2409.11321v2 [pii]`; ids of the publisher's own say nothing elsewhere. */
const articleIds = (values: readonly string[]): string[] =>
  values.map((value) => value.replace(/\s\[(?:doi|pii|bookaccession)\]\s*$/, ''));

/** The DOI at the end of a reference: `J Things. 2025;1(1):1-9. doi: 10.1000/182.` */
const doiOfSource = (values: readonly string[]): string[] =>
  values.flatMap((value) => /\bdoi:\s?(10\.\S{3,300})/.exec(value)?.[1] ?? []);

const pmcAddresses = (values: readonly string[]): string[] =>
  values.flatMap((value) =>
    /^PMC\d{1,9}$/.test(value.trim())
      ? [`https://pmc.ncbi.nlm.nih.gov/articles/${value.trim()}/`]
      : [],
  );

/** @see https://en.wikipedia.org/wiki/RIS_(file_format) */
const ris: TaggedDialect = {
  id: 'ris',
  label: 'RIS references',
  from: 'publishers, Zotero, EndNote, Scopus',
  head: /^[\ufeff\s]{0,20}([A-Z][A-Z0-9])[ \t\u00a0]{1,4}-(?:[ \t\u00a0]{1,20}|\s*$)/,
  begin: 'TY',
  end: 'ER',
  sign: /^[\ufeff \t]{0,20}TY[ \t\u00a0]{1,4}-[ \t\u00a0]{0,9}[A-Z]{3,12}[ \t]*\r?$/m,
  shown: 'TY  - JOUR',
  flush: true,
  texts: ['AB', 'N2'],
  rows: [
    ...plain(
      'TI:title T1:title CT:title BT:booktitle JF:journal T2:journal JO:journal JA:sourcetitle J2:sourcetitle AB:abstract N2:abstract AU:authors A1:authors DO:doi M3:doi DA:published Y1:published PY:date UR:url L1:pdf L2:url LK:url AN:eprint ID:id M1:note N1:note',
    ),
  ],
};

/** @see https://www.nlm.nih.gov/bsd/mms/medlineelements.html */
const medline: TaggedDialect = {
  id: 'medline',
  label: 'PubMed or MEDLINE records (.nbib)',
  from: 'PubMed, Ovid',
  reading: { stopped: true },
  head: /^[\ufeff\s]{0,2}([A-Z][A-Z0-9]{1,3}) {0,3}-(?: |\s*$)/,
  begin: 'PMID',
  last: 'SO',
  // Ovid exports the same tags with its own number of the record, or its name, before them.
  sign: /^\ufeff?(?:PMID ?- ?\d{1,9}|UI {1,2}- ?[\w.-]{4,40}|VN {1,2}- Ovid .{0,60})\s*$/m,
  shown: 'PMID- 12345678',
  flush: true,
  texts: ['AB'],
  rows: [
    ...plain('TI:title BTI:title TT:title AB:abstract OAB:abstract'),
    row('FAU FA CN', 'authors'),
    row('AU CN', 'authors', initialsApart),
    row('AID LID', 'doi', articleIds),
    row('SO', 'doi', doiOfSource),
    ...plain('PMID:pubmed DP:published'),
    row('PMC', 'pubmed', pmcAddresses),
    row('DEP', 'date', ([day = '']) => day.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')),
    ...plain('DO:doi YR:year JT:venue JN:venue TA:sourcetitle'),
  ],
};

/** @see https://images.webofknowledge.com/images/help/WOS/hs_wos_fieldtags.html */
const webOfScience: TaggedDialect = {
  id: 'web-of-science',
  label: 'Web of Science records, tagged',
  from: 'Web of Science',
  head: /^\ufeff?([A-Z][A-Z0-9])(?: |\s*$)/,
  begin: 'PT',
  end: 'ER',
  sign: /^PT [A-Z]\s*$/m,
  shown: 'PT J',
  frame: ['FN', 'VR', 'EF'],
  flush: false,
  lists: ['AU', 'AF', 'BA', 'BF', 'CA', 'C1', 'CR', 'BE', 'C3', 'GP'],
  texts: ['AB'],
  rows: [
    ...plain('TI:title AB:abstract'),
    row('AF CA', 'authors'),
    row('AU CA', 'authors'),
    ...plain(
      'BF:authors BA:authors DI:doi D2:doi PM:pubmed AR:mention PY:year PD:month EA:published SO:venue CT:sourcetitle J9:hostvenue',
    ),
  ],
};

/** @see https://www.refworks.com/refworks/help/RefWorks_Tagged_Format.htm */
const refWorks: TaggedDialect = {
  id: 'refworks',
  label: 'RefWorks tagged references',
  from: 'RefWorks, publishers',
  head: /^\ufeff?(RT|SR|ID|A[1-6B-FHNPSTUV]|T[1-3]|J[FO]|K1|U[1-5L]|Y[RL]|FD|VO|IS|SP|OP|ED|PB|PP|PN|N[1-9O]|SN|DO|LA|LK|OL|CL|SL|LL|CR|WT|WV|WP|OT|RD|DB|DS|IP|CN|ER)(?: |\s*$)/,
  begin: 'RT',
  sign: /^\ufeff?RT (?:Journal|Journal Article|Book|Book, [A-Z][a-z]+|Conference Proceedings|Generic|Report|Dissertation\S{0,20}|Dissertation\/Thesis(?:, Unpublished)?|Web Page|Magazine Article|Newspaper Article|Preprint|Monograph|Unpublished Material|Abstract|Article)\s*$/m,
  shown: 'RT Journal Article',
  flush: true,
  texts: ['AB'],
  rows: [
    ...plain('T1:title AB:abstract'),
    row('A1', 'authors', (names) => names.flatMap((name) => name.split(/;|\|/))),
    ...plain(
      'DO:doi UL:url LK:url YR:year FD:published JF:journal T2:journal JO:sourcetitle NO:note ID:id',
    ),
  ],
};

/** @see https://www.library.uq.edu.au/faqs/endnote/endnote-import-format */
const endNote: TaggedDialect = {
  id: 'endnote',
  label: 'EndNote or Refer references (.enw)',
  from: 'EndNote, Google Scholar',
  head: /^[\ufeff\s]{0,3}(%[0-9A-Z@!#$\]&(*+^>?~=<[:;|{}])(?:[ \t]|\s*$)/,
  begin: '%0',
  sign: /^\ufeff?%[0A] \S/m,
  shown: '%0 Journal Article',
  flush: true,
  texts: ['%X'],
  rows: [
    ...plain('%T:title %X:abstract %A:authors %R:doi %M:eprint %F:id %U:url'),
    row('%D', 'year', (values) => values[0]),
    ...plain('%8:published %7:date %J:journal %B:journal %S:sourcetitle %Z:note'),
  ],
};

/** `Okonjo M. Brandstetter I.`, `Okonjo, Marta; Brandstetter, Ivo.` */
const ovidNames = (values: readonly string[]): string[] =>
  initialsApart(
    values
      .join(' ')
      .split(/;|(?<=\p{Lu})\.(?=\s|$)|\n/u)
      .map((name) => name.trim().replace(/\.$/, ''))
      .filter((name) => name !== ''),
  );

const ovidLabels =
  'Accession Number|Unique Identifier|Record Owner|Status|Authors|Author|Authors Full Name|Full Name|Institution|Title|Original Title|Source|Abstract|Abstract Number|Journal Name|NLM Journal Code|Local Messages|Country of Publication|MeSH Subject Headings|Subject Headings|Keyword Heading|Keyword Heading Owner|Keywords|CAS Registry Number|ISSN Print|ISSN Electronic|ISSN Linking|ISSN|Publisher|Publication Type|Publication History Status|Article Identifier|Digital Object Identifier|DOI|Language|Electronic Date of Publication|Date of Publication|Date Created|Year of Publication|Publication Year|Entry Date|Entry Week|Update Date|Revision Date|Link to the Ovid Full Text or citation|Link to the External Link Resolver|PubMed ID|Database|Copyright|Comments|Grant Number|Other Abstract|Conflict of Interest|Volume|Issue|Page';

/** What Ovid prints: every label on a line of its own, what it says indented below. */
const ovid: TaggedDialect = {
  id: 'ovid',
  label: 'Ovid records, labelled',
  from: 'Ovid',
  reading: { stopped: true },
  head: new RegExp(`^\\ufeff?(?:(<)(?=\\d{1,6}\\.?\\s?>\\s*$)|(${ovidLabels})\\s*$)`, 'i'),
  begin: '<',
  sign: /^\ufeff?<\d{1,6}\.? ?>\s*$/m,
  shown: '<1>',
  flush: false,
  texts: ['ABSTRACT'],
  rows: [
    ...plain('TITLE:title ABSTRACT:abstract'),
    row('AUTHORS_FULL_NAME', 'authors', ovidNames),
    row('AUTHORS', 'authors', ovidNames),
    row('AUTHOR', 'authors', ovidNames),
    ...plain('DOI:doi DIGITAL_OBJECT_IDENTIFIER:doi'),
    row('ARTICLE_IDENTIFIER', 'doi', articleIds),
    ...plain(
      'PUBMED_ID:pubmed UNIQUE_IDENTIFIER:pubmed DATE_OF_PUBLICATION:published YEAR_OF_PUBLICATION:year PUBLICATION_YEAR:year JOURNAL_NAME:journal',
    ),
    row('SOURCE', 'source title', ([source = '']) => /^[^.]{2,120}(?=\.)/.exec(source)?.[0]),
  ],
};

/** Every dialect of tagged text that is read. */
export const taggedDialects: readonly TaggedDialect[] = [
  ris,
  medline,
  webOfScience,
  refWorks,
  endNote,
  ovid,
];
