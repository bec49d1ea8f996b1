import { describe, expect, it } from 'vitest';
import { readPage } from '../../../src/search/making/page.ts';

const page = (head: string, body: string): string =>
  `<!DOCTYPE html><html lang="en"><head><title>Tea</title>${head}</head><body><main>${body}</main><footer>Foot</footer></body></html>`;

const facts =
  '<meta name="offprint" content="tea" data-name="TEA" data-0="water" data-1="2025-01-02-a" data-2="Pots &#38; &quot;pans&quot; &gt; cups" data-pagefind-filter="topic[data-0],digest[data-1],venue[data-2],moon[data-0]" data-pagefind-meta="name[data-name]">';

describe('readPage', () => {
  it('takes the marked element with all that is in it, and nothing else', () => {
    const body =
      '<div><div data-pagefind-body><h1>Tea</h1><div class="a"><p>Hot <b>water</b></p></div></div><aside>Aside</aside></div>';
    expect(readPage(page('', body))?.input).toBe(
      '<!doctype html><html lang="en"><head></head><body><div data-pagefind-body><h1>Tea</h1><div class="a"><p>Hot <b>water</b></p></div></div></body></html>',
    );
  });

  it.each([
    ['a heading', '<h1 data-pagefind-body>Tea</h1><p>no</p>', '<h1 data-pagefind-body>Tea</h1>'],
    ['with a value', '<p data-pagefind-body="">Tea</p>', '<p data-pagefind-body="">Tea</p>'],
    [
      'two elements',
      '<p data-pagefind-body>a</p><p>no</p><p data-pagefind-body>b</p>',
      '<p data-pagefind-body>a</p><p data-pagefind-body>b</p>',
    ],
    [
      'tags in values of attributes',
      '<div data-pagefind-body><math aria-label="a </div> b > c">x</math></div><p>no</p>',
      '<div data-pagefind-body><math aria-label="a </div> b > c">x</math></div>',
    ],
    [
      'one that does not end',
      '<p>no</p><div data-pagefind-body>Tea',
      '<div data-pagefind-body>Tea',
    ],
  ])('knows %s', (_, body, taken) => {
    const input = readPage(`<body>${body}`)?.input;
    expect(input).toBe(`<!doctype html><html lang="en"><head></head><body>${taken}</body></html>`);
  });

  it('finds nothing where nothing is marked', () => {
    expect(readPage(page(facts, '<div title="data-pagefind-body">data-pagefind-body</div>'))).toBe(
      undefined,
    );
  });

  it('reads the facets as they were before they became a page', () => {
    const read = readPage(page(facts, '<p data-pagefind-body>Tea</p>'));
    expect(read?.facets).toEqual([
      ['topic', 'water'],
      ['digest', '2025-01-02-a'],
      ['venue', 'Pots & "pans" > cups'],
    ]);
  });

  it('gives Pagefind the same whatever the facets and the rest of the page are', () => {
    const body = '<p data-pagefind-body>Tea</p>';
    const other = facts
      .replace('2025-01-02-a', '2025-03-04-b')
      .replace(',moon[data-0]', ',topic[data-1]');
    expect(readPage(page(other, `${body}<p>near</p>`))?.input).toBe(
      readPage(page(facts, body))?.input,
    );
    expect(readPage(page(facts, body))?.input).toContain(
      '<meta name="offprint" content="tea" data-name="TEA" data-pagefind-meta="name[data-name]">',
    );
    expect(readPage(page(facts.replace('TEA', 'TIE'), body))?.input).not.toBe(
      readPage(page(facts, body))?.input,
    );
  });
});
