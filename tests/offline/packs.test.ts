/** The packs of small sites made here, read back without the code that the worker reads them with but for the format. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync, inflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listFiles } from '../../src/publish/files.ts';
import { placesOf, type Collections, type PackList } from '../../src/offline/packs/lists.ts';
import { placesIn, type Place } from '../../src/offline/packs/pack.ts';
import { writePacks, type WrittenPacks } from '../../src/offline/packs/write.ts';
import { planOffline } from '../../src/offline/plan.ts';
import { siteAt, SiteFolder } from '../../src/publish/site-folder.ts';
import { Store } from '../../src/store/store.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-packs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const item = (id: string, tags: string): string =>
  `<li> <a class="title" href="/repo/papers/${id}/" dir="auto">On ${id}</a> <p class="beginning">${textOf(Number(id.slice(6))).slice(0, 60)}…</p> 5 < 6 &amp; <b>${id}</b>${tags} </li>`;
/** Words that hardly two papers share. */
const textOf = (at: number): string =>
  Array.from({ length: 20 }, (_, word) => ((at + 1) * (word + 7) * 7919).toString(36)).join(' ');
const topicOf = (at: number): string => (at % 3 === 0 ? 'tea' : 'coffee');

/** A site of so many papers: forty a digest, two topics, lists of fifty that are filled up; the later papers change what is near the first. */
function site(papers: number, perYear = 200): Record<string, string | Buffer> {
  const ids = Array.from({ length: papers }, (_, at) => `paper-${at}`);
  const year = (at: number): number => 2024 + Math.floor(at / perYear);
  const digest = (at: number): string =>
    `${year(at)}-01-${String(Math.floor((at % perYear) / 40) + 10)}-x`;
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
      `<div data-pagefind-body><h1>On ${id}</h1><p>${textOf(at)}</p></div><section data-related> <ul><li><a href="/repo/papers/paper-${near}/">On paper-${near}</a></li></ul> </section>`;
    files[`search/texts/block/${at}.bin`] = gzipSync(
      JSON.stringify([id, 1, `. ${textOf(at)}`, { title: `On ${id}` }, '', []]),
    );
  }
  const list = (name: string, listed: readonly string[], tags: string): void => {
    for (let page = 0; page === 0 || page * 50 < listed.length; page += 1)
      files[`${name}/${page === 0 ? '' : `page/${page}/`}index.html`] = `<ol>${listed
        .slice(page * 50, page * 50 + 50)
        .map((id) => item(id, tags))
        .join('')}</ol>`;
  };
  list('papers', ids, '<p class="tags">t</p>');
  for (const topic of ['tea', 'coffee'])
    list(
      `topics/${topic}`,
      ids.filter((id) => topicOf(Number(id.slice(6))) === topic),
      '',
    );
  for (const [name, some] of Map.groupBy(ids, (id) => digest(Number(id.slice(6)))))
    files[`digests/${name}/index.html`] = `<ol>${some.map((id) => item(id, '')).join('')}</ol>`;
  return files;
}

interface File extends Place {
  readonly text: string;
}

interface Written {
  readonly told: Collections;
  readonly list: PackList;
  readonly counts: WrittenPacks;
  /** Name of a pack → what it holds, by key. */
  readonly packs: ReadonlyMap<string, ReadonlyMap<string, File>>;
}

async function put(files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const folders = new Set(Object.keys(files).map((path) => dirname(join(folder, path))));
  await Promise.all([...folders].map((path) => mkdir(path, { recursive: true })));
  const writes = Object.entries(files).map(([path, text]) => writeFile(join(folder, path), text));
  await Promise.all(writes);
}

