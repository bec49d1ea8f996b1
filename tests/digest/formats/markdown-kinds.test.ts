/** Kinds of documents that tools and sites make, each with the same invented papers. */
import { expect, test } from 'vitest';
import { parseDigest } from '../../../src/digest/parse.ts';
import { withDelimiters, withoutEmphasis } from '../../../src/text/emphasis.ts';

const choirs = 'Frog Choirs: Learning Who Sings Next';
const ponds = 'Ponds Without Borders';
const first =
  'Frogs sing in turns and nobody knows why. We listened to nine ponds for a year and found that the turn is taken by the largest.';
const second =
  'Ponds are thought to be closed systems. We show with dye that water, newts and arguments pass between them every spring.';
const ada = ['Ada Lovelace', 'Charles Babbage'];
const grace = ['Grace Hopper', 'Alan Turing'];

interface Paper {
  readonly title: string;
  readonly abstract?: string;
  readonly arxiv?: string;
  readonly authors?: readonly string[];
  readonly link?: string;
}

function read(text: string): Paper[] {
  return parseDigest({ file: 'kind.md', text }).papers.map(({ title, abstract, facts }) => {
    const { arxiv, authors, links } = facts;
    return {
      title,
      ...(abstract === undefined ? {} : { abstract: withoutEmphasis(abstract) }),
      ...(arxiv === undefined ? {} : { arxiv }),
      ...(authors === undefined ? {} : { authors }),
      ...(arxiv === undefined && links?.[0] ? { link: links[0].url } : {}),
    };
  });
}

/** Papers of other fields, one with a single author. */
const barns = 'Migratory routes of northern swallows over two winters';
const grain = 'Grain prices, harvest failure and revolt in early modern Lyon';
const hips = 'A trial of early mobilisation after hip fracture';
const fields: readonly Paper[] = [
  { title: barns, authors: ['Ada Quill', 'Bo Lindgren'], arxiv: '2601.00011' },
  { title: grain, authors: ['Celia Marsh', 'Dov Abrams', 'Ewa Nowak'], arxiv: '2601.00012' },
  { title: hips, authors: ['Femi Okoro'], arxiv: '2601.00013' },
];
const ofConference = (
  write: (title: string, names: string, url: string) => string,
  papers = fields,
): string =>
  `# Accepted papers\n\n## Oral session on birds and history\n\n${papers
    .map(({ title, authors = [], arxiv = '' }) =>
      write(title, authors.join(', '), `https://arxiv.org/abs/${arxiv}`),
    )
    .join('\n\n')}\n`;
const code = '[[Code](https://github.com/q/w)]';

const partings: readonly (readonly [string, (t: string, a: string, u: string) => string])[] = [
  ['backslashes', (t, a, u) => `**${t}** \\\n${a} \\\n[[Paper](${u})] ${code}`],
  ['backslashes, CRLF', (t, a, u) => `**${t}** \\\r\n${a} \\\r\n[[Paper](${u})] ${code}`],
  ['blanks', (t, a, u) => `**${t}**  \n*${a}*  \n[[Paper](${u})] ${code}`],
  ['tags and line ends', (t, a, u) => `**${t}**<br>\n${a}<br>\n[[Paper](${u})] ${code}`],
  ['tags', (t, a, u) => `**${t}**<br>${a}<br>[[Paper](${u})] ${code}`],
  ['a venue', (t, a, u) => `**${t}** \\\n${a} \\\nICLR 2025 \\\n[[Paper](${u})] ${code}`],
  ['a bold link', (t, a, u) => `**[${t}](${u})** \\\n${a} \\\n${code}`],
  ['a link', (t, a, u) => `[${t}](${u})  \n${a}  \n${code}`],
  ['links behind the title', (t, a, u) => `**${t}** [[Paper](${u})] ${code}  \n${a}`],
  ['an item', (t, a, u) => `* **${t}**<br>${a}<br>[[paper](${u})] ${code}`],
  ['indented lines', (t, a, u) => `1. **${t}**\n   ${a}\n   ${u}`],
  ['tabs', (t, a, u) => `+\t**${t}**\n\t${a}\n\t${u}`],
];

test.each(partings)(
  'titles of a conference without marks of a list, parted by %s',
  (how, write) => {
    // On one line with a link, one name alone is none.
    const last = how === 'an item' ? { title: hips, arxiv: '2601.00013' } : fields[2];
    expect(read(ofConference(write))).toEqual([...fields.slice(0, 2), last]);
  },
);

test.each(partings.filter(([how]) => !/item|behind|^tags$/.test(how)))(
  'one title of a conference, parted by %s',
  (_, write) => {
    expect(read(ofConference(write, fields.slice(0, 1)))).toEqual(fields.slice(0, 1));
  },
);

test('the abstract of an item is what is quoted or follows, without names and address', () => {
  const text = 'We follow the birds for two winters and count how many return to the barns.';
  const expected = fields.map((paper) => ({ ...paper, abstract: text }));
  for (const lead of ['   > ', '   ', '\n   '])
    expect(
      read(ofConference((t, a, u) => `1. **${t}**\n   ${a}\n   ${u}\n${lead}${text}`)),
    ).toEqual(expected);
});

test.each<readonly [string, (title: string, names: string, url: string) => string]>([
  ['an image beside', (t, a, u) => `<b><a href="${u}">${t}</a></b><br><i>${a}</i><br>`],
  ['a link alone', (t, a, u) => `<a href="${u}">${t}</a><br/>${a}<br/>`],
  [
    'labelled links',
    (t, a, u) =>
      `<b>${t}</b><br>${a}<br>[<a href="${u}">paper</a>] | <a href="https://github.com/q/w">code</a><br>`,
  ],
])('a table of HTML without head, a cell of which holds title, names and text: %s', (_, cell) => {
  const text = 'We follow the birds for two winters and count how many return to the barns.';
  for (const papers of [fields, fields.slice(0, 1)])
    for (const end of ['\n', '\r\n', '']) {
      const rows = papers.map(({ title, authors = [], arxiv = '' }) =>
        [
          '<tr>',
          '<td><img src="x.png" width="100"></td>',
          `<td>${cell(title, authors.join(', '), `https://arxiv.org/abs/${arxiv}`)}${text}</td>`,
          '</tr>',
        ].join(end),
      );
      const page = ['# List', '', '<table>', rows.join(end), '</table>', ''];
      const lead = end === '' ? '\n' : end;
      expect(read(`${page.slice(0, 2).join(lead)}${lead}${page.slice(2).join(end)}`)).toEqual(
        papers.map((paper) => ({ ...paper, abstract: text })),
      );
    }
});

test('names of sections in nested lists, at any depth, and titles that end where names begin', () => {
  const url = (at: number): string => `https://arxiv.org/abs/${fields[at]?.arxiv ?? ''}`;
  const linked = { title: barns, arxiv: '2601.00011' };
  const named = { ...fields[1], authors: ['C. Marsh', 'D. Abrams', 'E. Nowak'] };
  const lists = [
    `- Birds\n  - [${barns}](${url(0)})\n- History\n  - ${grain}, C. Marsh, D. Abrams, E. Nowak. [[paper]](${url(1)})\n`,
    `* Living things\n\t* Birds in winter\n\t\t* [${barns}](${url(0)})\n* **History**\n\t* ${grain}, C. Marsh, D. Abrams, and E. Nowak. Frog 2024. [[paper]](${url(1)})\n`,
  ];
  for (const list of [...lists, ...lists.map((text) => text.replaceAll('\n', '\r\n'))]) {
    expect(read(list)).toEqual([linked, named]);
    expect(parseDigest({ file: 'kind.md', text: list }).problems).toEqual([]);
  }
});

