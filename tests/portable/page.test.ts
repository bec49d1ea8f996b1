import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { portablePage, type CopiedSite } from '../../src/portable/page.ts';
import { elements, parseHtml } from '../html.ts';

const files = new Set([
  'index.html',
  'papers/index.html',
  'papers/soap/index.html',
  'papers/page/2/index.html',
  'search/index.html',
  'offline/index.html',
  'archive.bib',
  'logo.svg',
  'feed.xml',
  '_astro/page.js',
  '_astro/list.js',
]);

const site = (base: string): CopiedSite => ({
  base,
  has: (path) => files.has(path),
  tops: new Set([...files].map((path) => path.split('/', 1)[0] ?? '')),
  name: 'A & B',
  script: 'offprint.js',
});

const page = (html: string, path = 'papers/soap/index.html', base = '/repo/'): string =>
  portablePage(html, path, site(base)).html;

describe('an address', () => {
  it.each([
    ['/repo/', '../../index.html'],
    ['/repo/papers/', '../../papers/index.html'],
    ['/repo/papers', '../../papers/index.html'],
    ['/repo/search/?q=a&amp;topic=b#c', '../../search/index.html?q=a&#38;topic=b#c'],
    ['/repo/archive.bib', '../../archive.bib'],
    ['../page/2/', '../../papers/page/2/index.html'],
    ['#abstract', '#abstract'],
    ['?page=2', '?page=2'],
    ['/other/', '/other/'],
    ['//host.example/repo/', '//host.example/repo/'],
    ['https://host.example/repo/', 'https://host.example/repo/'],
    ['mailto:a@host.example', 'mailto:a@host.example'],
  ])('%s becomes %s', (before, after) => {
    const made = page(`<p>x <a href="${before}">y</a></p>`);
    expect(made.replaceAll('&amp;', '&#38;')).toBe(`<p>x <a href="${after}">y</a></p>`);
  });

  test('begins with the folder, so that what looks for /papers/ in it finds it', () => {
    expect(page('<a href=/papers/soap/>x</a>', 'index.html', '/')).toBe(
      '<a href="./papers/soap/index.html">x</a>',
    );
  });

  test('that a script completes stays unfinished', () => {
    const before = '<p data-papers="/repo/papers/" data-word="/repo/unknown" data-x="/repo">';
    expect(page(before)).toBe(
      '<p data-papers="../../papers/" data-word="/repo/unknown" data-x="/repo">',
    );
  });

  test('is found in forms, pictures, drawings and refreshing', () => {
    const made = page(
      `<meta http-equiv=refresh content="0;url=/repo/papers/soap/"><form action="/repo/search/">
<img src="/repo/logo.svg" srcset="/repo/logo.svg 1x, /repo/logo.svg 2x"><svg><a xlink:href="/repo/papers/"/></svg>`,
    );
    expect(made).not.toContain('/repo/');
    expect(made.match(/\.\.\/\.\.\//g)).toHaveLength(6);
  });
});

describe('what only a server can do', () => {
  it.each([
    ['<p>a <a href="/repo/feed.xml">Feed</a> b</p>', '<p>a  b</p>'],
    ['<ul><li> <a href="/repo/feed.xml">Feed</a> </li><li>b</li></ul>', '<ul><li>b</li></ul>'],
    ['<link rel="alternate" href="/repo/feed.xml"><i>', '<i>'],
    ['<link rel="preload" href="/repo/logo.svg"><i>', '<i>'],
    ['<p class="x" data-offline-brief><a href="/repo/offline/">o</a></p>b', 'b'],
  ])('%s becomes %s', (before, after) => {
    expect(page(before)).toBe(after);
  });
});

test('the modules of a page are run by one script, in their order', () => {
  const { html, modules } = portablePage(
    '<html lang="en"><script type="module" src="/repo/_astro/page.js"></script>a<script type="module" src="/repo/_astro/list.js"></script>b<script>1</script>',
    'papers/index.html',
    site('/repo/'),
  );
  expect(modules).toEqual(['_astro/page.js', '_astro/list.js']);
  expect(html).toBe(
    '<html lang="en" data-portable="A &amp; B"><script defer src="../offprint.js" data-modules="_astro/page.js _astro/list.js"></script>ab<script>1</script>',
  );
});

test('the policy lets files of the disk in, and no host', () => {
  const made = page(
    `<meta http-equiv="content-security-policy" content="default-src 'self';script-src 'self' 'sha256-x='">`,
  );
  const [meta] = elements(parseHtml(made), ({ tagName }) => tagName === 'meta');
  expect(meta?.properties['content']).toBe(
    "default-src 'self' file:;script-src 'self' file: 'sha256-x=';font-src 'self' file: data:",
  );
});

test('what is no tag is left as it is', () => {
  for (const text of [
    '<script>"<a href=\'/repo/\'>"</script>',
    '<!-- <a href="/repo/"> -->',
    '<title><a href="/repo/"></title>',
    '<textarea><a href="/repo/"></textarea>',
    '<p>/repo/ &amp; &lt;a href="/repo/"&gt;',
  ])
    expect(page(text)).toBe(text);
});

const parts = fc.constantFrom(
  '<p>',
  '</p>',
  '<a href="/repo/papers/">',
  "<a href='/repo/?q=%22#x'>",
  '<a href=/repo/feed.xml>',
  '</a>',
  '<svg>',
  '<title>',
  '</title>',
  '</svg>',
  '<script>',
  '</script>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  'é𝛼 & <',
  '<img src="/repo/logo.svg" alt="a>b">',
);

/** Texts and elements, but for addresses: read by another parser. */
const shape = (html: string): readonly string[] =>
  elements(parseHtml(html), () => true).map(({ tagName }) => tagName);

test('any page keeps its elements, and once made is made so for good', () => {
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 30 }), (some) => {
      const html = some.filter((part) => !part.includes('feed')).join('');
      const made = page(html);
      expect(shape(made)).toEqual(shape(html));
      expect(page(made)).toBe(made);
    }),
  );
});
