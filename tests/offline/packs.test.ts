/** The packs of small sites made here, read back without the code that the worker reads them with but for the format. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listFiles } from '../../src/offline/files.ts';
import { planOffline } from '../../src/offline/plan.ts';
import { fill } from '../../src/offline/packs/cut.ts';
import type { Collections, PackList } from '../../src/offline/packs/lists.ts';
import { placesIn } from '../../src/offline/packs/pack.ts';
import { siteAt } from '../../src/publish/site-folder.ts';
import { writePacks } from '../../src/offline/packs/write.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-packs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const item = (id: string, tags: string): string =>
  `<li> <a class="title" href="/repo/papers/${id}/" dir="auto">On ${id}</a> <p class="beginning">It is 5 < 6 &amp; <b>${id}</b></p>${tags} </li>`;
const topicOf = (at: number): string => (at % 3 === 0 ? 'tea' : 'coffee');

/** A site of so many papers: forty a digest, two topics, lists of fifty; the later papers change what is near the first. */
function site(papers: number): Record<string, string | Buffer> {
  const ids = Array.from({ length: papers }, (_, at) => `paper-${at}`);
  const year = (at: number): number => 2024 + Math.floor(at / 200);
  const digest = (at: number): string =>
    `${year(at)}-01-${String(Math.floor((at % 200) / 40) + 10)}-x`;
  const files: Record<string, string | Buffer> = {
    'offline/index.html': 'offline',
    'about/index.html': `${papers} papers`,
    'search/index.html': 'search',
    'search/suggest.json': '{"topics":[["tea","Tea",1],["coffee","Coffee & more",1]]}',
    'feed.xml': 'feed',
    '_astro/x.js': 'script',
    'archive.jsonl': ids
      .map((id, at) =>
        JSON.stringify({ id, listings: [{ date: `${year(at)}-01-01` }], topics: [topicOf(at)] }),
      )
      .toReversed()
      .join('\n'),
  };
  for (const [at, id] of ids.entries()) {
    const near = at < 20 ? papers - 1 - at : at + 1;
    files[`papers/${id}/index.html`] =
      `<h1>${id}</h1><section data-related> <ul><li><a href="/repo/papers/paper-${near}/">On paper-${near}</a></li></ul> </section><p>${'text '.repeat(20)}${at}</p>`;
    files[
      `pagefind/fragment/en_${createHash('sha1').update(id).digest('hex').slice(0, 7)}.pf_fragment`
    ] = gzipSync(`pagefind_dcd{"url":"/papers/${id}/","content":"${id}"}`);
  }
  const newest = ids.toReversed();
  for (let page = 0; page * 50 < papers; page += 1)
    files[page === 0 ? 'papers/index.html' : `papers/page/${page + 1}/index.html`] = `<ol>${newest
      .slice(page * 50, page * 50 + 50)
      .map((id) => item(id, '<p class="tags">t</p>'))
      .join('')}</ol>`;
  for (const topic of ['tea', 'coffee'])
    files[`topics/${topic}/index.html`] = `<ol>${newest
      .filter((id) => topicOf(Number(id.slice(6))) === topic)
      .map((id) => item(id, ''))
      .join('')}</ol>`;
  for (const [name, some] of Map.groupBy(ids, (id) => digest(Number(id.slice(6)))))
    files[`digests/${name}/index.html`] = `<ol>${some.map((id) => item(id, '')).join('')}</ol>`;
  return files;
}

