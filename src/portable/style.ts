/** Style sheets of a copy: addresses from where they lie, fonts within. */
import { targetOf, type Site } from './address.ts';
import { withEdits, type Edit } from './edits.ts';
import { isFont } from './sorting.ts';

/** Comments and strings, which hold no addresses, and `url(…)`, bare or quoted. (CSS Syntax Level 3, 4.3.) */
const tokens =
  /\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|url\(\s*(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|([^\s"'()]+))\s*\)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/gi;

/** Pages on a disk are no site to a browser, which would say of each step that it cannot be faded. */
const crossing = /@view-transition\s*\{[^{}]*\}/g;

/**
 * @param from the file of the style sheet
 * @param font a font's bytes; undefined if there is no such file
 */
export function portableStyle(
  css: string,
  from: string,
  site: Site,
  font: (path: string) => Uint8Array | undefined,
): string {
  const edits: Edit[] = [];
  for (const found of css.matchAll(tokens)) {
    const address = found[1] ?? found[2] ?? found[3];
    const target = address === undefined ? undefined : targetOf(address, from, site);
    if (target === undefined) continue;
    const bytes = isFont(target.path) ? font(target.path) : undefined;
    const written =
      bytes === undefined
        ? target.address
        : `data:font/${target.path.split('.').at(-1) ?? ''};base64,${Buffer.from(bytes).toString('base64')}`;
    edits.push({
      start: found.index,
      end: found.index + found[0].length,
      text: `url("${written.replaceAll(/["\\\n]/g, (sign) => encodeURIComponent(sign))}")`,
    });
  }
  return withEdits(css, edits).replaceAll(crossing, '');
}
