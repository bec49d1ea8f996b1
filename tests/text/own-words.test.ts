import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadsTo, renderOwnWords, type Surroundings } from '../../src/text/own-words.ts';

const page: Surroundings = { from: 'pages/us.md', base: '/repo/', level: 2 };
const html = async (markdown: string, more: Partial<Surroundings> = {}) =>
  (await renderOwnWords(markdown, { ...page, ...more })).html;

describe('leadsTo', () => {
  it.each([
    ['/topics/', 'topics/'],
    ['/papers/soap', 'papers/soap/'],
    ['../papers/soap.md#top', 'papers/soap/#top'],
    ['../../papers/2025/soap.md', 'papers/soap/'],
    ['../digests/2025/2025-03-11-trending.txt', 'digests/2025-03-11-trending/'],
    ['../topics/tea.md', 'topics/tea/'],
    ['../notes/soap.md', 'papers/soap/'],
    ['../digests/2025-03-11-trending.txt', 'digests/2025-03-11-trending/'],
    ['team.md', 'team/'],
    ['home.md', ''],
    ['#rules', 'us/#rules'],
    ['logo.png', 'logo.png'],
    ['../public/a/logo.png', 'a/logo.png'],
    ['../../../../etc/passwd', 'etc/passwd/'],
  ])('%s from a page: /%s', (href, path) => expect(leadsTo(href, page.from)).toEqual({ path }));

  it.each([
    ['https://a.example/x', { web: 'https://a.example/x' }],
    ['//a.example/x', { web: 'http://a.example/x' }],
    ['mailto:a@b.example', { web: 'mailto:a@b.example' }],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['https://', undefined],
  ])('%s: %j', (href, target) => expect(leadsTo(href, page.from)).toEqual(target));
});

describe('renderOwnWords', () => {
  it.each([
    ['# A\n\n### B\n\n# A', '<h2 id="a">A</h2>\n<h3 id="b">B</h3>\n<h2>A</h2>'],
    ['###### A', '<h2 id="a">A</h2>'],
    ['## Content', '<h2>Content</h2>'],
    ['[a](../papers/b.md)', '<p><a href="/repo/papers/b/">a</a></p>'],
    ['[a](javascript:b)', '<p>a</p>'],
    [
      '[![a](http://b.example/c)](javascript:b)',
      '<p><a href="http://b.example/c" rel="noopener noreferrer">a</a></p>',
    ],
    ['[![a](http://b.example/c)](/x/)', '<p><a href="/repo/x/">a</a></p>'],
    [
      '[![a](b.png)](/x/)',
      '<p><a href="/repo/x/"><img alt="a" src="/repo/b.png" loading="lazy"></a></p>',
    ],
    ['![Ours](logo.png)', '<p><img alt="Ours" src="/repo/logo.png" loading="lazy"></p>'],
    [
      '![Theirs](https://a.example/b.png)',
      '<p><a href="https://a.example/b.png" rel="noopener noreferrer">Theirs</a></p>',
    ],
    ['<b onclick="x()">a</b>', '<p>&#x3C;b onclick="x()">a&#x3C;/b></p>'],
    [
      '| a | b |\n| - | -: |\n| 1 | 2 |',
      '<table>\n<thead>\n<tr>\n<th>a</th>\n<th align="right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td align="right">2</td>\n</tr>\n</tbody>\n</table>',
    ],
    ['---', '<hr>'],
  ])('%j', async (markdown, expected) => expect(await html(markdown)).toBe(expected));

  it('gives headings of a note the levels below its own, and pictures their size', async () => {
    expect(await html('# A\n\n## B', { level: 3 })).toBe('<h3>A</h3>\n<h4>B</h4>');
    const sizeOf = (path: string) =>
      Promise.resolve(path === 'a.png' ? { width: 3, height: 4 } : undefined);
    expect(await html('![](a.png)', { sizeOf })).toContain('width="3" height="4"');
  });

  it('never makes a script, a handler or a picture of another host', async () => {
    const bits = fc.constantFrom(
      ...'<script> <img src=x onerror=y> ![a](http://b.example/c) [a](javascript:x) ![a](data:x) # | - ` $ \\ < > \n'.split(
        ' ',
      ),
      '\n\n',
      '[a]: //b.example/c\n',
      '![a]',
      ' ',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(bits, { maxLength: 40 }), async (parts) => {
        const made = await html(parts.join(''));
        expect(made).not.toMatch(
          /<(?!\/?(?:p|a|em|strong|code|ul|ol|li|blockquote|sub|sup|br|h[2-6]|img|hr|pre|table|thead|tbody|tr|t[hd]|math|semantics|m\w+)\b)/,
        );
        expect(made).not.toMatch(
          /<[^>]*\son\w+=|(?:href|src)="(?!\/repo\/|https?:|mailto:)|src="http/,
        );
      }),
      { numRuns: 200 },
    );
  });
});
