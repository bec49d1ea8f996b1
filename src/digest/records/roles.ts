/**
 * Which field of a record says what. Names are compared without case, blanks and punctuation, so that
 * `paper_title`, `paperTitle` and `Paper Title` are one.
 */
export type Role =
  | 'title'
  | 'abstract'
  | 'authors'
  | 'arxiv'
  | 'mention'
  | 'doi'
  | 'published'
  | 'updated'
  | 'versions'
  | 'year'
  | 'month'
  | 'day'
  | 'venue'
  | 'categories'
  | 'link'
  | 'comment'
  | 'upvotes';

/** What a field may say, and how sure its name is: of two fields the one with the lower rank is read. */
export interface RoleOfField {
  readonly role: Role;
  readonly rank: number;
  /** Label of a link. */
  readonly label?: string;
}

/** Names by rank. */
const named: readonly (readonly [Role, readonly string[]])[] = [
  ['title', ['title papertitle articletitle documenttitle primarytitle', 'displayname', 'name']],
  [
    'abstract',
    ['abstract paperabstract abstracttext abstractnote', 'summary', 'abs', 'description', 'tldr'],
  ],
  [
    'authors',
    [
      'authors author authorlist authornames authorsnames paperauthors authorships',
      'authorsparsed',
      'authorfullnames creators creator',
      'by',
    ],
  ],
  [
    'arxiv',
    [
      'arxiv arxivid eprint arxivno arxivnumber archivelocation',
      'id paperid entryid identifier number eid',
    ],
  ],
  ['mention', ['volume note extra annote annotation']],
  ['doi', ['doi articledoi']],
  [
    'published',
    [
      'published publishedat publicationdate datepublished publisheddate publishdate pubdate issued',
      'firstsubmitted submitted submitteddate submissiondate datesubmitted',
      'date pdate',
    ],
  ],
  ['updated', ['updated']],
  ['versions', ['versions']],
  ['year', ['year publicationyear pubyear publishedyear']],
  ['month', ['month']],
  ['day', ['day']],
  [
    'venue',
    [
      'venue journal journalname journaltitle conference conferencename booktitle containertitle',
      'publicationvenue publicationtitle sourcetitle journalref proceedings proceedingstitle',
      'hostvenue school',
    ],
  ],
  [
    'categories',
    ['primarycategory primaryclass', 'categories category arxivcategories', 'subjects'],
  ],
  ['comment', ['comment comments authorcomments arxivcomment']],
  ['upvotes', ['upvotes numupvotes votes']],
];

/** Names of fields that hold addresses, by the label of the link. */
const links: Readonly<Record<string, string>> = {
  Code: 'code codeurl codelink codelinks github githuburl githubrepo githublink githubrepository repo repourl repository repositoryurl coderepository coderepo implementation',
  'Project page':
    'project projectpage projecturl projectlink projectwebsite website webpage homepage',
  Data: 'dataset dataseturl datasets datasetlink data dataurl',
  Demo: 'demo demourl demolink space',
  Video: 'video videourl videolink',
  Model: 'model modelurl modellink',
  Slides: 'slides slidesurl',
  PubMed: 'pubmed pubmedurl pubmedlink',
  PDF: 'pdf pdfurl pdflink paperpdf openaccesspdf fulltext',
  Link: 'url link links paperurl paperlink abs absurl absurls arxivurl arxivlink html htmlurl entryid landingpageurl hfurl source howpublished',
};

const roles = new Map<string, RoleOfField[]>();

function learn(name: string, role: RoleOfField): void {
  const known = roles.get(name);
  if (known) known.push(role);
  else roles.set(name, [role]);
}

for (const [role, ranks] of named) {
  ranks.forEach((names, rank) => names.split(' ').forEach((name) => learn(name, { role, rank })));
}
Object.entries(links).forEach(([label, names], rank) =>
  names.split(' ').forEach((name) => learn(name, { role: 'link', rank, label })),
);

/** Objects that hold the fields of a paper one level down: Hugging Face, OpenReview, search engines. */
const holders = new Set(
  'paper content attributes metadata article document work item node source fields externalids externalid'.split(
    ' ',
  ),
);

/** The name of a field as it is compared. */
export function plainName(name: string): string {
  return name
    .slice(0, 60)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** What a field with this name may say; nothing for an unknown one. */
export function rolesOf(plain: string): readonly RoleOfField[] {
  return roles.get(plain) ?? [];
}

/** Whether a field with this name holds a paper's fields, if it is an object. */
export function holdsFields(plain: string): boolean {
  return holders.has(plain);
}
