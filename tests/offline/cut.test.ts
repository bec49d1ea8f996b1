import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPaper, fill, Listings, type CutPage } from '../../src/offline/packs/cut.ts';
import { group } from '../../src/offline/packs/group.ts';
import { placesIn, writePack, type Packed } from '../../src/offline/packs/pack.ts';

const back = ({ frame, parts }: CutPage): Promise<string> =>
  fill(frame, (key) => Promise.resolve(parts.find((part) => part.key === key)?.text ?? 'lost'));

const pieces = fc.array(
  fc.constantFrom(
    '<section data-related>',
    '</section>',
    '<li>',
    '<li id="a">',
    '<a class="title" href="/papers/a/">A</a>',
    '<a class="title" href="/papers/none/">',
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
        // A page that holds the mark itself is left as it is, and is not filled.
        fc.pre(!html.includes('\0'));
        expect(await back(cutPaper('papers/a/', html))).toBe(html);
        expect(await back(new Listings(['a']).cut(html))).toBe(html);
      }),
    );
    expect(cutPaper('papers/a/', 'a\0b').parts).toEqual([]);
  });

  it('name what they share alike, and what differs otherwise', () => {
    const listings = new Listings(['b', 'a']);
    const list = (words: string, tags: string): string =>
      `<li><a class="title" href="/papers/a/">${words}</a>${tags}</li>`;
    const [one, other, third] = [
      list('A', '<p class="tags">t</p>'),
      list('A', ''),
      list('A2', ''),
    ].map((html) => listings.cut(html));
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
