import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countKinds } from '../../src/digest/account.ts';
import { hfText } from '../../src/digest/formats/hf-text.ts';
import { splitLines } from '../../src/digest/lines.ts';
import type { ParsedDigest } from '../../src/digest/model.ts';
import { foundingDigest, foundingFile } from '../founding.ts';
import { composed } from './plain/compose.ts';
import { runs } from '../runs.ts';

const file = 'digest.txt';
const parse = (text: string): ParsedDigest => hfText.parse({ file, text });
const kinds = (text: string): string[] =>
  parse(text)
    .lines.map(({ kind }) => kind)
    .filter((kind) => kind !== 'blank');

const models =
  'We present a method for learning small models from large ones. Experiments show that it halves the error.';
const planner =
  'Planning under uncertainty remains hard for robots that share a kitchen with people. In this paper, we propose a planner that asks before it acts, and we show on 40 tasks that it is preferred by users';
const sparse =
  'Sparse attention is often believed to hurt recall. This work studies when it does not.';

describe('the founding digest', () => {
  const text = foundingFile(foundingDigest);
  const digest = parse(text);
  const lines = splitLines(text);

  test('is recognised for certain', () => {
    expect(hfText.recognise({ file, text }).confidence).toBeGreaterThan(0.9);
  });

  test('has 81 papers: titles on lines 11, 15 … 331, abstracts two lines below', () => {
    expect(digest.papers).toHaveLength(81);
    digest.papers.forEach((paper, index) => {
      const first = 11 + 4 * index;
      expect(paper).toEqual({
        title: lines[first - 1],
        abstract: lines[first + 1],
        notation: 'plain',
        lines: [first, first + 2],
        facts: {},
      });
    });
  });

  test('has every line accounted for', () => {
    expect(digest.problems).toEqual([]);
    expect(countKinds(digest.lines)).toMatchObject({
      banner: 4,
      date: 1,
      title: 81,
      abstract: 81,
      blank: 166,
      unaccounted: 0,
    });
    expect(digest.dates).toEqual([{ text: 'Mar 11', month: 3, day: 11, line: 9 }]);
    expect(digest.banner).toEqual([lines[0], lines[2], lines[4], lines[6]]);
  });

  test('says why', () => {
    expect([1, 3, 9, 11, 13].map((line) => digest.lines[line - 1]?.reason)).toMatchInlineSnapshot(`
      [
        "banner: the mark of a new feature",
        "banner: the mailing-list invitation",
        "date: a day",
        "title: followed by an abstract of 7 sentences",
        "abstract: one line of 7 sentences",
      ]
    `);
  });
});

