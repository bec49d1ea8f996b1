import { describe, expect, test } from 'vitest';
import { cleanPage } from '../../../src/digest/wrapping/html.ts';
import { readCapture } from '../../../src/digest/wrapping/read.ts';
import { bytes, mail, base64 } from './mails.ts';

interface Invented {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly abstract: string;
}
const papers: readonly Invented[] = [
  {
    id: '2502.04001',
    title: 'Moss on Old Roofs: Counting Spores with Street Cameras',
    authors: ['Noor Haddad', 'Zoë Ångström'],
    abstract:
      'Roofs grow moss, and streets have cameras. We join the two, and count spores on twelve roofs in three towns with an error of 4 %.',
  },
  {
    id: '2502.04002',
    title: 'Ferries That Wait & Leave: A Timetable Without Hours',
    authors: ['Ida Berg', 'Kai Dahl', 'Noor Haddad'],
    abstract:
      'A ferry that waits for its passengers needs no timetable. We show when waiting is cheaper, for crossings of up to forty minutes.',
  },
  {
    id: '2502.04003',
    title: 'What Lamps Remember',
    authors: ['Li Wei', 'Sofia Ek'],
    abstract:
      'Street lamps are switched on and off by habit. We read the habits of two thousand lamps, and save a third of their light without a dark corner.',
  },
];
const e = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const each = (one: (paper: Invented, at: number) => string): string => papers.map(one).join('\n');
const page = (body: string, head = ''): string => `<!DOCTYPE html>
<html><head><title>A page</title>${head}<script>user = {mail: "ida@fjord.example", key: "s3cr3t"}</script></head>
<body><nav><a href="/login">Log in</a></nav><form><input type="hidden" name="csrf" value="s3cr3t"></form>
${body}
<footer>Signed in as ida@fjord.example</footer></body></html>`;

const tags = ({ title, authors, id, abstract }: Invented): string =>
  `<meta name="citation_title" content="${e(title)}">${authors
    .map(
      (name) =>
        `<meta name="citation_author" content="${name.split(' ').toReversed().join(', ')}">`,
    )
    .join(
      '',
    )}<meta name="citation_date" content="2025/02/05"><meta name="citation_arxiv_id" content="${id}">
  <meta name="citation_abstract" content="${e(abstract)}">`;

const read = async (input: string) => {
  const reading = await readCapture('page.html', bytes(input));
  if (!reading.ok) throw new Error(reading.problem.what);
  return reading;
};

