import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { packOf, planPacks, writePack, type Packed } from '../../src/portable/packs.ts';
import { rewriteModule } from '../../src/portable/rewrite.ts';
import { kindOf } from '../../src/portable/sorting.ts';
import { portableStyle } from '../../src/portable/style.ts';
import { writeZip } from '../../src/portable/zip.ts';

test.each([
  ['papers/soap/index.html', 'page'],
  ['search/index.html', 'page'],
  ['search/texts/a/b.bin', 'data'],
  ['pagefind/wasm.en.pagefind', 'data'],
  ['pagefind/pagefind.js', 'module'],
  ['pagefind/pagefind-worker.js', 'left'],
  ['_astro/page.js', 'module'],
  ['_astro/page.css', 'style'],
  ['archive.bib', 'file'],
  ['topics/vision/feed.xml', 'left'],
  ['papers/feed.xml.html', 'page'],
  ['sw.js', 'left'],
  ['.files.jsonl', 'left'],
  ['talk.pdf', 'file'],
])('%s is a %s', (path, kind) => {
  expect(kindOf(path)).toBe(kind);
});

describe('a style sheet', () => {
  const site = { base: '/repo/', has: () => true };
  const made = (css: string): string =>
    portableStyle(css, '_astro/a.css', site, () => new Uint8Array([1, 2, 3]));

  it.each([
    ['a{b:url(/repo/x.svg)}', 'a{b:url("../x.svg")}'],
    ["a{b:url( 'x.svg' )}", 'a{b:url("../_astro/x.svg")}'],
    ['a{b:url(/repo/f.woff2)}', 'a{b:url("data:font/woff2;base64,AQID")}'],
    ['a{b:url(data:x)}/* url(/repo/x) */c{d:"url(/repo/x)"}', undefined],
    ['a{b:url(#x)}', undefined],
    ['@view-transition{navigation:auto}a{}', 'a{}'],
  ])('%s becomes %s', (before, after = before) => {
    expect(made(before)).toBe(after);
  });
});

describe('a module', () => {
  const made = (code: string, base = '/repo/') => rewriteModule(code, '_astro/a.js', base);

  it.each([
    ['import("./b.js")', 'import("./b.js")'],
    ['a=`/repo/_astro/b.css`', 'a=(offprint.base+"_astro/b.css")'],
    ['import(`${a}b.js`)', 'offprint.load(`${a}b.js`)'],
    ['a(import.meta.url)', 'a(offprint.meta("_astro/a.js").url)'],
    ['location.assign(a+b)', 'location.assign(offprint.page(a+b))'],
    ['window.location.assign(a)', 'window.location.assign(a)'],
    ['var f=function(e){return`/repo/`+e}', 'var f=function(e){return(offprint.base)+e}'],
    ['var f=function(e){return`/else/`+e}', 'var f=function(e){return`/else/`+e}'],
    [
      'const __vite__mapDeps=(i,d=["a.js"])=>i.map(i=>d[i])',
      'const __vite__mapDeps=(i,d=["a.js"])=>offprint.styles(i.map(i=>d[i]))',
    ],
    ['let e="é𝛼";location.assign(e)', 'let e="é𝛼";location.assign(offprint.page(e))'],
  ])('%s becomes %s', (before, after) => {
    expect(made(before).code).toBe(after);
  });

  it('says where the site is once', () => {
    const code = 'var n="/repo".replace(/(?<!\\/)\\/*$/,"/")';
    expect(made(code)).toEqual({
      code: 'var n=(offprint.base).replace(/(?<!\\/)\\/*$/,"/")',
      bases: 1,
    });
    expect(made(code, '/').bases).toBe(0);
  });

  it('must be one', () => {
    expect(() => made('a b')).toThrow('_astro/a.js');
  });
});

describe('packs', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc.string({ unit: 'grapheme' }).map((text) => new TextEncoder().encode(text)),
  );
  const files = fc.uniqueArray(
    fc.record({ path: fc.stringMatching(/^(?:[a-c]\/){1,2}[a-z_]{1,9}\.bin$/), bytes }),
    { selector: ({ path }) => path },
  );

  it('give back what was put into them, from where it is looked for', () => {
    fc.assert(
      fc.property(files, (some) => {
        const packs = planPacks(
          some.map(({ path, bytes: all }) => ({ path, bytes: all.length * 9_000 })),
        );
        const kept = new Map<string, Map<string, Packed>>();
        for (const [pack, held] of Map.groupBy(some, ({ path }) => packOf(path, packs) ?? '')) {
          const into = new Map<string, Packed>();
          const keep = (all: Record<string, Packed>): void => {
            for (const [path, packed] of Object.entries(all)) into.set(path, packed);
          };
          // Run as a browser does.
          // oxlint-disable-next-line no-new-func
          new Function('offprint', writePack(held))({ keep });
          kept.set(pack, into);
        }
        for (const { path, bytes: all } of some) {
          const packed = kept.get(packOf(path, packs) ?? '')?.get(path);
          const read = typeof packed === 'string' ? packed : (packed?.[0] ?? '');
          const back = Buffer.from(read, typeof packed === 'string' ? 'utf8' : 'base64');
          expect(back.equals(all)).toBe(true);
        }
      }),
    );
  });

  it('are none for other folders', () => {
    expect(packOf('x/a.bin', {})).toBeUndefined();
    expect(packOf('constructor', {})).toBeUndefined();
  });
});

describe('a ZIP', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'offprint-zip-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const file = (path: string, content: string) => ({ path, make: async () => content });

  it('holds the files below one folder, the same bytes each time', async () => {
    const target = join(folder, 'a.zip');
    const files = [file('index.html', 'é'), file('papers/x/index.html', 'x'.repeat(100_000))];
    const told: number[] = [];
    const size = await writeZip(target, 'Top', files, { progress: (done) => told.push(done) });
    const bytes = await readFile(target);
    expect(size).toBe(bytes.length);
    expect(told).toEqual([0, 1]);
    const found = unzipSync(bytes);
    expect(Object.keys(found)).toEqual(['Top/index.html', 'Top/papers/x/index.html']);
    expect(new TextDecoder().decode(found['Top/index.html'])).toBe('é');
    await writeZip(join(folder, 'b.zip'), 'Top', files);
    expect((await readFile(join(folder, 'b.zip'))).equals(bytes)).toBe(true);
  });

  it('is not there when it was given up, or when a file cannot be made; the one before stays', async () => {
    const target = join(folder, 'c.zip');
    await writeZip(target, 'Top', [file('a', 'before')]);
    const before = await readFile(target);
    const stopping = new AbortController();
    const stop = { path: 'b', make: async () => (stopping.abort(new Error('stopped')), 'b') };
    await expect(
      writeZip(target, 'Top', [file('a', 'a'), stop, file('c', 'c')], { signal: stopping.signal }),
    ).rejects.toThrow('stopped');
    const bad = { path: 'b', make: () => Promise.reject(new Error('unreadable')) };
    await expect(writeZip(target, 'Top', [file('a', 'a'), bad])).rejects.toThrow('unreadable');
    expect((await readFile(target)).equals(before)).toBe(true);
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
