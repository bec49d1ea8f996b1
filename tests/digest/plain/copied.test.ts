import { describe, expect, test } from 'vitest';
import { parseDigest } from '../../../src/digest/parse.ts';
import { papers, type Paper } from './papers.ts';

const file = 'archive/digests/2026-05-04-x.txt';

const read = (text: string) => {
  const parsed = parseDigest({ file, text });
  expect(parsed.lines.filter(({ kind }) => kind === 'unaccounted')).toEqual([]);
  return parsed.papers;
};
const written = (write: (paper: Paper, index: number) => string, between = '\n\n'): string =>
  papers.map(write).join(between);

const titles = papers.map(({ title }) => title);
const authors = papers.map((paper) => paper.authors);
const abstracts = papers.map(({ abstract }) => abstract);
const arxiv = papers.map((paper) => paper.arxiv);

describe('blocks of labelled facts', () => {
  test.each([
    ['Title: ', 'Authors: ', 'Abstract: ', 'Link: ', ', '],
    ['标题：', '作者：', '摘要：', '链接：', '，'],
    ['论文标题: ', '作者: ', '中文摘要: ', '论文链接: ', ', '],
    ['【标题】', '【作者】', '【摘要】', '【链接】', '、'],
    ['タイトル：', '著者：', '要旨：', 'リンク：', '、'],
    ['제목: ', '저자: ', '초록: ', '링크: ', ', '],
    ['Titel: ', 'Autoren: ', 'Zusammenfassung: ', 'Link: ', '; '],
    ['📌 Title: ', '👥 Authors: ', '📝 Abstract: ', '🔗 Link: ', ', '],
  ])('%s%s%s%s', (title, names, text, link, comma) => {
    const found = read(
      written((paper) =>
        [
          title + paper.title,
          names + paper.authors.join(comma),
          text + paper.abstract,
          `${link}https://arxiv.org/abs/${paper.arxiv}`,
        ].join('\n'),
      ),
    );
    expect(found.map((paper) => paper.title)).toEqual(titles);
    expect(found.map(({ facts }) => facts.authors)).toEqual(authors);
    expect(found.map(({ abstract }) => abstract)).toEqual(abstracts);
    expect(found.map(({ facts }) => facts.arxiv)).toEqual(arxiv);
  });

  test('numbered, with buttons behind the titles, as papers.cool prints them', () => {
    const found = read(
      `cs.CY\n2026-05-04 | | Total: 4\n\n${written(
        ({ title, authors: names, abstract }, index) =>
          `#${index + 1} ${title} [PDF${index + 2}] [Copy] [Kimi${index}] [REL]\n\nAuthors: ${names.join(', ')}\n\n${abstract}\n\nSubject: Computers and Society\n\nPublish: 2026-05-01 17:59:59 UTC`,
      )}`,
    );
    expect(found.map((paper) => paper.title)).toEqual(titles);
    expect(found.map(({ facts }) => facts.authors)).toEqual(authors);
    expect(found.map(({ abstract }) => abstract)).toEqual(abstracts);
  });
});

const initials = (name: string): readonly [string, string] => {
  const at = name.search(/ (?:van |de )?[^ ]+$/);
  return [name.slice(0, at).replaceAll(/[^\p{Lu}]/gu, ''), name.slice(at + 1)];
};
const short = (name: string): string => initials(name).join(' ');
const medline = (name: string): string => initials(name).toReversed().join(' ');

/** What each site prints around a paper, as its page is copied. */
const sites: Readonly<Record<string, (paper: Paper, index: number) => string>> = {
  'a Google Scholar alert': ({ title, authors: names, abstract, arxiv: id }, index) =>
    `${['[PDF] ', '[HTML] ', '', '[PDF] '][index] ?? ''}${title}\n${names.map(short).join(', ')} - arXiv preprint arXiv:${id}, 2026\n${abstract}\n\nSave\tTwitter\tLinkedIn\tFacebook`,
  'a Google Scholar search': ({ title, authors: names, abstract, venue, arxiv: id }) =>
    `${title}\n[PDF] arxiv.org\n${names.map(short).join(', ')} - ${venue}, 2026 - example.org\n${abstract}\nhttps://arxiv.org/abs/${id}\nSave Cite Cited by 12 Related articles All 3 versions`,
  'a Semantic Scholar alert': ({ title, authors: names, abstract, venue, arxiv: id }) =>
    `${title}\n${names.join(', ')}\n${venue} • 2026\n${abstract}\nhttps://arxiv.org/abs/${id}\nSave to Library`,
  'a Semantic Scholar search': ({ title, authors: names, abstract, arxiv: id }) =>
    `${title}\n${names.join(', ')}\n\nLaw, History\n\narXiv:${id}\n\n8 April 2026\nTLDR\n${abstract} Expand\n12\nPDF\nSave\nAlert\nCite`,
  alphaXiv: ({ title, authors: names, abstract, arxiv: id }) =>
    `cs.CY\n${title}\n${names.join(', ')}\n${abstract}\narXiv:${id}\nView blog\n1,234\n56\nResources\nBookmark`,
  OpenReview: ({ title, authors: names, abstract, arxiv: id }) =>
    `${title}\n${names.join(', ')}\nPublished: 22 Jan 2026, Last Modified: 11 Feb 2026\nICLR 2026 Poster\nReaders: Everyone\nShow details\nKeywords: posts, bread\nTL;DR: It is slow.\narXiv: ${id}\nAbstract: ${abstract}`,
  'the ACL Anthology': ({ title, authors: names, abstract, arxiv: id }) =>
    `pdf bib abs\n${title}\n${names.join(' | ')}\narXiv:${id}\n${abstract}`,
  PubMed: ({ title, authors: names, abstract, venue, arxiv: id }, index) =>
    `${index + 1}\nCite\nShare\n${title}\n${names.map(medline).join(', ')}.\n${venue}. 2026 Apr 8;1(1):1-9. doi: 10.48550/arXiv.${id}. Epub 2026 Apr 2.\nPMID: 4990000${index}\nFree article.\n${abstract}`,
  'abstracts of PubMed': ({ title, authors: names, abstract, venue, arxiv: id }, index) =>
    `${index + 1}. ${venue}. 2026 Apr 8;1(1):1-9. doi: 10.48550/arXiv.${id}.\n\n${title}\n\n${names.map((name) => `${medline(name)}(1)`).join(', ')}.\n\nAuthor information:\n(1)Harbour Office, Marrow Ford.\n\n${abstract}\n\nPMID: 4990000${index}`,
  'a channel of Telegram': ({ title, authors: names, abstract, arxiv: id }, index) =>
    `Papers, [04.05.2026 10:0${index}]\n📄 ${title}\n\n👥 ${names.join(', ')}\n\n${abstract}\n\n🔗 https://arxiv.org/abs/${id}\n#posts #bread`,
  'numbered blocks': ({ title, authors: names, abstract, arxiv: id }, index) =>
    `${index + 1}. ${title}\n${names.join(', ')}\n${abstract}\nhttps://arxiv.org/abs/${id}`,
};

describe('pages and alerts copied as text', () => {
  test.each(Object.entries(sites))('%s', (_, write) => {
    const found = read(written(write));
    expect(found.map(({ title }) => title)).toEqual(titles);
    expect(found.map(({ facts }) => facts.arxiv)).toEqual(arxiv);
    expect(found.map(({ abstract }) => abstract)).toEqual(abstracts);
    const last = (name: string): string | undefined => name.split(' ').at(-1);
    expect(found.map(({ facts }) => facts.authors?.map(last))).toEqual(
      authors.map((names) => names.map(last)),
    );
  });

  test('of titles, authors and addresses alone', () => {
    const found = read(
      written(
        ({ title, authors: names, venue, doi }) =>
          `${title}\n${names.join(', ')}\n${venue}, 2026\nhttps://doi.org/${doi}`,
      ),
    );
    expect(found.map(({ title, abstract }) => [title, abstract])).toEqual(
      titles.map((title) => [title, undefined]),
    );
    expect(found.map(({ facts }) => facts)).toMatchObject(
      papers.map(({ authors: names, venue, doi }) => ({
        authors: names,
        venue,
        doi,
        published: '2026',
      })),
    );
  });

  test('of proceedings, a single author among them', () => {
    const text = `Volume 301: Conference on Slow Things\n\n${written(
      ({ title, authors: names }, index) =>
        `${title}\n${index === 1 ? names[0] : names.join(', ')}; Proceedings of the 3rd Conference on Slow Things, PMLR 301:${index}1-${index}9\n[abs][Download PDF][OpenReview]`,
    )}`;
    const found = read(text);
    expect(found.map(({ title }) => title)).toEqual(titles);
    expect(found[1]?.facts.authors).toEqual(['Nils Öberg']);
  });

  test('of one paper: title, authors and address', () => {
    const [paper] = papers;
    const text = `${paper?.title ?? ''}\n${paper?.authors.join(', ') ?? ''}\nhttps://arxiv.org/abs/${paper?.arxiv ?? ''}`;
    expect(read(text)).toMatchObject([
      { title: paper?.title, facts: { arxiv: paper?.arxiv, authors: paper?.authors } },
    ]);
  });

  test('of two titles between who submitted them and how many wrote them', () => {
    const text = `Daily Papers\nby AK and the research community\nMay 4\n${papers
      .slice(0, 2)
      .map(
        ({ title }, index) =>
          `Submitted by\nuser${index}\n${71 - index}\n${title}\n·\n3 authors\n2`,
      )
      .join('\n')}`;
    expect(read(text).map(({ title }) => title)).toEqual(titles.slice(0, 2));
  });
});
