/** The fonts of formulas that a page needs: src/styles/formulas.css, docs/formulas.md. */
import letters from '../assets/fonts/libertinus-math-letters.woff2?url';
import signs from '../assets/fonts/libertinus-math.woff2?url';

/** Letters of other alphabets than the usual italic ones, as the style sheet has them. */
const alphabets =
  /[\u2102\u210A-\u210D\u2110-\u2112\u2115\u2119-\u211D\u2124\u2128\u212C\u212D\u212F-\u2131\u2133\u2134\u{1D400}-\u{1D433}\u{1D468}-\u{1D6A3}\u{1D6A8}-\u{1D6E1}\u{1D71C}-\u{1D7FF}]/u;

/**
 * Addresses of fonts to fetch before the page is painted, so that its formulas never change their look.
 *
 * @param html the page's main part
 */
export function formulaFonts(html: string): string[] {
  if (!html.includes('<math')) return [];
  return alphabets.test(html) ? [signs, letters] : [signs];
}
