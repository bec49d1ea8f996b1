import { splitOutsideBraces, texText } from '../records/tex-text.ts';
import { authorNames } from './list.ts';
import { inSpokenOrder, nobody } from './name.ts';

const and = /(?<!\s)\s+and\s+/iy;
const comma = /,/y;

/** Marks of footnotes that slipped into a name, escaped or not. */
const marks = /(?:\\?[*†‡§¶]){1,20}$/;

/**
 * The names in an author field: `Last, First and von Last, Jr, First and {A Group, Inc.}`, each in the
 * order it is spoken.
 *
 * @see Oren Patashnik, BibTeXing (1988), section 4
 */
export function bibtexNames(tex: string): string[] {
  return splitOutsideBraces(tex, and)
    .flatMap((name) => {
      const parts = splitOutsideBraces(name, comma).map((part) =>
        texText(part.replaceAll('--', '-')).replaceAll(/\s+/g, ' ').trim().replace(marks, ''),
      );
      // Several names with commas between: no BibTeX, but people do write it.
      return inSpokenOrder(parts) ?? authorNames(parts.join(', '));
    })
    .filter((name) => !nobody.test(name.trim()));
}