describe('a page gives its papers, whatever site built it', () => {
  const listing = (abstracts: boolean): string =>
    `<main><h1>Digital Libraries</h1><h3>Showing new listings for Thursday, 6 February 2025</h3><dl id="articles">
    <h3>New submissions (showing 3 of 3 entries)</h3>${each(
      ({ id, title, authors, abstract }, at) => `<dt><a name="item${at + 1}">[${at + 1}]</a>
      <a href="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a> [<a href="/pdf/${id}">pdf</a>, <a href="/format/${id}">other</a>]</dt>
      <dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> ${e(title)}</div>
      <div class="list-authors">${authors.map((name) => `<a href="/a/x">${name}</a>`).join(', ')}</div>
      <div class="list-subjects"><span class="descriptor">Subjects:</span> <span class="primary-subject">Digital Libraries (cs.DL)</span></div>
      ${abstracts ? `<p class="mathjax">${e(abstract)}</p>` : ''}</div></dd>`,
    )}</dl></main>`;
  test.each([
    ['a listing of arXiv', listing(true), 3, 3, 3],
    ['one without abstracts', listing(false), 0, 3, 3],
    [
      'results of a search, abstracts folded',
      `<main><h1 class="title">Showing 1–3 of 3 results</h1><ol>${each(
        ({
          id,
          title,
          authors,
          abstract,
        }) => `<li class="result"><p class="list-title"><a href="https://arxiv.org/abs/${id}">arXiv:${id}</a></p>
        <p class="title">${e(title)}</p><p class="authors"><span>Authors:</span> ${authors.map((name) => `<a href="/q">${name}</a>`).join(', ')}</p>
        <p class="abstract"><span>Abstract</span>: <span class="abstract-short">${abstract.slice(0, 20)}…</span>
        <span class="abstract-full" style="display: none;">${e(abstract)} <a>△ Less</a></span></p></li>`,
      )}</ol></main>`,
      3,
      3,
      3,
    ],
    [
      'cards with buttons and numbers in the title',
      `<div id="papers">${each(
        (
          { id, title, authors, abstract },
          at,
        ) => `<div class="panel paper"><h2 class="title"><a href="https://arxiv.org/abs/${id}">#${at + 1}</a>
        <a class="title-link" href="/arxiv/${id}">${e(title)}</a> <a class="title-pdf" href="https://arxiv.org/pdf/${id}">[PDF<sup>12</sup>]</a> <a class="title-copy">[Copy]</a></h2>
        <p class="authors"><strong>Authors</strong>: ${authors.map((name) => `<a class="author" href="/a">${name}</a>`).join(', ')}</p><p class="summary">${e(abstract)}</p></div>`,
      )}</div>`,
      3,
      3,
      3,
    ],
    [
      'an anthology: title and authors in one line, the abstract in the next box',
      `<section>${each(
        ({ title, authors, abstract }, at) =>
          `<p><span class="d-block"><strong><a href="https://aclanthology.org/2025.moss-long.${at + 1}/">${e(title)}</a></strong><br>${authors
            .map((name) => `<a href="/people/x/">${name}</a>`)
            .join(
              ' | ',
            )}</span></p><div class="card abstract-collapse"><div class="card-body">${e(abstract)}</div></div>`,
      )}</section>`,
      3,
      3,
      3,
    ],
    [
      'a bibliography with full stops and links beside',
      `<ul>${each(
        ({ id, title, authors }) =>
          `<li class="entry"><nav><ul><li><a href="https://doi.org/10.48550/arXiv.${id}">doi</a></li></ul></nav><cite>${authors
            .map(
              (name) =>
                `<span itemprop="author"><a href="https://dblp.example/x"><span itemprop="name">${name}</span></a></span>`,
            )
            .join(
              ', ',
            )}:<br><span class="title" itemprop="name">${e(title)}.</span> 1-9</cite></li>`,
      )}</ul>`,
      0,
      3,
      3,
    ],
    [
      'a table',
      `<table><tr><th>Title</th><th>Link</th></tr>${each(
        ({ id, title }) =>
          `<tr><td>${e(title)}</td><td><a href="https://arxiv.org/abs/${id}">arXiv</a></td></tr>`,
      )}</table>`,
      0,
      0,
      3,
    ],
    [
      'a list in a blog',
      `<article><h1>Three papers</h1><p>What I read this week.</p><ol>${each(
        ({ id, title, authors, abstract }) =>
          `<li><strong><a href="https://arxiv.org/abs/${id}">${e(title)}</a></strong> (${authors.join(', ')}). ${e(abstract)}</li>`,
      )}</ol></article>`,
      3,
      3,
      3,
    ],
    [
      'a newsletter that counts clicks',
      `<div style="display:none">For you</div><table><tr><td><h1>Weekly</h1></td></tr>${each(
        ({ id, title, abstract }) =>
          `<tr><td><h3><a href="https://click.lists.example/CL0/https:%2F%2Farxiv.org%2Fabs%2F${id}/1/0100s3cr3t/x">${e(title)}</a></h3><p>${e(abstract)}</p></td></tr>`,
      )}</table>`,
      3,
      0,
      3,
    ],
    [
      'an alert of a search engine',
      `<div><h2>New articles</h2>${each(
        ({
          id,
          title,
          authors,
        }) => `<h3><span>[PDF]</span> <a href="https://scholar.google.com/scholar_url?url=https://arxiv.org/pdf/${id}&amp;hl=en&amp;ei=s3cr3t&amp;oi=x" class="gse_alrt_title">${e(title)}</a></h3>
        <div style="color:#006621">${authors.map((name) => name.replace(/^(.)\S+/, '$1')).join(', ')} - arXiv preprint arXiv:${id}, 2025</div><div class="gse_alrt_sni">We look at this for a while,<br>and then at that, in three towns and on twelve roofs …</div><br>`,
      )}</div>`,
      0,
      3,
      3,
    ],
    ['an abstract page with tags', { head: papers.slice(0, 1).map(tags).join('') }, 1, 1, 1],
    [
      'a page of one paper without tags',
      `<main><h1>${e(papers[0]?.title ?? '')}</h1><div>Authors: <span class="author">Noor Haddad</span>, <span class="author">Zoë Ångström</span></div>
      <h2>Abstract</h2><p>${papers[0]?.abstract}</p><a href="https://arxiv.org/abs/2502.04001">arXiv</a> <a href="https://arxiv.org/pdf/2502.04001">PDF</a></main>`,
      1,
      1,
      1,
    ],
  ])('%s', async (_, body, abstracts, authors, ids) => {
    const input = typeof body === 'string' ? page(body) : page('<p>Text.</p>', body.head);
    for (const form of [
      input,
      mail(
        [
          'From: a@b.example',
          'Subject: x',
          'Content-Type: text/html; charset=utf-8',
          'Content-Transfer-Encoding: base64',
        ],
        base64(input),
      ),
    ]) {
      const reading = await read(form);
      const [{ parsed }] = reading.documents;
      const expected = papers.slice(0, ids);
      expect(parsed.papers.map(({ title }) => title)).toEqual(expected.map(({ title }) => title));
      const count = (has: (paper: (typeof parsed.papers)[number], at: number) => boolean): number =>
        parsed.papers.filter(has).length;
      // Zero: the page has none, or in short forms.
      expect(count(({ abstract }, at) => abstract === papers[at]?.abstract)).toBeGreaterThanOrEqual(
        abstracts,
      );
      expect(
        count(({ facts }, at) => facts.authors?.length === papers[at]?.authors.length),
      ).toBeGreaterThanOrEqual(authors);
      const known = count(
        ({ facts }, at) =>
          facts.arxiv === papers[at]?.id ||
          (facts.links ?? []).some(({ url }) => url.includes('aclanthology')),
      );
      expect(known).toBe(ids);

      const written = Buffer.from(reading.safe).toString();
      expect(written + JSON.stringify(reading.documents)).not.toMatch(/fjord|s3cr3t/);
      const again = await read(written);
      expect(again.cuts).toEqual({});
      expect(again.documents[0].text).toBe(reading.documents[0].text);
      expect(again.documents[0].parsed.papers).toEqual(parsed.papers);
      expect(Buffer.from(again.safe).toString()).toBe(written);
    }
  });
});

