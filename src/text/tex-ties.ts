import { protector } from './protected.ts';

/** A tie after a word that always has a number, a name or a reference after it. */
const afterLabel =
  /(?<=\b(?:Figs?|Figures?|Secs?|Sections?|Eqs?|Eqns?|Equations?|Tabs?|Tables?|Algs?|Algorithms?|Theorems?|Thm|Lemmas?|Refs?|Chapters?|App|Appendix|et al|cf|vs|resp|i\.e|e\.g|Dr|Prof|Mrs?|Ms|St|pp)\.?,?)~(?=[\p{L}\p{N}([\\$])/gu;
/** Between initials and name: `J.~Smith`. */
const afterInitial = /(?<=(?<![\p{L}\p{N}])\p{Lu}\.)~(?=\p{Lu})/gu;
/** Between a word and a formula: `dataset~$D$`. */
const beforeFormula = /(?<=[a-z]{3})~(?=\$)/g;

/** Between a word and a bracket, an address or a command: `model~(DCM)`, `at~https://…`. */
const beforeAside = /(?<=[\p{L})}]{2})~(?=\(|https?:\/\/|\\[a-z])/giu;

/** The ties (`~`) that are clearly TeX become blanks; `~50%` and `x~N(0,1)` stay. */
export function resolveTies(text: string): string {
  if (!text.includes('~')) return text;
  const spanAt = protector(text);
  const untie = (tie: string, at: number): string => (spanAt(at) ? tie : ' ');
  return text
    .replace(afterLabel, untie)
    .replace(afterInitial, untie)
    .replace(beforeAside, untie)
    .replace(beforeFormula, (tie, at: number) =>
      spanAt(at + 1)?.kind === 'formula' ? untie(tie, at) : tie,
    );
}
