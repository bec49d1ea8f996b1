import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cutList,
  cutNear,
  cutPaper,
  cutPieces,
  linkedIn,
  listedIn,
  piecesOf,
} from '../../src/offline/packs/cut.ts';
import { fill, holesOf } from '../../src/offline/packs/fill.ts';
import { group } from '../../src/grouping.ts';
import { placesIn, writePack, type Packed } from '../../src/offline/packs/pack.ts';
import { pieceName, readPieces, writePieces, type Pieces } from '../../src/offline/packs/pieces.ts';

/** Puts pieces back. */
const back = (text: string, find: (owner: string) => Pieces, near = ''): Promise<string> =>
  fill(text, async (name) => {
    const piece = pieceName(name);
    if (piece === undefined) return name === '~' ? near : Promise.reject(new Error(name));
    return piece.of(readPieces(writePieces(find(piece.owner))));
  });

const id = 'tea-and-its-many-uses-in-kitchens';
const title = 'Tea & its many uses in kitchens'.replace(' &', ',');
const sentence = 'We boil water and pour it over leaves of several kinds, and then we wait for it.';
const more = `${sentence} The second sentence says how long that is to be.`;
const page = [
  `<title>${title}</title><meta name="description" content="${sentence}">`,
  `<a href="https://example.org/?q=${title.replaceAll(' ', '+').replace(',', '%2C')}">elsewhere</a>`,
  `<div data-pagefind-body><h1 dir="auto">${title}</h1><p>${more}</p><p>short</p></div>`,
  `<aside>${more}</aside><section data-related>near</section><a href="/papers/${id}/#x">it</a>`,
].join('\n');
const text = `{"url":"/papers/${id}/","content":"${title}. ${more} short"}`;
const owner = piecesOf(id, page, text);

const pieces = fc.array(
  fc.constantFrom(
    '<section data-related>',
    '</section>',
    `<a href="/papers/${id}/">${title}</a>`,
    '<li>',
    `<li id="${id}">`,
    `<a class="title" href="/papers/${id}/">${title}</a>`,
    '<a class="title" href="/papers/none/">',
    `<p>${sentence}</p>`,
    `<div data-pagefind-body><h1>${title}</h1>`,
    more,
    more.slice(0, 30),
    title,
    id,
    '<aside>',
    '</li>',
    '$&',
    '.t',
    'words',
  ),
);

describe('what is cut', () => {
  it('comes back as it was, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(pieces, pieces, async (some, others) => {
        const html = some.join('');
        const own = piecesOf(id, html, fc.sample(fc.boolean(), 1)[0] ? others.join('') : undefined);
        const { frame, near } = cutPaper(html, own.pieces);
        expect(await back(frame, () => own.pieces, near)).toBe(html);
        const other = others.join('');
        const find = (key: string): Pieces =>
          key === own.key ? own.pieces : { ...own.pieces, id: '' };
        expect(
          await back(
            cutList(other, () => own),
            find,
          ),
        ).toBe(other);
        expect(await back(cutPieces(other, own.pieces), () => own.pieces)).toBe(other);
        expect(
          await back(
            cutNear(other, () => own),
            find,
          ),
        ).toBe(other);
      }),
    );
  });

  it('is what page, text and lists say alike', async () => {
    expect(owner.pieces).toEqual({ id, title, runs: [more] });
    const { frame, near } = cutPaper(page, owner.pieces);
    expect(near).toBe('<section data-related>near</section>');
    expect(frame).not.toMatch(/kitchens|leaves|second/);
    expect(holesOf(frame)).toEqual([
      '.t',
      `.0:${sentence.length.toString(36)}`,
      '.q',
      '.t',
      '.0',
      '.0',
      '~',
      '.i',
    ]);
    expect(holesOf(cutPieces(text, owner.pieces))).toEqual(['.i', '.t', '.0']);
    const list = `<ul><li id="${id}"> <a class="title" href="/repo/papers/${id}/">${title}</a> <p>${sentence.slice(0, 50)}…</p></li><li>other</li></ul>`;
    const cut = cutList(list, (it) => (it === id ? owner : undefined));
    expect(holesOf(cut).map((name) => name.slice(owner.key.length))).toEqual([
      '.i',
      '.i',
      '.t',
      '.0:1e',
    ]);
    expect(cut).toContain('…</p></li><li>other</li></ul>');
    expect(cutList(list, () => undefined)).toBe(list);
    expect(listedIn(list)).toEqual([id]);
    const beside = `<li><a href="/repo/papers/${id}/">${title}</a> <small>why</small></li>`;
    expect(linkedIn(beside)).toEqual([id]);
    expect(cutNear(beside, () => owner)).toBe(
      `<li><a href="/repo/papers/\0${owner.key}.i\0/">\0${owner.key}.t\0</a> <small>why</small></li>`,
    );
    expect(cutNear(beside, () => undefined)).toBe(beside);
  });

  it('is named by its content: a name never means anything else', () => {
    expect(piecesOf(id, page, text).key).toBe(owner.key);
    expect(piecesOf(id, page.replaceAll('several', 'many'), undefined).key).not.toBe(owner.key);
    expect(pieceName('~1.0')).toBe(undefined);
    expect(() => pieceName('.7')?.of(owner.pieces)).toThrow('not there');
  });
});