test('what a page says beside its papers is told', async () => {
  const prose =
    'The editors have read all of them, and tell at length what they think of each. '.repeat(5);
  const list = each(
    ({ id, title, abstract }) =>
      `<div><h3 class="title">#1 <a href="https://arxiv.org/abs/${id}">${e(title)}</a> <a>[PDF]</a> <a>[Copy]</a></h3><p class="abstract">${e(abstract)}</p></div>`,
  );
  const reading = await read(
    page(
      `<div><p>${prose}</p><p>See <a href="https://arxiv.org/abs/2411.09999">this</a>.</p><div>${list}</div></div>`,
    ),
  );
  const [{ parsed, from }] = reading.documents;
  expect(from).toBe('HTML as units');
  expect(parsed.problems.map(({ code }) => code)).toEqual([
    'digest/unplaced-id',
    'digest/part-left',
  ]);
});

test('Markdown that begins with a tag is no page', async () => {
  const text = `<div align="center"><h1>List</h1></div>\n\n${each(({ id, title }) => `- [${title}](https://arxiv.org/abs/${id})`)}\n`;
  const { documents, safe } = await read(text);
  expect(documents[0].from).toBe('');
  expect(documents[0].parsed.papers).toHaveLength(3);
  expect(Buffer.from(safe).toString()).toBe(text);
});

describe('cleaning', () => {
  test.each([
    [
      'scripts, styles, forms, what is hidden',
      '<p>A<script>1</script><style>b</style><input value=c><span hidden>d</span><i style="display:none">e</i>',
    ],
    ['attributes', '<p onclick="x()" data-token="s3cr3t" style="color:red">A'],
    [
      'a formula once',
      '<p>A<span class="katex"><math><semantics><mi>x</mi><annotation>x_1</annotation></semantics></math><span>x1</span></span>',
    ],
    ['addresses that run', '<p>A<a href="javascript:alert(1)"></a>'],
  ])('%s', (_, body) => {
    const { html = '' } = cleanPage(`<html><body>${body}`) ?? {};
    expect(html).not.toMatch(/script|style|input|s3cr3t|onclick|hidden|<math|>[bde1]</);
    expect(html).toContain('<p>A');
    expect(cleanPage(html)?.html).toBe(html);
  });

  test('what is too deep is left as it is', () =>
    expect(cleanPage(`<html><body>${'<div>'.repeat(500)}`)).toBeUndefined());
});
