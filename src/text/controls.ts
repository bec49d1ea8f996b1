import { hasEmphasis } from './emphasis.ts';

/**
 * Characters that no text shows and that can harm one:
 *
 * - control characters (Unicode Cc: C0, DEL, C1) but for those that are white space,
 * - halves of surrogate pairs and noncharacters, which no encoder can write,
 * - the byte order mark / zero width no-break space,
 * - bidi embeddings, overrides and isolates, which can make a text read as what it is not
 *   (Unicode Technical Report 36, "Bidirectional Text Spoofing"). The marks LRM, RLM and ALM stay:
 *   right-to-left text needs them; so do the joiners ZWJ and ZWNJ, which emoji and scripts need.
 */
const controls =
  /(?![\t-\r\u0085])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|[\uFEFF\u202A-\u202E\u2066-\u2069]/gu;

/** How many characters of a text `removeControls` takes out. */
export function controlCharacters(text: string): number {
  return text.match(controls)?.length ?? 0;
}

/**
 * The text without them.
 *
 * @param marked whether it keeps the marks of emphasis.ts, which are noncharacters too
 */
export function removeControls(text: string, marked = false): string {
  return text.replace(controls, (found) => (marked && hasEmphasis(found) ? found : ''));
}