/** What was written into a folder. */
async function readBack(counts: WrittenPacks): Promise<Written> {
  const read = async <Read>(path: string): Promise<Read> =>
    JSON.parse(await readFile(join(folder, path), 'utf8'));
  const list = await read<PackList>('offline/packs.json');
  const packs = new Map<string, ReadonlyMap<string, File>>();
  const unpacked: Buffer[] = [];
  for (const [name, count] of list.volumes) {
    const volume = await readFile(join(folder, `offline/packs/${name}.packs`));
    let start = 0;
    for (const [pack, bytes, place] of list.packs.slice(unpacked.length, unpacked.length + count)) {
      const dictionary = place === undefined ? undefined : unpacked[place];
      const content = inflateRawSync(volume.subarray(start, start + bytes), {
        ...(dictionary && { dictionary }),
      });
      start += bytes;
      unpacked.push(content);
      const known = place === undefined ? '' : (list.packs[place]?.[0] ?? '');
      const hash = createHash('sha256').update(known).update(content).digest('base64url');
      expect(hash.slice(0, 16)).toBe(pack);
      const held = placesIn(content).map(
        (it) => [it.key, { ...it, text: content.toString('utf8', it.start, it.end) }] as const,
      );
      packs.set(pack, new Map(held));
    }
    expect(start).toBe(volume.length);
  }
  expect(list.packs).toHaveLength(unpacked.length);
  return { told: await read('offline/collections.json'), list, counts, packs };
}

async function write(files: Readonly<Record<string, string | Buffer>>): Promise<Written> {
  await put(files);
  const plan = planOffline(await listFiles(folder), '/repo/', 1);
  return readBack(await writePacks(siteAt(folder), plan.choice, plan.edition));
}

const namesOf = ({ list }: Written, key: string): string[] =>
  placesOf(list.collections[key] ?? []).map((place) => list.packs[place]?.[0] ?? '');

/** Whole files of a collection, by address. */
function filesOf(
  written: Written,
  key: string,
  isWanted: (address: string) => boolean = () => true,
): Map<string, string> {
  const all = new Map(
    namesOf(written, key).flatMap((name) => [...(written.packs.get(name) ?? [])]),
  );
  const find = (name: string): File => {
    const found = all.get(name);
    if (found === undefined) throw new Error(`${name} is not in ${key}`);
    return found;
  };
  const part = (file: File, name: string): string => {
    if (name === '~') return whole(find(`${file.owner}~`));
    const [owner, form = '', length] = name.split(/[.:]/);
    const [id = '', title = '', ...runs] = find(`~${owner || file.owner}`).text.split('\n');
    if (form === 'i') return id;
    if (form === 't') return title;
    if (form === 'q') return encodeURIComponent(title).replaceAll('%20', '+');
    const run = runs[Number(form)] ?? '';
    return length === undefined ? run : run.slice(0, Number.parseInt(length, 36));
  };
  const whole = (file: File): string =>
    file.text
      .split('\0')
      .map((name, at) => (at % 2 === 0 ? name : part(file, name)))
      .join('');
  const files = [...all.values()].filter(({ key: name }) => !name.includes('~') && isWanted(name));
  return new Map(files.map((file) => [file.key, whole(file)]));
}

