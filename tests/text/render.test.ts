import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toMarkdown } from '../../src/text/markdown.ts';
import { normalise } from '../../src/text/normalise.ts';
import { renderAbstract, renderTitle } from '../../src/text/render.ts';
import { anyText } from './arbitrary.ts';
import { foundingLine } from '../founding.ts';
import { runs } from '../runs.ts';

const rel = 'rel="noopener noreferrer"';

describe('what people may write', () => {
  const rows: readonly (readonly [string, string, string, string])[] = [
    [
      'emphasis and code',
      'a *b* **c** `d`',
      '<p>a <em>b</em> <strong>c</strong> <code>d</code></p>',
      'a b c d',
    ],
    ['paragraphs and line ends', 'a\nb\n\nc', '<p>a\nb</p>\n<p>c</p>', 'a b\n\nc'],
    ['lists', '- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>', 'a\n\nb'],
    [
      'links',
      '[a *b*](https://c.org/d)',
      `<p><a href="https://c.org/d" ${rel}>a <em>b</em></a></p>`,
      'a b',
    ],
    [
      'autolinks',
      '<https://c.org>',
      `<p><a href="https://c.org" ${rel}>https://c.org</a></p>`,
      'https://c.org',
    ],
    ['headings are paragraphs', '## a\n\nb', '<p>a</p>\n<p>b</p>', 'a\n\nb'],
    ['a setext heading too', 'a\n---\n\nb', '<p>a</p>\n<p>b</p>', 'a\n\nb'],
    ['no rules', 'a\n\n***\n\nb', '<p>a</p>\n<p>b</p>', 'a\n\nb'],
    ['code blocks', '```js\na\n```', '<p><code>a</code></p>', 'a'],
    ['indentation is no code', 'a\n\n    b', '<p>a</p>\n<p>b</p>', 'a\n\nb'],
    [
      'images become links',
      '![a](https://c.org/d.png)',
      `<p><a href="https://c.org/d.png" ${rel}>a</a></p>`,
      'a',
    ],
    ['hard breaks', 'a\\\nb', '<p>a<br>\nb</p>', 'a b'],
    ['nothing', '', '', ''],
  ];

  test.each(rows)('%s', (_, markdown, html, text) => {
    const rendered = renderAbstract(markdown);
    expect(rendered.html).toBe(html);
    expect(rendered.text).toBe(text);
  });
});

describe('hostile Markdown', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['script', '<script>alert(1)</script>', '<p>&#x3C;script>alert(1)&#x3C;/script></p>'],
    [
      'event handler',
      'a <img src=x onerror=alert(1)> b',
      '<p>a &#x3C;img src=x onerror=alert(1)> b</p>',
    ],
    ['javascript link', '[x](javascript:alert(1))', '<p>x</p>'],
    ['javascript links, one of them empty', '[](javascript:a)[y](javascript:b)', '<p>y</p>'],
    [
      'javascript link, in disguise',
      '[x](JaVaScRiPt&#58;alert(1)) [y](<java\tscript:z>)',
      '<p>x y</p>',
    ],
    ['data link', '[x](data:text/html,y)', '<p>x</p>'],
    ['link into the site', '[x](../../y) [z](//evil.org)', '<p>x z</p>'],
    ['javascript autolink', '<javascript:alert(1)>', '<p>javascript:alert(1)</p>'],
    ['javascript image', '![x](javascript:y)', '<p>x</p>'],
    [
      'quotes in an address',
      '[x](https://a.org/"onclick="y)',
      `<p><a href="https://a.org/%22onclick=%22y" ${rel}>x</a></p>`,
    ],
    [
      'attributes in a title',
      '[x](https://a.org "y")',
      `<p><a href="https://a.org" ${rel}>x</a></p>`,
    ],
  ];

  test.each(rows)('%s', (_, markdown, html) => {
    expect(renderAbstract(markdown).html).toBe(html);
  });

  test.each([
    '<script>alert(1)</script>',
    '[x](javascript:alert(1)) <a href="javascript:y">z</a>',
    '---\ntitle: x\n---',
    '\u202Eabc\0def\u2069 👩‍🔬 数据',
    '"><svg onload=alert(1)>',
    '{{ x }} {% y %} ${z} <%= q %>',
    `${'x'.repeat(10_000)} ${'<'.repeat(1_000)}${'['.repeat(1_000)}`,
  ])('as a plain text it is shown as text: %.40s', (captured) => {
    const text = normalise(captured);
    const { html, text: shown } = renderAbstract(toMarkdown(text, 'plain'));
    expect(shown).toBe(text);
    expect(html).toMatch(/^<p>[^<]*<\/p>$/);
  });
});

describe('addresses', () => {
  test('are linked without the full stop after them and the word before them', () => {
    const { html, text, urls } = renderAbstract(toMarkdown(foundingLine(89), 'plain'));
    const url = 'https://github.com/InternLM/OREAL';
    expect(html).toMatch(new RegExp(`future research<a href="${url}" ${rel}>${url}</a>\\.</p>$`));
    expect(urls).toEqual([{ url, start: text.length - url.length - 1, end: text.length - 1 }]);
  });

  test('are not linked in code, inside links, without a scheme', () => {
    const { urls } = renderAbstract(
      '`https://a.org` [see https://b.org](https://c.org) www.d.org $https://e.org$',
    );
    expect(urls.map(({ url }) => url)).toEqual(['https://c.org']);
  });

  test('are whole where Markdown escapes them', () => {
    const url = 'https://a.org/_b_*c*~~d~~/?e=1&copy=2&f=$3$(5)';
    const { html, urls } = renderAbstract(toMarkdown(`(${url}).`, 'plain'));
    expect(urls.map((found) => found.url)).toEqual([url]);
    expect(html).toContain(`>${url.replaceAll('&', '&#x26;')}</a>).`);
  });

  test('have their places in the text', () => {
    fc.assert(
      fc.property(anyText, (captured) => {
        const { text, urls } = renderAbstract(toMarkdown(captured, 'plain'));
        for (const { start, end } of urls)
          expect(text.slice(start, end)).toMatch(/^https?:\/\/\S+$/i);
      }),
      runs(500),
    );
    const { text, urls } = renderAbstract('- a\n- b [c](https://d.org) e');
    expect(urls.map(({ start, end }) => text.slice(start, end))).toEqual(['c']);
  });
});

test('a title of formulas without end is shown as it stands', () => {
  const title = 'Frogs $x$ '.repeat(600);
  const { html, text, problems } = renderTitle(title);
  expect([html, text]).toEqual([title, title]);
  expect(problems).toHaveLength(1);
});
