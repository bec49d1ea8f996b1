import { protector } from './protected.ts';

/** A tie after a word that always has a number, a name or a reference after it. */
const afterLabel =
  /(?<=\b(?:Figs?|Figures?|Secs?|Sections?|Eqs?|Eqns?|Equations?|Tabs?|Tables?|Algs?|Algorithms?|Theorems?|Thm|Lemmas?|Refs?|Chapters?|App|Appendix|et al|cf|vs|resp|i\.e|e\.g|i\.i\.d|w\.r\.t|Dr|Prof|Mrs?|Ms|St|pp)\.?,?)~(?=[\p{L}\p{N}([\\$])/gu;
/** Between initials and name: `J.~Smith`. */
const afterInitial = /(?<=(?<![\p{L}\p{N}])\p{Lu}\.)~(?=\p{Lu})/gu;
/** Between a word and a formula: `dataset~$D$`. */
const beforeFormula = /(?<=[A-Za-z]{3})~(?=\$)/g;
/** After a formula: `$5$~pp`. */
const afterFormula = /(?<=\$)~(?=\p{L})/gu;
/** A number and its unit or noun, an item's number and the item: `18~VLMs`, `(ii)~the`; `140~150` is a range. */
const afterNumber = /(?<=\p{N}|[\p{L}\p{N}]\))~(?=\p{L})/gu;
/** A name and its number or numeral: `Opus~4`, `F1~0.298`, `Paradigm~III`; `8 fps~12 fps` is a range. */
const afterName =
  /(?<=(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}@-]{1,15})~(?=\p{N})|(?<=(?<![\p{L}\p{N}])\p{Lu}\p{L}{2,15})~(?=\p{Lu})/gu;

/** Between a word and a bracket, an address or a command: `model~(DCM)`, `at~https://…`. */
const beforeAside = /(?<=[\p{L})}]{2}|,)~(?=\(|https?:\/\/|\\[a-z])/giu;

/** The ties (`~`) that are clearly TeX become blanks; `~50%` and `x~N(0,1)` stay. */
export function resolveTies(text: string): string {
  if (!text.includes('~')) return text;
  const spanAt = protector(text);
  const untie = (tie: string, at: number): string => (spanAt(at) ? tie : ' ');
  return text
    .replace(afterLabel, untie)
    .replace(afterInitial, untie)
    .replace(beforeAside, untie)
    .replace(afterNumber, untie)
    .replace(afterName, untie)
    .replace(afterFormula, (tie, at: number) =>
      spanAt(at - 1)?.kind === 'formula' ? untie(tie, at) : tie,
    )
    .replace(beforeFormula, (tie, at: number) =>
      spanAt(at + 1)?.kind === 'formula' ? untie(tie, at) : tie,
    );
}
