/** The picture that stands for a page where a link to it is shared: the cover of the site, or of a digest. Pure. */
import { escapeXml } from '../text/escape.ts';

/** Pixels; what Open Graph's readers show whole. */
export const cardSize = { width: 1200, height: 630 } as const;

export interface Card {
  /** The site's title. */
  readonly site: string;
  /** What it is the card of; the site's own has none. */
  readonly title?: string;
  /** Below the title, in the second ink. */
  readonly line: string;
  /** At the foot, as many as have room. */
  readonly foot: readonly string[];
}

export interface CardColours {
  readonly cover: string;
  readonly ink: string;
  readonly accent: string;
}

/** What the faces of `src/assets/cards` have: Latin letters, and the signs of running text. */
const drawable =
  /^[ -~\u00A0-\u0131\u0134-\u0148\u014A-\u017E\u02C6\u02DC\u2013\u2014\u2018-\u201A\u201C-\u201E\u2020\u2022\u2026\u2032\u2033\u2039\u203A\u2122\u2212]+$/;

/** A text as it can be drawn, or nothing: a card without it is better than one of empty boxes. */
const drawn = (text = ''): string | undefined => {
  const composed = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  return drawable.test(composed) ? composed : undefined;
};

/** Widths of Newsreader's letters in parts of the size, of running text rather more than less. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[ ijltI.,:;'|!]/, 0.26],
  [/[fr()[\]/-]/, 0.38],
  [/[mwMW@%—]/, 0.86],
  [/[A-ZÀ-Þ&]/, 0.66],
];

const widthOf = (text: string): number =>
  Array.from(text).reduce(
    (sum, char) => sum + (widths.find(([kind]) => kind.test(char))?.[1] ?? 0.5),
    0,
  );

/** Breaks a text into lines of at most so many times the size; a word that is longer is a line of its own. */
function linesOf(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A text of at most so many times the size: what is too much ends in an ellipsis. */
function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const chars = Array.from(text.slice(0, 300));
  while (widthOf(chars.join('')) > width - 1 || /^[\s,:;.-]$/.test(chars.at(-1) ?? '')) chars.pop();
  return `${chars.join('')}…`;
}

const margin = 80;
const inside = cardSize.width - 2 * margin;

/** The largest size at which a title has room; at the smallest, what is too much ends in an ellipsis. */
function fitted(title: string): { size: number; lines: string[] } {
  for (const [size, most] of [
    [96, 2],
    [76, 3],
    [60, 4],
  ] as const) {
    const lines = linesOf(title, inside / size);
    const fits = lines.length <= most && lines.every((line) => widthOf(line) <= inside / size);
    if (fits) return { size, lines };
  }
  const size = 60;
  const all = linesOf(title, inside / size);
  const lines = [...all.slice(0, 3), all.slice(3).join(' ')].filter((line) => line !== '');
  return { size, lines: lines.map((line) => cut(line, inside / size)) };
}

const textAt = (y: number, size: number, text: string, more = ''): string =>
  `<text x="${margin}" y="${y}" font-size="${size}" ${more}>${escapeXml(text)}</text>`;

/** What stands at the foot: whole parts, as many as a line holds. */
function footOf(parts: readonly string[]): string {
  let line = '';
  for (const part of parts.flatMap((text) => drawn(text) ?? [])) {
    const longer = line === '' ? part : `${line} · ${part}`;
    if (widthOf(longer) > inside / 30) break;
    line = longer;
  }
  return line;
}

/** A card as SVG. What its faces have no letters for is left out, and the line below the title takes its place. */
export function cardSvg(
  { site, title, line, foot }: Card,
  { cover, ink, accent }: CardColours,
): string {
  const name = drawn(site);
  const own = title === undefined ? undefined : drawn(title);
  const heading = title === undefined ? name : own;
  const below = drawn(line);
  const feet = footOf(foot);
  const { size, lines } = fitted(heading ?? below ?? feet);
  const under = heading === undefined ? [] : linesOf(below ?? '', inside / 36).slice(0, 2);
  const block = lines.length * size * 1.06 + under.length * 48;
  const top = 186 + (334 - block) / 2 + size * 0.8;
  const last = top + (lines.length - 1) * size * 1.06;
  const { width, height } = cardSize;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Newsreader" fill="${ink}">`,
    `<path fill="${cover}" d="M0 0h${width}v${height}H0z"/>`,
    `<path fill="none" stroke="${accent}" stroke-width="9" d="M${width - margin - 28} 76a24 24 0 1 1-.01 0z"/>`,
    ...(title === undefined || name === undefined
      ? []
      : [textAt(118, 48, cut(name, (inside - 90) / 48), 'letter-spacing="-.6"')]),
    `<path stroke="${ink}" stroke-opacity=".55" stroke-width="2" d="M${margin} 160h${inside}M${margin} 167h${inside}M${margin} 540h${inside}"/>`,
    ...lines.map((text, at) =>
      textAt(Math.round(top + at * size * 1.06), size, text, `letter-spacing="${-size / 64}"`),
    ),
    ...under.map((text, at) =>
      textAt(Math.round(last + 60 + at * 48), 36, text, `font-style="italic" fill="${accent}"`),
    ),
    textAt(592, 30, feet),
    '</svg>',
  ].join('');
}
