import { readFile } from 'node:fs/promises';
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  type Color,
} from 'culori';
import { describe, expect, it } from 'vitest';
import { inkCount } from '../../src/map/archive-map.ts';

const css = await readFile(new URL('../../src/styles/inks.css', import.meta.url), 'utf8');

/** Relative luminance of `#rgb` or `#rrggbb` (WCAG 2.2). */
function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replaceAll(/[\da-f]/g, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return red * 0.2126 + green * 0.7152 + blue * 0.0722;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const pair = /light-dark\((#[\da-f]{3,8}), (#[\da-f]{3,8})\)/;

/** Light and dark value of the first declaration after a word. */
function colours(after: string): readonly [string, string] {
  const found = pair.exec(css.slice(css.indexOf(after)));
  return [found?.[1] ?? '', found?.[2] ?? ''];
}

const inks = Array.from({ length: inkCount }, (_, ink) => colours(`.ink-${ink} {`));

describe.each(['--land:', '--high:', '--sea:'])('on %s', (ground) => {
  it.each([...inks.entries()])(
    'ink %d is told from the ground in both schemes',
    (_, [light, dark]) => {
      const [day, night] = colours(ground);
      expect(contrast(light, day)).toBeGreaterThanOrEqual(3);
      expect(contrast(dark, night)).toBeGreaterThanOrEqual(3);
    },
  );
});

/** Simulated by culori (Machado, Oliveira, Fernandes 2009) at full severity. */
const eyes: readonly (readonly [string, (colour: Color) => Color])[] = [
  ['all cones', (colour) => colour],
  ['deuteranopia', filterDeficiencyDeuter(1)],
  ['protanopia', filterDeficiencyProt(1)],
  ['tritanopia', filterDeficiencyTrit(1)],
];

describe.each(eyes)('seen with %s', (_, seen) => {
  it.each([
    ['light', 0],
    ['dark', 1],
  ] as const)('any two inks of the %s scheme are 10 ΔE2000 apart', (_scheme, at) => {
    const colours = inks.map((ink) => {
      const colour = parse(ink[at]);
      if (!colour) throw new TypeError(ink[at]);
      return seen(colour);
    });
    const apart = differenceCiede2000();
    for (const [place, one] of colours.entries())
      for (const other of colours.slice(0, place))
        expect(apart(one, other)).toBeGreaterThanOrEqual(10);
  });
});