interface Written {
  readonly told: Collections;
  readonly list: PackList;
  /** Name of a pack → what it holds, by key. */
  readonly packs: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

async function write(files: Readonly<Record<string, string | Buffer>>): Promise<Written> {
  await rm(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const plan = planOffline(await listFiles(folder), '/repo/', 1);
  await writePacks(siteAt(folder), plan.choice, plan.edition);
  const read = async <Read>(path: string): Promise<Read> =>
    JSON.parse(await readFile(join(folder, path), 'utf8'));
  const list = await read<PackList>('offline/packs.json');
  const packs = new Map<string, ReadonlyMap<string, string>>();
  for (const [name, bytes] of list.packs) {
    const file = await readFile(join(folder, `offline/packs/${name}.pack`));
    expect(file.length).toBe(bytes);
    const pack = gunzipSync(file);
    expect(createHash('sha256').update(pack).digest('base64url').slice(0, 22)).toBe(name);
    const held = placesIn(pack).map(
      ({ key, start, end }) => [key, pack.toString('utf8', start, end)] as const,
    );
    packs.set(name, new Map(held));
  }
  return { told: await read('offline/collections.json'), list, packs };
}

const namesOf = ({ list }: Written, key: string): string[] =>
  (list.collections[key] ?? []).map((place) => list.packs[place]?.[0] ?? '');

/** Whole files of a collection, by address. */
async function filesOf(written: Written, key: string): Promise<Map<string, string>> {
  const all = new Map(
    namesOf(written, key).flatMap((name) => [...(written.packs.get(name) ?? [])]),
  );
  const whole = [...all].filter(([address]) => !address.startsWith('~'));
  return new Map(
    await Promise.all(
      whole.map(async ([address, text]) => {
        const find = (part: string): Promise<string> => {
          const found = all.get(part);
          return found === undefined ? Promise.reject(new Error(part)) : fill(found, find);
        };
        return [address, await fill(text, find)] as const;
      }),
    ),
  );
}

describe('writePacks', () => {
  it('packs every page so that it comes back as it was, and no page twice', async () => {
    const files = site(600);
    const written = await write(files);
    const pages = await filesOf(written, 'pages');
    const expected = Object.entries(files).filter(
      ([path]) => path.endsWith('.html') && path !== 'offline/index.html',
    );
    expect(pages.size).toBe(expected.length);
    for (const [path, text] of expected)
      expect(pages.get(path.replace(/index\.html$/, ''))).toBe(text);
    const keys = namesOf(written, 'pages').flatMap((name) => [
      ...(written.packs.get(name)?.keys() ?? []),
    ]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('offers the search, every page, each topic and each year, with their sizes', async () => {
    const written = await write(site(600));
    const { collections } = written.told;
    expect(collections.map(({ key, label, papers }) => [key, label, papers])).toEqual([
      ['search', '', 600],
      ['pages', '', 600],
      ['topic:coffee', 'Coffee & more', 400],
      ['topic:tea', 'Tea', 200],
      ['year:2026', '2026', 200],
      ['year:2025', '2025', 200],
      ['year:2024', '2024', 200],
    ]);
    const sizes = new Map(written.list.packs);
    for (const { key, bytes } of collections)
      expect(bytes).toBe(
        namesOf(written, key).reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0),
      );
    const search = await filesOf(written, 'search');
    expect(search.get('search/')).toBe('search');
    expect([...search.keys()].filter((key) => key.startsWith('pagefind/fragment/'))).toHaveLength(
      600,
    );
    const tea = await filesOf(written, 'topic:tea');
    expect([...tea.keys()].filter((key) => key.startsWith('papers/'))).toHaveLength(200);
    expect(tea.get('topics/tea/')).toContain('On paper-0');
    const year = await filesOf(written, 'year:2025');
    expect(year.has('papers/paper-200/')).toBe(true);
    expect(year.has('papers/paper-199/')).toBe(false);
    expect([...year.keys()].filter((key) => key.startsWith('digests/'))).toHaveLength(5);
  });

  it('leaves the years out where there is one, and works without topics and papers', async () => {
    const one = await write(site(50));
    expect(one.told.collections.map(({ key }) => key)).not.toContain('year:2024');
    const none = await write({ ...site(0), 'search/suggest.json': '{}' });
    expect(none.told.collections.map(({ key }) => key)).toEqual(['search', 'pages']);
  });

  it('changes few packs when a digest is added to eight hundred papers', async () => {
    const before = await write(site(800));
    const known = new Set(before.list.packs.map(([name]) => name));
    const after = await write(site(880));
    const fetched = (key: string): number => {
      const sizes = new Map(after.list.packs);
      const fresh = namesOf(after, key).filter((name) => !known.has(name));
      return fresh.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
    };
    const all = new Map(after.told.collections.map(({ key, bytes }) => [key, bytes]));
    expect(fetched('search')).toBeLessThan((all.get('search') ?? 0) / 2);
    expect(fetched('pages')).toBeLessThan((all.get('pages') ?? 0) / 2);
    expect(fetched('year:2024')).toBeLessThan((all.get('year:2024') ?? 0) / 2);
    // Few requests.
    expect(after.list.packs.length).toBeLessThan(100);
  });
});