describe('writePacks', () => {
  it('packs every page so that it comes back as it was, and no page twice', async () => {
    const files = site(600);
    const written = await write(files);
    const pages = new Map(
      [...filesOf(written, 'pages')].filter(([address]) => !address.startsWith('search/texts/')),
    );
    const expected = Object.entries(files).filter(
      ([path]) => path.endsWith('.html') && !/^(?:offline|search)\//.test(path),
    );
    expect(pages.size).toBe(expected.length);
    for (const [path, text] of expected)
      expect(pages.get(path.replace(/index\.html$/, ''))).toBe(text);
    // Nor does it lie in any other pack of the site.
    const keys = [...written.packs.values()].flatMap((held) => [...held.keys()]);
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
    const sizes = new Map(written.list.packs.map(([name, bytes]) => [name, bytes]));
    for (const { key, bytes } of collections)
      expect(bytes).toBe(
        namesOf(written, key).reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0),
      );
    const search = filesOf(written, 'search');
    expect(search.get('search/')).toBe('search');
    expect([...search.keys()].filter((key) => key.startsWith('search/texts/'))).toHaveLength(600);
    // Of other papers, the pages that share a pack with them come along: not all that these lack.
    const idOf = (address: string): number =>
      Number(/^papers\/paper-(\d+)\/$/.exec(address)?.[1] ?? 0);
    const isTea = (address: string): boolean => topicOf(idOf(address)) === 'tea';
    const tea = filesOf(written, 'topic:tea', isTea);
    expect([...tea.keys()].filter((key) => key.startsWith('papers/paper-'))).toHaveLength(200);
    const held = namesOf(written, 'topic:tea').flatMap((name) => [
      ...(written.packs.get(name)?.keys() ?? []),
    ]);
    expect(held.filter((key) => key.startsWith('papers/paper-')).length).toBeLessThan(300);
    expect(tea.get('topics/tea/')).toContain('On paper-0');
    const year = filesOf(written, 'year:2025');
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

  it('changes few packs when a digest is added to five hundred papers', async () => {
    const before = await write(site(500));
    const known = new Set(before.list.packs.map(([name]) => name));
    const after = await write(site(540));
    const fetched = (key: string): number => {
      const sizes = new Map(after.list.packs.map(([name, bytes]) => [name, bytes]));
      const fresh = namesOf(after, key).filter((name) => !known.has(name));
      return fresh.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
    };
    const all = new Map(after.told.collections.map(({ key, bytes }) => [key, bytes]));
    expect(fetched('search')).toBeLessThan((all.get('search') ?? 0) / 2);
    // Half of so small a site is lists.
    expect(fetched('pages')).toBeLessThan((all.get('pages') ?? 0) * 0.65);
    expect(fetched('year:2024')).toBeLessThan((all.get('year:2024') ?? 0) / 2);
    // Few requests.
    expect(after.list.packs.length).toBeLessThan(100);
  });
});

describe('the packs of a site that grows', () => {
  /** Writes a site over the one before, whose packs stay where they were made of the same. */
  class Growing {
    readonly #store = new Store(process.cwd(), `${folder}.sqlite`);
    #site = new SiteFolder();

    async write(files: Readonly<Record<string, string | Buffer>>): Promise<Written> {
      const before = await listFiles(folder);
      const { keys } = this.#site;
      const standing = `${folder}-standing`;
      await rm(standing, { recursive: true, force: true });
      await rename(folder, standing);
      await put(files);
      const site = new SiteFolder();
      const known = before.map(
        (file) => [file.path, { ...file, time: 0, key: keys.get(file.path) }] as const,
      );
      site.begin(folder, {
        folder: standing,
        manifest: '',
        files: new Map(known),
        folders: new Map(),
        strays: [],
      });
      this.#site = site;
      const plan = planOffline(await site.list(), '/repo/', 1);
      const counts = await writePacks(site, plan.choice, plan.edition, this.#store);
      // Files that stay are moved into their place.
      for (const { path } of await site.list())
        if (!existsSync(join(folder, path))) {
          await mkdir(dirname(join(folder, path)), { recursive: true });
          await rename(join(standing, path), join(folder, path));
        }
      return readBack(counts);
    }

    async end(): Promise<void> {
      this.#store.close();
      await rm(`${folder}-standing`, { recursive: true, force: true });
      await rm(`${folder}.sqlite`, { force: true });
    }
  }

  /** Files of packs, and what tells of them, with their hashes. */
  const packFiles = async (): Promise<string[]> =>
    (await listFiles(folder)).flatMap(({ path, hash }) =>
      path.startsWith('offline/') ? [`${path} ${hash}`] : [],
    );

  it('are those of the same site made at once, whatever came before, and few are made anew', async () => {
    const growing = new Growing();
    const edited = (papers: number): Record<string, string | Buffer> => {
      const files = site(papers, 30);
      const path = 'papers/paper-30/index.html';
      return { ...files, [path]: String(files[path]).replace('On paper-30', 'On another title') };
    };
    const retopiced = (papers: number): Record<string, string | Buffer> => {
      const files = site(papers, 30);
      const lines = String(files['archive.jsonl']).replace(
        /("id":"paper-40",.*?)"topics":\["\w+"\]/,
        '$1"topics":["tea","coffee"]',
      );
      return { ...files, 'archive.jsonl': lines };
    };
    const history = [
      site(90, 30),
      site(100, 30),
      edited(100),
      retopiced(105),
      site(90, 30),
      site(90, 30),
    ];
    const fresh: number[] = [];
    for (const files of history) {
      const { counts } = await growing.write(files);
      fresh.push(counts.fresh);
      const grown = await packFiles();
      await write(files);
      expect(grown).toEqual(await packFiles());
    }
    const [first = 0, digest = 0, edit = 0, , , same] = fresh;
    expect(digest).toBeLessThan(first);
    expect(edit).toBeLessThan(first / 2);
    expect(same).toBe(0);
    await growing.end();
  });
});
