/** Letters as they are compared: without case and accents. The same while building and in the browser. */
import { fold } from '../words.ts';

export { fold };

/** The words of a text, folded: runs of letters and digits. */
export function foldedWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
