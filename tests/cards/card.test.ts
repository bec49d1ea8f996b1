import { pathToFileURL } from 'node:url';
import { imageMetadata } from 'astro/assets/utils';
import { describe, expect, it } from 'vitest';
import { cardSvg, type Card } from '../../src/cards/card.ts';
import { draw } from '../../src/cards/draw.ts';
import { iconSvg, icons } from '../../src/cards/icon.ts';

const colours = { cover: '#dde7ea', ink: '#1b1d20', accent: '#9c2b1b' };
const root = pathToFileURL(`${process.cwd()}/`);
const words = (card: Card): string[] =>
  Array.from(
    cardSvg(card, colours).matchAll(/<text[^>]*>([^<]+)<\/text>/g),
    ([, text = '']) => text,
  );
const card = (parts: Partial<Card>): Card => ({
  site: 'Tidal Reading',
  line: '4 May 2024',
  foot: ['12 papers', 'Estuaries'],
  ...parts,
});

describe('a card', () => {
  it.each<[string, Partial<Card>, string[]]>([
    [
      'of a digest',
      { title: 'Week 18' },
      ['Tidal Reading', 'Week 18', '4 May 2024', '12 papers · Estuaries'],
    ],
    ['of a site', {}, ['Tidal Reading', '4 May 2024', '12 papers · Estuaries']],
    [
      'without what its faces lack',
      { site: '潮汐', title: 'نشرة', foot: ['机器', 'Vision'] },
      ['4 May 2024', 'Vision'],
    ],
    [
      'in letters of many languages',
      { title: 'Žižek, Łódź e\u0301te\u0301' },
      ['Tidal Reading', 'Žižek, Łódź été', '4 May 2024', '12 papers · Estuaries'],
    ],
    [
      'with markup as text',
      { title: '<a>&"' },
      ['Tidal Reading', '&lt;a&gt;&amp;&quot;', '4 May 2024', '12 papers · Estuaries'],
    ],
  ])('%s', (_, parts, texts) => {
    expect(words(card(parts))).toEqual(texts);
  });

  it('has a long title in four lines, and says that there is more', () => {
    const title = Array.from({ length: 40 }, (_, at) => `Proceedings${at}`).join(' ');
    const lines = words(card({ title })).slice(1, -2);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^Proceedings0 Proceedings1/);
    expect(lines[3]).toMatch(/^Proceedings.*…$/);
    expect(words(card({ title: 'x'.repeat(5000) }))[1]).toMatch(/^x{20,60}…$/);
  });

  it('is the same bytes each time, of its size, and small', async () => {
    const svg = cardSvg(card({ title: 'Week 18' }), colours);
    const [one, other] = [await draw(svg, root), await draw(svg, root)];
    expect(Buffer.compare(one, other)).toBe(0);
    expect(await imageMetadata(one, 'card.png')).toMatchObject({
      format: 'png',
      width: 1200,
      height: 630,
    });
    expect(one.length).toBeLessThan(40_000);
  });
});

describe('icons', () => {
  it('are squares of their sizes, with the owner’s drawing', async () => {
    const red =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path fill="#f00" d="M0 0h8v8H0z"/></svg>';
    for (const icon of icons) {
      const png = await draw(iconSvg(red, icon, colours), root);
      expect(await imageMetadata(png, 'icon.png')).toMatchObject({
        width: icon.size,
        height: icon.size,
      });
      expect(Buffer.from(png).includes(Buffer.from([255, 0, 0]))).toBe(true);
    }
  });
});