describe('layouts', () => {
  const two = [
    { title: 'Small Models from Large Ones', abstract: models },
    { title: 'Ask Before You Act', abstract: planner },
  ];
  const [first, second] = two;
  if (!first || !second) throw new Error('two papers are listed above');

  test.each([
    ['blank lines between', `${first.title}\n\n${models}\n\n${second.title}\n\n${planner}\n`],
    [
      'several blank lines',
      `${first.title}\n\n\n\n${models}\n\n\n${second.title}\n\n\n\n\n${planner}`,
    ],
    ['no blank line at all', `Mar 11\n${first.title}\n${models}\n${second.title}\n${planner}`],
    ['blank lines between papers', `${first.title}\n${models}\n\n${second.title}\n${planner}`],
    [
      'CRLF and a BOM',
      `\ufeff${first.title}\r\n\r\n${models}\r\n\r\n${second.title}\r\n\r\n${planner}`,
    ],
    ['CR', `${first.title}\r\r${models}\r\r${second.title}\r\r${planner}\r`],
    [
      'white space',
      ` \t\n\t${first.title} \u00a0\n \u2028\n  ${models}\t\n\u00a0\n${second.title}  \n\n ${planner} `,
    ],
    ['headings', `### ${first.title}\n\n${models}\n\n### ${second.title} ###\n\n${planner}`],
    ['rules', `${first.title}\n\n${models}\n\n-----\n\n${second.title}\n\n${planner}\n\n* * *`],
  ])('%s', (_, text) => {
    const digest = parse(text);
    expect(digest.papers.map(({ title, abstract }) => ({ title, abstract }))).toEqual(two);
    expect(digest.problems).toEqual([]);
  });

  test('a wrapped title and a wrapped abstract are joined by spaces', () => {
    const { papers, lines } = parse(
      [
        'A Rather Long Title That Tells of Planning Robots in',
        'Shared Kitchens',
        '',
        'Planning under uncertainty remains hard for robots that',
        'share a kitchen with people. In this paper, we propose a',
        'planner that asks before it acts. Low- and high-level',
        'planners are compared on 40 tasks, and users prefer ours.',
        '',
        'Quiet Graphs',
        '',
        'We study graphs that say little. They are shown to be as',
        'useful as loud ones for every task that we could find in',
        'the literature.',
      ].join('\n'),
    );
    expect(papers.map(({ title }) => title)).toEqual([
      'A Rather Long Title That Tells of Planning Robots in Shared Kitchens',
      'Quiet Graphs',
    ]);
    expect(papers[0]?.abstract).toBe(
      'Planning under uncertainty remains hard for robots that share a kitchen with people. In this paper, we propose a planner that asks before it acts. Low- and high-level planners are compared on 40 tasks, and users prefer ours.',
    );
    expect(papers.map((paper) => paper.lines)).toEqual([
      [1, 7],
      [9, 13],
    ]);
    expect(lines[4]?.reason).toBe('abstract: wrapped line 2 of 4');
    expect(lines[1]?.reason).toBe('title: line 2 of 2, followed by an abstract of 3 sentences');
  });

  test('paragraphs of one abstract are parted by a blank line', () => {
    const { papers } = parse(
      `Ask Before You Act\n\n${planner}.\n\nOur experiments also show that the planner is faster than those that never ask, because they fail less.\n\nSmall Models from Large Ones\n\n${models}`,
    );
    expect(papers.map(({ title }) => title)).toEqual([
      'Ask Before You Act',
      'Small Models from Large Ones',
    ]);
    expect(papers[0]?.abstract?.split('\n\n')).toHaveLength(2);
  });

  test('titles without an abstract are papers too', () => {
    const { papers, lines } = parse(
      `new\n\nSubscribe\n\nMar 11\n\nSmall Models from Large Ones\n\nAsk Before You Act\n\n${planner}\n\nHyperagents\n\nSparse Attention Without Tears?\n\n${sparse}\n\nThe End of Scaling!`,
    );
    expect(papers.map(({ title, abstract }) => [title, abstract !== undefined])).toEqual([
      ['Small Models from Large Ones', false],
      ['Ask Before You Act', true],
      ['Hyperagents', false],
      ['Sparse Attention Without Tears?', true],
      ['The End of Scaling!', false],
    ]);
    expect(lines[6]?.reason).toBe('title: no abstract follows');
  });

  test.each(['?', '!', '.', ''])('a title may end in "%s"', (end) => {
    const { papers } = parse(
      `Ask Before You Act${end}\n\n${planner}\n\nQuiet Graphs${end}\n\n${sparse}`,
    );
    expect(papers.map(({ title }) => title)).toEqual([
      `Ask Before You Act${end}`,
      `Quiet Graphs${end}`,
    ]);
  });
});

describe('banners', () => {
  test.each([
    [
      'neu',
      'Erhalte angesagte Paper in deinem Posteingang!',
      'Abonnieren',
      'vonAK und der Forschungsgemeinschaft',
      '11. März',
    ],
    ['新', '在您的收件箱中获取热门论文！', '订阅', '由AK和研究社区', '3月11日'],
    ['Nouveau', 'Recevez les articles du jour', "S'abonner", '11 mars'],
    [
      'Daily Papers',
      'by',
      'AK',
      'and the research community',
      'Daily',
      'Weekly',
      'Monthly',
      'Mar 11',
    ],
    ['Notes for our reading group', 'Tue, Mar 11'],
  ])('%s …', (...banner) => {
    const text = [...banner, 'Ask Before You Act', planner, 'Quiet Graphs', sparse].join('\n\n');
    const digest = parse(text);
    expect(kinds(text)).toEqual([
      ...banner.slice(1).map(() => 'banner'),
      'date',
      'title',
      'abstract',
      'title',
      'abstract',
    ]);
    expect(digest.dates).toMatchObject([{ text: banner.at(-1), month: 3, day: 11 }]);
    expect(digest.banner).toEqual(banner.slice(0, -1));
  });

  test('frontmatter of an export is part of it', () => {
    const text = `---\ntitle: "Daily Papers"\nurl: https://huggingface.co/papers\n---\n\nMar 11\n\nAsk Before You Act\n\n${planner}`;
    expect(kinds(text)).toEqual([
      'banner',
      'banner',
      'banner',
      'banner',
      'date',
      'title',
      'abstract',
    ]);
  });

  test('a second page in the file has its own', () => {
    const page = (day: string, title: string, abstract: string): string =>
      `new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\n${day}\n\n${title}\n\n${abstract}\n\nPrevious\n\nNext\n\n`;
    const text =
      page('Mar 11', 'Ask Before You Act', planner) + page('Mar 10', 'Quiet Graphs', sparse);
    const one = ['banner', 'banner', 'banner', 'date', 'title', 'abstract', 'footer', 'footer'];
    expect(kinds(text)).toEqual([...one, ...one]);
  });
});

