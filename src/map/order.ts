/** The order in which the data file has the papers. */

/** Spreads the 16 bits of a number over the even bits of 32. */
function spreadBits(value: number): number {
  let bits = value & 0xffff;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

/**
 * Orders papers along a curve through the map (Morton 1966), so that those near each other share a file of titles.
 *
 * @param positions x and y of each paper, 16 bits
 * @returns places, the first of the curve first
 */
export function alongCurve(positions: Uint16Array): Int32Array {
  const count = positions.length / 2;
  const keys = Float64Array.from(
    { length: count },
    (_, paper) =>
      (spreadBits(positions[paper * 2] ?? 0) | (spreadBits(positions[paper * 2 + 1] ?? 0) << 1)) >>>
      0,
  );
  return Int32Array.from(keys.keys()).toSorted((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
}
