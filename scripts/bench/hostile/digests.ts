/** Digests of one paper whose fields hold what nobody would write. */

/** The fields of a paper that a digest's text may choose. */
export const fields = ['title', 'authors', 'abstract', 'date', 'venue', 'link', 'comment'] as const;
export type Field = (typeof fields)[number];
type Values = Readonly<Record<Field, string>>;

const usual: Values = {
  title: 'Counting Frogs by Ear',
  authors: 'Ann Bee and Cee Dee',
  abstract: 'We count frogs by their calls. Our method hears each frog once, and none twice.',
  date: '2024-01-02',
  venue: 'Journal of Ponds',
  link: 'https://pond.example/frogs',
  comment: '12 pages',
};

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const record = (it: Values): Record<string, unknown> => ({
  title: it.title,
  authors: it.authors,
  abstract: it.abstract,
  date: it.date,
  venue: it.venue,
  url: it.link,
  comment: it.comment,
});

/** A digest of each format, by the format's id. */
const writers: Readonly<Record<string, (it: Values) => string>> = {
  'hf-markdown': (it) =>
    `# Daily Papers\n\n[](/papers/2401.00001)\n\n### [${it.title}](/papers/2401.00001)\n\n${it.abstract}\n\n·${it.authors}\n\nPublished on ${it.date}\n\n${it.link} ${it.comment}\n`,
  'hf-text': (it) =>
    `new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nbyAK and the research community\n\n${it.date}\n\n${it.title}\n\n${it.abstract}\n\n${it.authors}\n\n${it.link} ${it.comment} ${it.venue}\n`,
  'hf-json': (it) =>
    JSON.stringify([
      {
        paper: {
          id: '2401.00001',
          title: it.title,
          summary: it.abstract,
          authors: [{ name: it.authors }],
          publishedAt: it.date,
          projectPage: it.link,
          ai_summary: it.comment,
        },
        title: it.title,
      },
    ]),
  'arxiv-mail': (it) =>
    `${'-'.repeat(78)}\n\\\\\narXiv:2401.00001\nDate: ${it.date}   (243kb,D)\n\nTitle: ${it.title}\nAuthors: ${it.authors}\nCategories: cs.LG\nComments: ${it.comment}\nJournal-ref: ${it.venue}\n\\\\\n  ${it.abstract}\n\\\\ ( https://arxiv.org/abs/2401.00001 ,  243kb)\n`,
  'arxiv-listing': (it) =>
    `Authors and titles for recent submissions\n${it.date}\nTotal of 1 entries\n[1] arXiv:2401.00001 [pdf, html, other]\nTitle: ${it.title}\nAuthors: ${it.authors}\nComments: ${it.comment}\nJournal-ref: ${it.venue}\nSubjects: Machine Learning (cs.LG)\n\n${it.abstract}\n${it.link}\n`,
  'arxiv-atom': (it) =>
    `<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"><title>ArXiv Query</title><entry><id>http://arxiv.org/abs/2401.00001v1</id><published>${xml(it.date)}</published><title>${xml(it.title)}</title><summary>${xml(it.abstract)}</summary><author><name>${xml(it.authors)}</name></author><arxiv:comment>${xml(it.comment)}</arxiv:comment><arxiv:journal_ref>${xml(it.venue)}</arxiv:journal_ref></entry></feed>`,
  'arxiv-rss': (it) =>
    `<?xml version="1.0"?>\n<rss version="2.0" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>cs.LG updates on arXiv.org</title><link>http://rss.arxiv.org/rss/cs.LG</link><item><title>${xml(it.title)}</title><link>https://arxiv.org/abs/2401.00001</link><description>arXiv:2401.00001v1 Announce Type: new\nAbstract: ${xml(it.abstract)}</description><pubDate>${xml(it.date)}</pubDate><dc:creator>${xml(it.authors)}</dc:creator></item></channel></rss>`,
  feed: (it) =>
    `<?xml version="1.0"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Ponds</title><link>https://pond.example/</link><item><title>${xml(it.title)}</title><link>${xml(it.link)}</link><description>${xml(it.abstract)}</description><pubDate>${xml(it.date)}</pubDate><dc:creator>${xml(it.authors)}</dc:creator><dc:source>${xml(it.venue)}</dc:source></item></channel></rss>`,
  bibtex: (it) =>
    `@article{frog,\n  title = {${it.title}},\n  author = {${it.authors}},\n  abstract = {${it.abstract}},\n  date = {${it.date}},\n  journal = {${it.venue}},\n  url = {${it.link}},\n  note = {${it.comment}}\n}\n`,
  ris: (it) =>
    `TY  - JOUR\nTI  - ${it.title}\nAU  - ${it.authors}\nAB  - ${it.abstract}\nPY  - ${it.date}\nJO  - ${it.venue}\nUR  - ${it.link}\nN1  - ${it.comment}\nER  - \n`,
  'csl-json': (it) =>
    JSON.stringify([
      {
        type: 'article-journal',
        title: it.title,
        author: [{ literal: it.authors }],
        abstract: it.abstract,
        issued: { raw: it.date },
        'container-title': it.venue,
        URL: it.link,
        note: it.comment,
      },
    ]),
  jsonl: (it) => `${JSON.stringify(record(it))}\n${JSON.stringify(record(usual))}\n`,
  'json-records': (it) => JSON.stringify([record(it), record(usual)]),
  csv: (it) =>
    `title,authors,abstract,date,venue,url,comment\n${Object.values(record(it))
      .map((value) => `"${String(value).replaceAll('"', '""')}"`)
      .join(',')}\n`,
  'papers-of-the-week': (it) =>
    `## Top AI Papers of the Week (${it.date})\n\n| **Paper** | **Links** |\n| --- | --- |\n| 1) **${it.title}** - ${it.abstract} ${it.authors} | [Paper](${it.link}), [Code](https://code.example/) ${it.comment} |\n`,
  'markdown-list': (it) =>
    `# Awesome Frogs\n\n## ${it.venue}\n\n- [${it.title}](${it.link}), ${it.authors}, ${it.date}. ${it.abstract} ${it.comment}\n- [Counting Toads](https://arxiv.org/abs/2401.00002), Ann Bee.\n`,
};

export const formatIds: readonly string[] = Object.keys(writers);

/** A digest of a format with one field of its paper replaced. */
export function hostileDigest(format: string, field: Field, value: string): string {
  return writers[format]?.({ ...usual, [field]: value }) ?? value;
}

/** What fields are filled with, over and over: white space, marks, beginnings of what has an end. */
export const fillers: readonly string[] = [
  ...' \r\n\t*_`~$\\{}[]()<>&|,.;:-–—=#@/?"\'!0aA',
  '\u00a0',
  '\u0308',
  '😀',
  'a ',
  'Aa ',
  'a, ',
  'A. ',
  ' and ',
  ' \n',
  '==\n',
  '- a\n',
  '](',
  '[a](',
  '\\(',
  '\\\\',
  '\\"',
  '{\\',
  '\\a{',
  '$x',
  '$a$ ',
  '``',
  'http://',
  'https://a.b/',
  'www.',
  '10.1/',
  '.pdf#',
  '<a ',
  '&lt;',
  '<!--',
  'arXiv:2401.00001 ',
  '@a{',
  '@article{a,\n',
  '{cal ',
  'frac{',
  'bigl(',
  '1: ',
  '2024 ',
  ' (a) ',
  'a-b--',
  "''",
];
