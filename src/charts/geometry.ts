/**
 * Numbers to SVG paths. All are drawn in a box that is stretched to the room there is
 * (`preserveAspectRatio="none"`): one period is `step` wide, the box is `top` high, and y grows downwards.
 * Whole numbers, because they are short and a five-hundredth of a picture's height cannot be seen.
 */

/** Height of the box. */
export const top = 100;
/** Width of a bar and the space after it. */
export const barStep = 3;
/** Distance of two points of a line. */
export const lineStep = 10;

/** Width of the box of `count` bars: there is no space after the last. */
export const barsWidth = (count: number): number => count * barStep - 1;

/** Width of the box of a line of `count` points. */
export const lineWidth = (count: number): number => Math.max(1, count - 1) * lineStep;

/** Height in the box; a bar can be seen however low. */
const high = (value: number, most: number): number => Math.max(3, Math.round((value / most) * top));

/**
 * Bars that stand on the bottom of the box.
 *
 * @param bars which slot from the left, counted from 0, and how much
 * @param most what is as high as the box; above 0
 */
export function barsPath(
  bars: readonly { readonly slot: number; readonly value: number }[],
  most: number,
): string {
  return bars
    .map(({ slot, value }) => {
      const height = high(value, most);
      return `M${slot * barStep} ${top}v-${height}h2v${height}z`;
    })
    .join('');
}

/** Neighbouring points that have a value: x and y in the box. */
type Stroke = readonly (readonly [number, number])[];

function strokes(values: readonly (number | undefined)[], most: number): Stroke[] {
  const found: [number, number][][] = [];
  let open = false;
  values.forEach((value, index) => {
    if (value !== undefined) {
      if (!open) found.push([]);
      found.at(-1)?.push([index * lineStep, top - Math.round((value / most) * top)]);
    }
    open = value !== undefined;
  });
  return found;
}

const through = (stroke: Stroke): string => stroke.map(([x, y]) => `${x} ${y}`).join('L');

/**
 * A line from point to point, broken where there is no value; a point alone is a stroke without length,
 * which a round line cap makes a dot.
 *
 * @param most what is as high as the box; above 0
 */
export function linePath(values: readonly (number | undefined)[], most: number): string {
  return strokes(values, most)
    .map((stroke) => (stroke.length === 1 ? `M${through(stroke)}h0` : `M${through(stroke)}`))
    .join('');
}

/** What lies below that line. */
export function areaPath(values: readonly (number | undefined)[], most: number): string {
  return strokes(values, most)
    .filter((stroke) => stroke.length > 1)
    .map((stroke) => `M${stroke[0]?.[0] ?? 0} ${top}L${through(stroke)}V${top}z`)
    .join('');
}

/** A place between the left end (0) and the right (1) in per cent, e.g. "37.5%". */
export const percentPlace = (part: number): string => `${Math.round(part * 1000) / 10}%`;

/** Where a label at such a place hangs on it, so that it stays inside. */
export function anchorAt(part: number, margin = 0.2): 'start' | 'middle' | 'end' {
  return part < margin ? 'start' : part > 1 - margin ? 'end' : 'middle';
}
