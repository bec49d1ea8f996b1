import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexFile } from '../../src/search/dev-index.ts';

const site = join('/site', 'dist');

describe('indexFile', () => {
  it.each([
    ['/pagefind/pagefind.js', '/', join('pagefind', 'pagefind.js')],
    ['/pagefind/pagefind.js?import&t=1', '/', join('pagefind', 'pagefind.js')],
    ['/repo/pagefind/index/a.pf_index', '/repo', join('pagefind', 'index', 'a.pf_index')],
    ['/repo/pagefind/index/a.pf_index', '/repo/', join('pagefind', 'index', 'a.pf_index')],
    ['/pagefind/a.js', '/repo/', join('pagefind', 'a.js')],
    ['/repo/search/index/plan.json', '/repo/', join('search', 'index', 'plan.json')],
  ])('%s under %s', (url, base, name) => {
    expect(indexFile(url, base, site)).toEqual({ file: join(site, name) });
  });

  it.each([
    '/pagefind/../secret',
    '/pagefind/%2e%2e/secret',
    '/pagefind/%00',
    '/pagefind/%',
    '/pagefind/',
    '/search/index/../index.html',
  ])('does not leave the index: %s', (url) => {
    expect(indexFile(url, '/', site)).toBe('outside');
  });

  it.each(['/', '/papers/', '/other/pagefind/x.js', '/search/', '/search/words.json'])(
    'passes on %s',
    (url) => {
      expect(indexFile(url, '/', site)).toBeUndefined();
    },
  );
});
