import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { asHex, colourRules, contrast, faintPairs } from '../../src/site/colours.ts';
import { siteSchema } from '../../src/site/schema.ts';

const { colours } = siteSchema.parse({});

it.each([
  ['#abc', '#aabbcc'],
  ['DarkRed', '#8b0000'],
  ['hsl(8, 70%, 36%)', '#9c2d1c'],
  ['rgb(1, 2, 3)', '#010203'],
  ['rgba(1, 2, 3, 0.5)', undefined],
  ['transparent', undefined],
  ['red; } * { display: none', undefined],
  ['var(--ink)', undefined],
])('%s → %s', (value, hex) => {
  expect(asHex(value)).toBe(hex);
});

// WCAG's own examples: https://www.w3.org/WAI/WCAG22/Techniques/general/G18, and the extremes.
it.each([
  ['#000000', '#ffffff', 21],
  ['#777777', '#ffffff', 4.48],
  ['#ffffff', '#ffffff', 1],
])('contrast of %s and %s', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 2);
});

it('the usual colours are those of the style sheet, and can be read', async () => {
  const sheet = await readFile(new URL('../../src/styles/offprint.css', import.meta.url), 'utf8');
  const short = (hex: string): string => hex.replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3');
  const none = { light: '', dark: '' };
  const nothing = { ground: none, cover: none, ink: none, accent: none, link: none };
  const rules = colourRules(colours, nothing).matchAll(/(--\w+):light-dark\((#\w+),(#\w+)\)/g);
  for (const [, name = '', light = '', dark = ''] of rules) {
    expect(sheet).toContain(`${name}: light-dark(${short(light)}, ${short(dark)});`);
  }
  expect(faintPairs(colours)).toEqual([]);
  expect(colourRules(colours, colours)).toBe('');
});
