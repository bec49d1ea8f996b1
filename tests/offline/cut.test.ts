import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cutter, fill, holesOf, type CutPage, type Part } from '../../src/offline/packs/cut.ts';
import { group } from '../../src/offline/packs/group.ts';
import { placesIn, writePack, type Packed } from '../../src/offline/packs/pack.ts';

/** Puts a page together, parts of parts included. */
function back({ frame, parts }: CutPage, more: readonly Part[] = []): Promise<string> {
  const find = (key: string): Promise<string> => {
    const found = [...parts, ...more].find((part) => part.key === key);
    return found ? fill(found.text, find) : Promise.reject(new Error(`${key} is lost`));
  };
  return fill(frame, find);
}

const pieces = fc.array(
  fc.constantFrom(
    '<section data-related>',
    '</section>',
    '<li>',
    '<li id="a">',
    '<a class="title" href="/papers/a/">A</a>',
    '<a class="title" href="/papers/none/">',
    '<a href="/papers/a/">A</a>',
    '<a href="/papers/a/">',
    '</a>',
    '<p class="tags">',
    '</li>',
    '$&',
    'words',
    '\0',
  ),
);

describe('pages that are cut', () => {
  it('come back as they were, whatever stands in them', async () => {
    await fc.assert(
      fc.asyncProperty(pieces, async (some) => {
        const html = some.join('');
        fc.pre(!html.includes('\0'));
        const cutter = new Cutter(['a']);
        expect(await back(cutter.list(html))).toBe(html);
        expect(await back(cutter.paper('papers/a/', html), cutter.links)).toBe(html);
      }),
    );
  });

  it('are left without what stands before the name of a part', async () => {
    const cutter = new Cutter(['a']);
    expect(cutter.paper('papers/a/', 'a\0b')).toEqual({ frame: 'ab', parts: [] });
    expect(cutter.list('a\0b')).toEqual({ frame: 'ab', parts: [] });
  });

  it('leave the title of a paper that is near to that paper', () => {
    const cutter = new Cutter(['a', 'b']);
    cutter.list('<li><a class="title" href="/papers/b/" dir="auto">On <i>b</i></a></li>');
    const near = (title: string): string | undefined =>
      cutter.paper(
        'papers/a/',
        `<section data-related><a href="/papers/b/">${title}</a> <small>why</small></section>`,
      ).parts[0]?.text;
    expect(holesOf(near('On <i>b</i>') ?? '')).toEqual(['~1:']);
    expect(holesOf(near('Another title') ?? '')).toEqual([]);
    expect(cutter.links).toEqual([{ key: '~1:', text: '<a href="/papers/b/">On <i>b</i></a>' }]);
  });

  it('name what they share alike, and what differs otherwise', () => {
    const cutter = new Cutter(['b', 'a']);
    const list = (words: string, tags: string): string =>
      `<li><a class="title" href="/papers/a/">${words}</a>${tags}</li>`;
    const [one, other, third] = [
      list('A', '<p class="tags">t</p>'),
      list('A', ''),
      list('A2', ''),
    ].map((html) => cutter.list(html));
    expect(one?.parts).toEqual(other?.parts);
    expect(third?.parts[0]?.key).not.toBe(one?.parts[0]?.key);
    expect(one?.frame).toContain('<p class="tags">t</p>');
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
        kind: fc.constantFrom('plain', 'holes', 'gzip'),
        content: fc.uint8Array(),
      }),
    );
    fc.assert(
      fc.property(files, (some) => {
        const pack = writePack(some);
        const read = placesIn(pack).map(({ key, kind, start, end }) => ({
          key,
          kind,
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