test.each([
  ['Ada Quill, Bo Lindgren.', ['Ada Quill', 'Bo Lindgren']],
  ['A. Quill and B. Lindgren, 2023.', ['A. Quill', 'B. Lindgren']],
  ['F. Okoro.', ['F. Okoro']],
  ['Ada Quill et al., 2023.', undefined],
])('a title in plain text before %s', (names, authors) => {
  const text = [fields[0], fields[1]]
    .map(
      (paper) =>
        `- ${paper?.title ?? ''}, ${names} [[pdf]](https://arxiv.org/abs/${paper?.arxiv ?? ''})`,
    )
    .join('\n');
  const expected = [fields[0], fields[1]].map((paper) => {
    const { title, arxiv } = paper ?? {};
    return authors === undefined ? { title, arxiv } : { title, arxiv, authors };
  });
  expect(read(`# Reading\n\n${text}\n`)).toEqual(expected);
});

test.each([
  'Revisiting Risk: Bias, Focal Loss, and Inverse Focal Loss',
  'Localization for Mobile Robots using Panoramic Vision, Local Features and Particle Filter',
])('commas of a title part no names: %s', (title) => {
  const text = `# Reading\n\n- ${title} [[pdf]](https://arxiv.org/abs/2601.00014)\n- [${grain}](https://arxiv.org/abs/2601.00012)\n`;
  expect(read(text)[0]).toEqual({ title, arxiv: '2601.00014' });
});

test('brackets and dashes of a title end no names', () => {
  const text = ['Barn Index (BIX)', 'A study of barns - methods and results']
    .map(
      (title, at) =>
        `- ${title}, Ada Quill, Bo Lindgren. [[pdf]](https://arxiv.org/abs/2601.0001${String(at)})`,
    )
    .join('\n');
  expect(read(`# Reading\n\n${text}\n`).map(({ title, authors }) => [title, authors])).toEqual([
    ['Barn Index (BIX)', ['Ada Quill', 'Bo Lindgren']],
    ['A study of barns - methods and results', ['Ada Quill', 'Bo Lindgren']],
  ]);
});

test('an item beside papers that may be one is told, however it is nested', () => {
  const text = `- Birds\n  - [${barns}](https://arxiv.org/abs/2601.00011)\n  - [${grain}](https://arxiv.org/abs/2601.00012)\n  - A longer title that has no link at all\n`;
  const { papers, problems } = parseDigest({ file: 'kind.md', text });
  expect(papers).toHaveLength(2);
  expect(problems.map(({ code: problem, where }) => [problem, where.line])).toContainEqual([
    'digest/unaccounted-line',
    4,
  ]);
});

test('a table of HTML that only lays out pictures and their names is none of papers', () => {
  const cell =
    '<td><b>A village pond at night</b><br><a href="https://x.example/a">see it</a></td>';
  expect(read(`# Gallery\n\n<table>\n<tr>${cell}${cell}</tr>\n</table>\n`)).toEqual([]);
});