describe('group', () => {
  const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `name ${at}`);
  const grouped = (items: readonly string[]): string[] =>
    group(items, 100, (name) => name).map((some) => some.join(','));

  it('loses nothing and keeps to the sizes', () => {
    const groups = group(names(20_000), 100, (name) => name);
    expect(groups.flat()).toEqual(names(20_000));
    for (const some of groups.slice(0, -1)) {
      expect(some.length).toBeGreaterThanOrEqual(50);
      expect(some.length).toBeLessThanOrEqual(200);
    }
    expect(20_000 / groups.length).toBeGreaterThan(80);
    expect(20_000 / groups.length).toBeLessThan(120);
    expect(group([], 100, String)).toEqual([]);
  });

  it('ends groups where the list has parts', () => {
    const parts = (one: string, other: string): boolean => one[0] !== other[0];
    const groups = group(['a1', 'a2', 'a3', 'b1', 'b2', 'c1'], 12, String, () => 1, parts);
    // A part that is too small for a group goes along with the next.
    expect(groups.map((some) => some.join(' '))).toEqual(['a1 a2 a3', 'b1 b2 c1']);
  });

  it('changes one group, or two, where something is added, put in or taken out', () => {
    const before = new Set(grouped(names(20_000)));
    const fresh = (items: readonly string[]): number =>
      grouped(items).filter((some) => !before.has(some)).length;
    expect(fresh(names(20_080))).toBeLessThanOrEqual(3);
    expect(fresh(names(20_000).toSpliced(7000, 1))).toBeLessThanOrEqual(4);
    expect(fresh(names(20_000).toSpliced(7000, 0, 'other'))).toBeLessThanOrEqual(4);
  });
});

describe('packs', () => {
  it('give back what was put in', () => {
    const files = fc.array(
      fc.record<Packed>({
        key: fc.string({ unit: 'binary' }),
        kind: fc.constantFrom('plain', 'holes', 'gzip', 'gzip holes', 'pieces'),
        content: fc.uint8Array(),
      }),
    );
    fc.assert(
      fc.property(files, (some) => {
        const pack = writePack(some);
        const read = placesIn(pack).map(({ start, end, ...file }) => ({
          ...file,
          content: pack.slice(start, end),
        }));
        expect(read).toEqual(some);
      }),
    );
  });

  it.each(['', 'words', '{}\n', '[["a","b","plain"]]\n', '[["a",1,"other"]]\n'])(
    'are told from what is none: %j',
    (text) => {
      expect(() => placesIn(new TextEncoder().encode(text))).toThrow('This is no pack.');
    },
  );
});
