/** Which names fit on the map at once. The same at build time and in the browser. */

export interface LabelBox {
  /** Middle, in pixels. */
  readonly x: number;
  readonly y: number;
  /** Size, in pixels. */
  readonly width: number;
  readonly height: number;
}

/** Space between two names, in pixels. */
const gap = 4;

const meet = (a: LabelBox, b: LabelBox): boolean =>
  Math.abs(a.x - b.x) * 2 < a.width + b.width + gap * 2 &&
  Math.abs(a.y - b.y) * 2 < a.height + b.height + gap * 2;

/**
 * Lets in one name after the other that meets no other and is inside the picture.
 *
 * @param boxes most important first; `undefined` for names that are not to be shown
 * @param size of the picture's sides, in pixels
 * @returns for each box whether it is shown; no two shown ones meet
 */
export function placeLabels(boxes: readonly (LabelBox | undefined)[], size: number): boolean[] {
  const shown: LabelBox[] = [];
  return boxes.map((box) => {
    if (box === undefined || !isInside(box, size) || shown.some((other) => meet(box, other)))
      return false;
    shown.push(box);
    return true;
  });
}

function isInside({ x, y, width, height }: LabelBox, size: number): boolean {
  return (
    x * 2 - width >= 0 &&
    y * 2 - height >= 0 &&
    x * 2 + width <= size * 2 &&
    y * 2 + height <= size * 2
  );
}

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
  region: { size: 12.5, letter: 0.76, line: 1.2 },
  place: { size: 12.5, letter: 0.45, line: 1.15 },
} as const;

/** Size of a name, in pixels: widths are of an average letter, and generous. */
export function measureLabel(
  lines: readonly string[],
  kind: keyof typeof typeSizes,
): { readonly width: number; readonly height: number } {
  const { size, letter, line } = typeSizes[kind];
  const longest = Math.max(...lines.map(({ length }) => length));
  return { width: longest * letter * size, height: lines.length * line * size };
}
