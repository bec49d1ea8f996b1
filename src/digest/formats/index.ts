/** The shapes of digest that Offprint reads. */
import type { DigestFormat } from '../model.ts';
import { hfText } from './hf-text.ts';

/** All formats; of two equally sure ones the first is taken. */
export const formats: readonly DigestFormat[] = [hfText];

/** The format of an id, e.g. `hf-text`. */
export function formatOf(id: string): DigestFormat | undefined {
  return formats.find((format) => format.id === id);
}
