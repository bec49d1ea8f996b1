/** Colours that an owner chooses: are they CSS colours, can they be read, and the style sheet's words for them. Pure. */
import { color, rgb } from 'd3-color';

/** The least contrast of text of usual size: WCAG 2.2, success criterion 1.4.3. */
const leastContrast = 4.5;

/** Variables of src/styles/offprint.css, by the names of `site.yaml`. */
const variables = {
  ground: '--ground',
  cover: '--cover',
  ink: '--ink',
  accent: '--rubric',
  link: '--link',
} as const;

type Name = keyof typeof variables;

/** `#rrggbb` of light and of dark pages. */
export type Colours = Readonly<Record<Name, { readonly light: string; readonly dark: string }>>;

/** A CSS colour as `#rrggbb`; undefined for what is none, or is not opaque. */
export function asHex(value: string): string | undefined {
  const parsed = color(value);
  return parsed?.opacity === 1 ? parsed.formatHex() : undefined;
}

/** Relative luminance by WCAG 2.2, from 0 for black to 1 for white. */
function luminance(hex: string): number {
  const { r, g, b } = rgb(hex);
  const [red = 0, green = 0, blue = 0] = [r, g, b].map((value) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours by WCAG 2.2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Two colours of which one stands on the other and is hard to read there. */
export interface FaintPair {
  readonly name: 'ink' | 'accent' | 'link';
  readonly on: 'ground' | 'cover';
  readonly scheme: 'light' | 'dark';
  readonly ratio: number;
}

/** Every pair of colours whose contrast is too low for text. */
export function faintPairs(colours: Colours): FaintPair[] {
  const names = ['ink', 'accent', 'link'] as const;
  const grounds = ['ground', 'cover'] as const;
  const schemes = ['light', 'dark'] as const;
  return names
    .flatMap((name) => grounds.flatMap((on) => schemes.map((scheme) => ({ name, on, scheme }))))
    .map((pair) => ({
      ...pair,
      ratio: contrast(colours[pair.name][pair.scheme], colours[pair.on][pair.scheme]),
    }))
    .filter(({ ratio }) => ratio < leastContrast);
}

/** Rules for the colours that are not the usual ones; empty for none. */
export function colourRules(colours: Colours, usual: Colours): string {
  const names: Name[] = ['ground', 'cover', 'ink', 'accent', 'link'];
  const rules = names
    .filter((name) => JSON.stringify(colours[name]) !== JSON.stringify(usual[name]))
    .map((name) => `${variables[name]}:light-dark(${colours[name].light},${colours[name].dark})`);
  return rules.length === 0 ? '' : `:root{${rules.join(';')}}\n`;
}