const kinds: readonly (readonly [string, string, readonly Paper[]])[] = [
  [
    'bold titles, names and labelled links of a conference',
    `# FrogConf 2024 papers

**${choirs}**
Ada Lovelace, Charles Babbage
[Paper](https://openreview.net/forum?id=abc123) | [Code](https://github.com/a/frog)

**${ponds}**
Grace Hopper
[Paper](https://openreview.net/forum?id=def456)

**Newts in the Night: A Survey of Sleep**
Alan Turing, Kurt Gödel
[Paper](https://openreview.net/forum?id=ghi789)
`,
    [
      { title: choirs, authors: ada, link: 'https://openreview.net/forum?id=abc123' },
      { title: ponds, authors: ['Grace Hopper'], link: 'https://openreview.net/forum?id=def456' },
      {
        title: 'Newts in the Night: A Survey of Sleep',
        authors: ['Alan Turing', 'Kurt Gödel'],
        link: 'https://openreview.net/forum?id=ghi789',
      },
    ],
  ],
  [
    'bold titles under the headings of sections',
    `# Choirs

**${choirs}**

- Paper: https://arxiv.org/abs/2501.00011
- Code: https://github.com/a/frog

# Ponds

**${ponds}**

- Paper: https://arxiv.org/abs/2501.00012
`,
    [
      { title: choirs, arxiv: '2501.00011' },
      { title: ponds, arxiv: '2501.00012' },
    ],
  ],
  [
    'a link under the heading of a section, and quoted titles',
    `## Frogs
Picture from https://arxiv.org/abs/2408.00009
### Ideas
* [May 2025] **"${choirs}"** [[paper](https://arxiv.org/abs/2501.00011)]
* [Jul 2025] **"${ponds}"** [[paper](https://arxiv.org/abs/2501.00012)]
`,
    [
      { title: choirs, arxiv: '2501.00011' },
      { title: ponds, arxiv: '2501.00012' },
    ],
  ],
  [
    'an introduction right before a list',
    `## Frogs
Frogs that sing at night spend most of their effort on hours in which nobody listens to them
- [**${choirs}**](https://arxiv.org/abs/2501.00011), (2025) by *Lovelace, Ada and Babbage, Charles*
- [**${ponds}**](https://arxiv.org/abs/2501.00012), (2025) by *Hopper, Grace and Turing, Alan*
`,
    [
      { title: choirs, arxiv: '2501.00011', authors: ada },
      { title: ponds, arxiv: '2501.00012', authors: grace },
    ],
  ],
  [
    'disclosures under numbered items, behind a TL;DR',
    `## Frogs

1. **${choirs}** ([arXiv:2501.00011](https://arxiv.org/abs/2501.00011))
   - Authors: Ada Lovelace, Charles Babbage
   - TL;DR: Frogs sing in turns.
   <details><summary>Abstract</summary>
   ${first}
   </details>

2. **${ponds}** ([arXiv:2501.00012](https://arxiv.org/abs/2501.00012))
   - Authors: Grace Hopper, Alan Turing
   - TL;DR: Ponds are open.
   <details><summary>Abstract</summary>
   ${second}
   </details>
`,
    [
      { title: choirs, abstract: first, arxiv: '2501.00011', authors: ada },
      { title: ponds, abstract: second, arxiv: '2501.00012', authors: grace },
    ],
  ],
  [
    'disclosures under items',
    `## Frogs
- [${choirs}](https://arxiv.org/abs/2501.00011) \`arXiv 2025\`
  <details>
    <summary>Abstract</summary>
    ${first}
  </details>
- [${ponds}](https://arxiv.org/abs/2501.00012) \`arXiv 2025\`
  <details>
    <summary>Abstract</summary>
    ${second}
  </details>
`,
    [
      { title: choirs, abstract: first, arxiv: '2501.00011' },
      { title: ponds, abstract: second, arxiv: '2501.00012' },
    ],
  ],
  [
    'disclosures in cells, and a comment beside the abstract',
    `| **Title** | **Date** | **Abstract** | **Comment** |
| --- | --- | --- | --- |
| **[${choirs}](https://arxiv.org/abs/2501.00011v2)** | 2025-01-08 | <details><summary>Show</summary><p>${first}</p></details> | <details><summary>9 pag...</summary><p>9 pages</p></details> |
| **[${ponds}](https://arxiv.org/abs/2501.00012v1)** | 2025-01-08 | <details><summary>Show</summary><p>${second}</p></details> | |
`,
    [
      { title: choirs, abstract: first, arxiv: '2501.00011' },
      { title: ponds, abstract: second, arxiv: '2501.00012' },
    ],
  ],
  [
    'a disclosure with the abstract among other lines',
    `### [1] [${choirs}](https://arxiv.org/abs/2501.00011)
*Ada Lovelace,Charles Babbage*

Main category: cs.SD

TL;DR: A rule for choirs.

<details>
  <summary>Details</summary>
Motivation: Noise.

Result: Less.

Abstract: ${first}

</details>

### [2] [${ponds}](https://arxiv.org/abs/2501.00012)
*Grace Hopper,Alan Turing*

TL;DR: Dye.

<details>
  <summary>Details</summary>
Motivation: Water.

Abstract: ${second}

</details>
`,
    [
      { title: choirs, abstract: first, arxiv: '2501.00011', authors: ada },
      { title: ponds, abstract: second, arxiv: '2501.00012', authors: grace },
    ],
  ],
  [
    'lines of facts in an item, parted by points',
    `- **${choirs}**  
  Ada Lovelace, Charles Babbage  
  _2025-01-05_ · https://arxiv.org/abs/2501.00011v1 · \`cs.SD\`  
  <details><summary>Abstract</summary>

  ${first}

  </details>
- **${ponds}**  
  Grace Hopper, Alan Turing  
  _2025-01-05_ · https://arxiv.org/abs/2501.00012v1 · \`cs.CY\`  
  <details><summary>Abstract</summary>

  ${second}

  </details>
`,
    [
      { title: choirs, abstract: first, arxiv: '2501.00011', authors: ada },
      { title: ponds, abstract: second, arxiv: '2501.00012', authors: grace },
    ],
  ],
  [
    'labels in items, and a heading that goes on',
    `### ${choirs}
 - **Authors:** Ada Lovelace, Charles Babbage
 - **Arxiv link:** https://arxiv.org/abs/2501.00011
 - **Abstract**
 ${first}
### Title:
          ${ponds}
 - **Authors:** Grace Hopper, Alan Turing
 - **Arxiv link:** https://arxiv.org/abs/2501.00012
 - **Abstract**
 ${second}
`,
    [
      { title: choirs, abstract: first, arxiv: '2501.00011', authors: ada },
      { title: ponds, abstract: second, arxiv: '2501.00012', authors: grace },
    ],
  ],
  [
    'rows that were wrapped',
    `| Title | Authors | Summary |
|-------|---------|---------|
| Frog Choirs: Learning
  Who Sings Next (Read more on [arXiv](https://arxiv.org/abs/2501.00011) or [HuggingFace](https://huggingface.co/papers/2501.00011))| Ada Lovelace, Charles Babbage, frog77 | ${first} |
| Ponds Without
  Borders (Read more on [arXiv](https://arxiv.org/abs/2501.00012) or [HuggingFace](https://huggingface.co/papers/2501.00012))| Grace Hopper, Alan Turing, pond_lover | ${second} |
`,
    [
      { title: choirs, abstract: first, arxiv: '2501.00011', authors: ada },
      { title: ponds, abstract: second, arxiv: '2501.00012', authors: grace },
    ],
  ],
  [
    'a table of HTML with blank lines in it',
    `# Papers

<table>
<thead><tr><th>#</th><th>Title</th><th>Summary</th></tr></thead>

<tr>
  <td>1</td>
  <td><a href="https://arxiv.org/abs/2501.00011">${choirs}</a></td>
  <td>${first}</td>
</tr>

<tr>
  <td>2</td>
  <td><a href="https://arxiv.org/abs/2501.00012">${ponds}</a></td>
  <td>${second}</td>
</tr>
</table>
`,
    [
      { title: choirs, abstract: first, arxiv: '2501.00011' },
      { title: ponds, abstract: second, arxiv: '2501.00012' },
    ],
  ],
  [
    'headings of HTML',
    `<h1>Weekly</h1>
<h3><a href="https://arxiv.org/abs/2501.00011">${choirs}</a></h3>
<p>Ada Lovelace, Charles Babbage</p>
<p>Frogs sing in turns and <i>nobody</i> knows why. We listened to nine ponds for a year and found that the turn is taken by the largest.</p>
<h3><a href="https://arxiv.org/abs/2501.00012">${ponds}</a></h3>
<p>Grace Hopper, Alan Turing</p>
<p>${second}</p>
`,
    [
      { title: choirs, abstract: first, arxiv: '2501.00011', authors: ada },
      { title: ponds, abstract: second, arxiv: '2501.00012', authors: grace },
    ],
  ],
  [
    'a list of HTML',
    `# Papers

<ul>
<li><a href="https://arxiv.org/abs/2501.00011"><b>${choirs}</b></a><br>Ada Lovelace, Charles Babbage</li>
<li><a href="https://arxiv.org/abs/2501.00012"><b>${ponds}</b></a><br>Grace Hopper, Alan Turing</li>
</ul>
`,
    [
      { title: choirs, arxiv: '2501.00011', authors: ada },
      { title: ponds, arxiv: '2501.00012', authors: grace },
    ],
  ],
  [
    'notes in fences',
    `# Notes

\`\`\`
title: ${choirs}
authors: Ada Lovelace, Charles Babbage
url: https://arxiv.org/abs/2501.00011
\`\`\`
${first}

\`\`\`
title: ${ponds}
authors: Grace Hopper, Alan Turing
url: https://arxiv.org/abs/2501.00012
\`\`\`
`,
    [
      { title: choirs, abstract: first, arxiv: '2501.00011', authors: ada },
      { title: ponds, arxiv: '2501.00012', authors: grace },
    ],
  ],
  [
    'Chinese labels, and titles beside translated ones',
    `# 今日论文

## 1. 青蛙合唱：学习谁先唱

- 原文标题：${choirs}
- 作者：Ada Lovelace, Charles Babbage
- 链接：https://arxiv.org/abs/2501.00011
- 摘要：青蛙轮流歌唱，没有人知道为什么。我们听了九个池塘一整年，发现轮到最大的那只。

## 2. 没有边界的池塘

- 原文标题：${ponds}
- 作者：Grace Hopper, Alan Turing
- 链接：https://arxiv.org/abs/2501.00012
- 摘要：池塘被认为是封闭的系统。我们用染料证明水、蝾螈和争论每年春天都会在它们之间流动。
`,
    [
      {
        title: choirs,
        arxiv: '2501.00011',
        authors: ada,
        abstract: '青蛙轮流歌唱，没有人知道为什么。我们听了九个池塘一整年，发现轮到最大的那只。',
      },
      {
        title: ponds,
        arxiv: '2501.00012',
        authors: grace,
        abstract:
          '池塘被认为是封闭的系统。我们用染料证明水、蝾螈和争论每年春天都会在它们之间流动。',
      },
    ],
  ],
  [
    'Japanese labels',
    `**タイトル**: ${choirs}
**著者**: Ada Lovelace, Charles Babbage
**URL**: https://arxiv.org/abs/2501.00011
**要旨**: カエルは順番に歌うが、その理由は誰も知らない。私たちは九つの池を一年間聞き続け、最も大きいカエルが順番を取ることを見つけた。

---

**タイトル**: ${ponds}
**著者**: Grace Hopper, Alan Turing
**URL**: https://arxiv.org/abs/2501.00012
**要旨**: 池は閉じた系だと考えられている。私たちは染料を使って、毎年春に水とイモリと議論が行き来することを示す。
`,
    [
      {
        title: choirs,
        arxiv: '2501.00011',
        authors: ada,
        abstract:
          'カエルは順番に歌うが、その理由は誰も知らない。私たちは九つの池を一年間聞き続け、最も大きいカエルが順番を取ることを見つけた。',
      },
      {
        title: ponds,
        arxiv: '2501.00012',
        authors: grace,
        abstract:
          '池は閉じた系だと考えられている。私たちは染料を使って、毎年春に水とイモリと議論が行き来することを示す。',
      },
    ],
  ],
  [
    'a newsletter',
    `Hello friends, here is what I read this week. Thank you for being here, and do reply if something is missing.

### Top papers

**1. [${choirs}](https://arxiv.org/abs/2501.00011)** - Frogs sing in turns, which a small model predicts better than people who have listened for years.

**2. [${ponds}](https://arxiv.org/abs/2501.00012)** - Ponds are open systems, as a bucket of dye and a lot of patience show in this lovely paper.

**3. [Newts in the Night](https://arxiv.org/abs/2501.00013)** - A survey of sleep, with more than ninety newts, most of which were awake throughout the study.

Until next week!
`,
    [
      {
        title: choirs,
        abstract:
          'Frogs sing in turns, which a small model predicts better than people who have listened for years.',
        arxiv: '2501.00011',
      },
      {
        title: ponds,
        abstract:
          'Ponds are open systems, as a bucket of dye and a lot of patience show in this lovely paper.',
        arxiv: '2501.00012',
      },
      {
        title: 'Newts in the Night',
        abstract:
          'A survey of sleep, with more than ninety newts, most of which were awake throughout the study.',
        arxiv: '2501.00013',
      },
    ],
  ],
  [
    'the ACL Anthology',
    `## Long Papers

[pdf](https://aclanthology.org/2024.acl-long.1.pdf) [bib](https://aclanthology.org/2024.acl-long.1.bib) [abs](https://aclanthology.org/2024.acl-long.1/)
**[${choirs}](https://aclanthology.org/2024.acl-long.1/)**
[Ada Lovelace](https://aclanthology.org/people/a/ada-lovelace/) | [Charles Babbage](https://aclanthology.org/people/c/charles-babbage/)

[pdf](https://aclanthology.org/2024.acl-long.2.pdf) [bib](https://aclanthology.org/2024.acl-long.2.bib) [abs](https://aclanthology.org/2024.acl-long.2/)
**[${ponds}](https://aclanthology.org/2024.acl-long.2/)**
[Grace Hopper](https://aclanthology.org/people/g/grace-hopper/) | [Alan Turing](https://aclanthology.org/people/a/alan-turing/)
`,
    [
      { title: choirs, authors: ada, link: 'https://aclanthology.org/2024.acl-long.1/' },
      { title: ponds, authors: grace, link: 'https://aclanthology.org/2024.acl-long.2/' },
    ],
  ],
  [
    'NeurIPS proceedings',
    `# NeurIPS 2024

* [${choirs}](https://papers.nips.cc/paper_files/paper/2024/hash/aa-Abstract.html)
  *Ada Lovelace, Charles Babbage*
* [${ponds}](https://papers.nips.cc/paper_files/paper/2024/hash/bb-Abstract.html)
  *Grace Hopper, Alan Turing*
`,
    [
      {
        title: choirs,
        authors: ada,
        link: 'https://papers.nips.cc/paper_files/paper/2024/hash/aa-Abstract.html',
      },
      {
        title: ponds,
        authors: grace,
        link: 'https://papers.nips.cc/paper_files/paper/2024/hash/bb-Abstract.html',
      },
    ],
  ],
  [
    'OpenReview',
    `#### [${choirs}](https://openreview.net/forum?id=abc123)

[Ada Lovelace](https://openreview.net/profile?id=~Ada_Lovelace1), [Charles Babbage](https://openreview.net/profile?id=~Charles_Babbage1)

Published: 16 Jan 2024, Last Modified: 05 Mar 2024

ICLR 2024 poster

**Keywords:** frogs, choirs

**TL;DR:** Frogs sing in turns.

**Abstract:** ${first}

#### [${ponds}](https://openreview.net/forum?id=def456)

[Grace Hopper](https://openreview.net/profile?id=~Grace_Hopper1)

Published: 16 Jan 2024, Last Modified: 05 Mar 2024

ICLR 2024 oral

**Abstract:** ${second}
`,
    [
      {
        title: choirs,
        abstract: first,
        authors: ada,
        link: 'https://openreview.net/forum?id=abc123',
      },
      {
        title: ponds,
        abstract: second,
        authors: ['Grace Hopper'],
        link: 'https://openreview.net/forum?id=def456',
      },
    ],
  ],
  [
    'papers.cool',
    `## [#1](https://papers.cool/arxiv/2501.00011) [${choirs}](https://arxiv.org/abs/2501.00011) [\\[PDF 12\\]](https://arxiv.org/pdf/2501.00011) [\\[Kimi 7\\]](javascript:;)

**Authors**: [Ada Lovelace](https://arxiv.org/search/?query=Ada), [Charles Babbage](https://arxiv.org/search/?query=Charles)

${first}

**Subjects**: Machine Learning

**Publish**: 2025-01-09 12:00:00 UTC

## [#2](https://papers.cool/arxiv/2501.00012) [${ponds}](https://arxiv.org/abs/2501.00012) [\\[PDF\\]](https://arxiv.org/pdf/2501.00012) [\\[Kimi\\]](javascript:;)

**Authors**: [Grace Hopper](https://arxiv.org/search/?query=Grace), [Alan Turing](https://arxiv.org/search/?query=Alan)

${second}

**Publish**: 2025-01-09 11:00:00 UTC
`,
    [
      { title: choirs, abstract: first, arxiv: '2501.00011', authors: ada },
      { title: ponds, abstract: second, arxiv: '2501.00012', authors: grace },
    ],
  ],
  [
    'DBLP',
    `* Ada Lovelace, Charles Babbage:
  **${choirs}.** [CoRR abs/2501.00011](https://doi.org/10.48550/arXiv.2501.00011) (2025)
* Grace Hopper, Alan Turing:
  **${ponds}.** [Frog Conf 2024: 1-12](https://doi.org/10.1234/fc.2024.12)
`,
    [
      { title: choirs, arxiv: '2501.00011', authors: ada },
      { title: ponds, authors: grace },
    ],
  ],
  [
    'an org list',
    `* Week 2
- [[https://arxiv.org/abs/2501.00011][${choirs}]] by Ada Lovelace and Charles Babbage
- [[https://arxiv.org/abs/2501.00012][${ponds}]] by Grace Hopper and Alan Turing
`,
    [
      { title: choirs, arxiv: '2501.00011', authors: ada },
      { title: ponds, arxiv: '2501.00012', authors: grace },
    ],
  ],
  [
    'org headings',
    `#+TITLE: Reading list
* Frogs
** [[https://arxiv.org/abs/2501.00011][${choirs}]]
   Ada Lovelace, Charles Babbage
** [[https://arxiv.org/abs/2501.00012][${ponds}]]
   Grace Hopper, Alan Turing
`,
    [
      { title: choirs, arxiv: '2501.00011', authors: ada },
      { title: ponds, arxiv: '2501.00012', authors: grace },
    ],
  ],
  [
    'an Obsidian note',
    `---
title: "${choirs}"
authors:
  - Ada Lovelace
  - Charles Babbage
arxiv: 2501.00011
tags: [paper, frogs]
---

## Abstract

${first}

## My notes

I read this on the train. It is like [[Ponds]].

- What is a turn?
`,
    [{ title: choirs, abstract: first, arxiv: '2501.00011', authors: ada }],
  ],
  [
    'a post of a blog',
    `---
layout: post
title: "${choirs}"
date: 2025-01-09
categories: [papers, frogs]
author: A Blogger
link: https://arxiv.org/abs/2501.00011
---

**TL;DR** Frogs sing in turns.

## Why it is interesting

Frogs sing in turns and nobody knows why, and this paper listens to nine ponds for a whole year.

## What I did not like

There is only one species in it, and it is a loud one, which makes the whole result doubtful.
`,
    [
      {
        title: choirs,
        abstract:
          'Frogs sing in turns.\n\nFrogs sing in turns and nobody knows why, and this paper listens to nine ponds for a whole year.\n\nThere is only one species in it, and it is a loud one, which makes the whole result doubtful.',
        arxiv: '2501.00011',
      },
    ],
  ],
  [
    'a summary of one paper, whatever its sections are called',
    `# ${choirs}

> [← Back](../2025-01-09.md) · [Hugging Face](https://huggingface.co/papers/2501.00011)

## In one sentence

The authors present a rule for choirs, and report that it halves the noise on four ponds without any loss.
`,
    [
      {
        title: choirs,
        abstract:
          'The authors present a rule for choirs, and report that it halves the noise on four ponds without any loss.',
        arxiv: '2501.00011',
      },
    ],
  ],
  [
    'alphaXiv',
    `[alphaXiv](https://www.alphaxiv.org/)

[Explore](https://www.alphaxiv.org/explore)

09 Jan 2025

[${choirs}](https://www.alphaxiv.org/abs/2501.00011)

![thumb](https://paper-assets.alphaxiv.org/image/2501.00011v1.png)

${first}

[View blog](https://www.alphaxiv.org/overview/2501.00011)

Resources 12

113

08 Jan 2025

[${ponds}](https://www.alphaxiv.org/abs/2501.00012)

![thumb](https://paper-assets.alphaxiv.org/image/2501.00012v1.png)

${second}

[View blog](https://www.alphaxiv.org/overview/2501.00012)

Resources 2

57
`,
    [
      { title: choirs, abstract: first, arxiv: '2501.00011' },
      { title: ponds, abstract: second, arxiv: '2501.00012' },
    ],
  ],
  [
    'blocks of HTML with bold titles',
    `<div class="paper">
<p class="title"><b>${choirs}</b></p>
<p class="authors">Ada Lovelace, Charles Babbage</p>
<p><a href="https://openreview.net/forum?id=abc123">OpenReview</a> <a href="https://openreview.net/pdf?id=abc123">PDF</a></p>
</div>
<div class="paper">
<p class="title"><b>${ponds}</b></p>
<p class="authors">Grace Hopper, Alan Turing</p>
<p><a href="https://openreview.net/forum?id=def456">OpenReview</a> <a href="https://openreview.net/pdf?id=def456">PDF</a></p>
</div>
`,
    [
      { title: choirs, authors: ada, link: 'https://openreview.net/forum?id=abc123' },
      { title: ponds, authors: grace, link: 'https://openreview.net/forum?id=def456' },
    ],
  ],
  [
    'disclosures of HTML alone',
    `<details open>
<summary><a href="https://arxiv.org/abs/2501.00011">${choirs}</a> (2025-01-08)</summary>
<p><b>Authors:</b> Ada Lovelace, Charles Babbage</p>
<p><b>Abstract:</b> ${first}</p>
</details>
<details>
<summary><a href="https://arxiv.org/abs/2501.00012">${ponds}</a> (2025-01-08)</summary>
<p><b>Authors:</b> Grace Hopper, Alan Turing</p>
<p><b>Abstract:</b> ${second}</p>
</details>
`,
    [
      { title: choirs, abstract: first, arxiv: '2501.00011', authors: ada },
      { title: ponds, abstract: second, arxiv: '2501.00012', authors: grace },
    ],
  ],
  [
    'fences under items',
    `# Papers

- ${choirs}
  \`\`\`
  Authors: Ada Lovelace, Charles Babbage
  URL: https://arxiv.org/abs/2501.00011
  \`\`\`
- ${ponds}
  \`\`\`
  Authors: Grace Hopper, Alan Turing
  URL: https://arxiv.org/abs/2501.00012
  \`\`\`
`,
    [
      { title: choirs, arxiv: '2501.00011', authors: ada },
      { title: ponds, arxiv: '2501.00012', authors: grace },
    ],
  ],
  [
    'Logseq properties',
    `- title:: ${choirs}
  authors:: Ada Lovelace, Charles Babbage
  url:: https://arxiv.org/abs/2501.00011
- title:: ${ponds}
  authors:: Grace Hopper, Alan Turing
  url:: https://arxiv.org/abs/2501.00012
`,
    [
      { title: choirs, arxiv: '2501.00011', authors: ada },
      { title: ponds, arxiv: '2501.00012', authors: grace },
    ],
  ],
  [
    'a table without names of columns',
    `|  |  |  |
|---|---|---|
| **[${choirs}](https://arxiv.org/abs/2501.00011)** | Ada Lovelace, Charles Babbage | 2025 |
| **[${ponds}](https://arxiv.org/abs/2501.00012)** | Grace Hopper, Alan Turing | 2025 |
`,
    [
      { title: choirs, arxiv: '2501.00011', authors: ada },
      { title: ponds, arxiv: '2501.00012', authors: grace },
    ],
  ],
  [
    'numbered items with indented lines',
    `1. ${choirs}
   Ada Lovelace, Charles Babbage
   https://arxiv.org/abs/2501.00011

2. ${ponds}
   Grace Hopper, Alan Turing
   https://arxiv.org/abs/2501.00012
`,
    [
      { title: choirs, arxiv: '2501.00011', authors: ada },
      { title: ponds, arxiv: '2501.00012', authors: grace },
    ],
  ],
  [
    'a note with linked names',
    `---
tags: [paper]
created: 2025-01-10
---
# ${choirs}

**Authors**: [[Ada Lovelace]], [[Charles Babbage]]
**Link**: https://arxiv.org/abs/2501.00011
**Date**: 2025-01-08

## Abstract
${first}

## Related
- [[${ponds}]]
`,
    [{ title: choirs, abstract: first, arxiv: '2501.00011', authors: ada }],
  ],
  [
    'a quoted TL;DR before a disclosure',
    `## cs.SD

### ${choirs}

[[arXiv]](https://arxiv.org/abs/2501.00011) [[PDF]](https://arxiv.org/pdf/2501.00011)

Ada Lovelace, Charles Babbage

> **TL;DR**: Frogs sing in turns.

<details>
<summary>Abstract (click to expand)</summary>

${first}

</details>

---

### ${ponds}

[[arXiv]](https://arxiv.org/abs/2501.00012) [[PDF]](https://arxiv.org/pdf/2501.00012)

Grace Hopper, Alan Turing

> **TL;DR**: Dye.

<details>
<summary>Abstract (click to expand)</summary>

${second}

</details>
`,
    [
      { title: choirs, abstract: first, arxiv: '2501.00011', authors: ada },
      { title: ponds, abstract: second, arxiv: '2501.00012', authors: grace },
    ],
  ],
  [
    'an alert of Google Scholar as Markdown',
    `### [${choirs}](https://scholar.google.com/scholar_url?url=https://arxiv.org/pdf/2501.00011&hl=en&sa=X)

Ada Lovelace, Charles Babbage - arXiv preprint arXiv:2501.00011, 2025

${first}

### [${ponds}](https://scholar.google.com/scholar_url?url=https://arxiv.org/pdf/2501.00012&hl=en&sa=X)

Grace Hopper, Alan Turing - arXiv preprint arXiv:2501.00012, 2025

${second}

This message was sent by Google Scholar because you're following new results for frogs.
`,
    [
      { title: choirs, abstract: first, arxiv: '2501.00011', authors: ada },
      { title: ponds, abstract: second, arxiv: '2501.00012', authors: grace },
    ],
  ],
  [
    'titles beside translated ones, in brackets',
    `### 【1】青蛙合唱：学习谁先唱

**标题**：${choirs}

**链接**：https://arxiv.org/abs/2501.00011

**作者**：Ada Lovelace，Charles Babbage

**摘要**：${first}

### 【2】没有边界的池塘

**标题**：${ponds}

**链接**：https://arxiv.org/abs/2501.00012

**作者**：Grace Hopper，Alan Turing

**摘要**：${second}
`,
    [
      { title: choirs, abstract: first, arxiv: '2501.00011', authors: ada },
      { title: ponds, abstract: second, arxiv: '2501.00012', authors: grace },
    ],
  ],
];