test('several days in one file are dates, each stated', () => {
  const { dates, papers } = parse(
    `Mar 11\n\nSmall Models from Large Ones\n\n${models}\n\nMarch 10, 2025\n\nAsk Before You Act\n\n${planner}\n\n2025-03-09\n\nQuiet Graphs\n\n${sparse}\n\nTue, Mar 8\n\nLoud Graphs\n\n${models}`,
  );
  expect(papers).toHaveLength(4);
  expect(dates).toEqual([
    { text: 'Mar 11', month: 3, day: 11, line: 1 },
    { text: 'March 10, 2025', year: 2025, month: 3, day: 10, line: 7 },
    { text: '2025-03-09', year: 2025, month: 3, day: 9, line: 13 },
    { text: 'Tue, Mar 8', month: 3, day: 8, line: 19 },
  ]);
});

describe('what stands around a paper', () => {
  test('a search page with addresses', () => {
    const entry = (
      votes: string,
      id: string,
      title: string,
      abstract: string,
      date: string,
    ): string[] => [
      ` [-] ${votes}`,
      `https://huggingface.co/login?next=%2Fpapers%2F${id}`,
      title,
      `https://huggingface.co/papers/${id}`,
      abstract,
      `https://huggingface.co/papers/${id}`,
      '[',
      `2 authors](https://huggingface.co/papers/${id})`,
      '·',
      date,
    ];
    const text = [
      'Daily Papers',
      'Mar 25',
      ...entry('1', '2410.01234', 'Ask Before You Act', planner, 'Oct 7, 2024'),
      ...entry('-', '1802.04321', 'Quiet Graphs', sparse, 'Feb 24'),
      'https://huggingface.co/papers/1802.04321',
      ' Some Institute',
      'https://huggingface.co/some-institute',
      '·',
      '3',
      'https://huggingface.co/papers/1802.04321#community',
      'Previous',
      'Next',
      'Trending Papers ranked by GitHub stars activity',
    ].join('\n\n');
    const { papers, dates, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(dates.map((date) => date.text)).toEqual(['Mar 25']);
    expect(papers.map(({ title, facts, lines }) => ({ title, facts, lines }))).toEqual([
      {
        title: 'Ask Before You Act',
        facts: { arxiv: '2410.01234', published: '2024-10-07', upvotes: 1 },
        lines: [5, 23],
      },
      {
        title: 'Quiet Graphs',
        facts: { arxiv: '1802.04321', published: '2018-02-24' },
        lines: [25, 55],
      },
    ]);
    expect(kinds(text).slice(-3)).toEqual(['footer', 'footer', 'footer']);
  });

  test('a daily page without abstracts', () => {
    const { papers } = parse(
      'Daily Papers\nby AK and the research community\nMar 11\nSubmitted by\nsomeuser\n74\nSmall Models from Large Ones\n· 8 authors\n3\nSubmitted by\nother-user\n1,012\nHyperagents\n·5 authors\n1\nSubmitted by\nthird\n-\nSparse Attention Without Tears?\n· 2 authors\nPrevious\nNext',
    );
    expect(papers.map(({ title, facts }) => [title, facts.upvotes])).toEqual([
      ['Small Models from Large Ones', 74],
      ['Hyperagents', 1012],
      ['Sparse Attention Without Tears?', undefined],
    ]);
  });

  test('a trending page, every paper listed twice', () => {
    const entry = `### A Very Long Name for Quiet Graphs\n  and Their Friends\n\n${sparse}\n- 8 authors\n[LINK: GitHub 1.3k](https://github.com/someone/quiet)\n\n`;
    const { papers, problems } = parse(
      `## Trending Papers\n\n## by AK and the research community\n\n${entry}${entry}--------------------`,
    );
    expect(problems).toEqual([]);
    const paper = {
      title: 'A Very Long Name for Quiet Graphs and Their Friends',
      abstract: sparse,
      notation: 'plain',
      facts: { links: [{ label: 'Code', url: 'https://github.com/someone/quiet' }] },
    };
    expect(papers).toEqual([
      { ...paper, lines: [5, 10] },
      { ...paper, lines: [12, 17] },
    ]);
  });

  test('votes under a button, the date of publication, stars', () => {
    const entry = (title: string, abstract: string, votes: string): string =>
      `Submitted by\n\nsomeuser\n\n${title}\n\n${abstract}\n\n8 authors\n\n· Published on Oct 8, 2024\n\nUpvote\n\n${votes}\n\nGitHub 11.3k\n\narXiv Page\n\n`;
    const { papers } = parse(
      `Trending Papers\n\n${entry('Ask Before You Act', planner, '74')}${entry('Quiet Graphs', sparse, '12')}Previous\n\n1\n\n2\n\nNext`,
    );
    expect(papers.map(({ facts }) => facts)).toEqual([
      { published: '2024-10-08', upvotes: 74 },
      { published: '2024-10-08', upvotes: 12 },
    ]);
  });

  test('labelled facts', () => {
    const { papers } = parse(
      `Small Models from Large Ones\n\nAuthors: Ada Example, Bo Sample and Cy Test\n\narXiv:2503.01234v2\n\nDOI: 10.1000/ABC\n\nAbstract\n\n${models}\n\nProject page: https://example.org/small`,
    );
    expect(papers[0]?.facts).toEqual({
      arxiv: '2503.01234',
      doi: '10.1000/abc',
      authors: ['Ada Example', 'Bo Sample', 'Cy Test'],
      links: [{ label: 'Project page', url: 'https://example.org/small' }],
    });
  });

  test('dates after each paper, far apart, are the papers’ own', () => {
    const { papers, dates } = parse(
      `Mar 11\n\nSmall Models from Large Ones\n\n${models}\n\nMarch 10, 2024\n\nAsk Before You Act\n\n${planner}\n\nFeb 2, 2023\n\nQuiet Graphs\n\n${sparse}\n\nJul 8, 2022\n`,
    );
    expect(dates.map(({ text }) => text)).toEqual(['Mar 11']);
    expect(papers.map(({ facts }) => facts.published)).toEqual([
      '2024-03-10',
      '2023-02-02',
      '2022-07-08',
    ]);
  });

  test('a number after the abstract may be votes or comments: it is not taken for either', () => {
    const { papers } = parse(
      `Mar 11\n\nAsk Before You Act\n\n${planner}\n\n12\n\nQuiet Graphs\n\n${sparse}\n\n7`,
    );
    expect(papers.map(({ facts }) => facts)).toEqual([{}, {}]);
  });
});

test('what fits nowhere is unaccounted, with its place', () => {
  const { papers, problems, lines } = parse(
    `${planner}\n\nSmall Models from Large Ones\n\n${models}\n\n  {"a": 1, "b": [2, 3]}\n\nAsk Before You Act\n\n${planner}`,
  );
  expect(papers).toHaveLength(2);
  expect([lines[0]?.kind, lines[6]?.kind]).toEqual(['unaccounted', 'unaccounted']);
  expect(problems.map(({ code, where, what }) => [code, where, what])).toMatchInlineSnapshot(`
    [
      [
        "digest/unaccounted-line",
        {
          "column": 1,
          "file": "digest.txt",
          "line": 1,
        },
        "This line fits nowhere: it reads like an abstract, but no title stands before it: "Planning under uncertainty remains hard …".",
      ],
      [
        "digest/unaccounted-line",
        {
          "column": 3,
          "file": "digest.txt",
          "line": 7,
        },
        "This line fits nowhere: it reads neither like a title nor like an abstract, and pages have no such line: "{"a": 1, "b": [2, 3]}".",
      ],
    ]
  `);
});

describe('recognise', () => {
  const novel = `CHAPTER I\n\nIt was the first week of the rains, and the ferryman had not yet come back. We had waited for him since dawn, my brother and I, with the goats tied to the post.\n\n"He will come," said my brother.\n\n"He always says so," I answered.\n\nThe river had risen in the night. It carried branches, and once a whole door, painted blue, which turned slowly as it passed us.\n\nCHAPTER II\n\nWhen the ferryman came at last, he was not alone. A woman sat in the bow with a birdcage on her knees.`;
  test.each([
    ['nothing', ''],
    ['blank lines', '\n\n \n'],
    ['a novel', novel],
    [
      'code',
      'import { a } from "b";\n\nexport function c(d: number): number {\n  const e = a(d);\n  return e + 1;\n}\n\nconst f = c(3);\nconsole.log(f);\n',
    ],
    ['JSON', '{"title": "Quiet Graphs", "abstract": "We propose a method for learning models."}'],
    ['JSON lines', '{"title": "Quiet Graphs"}\n{"title": "Loud Graphs"}\n'],
    [
      'XML',
      `<?xml version="1.0"?>\n<entry><title>Quiet Graphs</title><summary>${sparse}</summary></entry>`,
    ],
    ['BibTeX', '@article{key,\n  title = {Quiet Graphs},\n  year = {2025}\n}\n'],
    ['a list', '- milk\n- eggs\n- bread and butter\n'],
  ])('%s is no digest', (_, text) => {
    expect(hfText.recognise({ file, text }).confidence).toBeLessThan(0.4);
  });

  test.each([
    ['one paper', `Ask Before You Act\n\n${planner}`],
    [
      'papers of one sentence',
      'Quiet Graphs\n\nWe propose a novel method for learning graphs.\n\nLoud Graphs\n\nThis paper presents an algorithm for training on large datasets.',
    ],
    [
      'titles under a known banner',
      'Daily Papers\n\nby AK and the research community\n\nQuiet Graphs for Loud People\n\nAsk Before You Act\n\nSmall Models from Large Ones',
    ],
  ])('%s may be one', (_, text) => {
    expect(hfText.recognise({ file, text }).confidence).toBeGreaterThanOrEqual(0.4);
  });
});

describe('whatever comes', () => {
  const piece = fc.constantFrom(
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    ' ',
    '\t',
    '\u00a0',
    '\ufeff',
    '\u0000',
    '\u2028',
    '---',
    '# ',
    '### ',
    'Mar 11',
    '2025-03-11',
    'new',
    'Subscribe',
    'Previous',
    '74',
    '-',
    '·',
    '[',
    '](x)',
    'https://huggingface.co/papers/2410.01234',
    '8 authors',
    'Submitted by',
    'Quiet Graphs',
    'Ask Before You Act',
    'We propose a method. It works well, and it is fast.',
    models,
    planner,
    'of the',
    '。',
    '大模型',
    '{',
    '}',
    '\\\\',
    '|',
    '"',
    '💬 3',
    'a: b',
    '\ud800',
  );
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('\n')),
  );

  test('every line has one account, every unaccounted line one problem, every paper its lines', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const digest = parse(text);
        const raw = splitLines(text);
        const counts = countKinds(digest.lines);
        expect(digest.lines).toHaveLength(raw.length);
        expect(digest.problems).toHaveLength(counts.unaccounted);
        expect(digest.lines.every(({ kind, reason }) => reason.startsWith(`${kind}: `))).toBe(true);
        let last = 0;
        for (const paper of digest.papers) {
          const [from, to] = paper.lines;
          expect(paper.title).not.toBe('');
          expect(from).toBeGreaterThan(last);
          expect(to).toBeGreaterThanOrEqual(from);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(raw.length);
        const { confidence } = hfText.recognise({ file, text });
        expect(confidence >= 0 && confidence <= 1).toBe(true);
      }),
      runs(500),
    );
  });

  test('no visible character of a title or an abstract is lost or added', () => {
    const visible = (text: string): string => text.replaceAll(/[\s\u0085\u200b]/g, '');
    fc.assert(
      fc.property(anything, (text) => {
        const raw = splitLines(text);
        const { papers, lines } = parse(text);
        const listed = papers.map(({ title, abstract }) => title + (abstract ?? '')).join('');
        const accounted = raw.filter((_, index) =>
          /^(?:title|abstract)$/.test(lines[index]?.kind ?? ''),
        );
        const sorted = (given: string): string => [...visible(given)].toSorted().join('');
        const unmarked = accounted.map((line) =>
          line
            .trim()
            .replace(/^#{1,6}\s+(?=\S)/, '')
            .replace(/\s#{1,6}$/, ''),
        );
        expect(sorted(listed)).toBe(sorted(unmarked.join('')));
      }),
    );
  });

  test('a digest written down in any way is read as it was', () => {
    fc.assert(
      fc.property(composed, ({ text, papers }) => {
        const digest = parse(text);
        expect(digest.papers.map(({ title, abstract }) => ({ title, abstract }))).toEqual(papers);
        expect(digest.problems).toEqual([]);
      }),
      runs(300),
    );
  });
});

test.each([
  ['Назад', 'Далее'],
  ['Poprzednia', 'Następna'],
  ['Vorige', 'Volgende'],
])('%s is paging, and no paper', (before, after) => {
  const abstract =
    'We propose a method for lakes. Experiments show that it works on three benchmarks.';
  const text = [
    'Daily Papers',
    'Mar 11',
    'Quiet Lakes',
    abstract,
    'Loud Lakes',
    abstract,
    before,
    after,
  ];
  const { papers } = parse(text.join('\n\n'));
  expect(papers.map(({ title }) => title)).toEqual(['Quiet Lakes', 'Loud Lakes']);
});
