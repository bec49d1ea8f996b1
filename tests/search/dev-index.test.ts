import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexFile } from '../../src/search/dev-index.ts';

const bundle = join('/site', 'dist', 'pagefind');

describe('indexFile', () => {
  it.each([
    ['/pagefind/pagefind.js', '/', 'pagefind.js'],
    ['/pagefind/pagefind.js?import&t=1', '/', 'pagefind.js'],
    ['/repo/pagefind/index/a.pf_index', '/repo', join('index', 'a.pf_index')],
    ['/repo/pagefind/index/a.pf_index', '/repo/', join('index', 'a.pf_index')],
    ['/pagefind/a.js', '/repo/', 'a.js'],
  ])('%s under %s', (url, base, name) => {
    expect(indexFile(url, base, bundle)).toEqual({ file: join(bundle, name) });
  });

  it.each([
    '/pagefind/../secret',
    '/pagefind/%2e%2e/secret',
    '/pagefind/%00',
    '/pagefind/%',
    '/pagefind/',
  ])('does not leave the index: %s', (url) => {
    expect(indexFile(url, '/', bundle)).toBe('outside');
  });

  it.each(['/', '/papers/', '/other/pagefind/x.js'])('passes on %s', (url) => {
    expect(indexFile(url, '/', bundle)).toBeUndefined();
  });
});
