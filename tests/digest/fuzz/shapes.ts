/** Three invented papers in the shapes that real tools and sites give. */

export interface Invented {
  readonly title: string;
  readonly abstract: string;
  readonly authors: readonly string[];
  readonly arxiv: string;
  readonly day: string;
}

export const invented: readonly Invented[] = [
  {
    title: 'Ropewalk: Twisting Long Memories from Short Fibres',
    abstract:
      'Long memories are usually stored whole, although most of what they hold is never asked for again. We present Ropewalk, which keeps short fibres and twists them together when a question comes. On six archives of letters it answers as well as full storage with a ninth of the space.',
    authors: ['Maren Oduya', 'Tibor Lindqvist'],
    arxiv: '2502.10417',
    day: '2025-02-17',
  },
  {
    title: 'Do Orchards Forget? Seasonal Drift in Models of Fruit',
    abstract:
      'Models that count fruit are trained in one summer and used in the next, and nobody has measured what is lost between them. We follow forty orchards through five years and find that the light of the evening, not the fruit, explains most of the drift. A calibration of one afternoon repairs it.',
    authors: ['Yara Castellanos', 'Emil Brandt', 'Noor Haidari'],
    arxiv: '2502.11032',
    day: '2025-02-18',
  },
  {
    title: 'Counting Bells: Tower Acoustics without a Microphone',
    abstract:
      'The sound of a tower can be told from the way its pigeons leave it. We film nine towers for a year, count the bells in the flight of the birds and compare them with the ledgers of the ringers. The count is right on all but four mornings, three of which had no pigeons at all.',
    authors: ['Ottilie Grandjean'],
    arxiv: '2502.12899',
    day: '2025-02-19',
  },
];

const each = (write: (paper: Invented, at: number) => string, between = '\n'): string =>
  invented.map(write).join(between);
const family = (name: string): string => name.split(' ').toReversed().join(', ');
const address = ({ arxiv }: Invented): string => `https://arxiv.org/abs/${arxiv}`;
const wrapped = (text: string, indent = ''): string =>
  text.replaceAll(/(?=\S)(.{50,70}\S) /g, `$1\n${indent}`);
const records = invented.map((paper) => ({
  id: paper.arxiv,
  title: paper.title,
  abstract: paper.abstract,
  authors: paper.authors,
  published: paper.day,
}));
const rule = '-'.repeat(78);

