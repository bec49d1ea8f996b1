import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BuiltFile } from '../../src/publish/files.ts';
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
  'offline/index.html',
  'pagefind/index/en_1.pf_index',
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
const addresses = (files: readonly { address: string }[]): string[] =>
  files.map(({ address }) => address);

describe('planOffline', () => {
  it('keeps a small site whole, at the addresses that readers visit', () => {
    const { mode, kept, ahead } = planOffline(site, '/repo/');
    expect(mode).toBe('whole');
    expect(ahead).toEqual([]);
    expect(addresses(kept)).toEqual([
      '404.html',
      '_astro/page.abc.js',
      '',
      'offline/',
      'pagefind/index/en_1.pf_index',
      'pagefind/pagefind-entry.json',
      'pagefind/pagefind.js',
      'pagefind/wasm.en.pagefind',
      'papers/a b/',
      'papers/',
      'search/',
    ]);
  });

  it('keeps of a large site what never changes, and fetches its shell ahead', () => {
    const { mode, kept, ahead } = planOffline(site, '/', 500);
    expect(mode).toBe('visited');
    expect(addresses(kept)).toEqual(['_astro/page.abc.js', 'offline/']);
    expect(addresses(ahead)).toEqual(['', 'papers/', 'search/']);
  });

  it('ties every file to its content', () => {
    for (const { hash } of planOffline(site, '/').kept) expect(hash).toMatch(/-hash$/);
  });

  it('names an edition by the content of all files, the worker of an earlier build aside', () => {
    const { edition } = planOffline(site, '/');
    const changed = site.map((it) => (it.path === 'archive.bib' ? { ...it, hash: 'other' } : it));
    expect(planOffline(changed, '/').edition).not.toBe(edition);
    expect(planOffline(site, '/repo/').edition).not.toBe(edition);
    const old = [...site, file('sw.js'), file('edition.txt')];
    expect(planOffline(old, '/').edition).toBe(edition);
    expect(planOffline(old, '/').kept).toEqual(planOffline(site, '/').kept);
  });

  it('keeps nothing twice, whatever the sizes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 18, maxLength: 18 }), (sizes) => {
        const sized = site.map((it, at) => ({ ...it, bytes: sizes[at] ?? 0 }));
        const { kept, ahead } = planOffline(sized, '/', 20_000);
        const all = addresses([...kept, ...ahead]);
        expect(new Set(all).size).toBe(all.length);
        expect(all).toContain('offline/');
        expect(all).toContain('search/');
      }),
    );
  });
});