test.each(kinds)('%s', (_, text, papers) => {
  expect(read(text)).toEqual(papers);
  expect(read(text.replaceAll('\n', '\r\n'))).toEqual(papers);
});

test('nothing of them is unaccounted', () => {
  for (const [name, text] of kinds) {
    const { lines } = parseDigest({ file: 'kind.md', text });
    const lost = lines.filter(({ kind }) => kind === 'unaccounted');
    expect([name, lost.map(({ reason }) => reason)]).toEqual([name, []]);
  }
});

test('emphasis in HTML is kept', () => {
  const [paper] = parseDigest({
    file: 'kind.md',
    text: `<h3><a href="https://arxiv.org/abs/2501.00011">${choirs}</a></h3>\n<p>We say that <i>Rana</i> sings <b>first</b>, and drink H<sub>2</sub>O from nine ponds.</p>\n<h3><a href="https://arxiv.org/abs/2501.00012">${ponds}</a></h3>\n<p>${second}</p>\n`,
  }).papers;
  expect(withDelimiters(paper?.abstract ?? '')).toBe(
    'We say that *Rana* sings **first**, and drink H2O from nine ponds.',
  );
});

test('an item among papers that names none is unaccounted', () => {
  const text = `### Ideas\n* Everything that croaks\n* **"${choirs}"** [[paper](https://arxiv.org/abs/2501.00011)]\n* **"${ponds}"** [[paper](https://arxiv.org/abs/2501.00012)]\n`;
  expect(read(text)).toHaveLength(2);
  const { lines } = parseDigest({ file: 'kind.md', text });
  expect(lines.map(({ kind }) => kind)).toEqual(['banner', 'unaccounted', 'title', 'title']);
});

