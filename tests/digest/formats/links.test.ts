import { expect, test } from 'vitest';
import { parseDigest } from '../../../src/digest/parse.ts';

const read = (text: string) => parseDigest({ file: 'archive/digests/2026-03-02-tabs.txt', text });

/** Title, and what of its facts identifies the paper. */
const shown = (text: string): readonly (readonly [string, string])[] =>
  read(text).papers.map(({ title, facts: { arxiv, doi, links } }) => [
    title,
    arxiv ?? doi ?? links?.[0]?.url ?? '',
  ]);

test.each<readonly [string, string, readonly (readonly [string, string])[]]>([
  [
    'tabs with the names that sites give their pages, each over its address',
    '[2602.01234] Kilns That Remember - arXiv.org\nhttps://arxiv.org/abs/2602.01234\n\n[2602.04321v2] Glazes :: a Survey | arXiv\nhttps://arxiv.org/pdf/2602.04321v2\n',
    [
      ['Kilns That Remember', '2602.01234'],
      ['Glazes :: a Survey', '2602.04321'],
    ],
  ],
  [
    'addresses of arXiv',
    'https://arxiv.org/abs/2602.01234\nhttps://arxiv.org/pdf/2602.04321v2.pdf\n',
    [
      ['arXiv 2602.01234', '2602.01234'],
      ['arXiv 2602.04321', '2602.04321'],
    ],
  ],
  [
    'ids of every kind, Windows line endings, a byte order mark',
    '\ufeffarXiv:2602.01234v3 [cs.RO]\r\nhep-th/9901001\r\ndoi:10.5555/kiln.77\r\nPMID: 38912345\r\n2025.acl-long.12\r\nhttps://openreview.net/forum?id=kXq7Pz2Aab\r\n',
    [
      ['arXiv 2602.01234', '2602.01234'],
      ['arXiv hep-th/9901001', 'hep-th/9901001'],
      ['DOI 10.5555/kiln.77', '10.5555/kiln.77'],
      ['PMID 38912345', 'https://pubmed.ncbi.nlm.nih.gov/38912345'],
      ['ACL 2025.acl-long.12', 'https://aclanthology.org/2025.acl-long.12'],
      ['OpenReview kXq7Pz2Aab', 'https://openreview.net/forum?id=kXq7Pz2Aab'],
    ],
  ],
  [
    'OneTab, under a name of its own',
    'Saved tabs\n\nhttps://arxiv.org/abs/2602.01234 | [2602.01234] Kilns without Smoke\nhttps://openreview.net/forum?id=kXq7Pz2Aab | Glazes That Remember | OpenReview\n',
    [
      ['Kilns without Smoke', '2602.01234'],
      ['Glazes That Remember', 'https://openreview.net/forum?id=kXq7Pz2Aab'],
    ],
  ],
  [
    'tabs with the address behind the title',
    'Kilns without Smoke - arXiv.org https://arxiv.org/abs/2602.01234\nPDF https://arxiv.org/pdf/2602.04321\n',
    [
      ['Kilns without Smoke', '2602.01234'],
      ['arXiv 2602.04321', '2602.04321'],
    ],
  ],
  [
    'titles above their addresses',
    'Kilns without Smoke\nhttps://arxiv.org/abs/2602.01234\n\nClay, Again\nhttps://arxiv.org/abs/2602.04321\n',
    [
      ['Kilns without Smoke', '2602.01234'],
      ['Clay, Again', '2602.04321'],
    ],
  ],
  [
    'a Markdown list under headings, links with and without title',
    '# To read\n\n## Clay\n- <https://arxiv.org/abs/2602.01234>\n- [ ] [Clay, Again](https://arxiv.org/abs/2602.04321)\n- [arXiv](https://arxiv.org/abs/2602.05555)\n',
    [
      ['arXiv 2602.01234', '2602.01234'],
      ['Clay, Again', '2602.04321'],
      ['arXiv 2602.05555', '2602.05555'],
    ],
  ],
  [
    'the export of PubMed that has ids alone',
    '38912345\n38912346\n',
    [
      ['PMID 38912345', 'https://pubmed.ncbi.nlm.nih.gov/38912345'],
      ['PMID 38912346', 'https://pubmed.ncbi.nlm.nih.gov/38912346'],
    ],
  ],
  [
    'a file of bookmarks',
    '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n<DL><p>\n<DT><H3>Clay</H3>\n<DT><A HREF="https://arxiv.org/abs/2602.01234" ADD_DATE="1738400001">[2602.01234] Kilns &amp; Smoke</A>\n<DT><A HREF="https://pots.example/shop">A shop</A>\n<DT><A HREF="https://doi.org/10.5555/kiln.77">https://doi.org/10.5555/kiln.77</A>\n</DL><p>\n',
    [
      ['Kilns & Smoke', '2602.01234'],
      ['DOI 10.5555/kiln.77', '10.5555/kiln.77'],
    ],
  ],
  [
    'pages of arXiv as Safari copies tabs, an old id of the Anthology, addresses without https',
    '[2602.01234] Kilns without Smoke\nhttps://arxiv.org/abs/2602.01234\naclanthology.org/P19-1001\n- [[https://arxiv.org/abs/2602.05555][Pots]]\n',
    [
      ['Kilns without Smoke', '2602.01234'],
      ['ACL P19-1001', 'https://aclanthology.org/P19-1001'],
      ['Pots', '2602.05555'],
    ],
  ],
  [
    'ids with remarks, which are no titles',
    '2602.01234  # to read\n2602.04321 good\n',
    [
      ['arXiv 2602.01234', '2602.01234'],
      ['arXiv 2602.04321', '2602.04321'],
    ],
  ],
  ['a column with its head', 'arxiv_id\n2602.01234\n', [['arXiv 2602.01234', '2602.01234']]],
])('reads %s', (_, text, papers) => {
  const digest = read(text);
  expect(digest.format).toBe('links');
  expect(shown(text)).toEqual(papers);
  expect(digest.problems).toEqual([]);
  expect(digest.papers.every(({ incomplete }) => incomplete === true)).toBe(true);
});

test('ids on one line are told apart by their number', () => {
  const { papers, records } = read('2602.01234, 2602.04321 2602.05555\n');
  expect(papers.map(({ record }) => record)).toEqual([1, 2, 3]);
  expect(records).toHaveLength(3);
});

test('a link that names no paper is told, with its line', () => {
  const { papers, problems } = read(
    'https://arxiv.org/abs/2602.01234\nhttps://arxiv.org/abs/2602.04321\nhttps://arxiv.org/abs/2602.05555\nhttps://arxiv.org/abs/2602.06666\nhttps://pots.example/shop\n',
  );
  expect(papers).toHaveLength(4);
  expect(problems).toMatchObject([{ code: 'digest/unaccounted-line', where: { line: 5 } }]);
});

test.each([
  ['prose that names a paper', 'As shown in https://arxiv.org/abs/2602.01234\nthe kiln is hot.\n'],
  ['references', 'Potter, A. and Smith, B. (2024). Kilns. https://doi.org/10.5555/kiln.77\n'],
  ['a list that says more', '- **"Clay"** [paper](https://arxiv.org/abs/2602.01234)\n'],
])('leaves %s to others', (_, text) => {
  expect(read(text).format).not.toBe('links');
});
