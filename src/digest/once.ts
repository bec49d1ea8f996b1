import type { Capture } from './model.ts';

/**
 * Makes a reading that is done once a capture: what recognises a capture by reading it leaves its reading to
 * what parses it. Kept as long as the capture object is.
 */
export function once<Reading>(read: (capture: Capture) => Reading): (capture: Capture) => Reading {
  const readings = new WeakMap<Capture, { readonly reading: Reading }>();
  return (capture) => {
    const known = readings.get(capture);
    if (known) return known.reading;
    const reading = read(capture);
    readings.set(capture, { reading });
    return reading;
  };
}
