/** Formulas and accents as they are typed on a keyboard. */
import { pick, shuffled } from '../../random.ts';
import { idsOf, mostRight } from '../corpus.ts';
import type { Kind } from '../query.ts';
import { fold, isPlainWord, tokens } from '../words.ts';

const greek: Readonly<Record<string, string>> = Object.fromEntries(
  'α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho σ sigma τ tau φ phi χ chi ψ psi ω omega ℓ l ∞ infty'
    .split(' ')
    .flatMap((sign, at, all) => (at % 2 === 0 ? [[sign, all[at + 1] ?? '']] : [])),
);
const greekNames = new Set(Object.values(greek));

/** What a reader would have to look for on the keyboard. */
const untypeable = /[\u00c0-\u024f\u0370-\u03ff\u1e00-\u1eff\u2070-\u209c\u2113\u221e^_\\$]/;
/** Commands that leave their argument as it is. */
const styles =
  /\\?(?:math(?:cal|bb|bf|rm|sf|frak)|text(?:bf|it|sc|tt|rm)|emph|ensuremath|operatorname)\s*(?=\{)/g;

/**
 * A word with signs as it is typed: `$\ell_\infty$` → `l_infty`, `Łojasiewicz` → `lojasiewicz`, `O(n^2)` not at all.
 *
 * @param below keep the underscore; without it `l_1` is `l1`
 */
export function typedPlainly(word: string, below: boolean): string | undefined {
  // `μm` is a unit, and nobody writes `mum`.
  if (/[α-ω][a-z]/.test(word)) return undefined;
  const text = word
    .replaceAll(styles, '')
    .replaceAll(/[α-ωℓ∞]/g, (sign) => greek[sign] ?? sign)
    .replaceAll(/\\?\bell(?=_)/g, 'l')
    .replaceAll(/\\([A-Za-z]+)/g, (command, name: string) =>
      greekNames.has(name) ? name : command,
    )
    .replaceAll(/[{}$^]/g, '')
    .replaceAll(below ? /(?!)/g : /_/g, '');
  if (text.includes('\\')) return undefined;
  const typed = fold(text).replaceAll(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
  if (!/^[a-z0-9][a-z0-9_-]{1,24}$/.test(typed)) return undefined;
  return /^l_?(?:[012p]|infty)$/.test(typed) || /[a-z].*[a-z].*[a-z0-9]/.test(typed)
    ? typed
    : undefined;
}

export const tex: Kind = {
  name: 'tex',
  label: 'formula or accent, typed plainly',
  rule: (corpus) => (paper, next) => {
    const text = `${paper.title} ${paper.abstract}`;
    if (!untypeable.test(text)) return undefined;
    const below = next() < 0.5;
    const signs = text
      .split(/\s+/)
      .filter((word) => word.length < 40 && untypeable.test(word) && !/https?:|www\.|@/.test(word))
      .flatMap((word) => typedPlainly(word, below) ?? []);
    const sign = pick(next, signs);
    if (sign === undefined) return undefined;
    const words = paper.titleWords.filter(
      (word) => word.length >= 4 && isPlainWord(word) && !sign.includes(word),
    );
    const beside = shuffled(
      next,
      words.filter((word) => corpus.isTelling(word)),
    ).slice(0, 2);
    if (beside.length < 2) return undefined;
    const typed = [...beside, sign].join(' ');
    const literally = idsOf(corpus.withAll(tokens(typed)));
    if (literally.length > mostRight) return undefined;
    return { typed, right: [paper.id, ...literally] };
  },
};
