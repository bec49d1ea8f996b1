import { describe, expect, test } from 'vitest';
import { parseDigest } from '../../../src/digest/parse.ts';
import { papers, type Paper } from './papers.ts';

const file = 'content/digests/2026-05-04-x.txt';

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
