import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentIds, expectedFiles, readableIds, type Route } from '../../src/publish/expected.ts';

const route = (pattern: string, type: Route['type'] = 'page'): Route => ({
  pattern,
  type,
  isPrerendered: true,
  pathname: pattern.includes('[') ? undefined : pattern,
});

describe('expectedFiles', () => {
  it('has a file for every address', () => {
    const routes = [
      route('/'),
      route('/404'),
      route('/about'),
      route('/feed.xml', 'endpoint'),
      route('/papers/[id]'),
      route('/papers/[former]'),
      route('/papers/[...page]'),
      route('/topics/[id]/feed.xml', 'endpoint'),
      route('/topics/[id]/[...page]'),
      route('/digests/[id]/papers.bib', 'endpoint'),
      route('/authors/[id]/[...page]'),
      route('/[page]'),
      route('/sources/[...of]'),
      route('/old', 'redirect'),
      { ...route('/live'), isPrerendered: false },
    ];
    const ids = {
      papers: ['a', 'b'],
      topics: ['t'],
      digests: ['2025-03-11-small'],
      pages: ['rivers'],
      sources: true,
    };
    expect(expectedFiles(routes, ids)).toEqual([
      'index.html',
      '404.html',
      'about/index.html',
      'feed.xml',
      'papers/a/index.html',
      'papers/b/index.html',
      'papers/index.html',
      'topics/t/feed.xml',
      'topics/t/index.html',
      'digests/2025-03-11-small/papers.bib',
      'rivers/index.html',
      'sources/index.html',
    ]);
    expect(expectedFiles(routes, { ...ids, sources: false })).not.toContain('sources/index.html');
  });
});

describe('what is in content', () => {
  const entry = (title: string): string => `---\ntitle: ${title}\ndigests: []\n---\nAn abstract.\n`;
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'expected-'));
    for (const [path, text] of Object.entries({
      'papers/good.md': entry('"Good"'),
      'papers/bad.md': entry('"Bad'),
      'papers/.removed': '',
      'topics/good.md': '---\nlabel: Good\ndescription: Good papers.\nterms: [good]\n---\n',
      'topics/bad.md': '---\nlabel: [\n---\n',
      'digests/2025-03-11-small.txt': 'A Paper\n\nIt says what there is to say in a sentence.\n',
      'digests/nameless.txt': 'A Paper\n',
      'pages/good.md': '---\ntitle: Good\n---\nWords.\n',
      'pages/bad.md': '---\ntitel: Bad\n---\nWords.\n',
      'pages/search.md': '---\ntitle: Taken\n---\nWords.\n',
      'pages/home.md': 'A part of another page.\n',
    })) {
      await mkdir(dirname(join(root, 'archive', path)), { recursive: true });
      await writeFile(join(root, 'archive', path), text);
    }
  });
  afterEach(() => rm(root, { recursive: true }));

  it('goes by the names of files; those that cannot be read are no page', async () => {
    const ids = await contentIds(root);
    expect(ids).toEqual({
      papers: ['bad', 'good'],
      topics: ['bad', 'good'],
      digests: ['2025-03-11-small'],
      pages: ['bad', 'good', 'search'],
      sources: false,
    });
    expect(await readableIds(root, ids)).toEqual({
      papers: ['good'],
      topics: ['good'],
      digests: ['2025-03-11-small'],
      pages: ['good'],
      sources: false,
    });
    // A file that names nothing has no page.
    await writeFile(join(root, 'archive/sources.yaml'), 'sources: []\n');
    const named = await contentIds(root);
    expect([named.sources, (await readableIds(root, named)).sources]).toEqual([true, false]);
  });

  it('leaves out what was saved after the content was read', async () => {
    const read = Date.now() + 10_000;
    const later = new Date(read + 1000);
    await utimes(join(root, 'archive/papers/good.md'), later, later);
    expect((await contentIds(root, read)).papers).toEqual(['bad']);
  });
});
