/** Where names stand on the map: beside their papers and on none. The same at build time and in the browser. */
import type { Room } from './room.ts';

/** Size of a name, in the unit of the picture. */
export interface LabelSize {
  readonly width: number;
  readonly height: number;
}

export interface Wanted {
  /** Middle of what is named. */
  readonly x: number;
  readonly y: number;
  /** Forms of the name, the best first. */
  readonly forms: readonly LabelSize[];
}

/** A name in its place. */
export interface Placed extends LabelSize {
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  /** Which of the forms it has. */
  readonly form: number;
}

export interface Picture {
  /** Of its sides. */
  readonly size: number;
  /** Where dots are. */
  readonly room: Room;
  /** Space between two names. */
  readonly gap: number;
  /** How far from its middle a name may stand. */
  readonly reach: number;
}

/** Directions that are tried, and rings of them up to the reach. */
const directions = 28;
const rings = 22;

/** What it costs to stand nearer to the middle of something else, in parts of the reach. */
const astray = 0.5;

/** Nearer by this, a shorter form is taken; in parts of the reach. */
const shorter = 0.45;

/**
 * Finds places for names, one after the other: each as near to its middle as it may be without meeting a dot, another
 * name or the border, and rather nearer to its own middle than to any other.
 *
 * @param wanted most important first; `undefined` for names that are not to be shown
 * @param taken places that others have
 * @returns of each its place; `undefined` where there is none
 */
export function placeNames(
  wanted: readonly (Wanted | undefined)[],
  picture: Picture,
  taken: readonly Placed[] = [],
): (Placed | undefined)[] {
  const placed: Placed[] = [...taken];
  return wanted.map((name) => {
    if (name === undefined) return undefined;
    let best: { readonly place: Placed; readonly cost: number } | undefined;
    for (const [form, size] of name.forms.entries()) {
      const found = nearest(name, form, size, wanted, picture, placed);
      if (found && (!best || found.cost + shorter * picture.reach < best.cost)) best = found;
    }
    if (best) placed.push(best.place);
    return best?.place;
  });
}

function nearest(
  name: Wanted,
  form: number,
  size: LabelSize,
  wanted: readonly (Wanted | undefined)[],
  { size: side, room, gap, reach }: Picture,
  placed: readonly Placed[],
): { readonly place: Placed; readonly cost: number } | undefined {
  const [halfX, halfY] = [size.width / 2, size.height / 2];
  let best: { readonly place: Placed; readonly cost: number } | undefined;
  for (let ring = 0; ring <= rings; ring += 1) {
    const away = (ring / rings) * reach;
    if (best && away >= best.cost) break;
    for (let turn = 0; turn < (ring === 0 ? 1 : directions); turn += 1) {
      const angle = (turn / directions) * 2 * Math.PI;
      const x = name.x + away * Math.cos(angle);
      const y = name.y + away * Math.sin(angle);
      if (x < halfX || y < halfY || x + halfX > side || y + halfY > side) continue;
      const toMiddle = Math.hypot(x - name.x, y - name.y);
      const isAstray = wanted.some(
        (other) => other && other !== name && Math.hypot(x - other.x, y - other.y) < toMiddle,
      );
      const cost = away + (isAstray ? astray * reach : 0);
      if (best && cost >= best.cost) continue;
      const place = { x, y, ...size, form };
      if (
        room.isFree(x - halfX, y - halfY, x + halfX, y + halfY) &&
        !placed.some((other) => meet(place, other, gap))
      )
        best = { place, cost };
    }
  }
  return best;
}

/** Whether two boxes come nearer than a gap. */
export const meet = (a: Omit<Placed, 'form'>, b: Omit<Placed, 'form'>, gap: number): boolean =>
  Math.abs(a.x - b.x) * 2 < a.width + b.width + gap * 2 &&
  Math.abs(a.y - b.y) * 2 < a.height + b.height + gap * 2;

/** Longest line of a name, in characters; a longer word has a line of its own. */
const lineLength = 16;

/** Breaks a name into lines of about equal length. */
export function linesOf(name: string): readonly string[] {
  const wanted = Math.ceil(name.length / lineLength);
  const length = Math.max(name.length / wanted, 8);
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const line = lines.at(-1);
    const room = line === undefined ? -1 : length + 3 - line.length;
    if (line !== undefined && word.length + 1 <= room) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** How large names are set, in pixels; the style sheet says the same. */
export const typeSizes = {
  region: { size: 12.5, letter: 0.76, line: 1.2, below: 0.45 },
  place: { size: 12.5, letter: 0.45, line: 1.2, below: 0 },
} as const;

/** Size of a name, in pixels: widths are of an average letter, and generous. */
export function measureLabel(
  lines: readonly string[],
  kind: keyof typeof typeSizes,
): { readonly width: number; readonly height: number } {
  const { size, letter, line, below } = typeSizes[kind];
  const longest = Math.max(...lines.map(({ length }) => length));
  return { width: longest * letter * size, height: (lines.length * line + below) * size };
}
