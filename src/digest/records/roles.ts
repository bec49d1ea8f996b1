import { dialectNow, type DialectField } from '../dialect.ts';

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
  | 'forum'
  | 'upvotes';

/** What a field may say, and how sure its name is: of two fields the one with the lower rank is read. */
export interface RoleOfField {
  readonly role: Role;
  readonly rank: number;
  /** Label of a link. */
  readonly label?: string;
}

/** Names by rank; a dot leads to a field of an object that holds no others of use. */
const named: readonly (readonly [Role, readonly string[]])[] = [
  [
    'title',
    [
      'title papertitle articletitle documenttitle primarytitle titles 标题 論文タイトル titel titre título titolo название',
      'displayname 论文标题 原文标题 题目 タイトル 제목',
      'name',
    ],
  ],
  [
    'abstract',
    [
      'abstract paperabstract abstracttext abstractnote abstracts abstractinvertedindex 摘要 要旨 초록 zusammenfassung résumé resumen resumo аннотация',
      'summary abs description descriptions tldr 概要 简介',
      'contenttext contenthtml content.content text body content',
    ],
  ],
  [
    'authors',
    [
      'authors author authorlist authornames authorsnames paperauthors authorships 作者 著者 저자 autoren autor auteurs auteur autores autori авторы',
      'authorsparsed authorstring',
      'authorfullnames creators creator',
      'by',
    ],
  ],
  [
    'arxiv',
    [
      'arxiv arxivid eprint arxivno arxivnumber archivelocation arxiveprints ids.arxiv',
      'id paperid entryid identifier number eid',
    ],
  ],
  ['mention', ['volume note extra annote annotation']],
  ['doi', ['doi articledoi dois ids.doi', 'elocationid']],
  [
    'published',
    [
      'published publishedat publicationdate datepublished publisheddate publishdate pubdate issued firstpublicationdate',
      'firstsubmitted submitted submitteddate submissiondate datesubmitted preprintdate dates',
      'date pdate 日期 发布日期 発行日 datum',
      'cdate earliestdate',
    ],
  ],
  ['updated', ['updated datemodified']],
  ['versions', ['versions']],
  ['year', ['year publicationyear pubyear publishedyear 年份 jahr année año']],
  ['month', ['month']],
  ['day', ['day']],
  [
    'venue',
    [
      'venue journal journalname journaltitle conference conferencename booktitle containertitle 期刊 会议',
      'publicationvenue publicationtitle sourcetitle journalref proceedings proceedingstitle proceeding fulljournalname publicationinfo container',
      'hostvenue hostvenue.displayname primarylocation.source.displayname school journalinfo.journal.title',
    ],
  ],
  [
    'categories',
    [
      'primarycategory primaryclass',
      'categories category arxivcategories arxiveprints',
      'subjects',
    ],
  ],
  ['comment', ['comment comments authorcomments arxivcomment']],
  ['forum', ['forum']],
  ['upvotes', ['upvotes numupvotes votes']],
];

/** Names of fields that hold addresses, by the label of the link. */
const links: Readonly<Record<string, string>> = {
  Code: 'code 代码 codeurl codelink codelinks github githuburl githubrepo githublink githubrepository repo repourl repository repositoryurl coderepository coderepo implementation',
  'Project page':
    'project projectpage projecturl projectlink projectwebsite website webpage homepage',
  Data: 'dataset dataseturl datasets datasetlink data dataurl',
  Demo: 'demo demourl demolink space',
  Video: 'video videourl videolink',
  Model: 'model modelurl modellink',
  Slides: 'slides slidesurl',
  PubMed: 'pubmed pubmedurl pubmedlink pmid pubmedid',
  PDF: 'pdf pdfurl pdflink paperpdf openaccesspdf fulltext urlpdf primarylocation.pdfurl',
  Link: 'url link links paperurl paperlink abs absurl absurls arxivurl arxivlink html htmlurl entryid landingpageurl hfurl source howpublished urlabs arxivpageurl ee canonicalurl alternate externalurl titlelink fromurl primarylocation.landingpageurl 链接 原文链接 リンク',
};

/** What every known name says. */
const roles = Map.groupBy<string, RoleOfField & { readonly name: string }>(
  [
    ...named.flatMap(([role, ranks]) =>
      ranks.flatMap((names, rank) => names.split(' ').map((name) => ({ name, role, rank }))),
    ),
    ...Object.entries(links).flatMap(([label, names], rank) =>
      names.split(' ').map((name) => ({ name, role: 'link' as const, rank, label })),
    ),
  ],
  ({ name }) => name,
);

/** Names of objects that hold the fields of a paper one level down: Hugging Face, OpenReview, search engines. */
export const holders: ReadonlySet<string> = new Set(
  'paper content attributes metadata article document work item node source fields externalids externalid details info data record citingpaper citedpaper'.split(
    ' ',
  ),
);

/** Names of objects that names with a dot lead through. */
export const prefixes: ReadonlySet<string> = new Set(
  Array.from(roles.keys()).flatMap((name) => {
    const parts = name.split('.');
    return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'));
  }),
);

/** The name of a field as it is compared. */
export function plainName(name: string): string {
  return name
    .slice(0, 60)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** What the owner's dialect takes a column, a key or a label for. */
export function ownField(name: string): DialectField | undefined {
  const { fields } = dialectNow();
  return fields.size === 0 ? undefined : fields.get(plainName(name));
}

/** What a field with this name may say, in the owner's dialect first; nothing for an unknown one. */
export function rolesOf(plain: string): readonly RoleOfField[] {
  const known = roles.get(plain) ?? [];
  const role = ownField(plain);
  return role === undefined ? known : [{ role, rank: 0, label: 'Link' }, ...known];
}
