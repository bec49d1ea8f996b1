import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BuiltFile } from '../../src/offline/files.ts';
import { planOffline } from '../../src/offline/plan.ts';

const file = (path: string, bytes = 100, hash = `${path}-hash`): BuiltFile => ({
  path,
  bytes,
  hash,
});
const site = [
  '404.html',
  '_astro/page.abc.js',
  'archive.bib',
  'archive.jsonl',
  'feed.xml',
  'index.html',
  'pagefind/fragment/en_1.pf_fragment',
  'pagefind/pagefind-entry.json',
  'pagefind/pagefind.js',
  'pagefind/wasm.en.pagefind',
  'papers/a b/index.html',
  'papers/index.html',
  'robots.txt',
  'search/index.html',
  'sitemap-0.xml',
  'topics/tea/feed.xml',
  'topics/tea/papers.bib',
].map((path) => file(path));
const urls = (files: readonly { url: string }[]): string[] => files.map(({ url }) => url);

describe('planOffline', () => {
  it('keeps a small site whole, at the addresses that readers visit', () => {
    const { mode, kept, ahead } = planOffline(site, '/repo/');
    expect(mode).toBe('whole');
    expect(ahead).toEqual([]);
    expect(urls(kept)).toEqual([
      '/repo/404.html',
      '/repo/_astro/page.abc.js',
      '/repo/',
      '/repo/pagefind/fragment/en_1.pf_fragment',
      '/repo/pagefind/pagefind-entry.json',
      '/repo/pagefind/pagefind.js',
      '/repo/pagefind/wasm.en.pagefind',
      '/repo/papers/a%20b/',
      '/repo/papers/',
      '/repo/search/',
    ]);
  });

  it('keeps of a large site what never changes, and fetches its shell ahead', () => {
    const { mode, kept, ahead } = planOffline(site, '/', 500);
    expect(mode).toBe('visited');
    expect(urls(kept)).toEqual(['/404.html', '/_astro/page.abc.js']);
    expect(urls(ahead)).toEqual([
      '/',
      '/pagefind/pagefind-entry.json',
      '/pagefind/pagefind.js',
      '/pagefind/wasm.en.pagefind',
      '/papers/',
      '/search/',
    ]);
  });

  it('ties every file to its content', () => {
    for (const { integrity } of planOffline(site, '/').kept)
      expect(integrity).toMatch(/^sha256-.+-hash$/);
  });

  it('names an edition by the content of all files, the worker of an earlier build aside', () => {
    const { edition } = planOffline(site, '/');
    const changed = site.map((it) => (it.path === 'archive.bib' ? { ...it, hash: 'other' } : it));
    expect(planOffline(changed, '/').edition).not.toBe(edition);
    expect(planOffline(site, '/repo/').edition).not.toBe(edition);
    const old = [...site, file('sw.js'), file('editions.js'), file('edition.txt')];
    expect(planOffline(old, '/').edition).toBe(edition);
    expect(planOffline(old, '/').kept).toEqual(planOffline(site, '/').kept);
  });

  it('keeps nothing twice, whatever the sizes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 17, maxLength: 17 }), (sizes) => {
        const sized = site.map((it, at) => ({ ...it, bytes: sizes[at] ?? 0 }));
        const { kept, ahead } = planOffline(sized, '/', 20_000);
        const all = urls([...kept, ...ahead]);
        expect(new Set(all).size).toBe(all.length);
        expect(all).toContain('/404.html');
        expect(all).toContain('/search/');
      }),
    );
  });
});
