import { protector } from './protected.ts';

/** Ties that are clearly TeX; and on which side of them a formula must stand. */
const ties: readonly (readonly [tie: RegExp, formula?: 1 | -1])[] = [
  // A tie after a word that always has a number, a name or a reference after it.
  [
    /(?<=\b(?:Figs?|Figures?|Secs?|Sections?|Eqs?|Eqns?|Equations?|Tabs?|Tables?|Algs?|Algorithms?|Theorems?|Thm|Lemmas?|Refs?|Chapters?|App|Appendix|et al|cf|vs|resp|i\.e|e\.g|i\.i\.d|w\.r\.t|Dr|Prof|Mrs?|Ms|St|pp)\.?,?)~(?=[\p{L}\p{N}([\\$])/gu,
  ],
  // Between initials and name: `J.~Smith`.
  [/(?<=(?<![\p{L}\p{N}])\p{Lu}\.)~(?=\p{Lu})/gu],
  // Between a word and a bracket, an address or a command: `model~(DCM)`, `at~https://…`.
  [/(?<=[\p{L})}]{2}|,)~(?=\(|https?:\/\/|\\[a-z])/giu],
  // A number and its unit or noun, an item's number and the item: `18~VLMs`, `(ii)~the`; `140~150` is a range.
  [/(?<=\p{N}|[\p{L}\p{N}]\))~(?=\p{L})/gu],
  // A name and its number or numeral: `Opus~4`, `F1~0.298`, `Paradigm~III`; `8 fps~12 fps` is a range.
  [
    /(?<=(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}@-]{1,15})~(?=\p{N})|(?<=(?<![\p{L}\p{N}])\p{Lu}\p{L}{2,15})~(?=\p{Lu})/gu,
  ],
  // After a formula: `$5$~pp`.
  [/(?<=\$)~(?=\p{L})/gu, -1],
  // Between a word and a formula: `dataset~$D$`.
  [/(?<=[A-Za-z]{3})~(?=\$)/g, 1],
];

/** The ties (`~`) that are clearly TeX become blanks; `~50%` and `x~N(0,1)` stay. */
export function resolveTies(text: string): string {
  if (!text.includes('~')) return text;
  const spanAt = protector(text);
  let result = text;
  for (const [tie, side] of ties) {
    result = result.replace(tie, (found, at: number) => {
      const besideFormula = side === undefined || spanAt(at + side)?.kind === 'formula';
      return besideFormula && !spanAt(at) ? ' ' : found;
    });
  }
  return result;
}