test('a table of Markdown is none of values parted by bars', () => {
  const text = `# Lake papers\n\n|Publish Date|Title|Authors|PDF|\n|---|---|---|---|\n|**2025-01-05**|**${choirs}**|Ada Lovelace, Charles Babbage|[2501.00011](http://arxiv.org/abs/2501.00011)|\n|**2025-01-05**|**${ponds}**|Grace Hopper, Alan Turing|[2501.00012](http://arxiv.org/abs/2501.00012)|\n\nLinks | Title\n--- | ---\n[pdf](https://arxiv.org/pdf/2501.00013) | Newts in the Night\n`;
  expect(read(text).map(({ title }) => title)).toEqual([choirs, ponds, 'Newts in the Night']);
});

test('a list of one paper is no note about one', () => {
  const text = `# My reading list this month\n\n- [${choirs}](https://arxiv.org/abs/2501.00011) - Ada Lovelace, Charles Babbage\n`;
  expect(read(text)).toEqual([{ title: choirs, arxiv: '2501.00011', authors: ada }]);
});

test('an essay that speaks of a paper is no note about it', () => {
  const text = `# On the Singing of Frogs at Night\n\nLast week I walked along the pond and wondered why the frogs take turns. There is [a paper](https://arxiv.org/abs/2501.00011) about it, which I liked for its pictures.\n\n## What I think\n\nI think that they are polite, and that the largest of them has had a bad day, which it tells the others about.\n`;
  expect(read(text)).toEqual([]);
});

test('a document about a tool is no note about the one paper that it cites', () => {
  const text = `# A Wheel for Frog Choirs\n\nSee [our paper](https://arxiv.org/abs/2501.00011).\n\n## Installation\n\nInstall it with your package manager, then run it once.\n\n## Usage\n\nGive it a pond and a month.\n`;
  expect(read(text)).toEqual([]);
});