/** By name: the format that reads it, and the text. */
export const shapes: Readonly<Record<string, readonly [format: string, text: string]>> = {
  trending: [
    'hf-text',
    `new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nbyAK and the research community\n\nFeb 19\n\n${each(({ title, abstract }) => `${title}\n\n${abstract}`, '\n\n')}\n`,
  ],
  'trending, wrapped': [
    'hf-text',
    `Daily Papers\n\nFeb 19\n\n${each(({ title, abstract }) => `${title}\n\n${wrapped(abstract)}`, '\n\n')}\n`,
  ],
  'Hugging Face page': [
    'hf-markdown',
    `# Daily Papers\n\nby[AK](https://huggingface.co/akhaliq) and the research community\n\n${each(
      ({ title, abstract, arxiv, authors }) =>
        `### [${title}](https://huggingface.co/papers/${arxiv})\n\n${abstract}\n\n- [·${String(authors.length)} authors](https://huggingface.co/papers/${arxiv})\n\n[Upvote\n\n12](https://huggingface.co/login?next=%2Fpapers%2F${arxiv})`,
      '\n\n',
    )}\n\n[Previous](/papers?p=0)[Next](/papers?p=1)\n`,
  ],
  'Hugging Face API': [
    'hf-json',
    JSON.stringify(
      invented.map(({ title, abstract, arxiv, authors, day }) => ({
        paper: {
          id: arxiv,
          title,
          summary: abstract,
          upvotes: 12,
          publishedAt: `${day}T00:00:00.000Z`,
          authors: authors.map((name) => ({ name, hidden: false })),
        },
        publishedAt: `${day}T00:00:00.000Z`,
        title,
        numComments: 2,
      })),
      null,
      1,
    ),
  ],
  'arXiv mailing': [
    'arxiv-mail',
    `From: no-reply@arxiv.org\nSubject: cs daily title/abstract announcements\n\n${rule}\n${rule}\nSend any comments regarding submissions directly to submitter.\n${rule}\nArchives at http://arxiv.org/\nTo unsubscribe, e-mail To: cs@arXiv.org, Subject: cancel\n${rule}\n Submissions to:\nComputation and Language\n received from  Mon 17 Feb 25 19:00:00 GMT  to  Tue 18 Feb 25 19:00:00 GMT\n${rule}\n${rule}\n${each(
      (paper) =>
        `\\\\\narXiv:${paper.arxiv}\nDate: Mon, 17 Feb 2025 10:11:12 GMT   (243kb)\n\nTitle: ${paper.title}\nAuthors: ${paper.authors.join(', ')}\nCategories: cs.CL cs.LG\nComments: 9 pages\n\\\\\n${wrapped(`  ${paper.abstract}`)}\n\\\\ ( ${address(paper)} ,  243kb)\n${rule}\n`,
      '',
    )}%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---\n`,
  ],
  'arXiv listing': [
    'arxiv-listing',
    `Computation and Language\nShowing new listings for Tuesday, 18 February 2025\nTotal of 3 entries\nNew submissions (showing 3 of 3 entries)\n${each(
      ({ title, abstract, arxiv, authors }, at) =>
        `[${String(at + 1)}] arXiv:${arxiv} [pdf, html, other]\nTitle: ${title}\n${authors.join(', ')}\nComments: 9 pages, 3 figures\nSubjects: Computation and Language (cs.CL)\n\n${abstract}\n`,
    )}`,
  ],
  'arXiv API': [
    'arxiv-atom',
    `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n<title>arXiv Query: all:rope</title>\n<updated>2025-02-19T00:00:00-05:00</updated>\n${each(
      (paper) =>
        `<entry>\n<id>http://arxiv.org/abs/${paper.arxiv}v1</id>\n<published>${paper.day}T10:11:12Z</published>\n<title>${paper.title}</title>\n<summary>  ${wrapped(paper.abstract)}\n</summary>\n${paper.authors.map((name) => `<author><name>${name}</name></author>`).join('\n')}\n<category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>\n</entry>`,
    )}\n</feed>\n`,
  ],
  'arXiv feed': [
    'arxiv-rss',
    `<?xml version='1.0' encoding='UTF-8'?>\n<rss xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">\n<channel>\n<title>cs.CL updates on arXiv.org</title>\n<link>http://rss.arxiv.org/rss/cs.CL</link>\n<pubDate>Tue, 18 Feb 2025 00:00:00 -0500</pubDate>\n${each(
      (paper) =>
        `<item>\n<title>${paper.title}</title>\n<link>${address(paper)}</link>\n<description>arXiv:${paper.arxiv}v1 Announce Type: new \nAbstract: ${paper.abstract}</description>\n<guid isPermaLink="false">oai:arXiv.org:${paper.arxiv}v1</guid>\n<dc:creator>${paper.authors.join(', ')}</dc:creator>\n</item>`,
    )}\n</channel>\n</rss>\n`,
  ],
  feed: [
    'feed',
    `<?xml version="1.0"?>\n<rss version="2.0"><channel><title>The Rope Letter</title>\n${each(
      (paper) =>
        `<item><title>${paper.title}</title><link>${address(paper)}</link><pubDate>Mon, 17 Feb 2025 08:00:00 GMT</pubDate>\n<description>&lt;p&gt;${paper.abstract}&lt;/p&gt;</description></item>`,
    )}\n</channel></rss>\n`,
  ],
  BibTeX: [
    'bibtex',
    `% kept by hand\n@string{rope = "Journal of Ropes"}\n\n${each(
      (paper, at) =>
        `@article{key${String(at)},\n  title = {${paper.title}},\n  author = {${paper.authors.map(family).join(' and ')}},\n  journal = rope,\n  year = {2025},\n  eprint = {${paper.arxiv}},\n  archiveprefix = {arXiv},\n  abstract = {${paper.abstract}}\n}\n`,
    )}`,
  ],
  RIS: [
    'ris',
    each(
      (paper) =>
        `TY  - JOUR\nTI  - ${paper.title}\n${paper.authors.map((name) => `AU  - ${family(name)}`).join('\n')}\nPY  - 2025\nUR  - ${address(paper)}\nAB  - ${paper.abstract}\nER  - \n`,
    ),
  ],
  MEDLINE: [
    'medline',
    each(
      (paper, at) =>
        `PMID- 3900000${String(at)}\nTI  - ${wrapped(paper.title, '      ')}\nAB  - ${wrapped(paper.abstract, '      ')}\n${paper.authors.map((name) => `FAU - ${family(name)}`).join('\n')}\nDP  - 2025 Feb 17\nAID - 10.48550/arXiv.${paper.arxiv} [doi]\n`,
    ),
  ],
  'Web of Science': [
    'web-of-science',
    `FN Clarivate Analytics Web of Science\nVR 1.0\n${each(
      (paper) =>
        `PT J\nAU ${paper.authors.map(family).join('\n   ')}\nTI ${wrapped(paper.title, '   ')}\nAB ${wrapped(paper.abstract, '   ')}\nPY 2025\nDI 10.48550/arXiv.${paper.arxiv}\nER\n`,
    )}\nEF\n`,
  ],
  'PubMed XML': [
    'pubmed-xml',
    `<?xml version="1.0" ?>\n<PubmedArticleSet>\n${each(
      (paper, at) =>
        `<PubmedArticle><MedlineCitation><PMID>3900000${String(at)}</PMID>\n<Article><ArticleTitle>${paper.title}</ArticleTitle>\n<Abstract><AbstractText>${paper.abstract}</AbstractText></Abstract>\n<AuthorList>${paper.authors.map((name) => `<Author><LastName>${name.split(' ')[1] ?? ''}</LastName><ForeName>${name.split(' ')[0] ?? ''}</ForeName></Author>`).join('')}</AuthorList></Article></MedlineCitation></PubmedArticle>`,
    )}\n</PubmedArticleSet>\n`,
  ],
  'OAI-PMH': [
    'oai-pmh',
    `<OAI-PMH>\n<ListRecords>\n${each(
      (paper) =>
        `<record><header><identifier>oai:arXiv.org:${paper.arxiv}</identifier></header>\n<metadata><arXiv><id>${paper.arxiv}</id><created>${paper.day}</created><title>${paper.title}</title>\n<abstract>${paper.abstract}</abstract></arXiv></metadata></record>`,
    )}\n</ListRecords>\n</OAI-PMH>\n`,
  ],
  'CSL JSON': [
    'csl-json',
    JSON.stringify(
      invented.map(({ title, abstract, authors, arxiv }) => ({
        type: 'article-journal',
        title,
        abstract,
        author: authors.map((name) => ({ family: name.split(' ')[1], given: name.split(' ')[0] })),
        issued: { 'date-parts': [[2025, 2, 17]] },
        DOI: `10.48550/arXiv.${arxiv}`,
      })),
      null,
      2,
    ),
  ],
  'JSON records': [
    'json-records',
    JSON.stringify({ date: '2025-02-19', papers: records }, null, 2),
  ],
  'JSON lines': ['jsonl', records.map((record) => JSON.stringify(record)).join('\n')],
  CSV: [
    'csv',
    `Title,Authors,Abstract,Url,Date\n${each((paper) =>
      [paper.title, paper.authors.join('; '), paper.abstract, address(paper), paper.day]
        .map((value) => `"${value}"`)
        .join(','),
    )}\n`,
  ],
  table: [
    'papers-of-the-week',
    `## Top Papers of the Week (Feb 17 - Feb 23)\n\n| **Paper** | **Links** |\n| --- | --- |\n${each(
      (paper, at) =>
        `| ${String(at + 1)}) **${paper.title}** - ${paper.abstract} | [Paper](${address(paper)}) |`,
    )}\n`,
  ],
  'awesome list': [
    'markdown-list',
    `# Awesome Ropes\n\nA curated list of papers on ropes.\n\n- [Twisting](#twisting)\n\n## Twisting\n\n${each(
      (paper) =>
        `- **[${paper.title}](${address(paper)})** [[code](https://github.com/rope/${paper.arxiv})]\n  ${paper.abstract}`,
    )}\n`,
  ],
  headings: [
    'markdown-list',
    `# Daily digest\n\n${each(
      (paper, at) =>
        `## ${String(at + 1)}. ${paper.title}\n\n**Authors**: ${paper.authors.join(', ')}\n\n**Link**: ${address(paper)}\n\n**Abstract**: ${paper.abstract}\n\n---\n`,
    )}`,
  ],
};
