/** Signs and letters of formulas that stand in a text by themselves: `{\alpha}`, `360\deg`, `\r{ho}`. */
import { raised, subscripts, superscripts } from './formula-letters.ts';
import { greekLetters, namedSigns, spokenSigns } from './letters.ts';
import { matchAt, type Resolved } from './sticky.ts';

const signs: ReadonlyMap<string, string> = new Map([
  ...spokenSigns,
  ...namedSigns(
    'deg ° pm ± sim ∼ approx ≈ le ≤ ge ≥ neq ≠ ne ≠ cdot · rightarrow → leftarrow ← circ ∘ dag † star ⋆',
  ),
]);

/** `alpha`; `varphi`, which is written as the letter; `Gamma`, but no `Alpha`, for which TeX has an A. */
function greekLetter(name: string): string | undefined {
  const [, capital] = /^(Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Phi|Psi|Omega)$/.exec(name) ?? [];
  return capital === undefined
    ? greekLetters.get(name.replace(/^var(?=epsilon|theta|phi)/, ''))
    : greekLetters.get(capital.toLowerCase())?.toUpperCase();
}

/** Abbreviations that authors have macros for. */
const abbreviations: Readonly<Record<string, string>> = {
  eg: 'e.g.',
  ie: 'i.e.',
  etal: 'et al.',
  etc: 'etc.',
  wrt: 'w.r.t.',
  cf: 'cf.',
};

const grouped = /\{ ?\\([A-Za-z]+) ?\}/y;
const alone = /\\([A-Za-z]+)/y;
/** arXiv took the first letter of `{\rho}` for an accent. */
const torn = /\\([a-z])\{([a-z]{1,9})\}/y;

/**
 * The sign whose command or group begins at `start`, or nothing. A command without braces is a sign only where
 * nothing of a formula is beside it: `the parameter \alpha,`, `360\deg`, `45 \times 40`.
 */
export function signAt(text: string, start: number): Resolved | undefined {
  const group = matchAt(grouped, text, start);
  if (group) {
    const [, name = ''] = group;
    const sign = greekLetter(name) ?? signs.get(name);
    return sign === undefined ? undefined : { text: sign, end: grouped.lastIndex };
  }
  const halves = matchAt(torn, text, start);
  if (halves) {
    const sign = greekLetter(`${halves[1]}${halves[2]}`);
    return sign === undefined ? undefined : { text: sign, end: torn.lastIndex };
  }
  const [, name = ''] = matchAt(alone, text, start) ?? [];
  const end = alone.lastIndex;
  const [before, after] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 2)];
  if (name === 'deg' && /\d$/.test(before)) return { text: '°', end };
  if (/^(?:times|pm)$/.test(name) && /\d ?$/.test(before) && /^ ?\d/.test(after)) {
    return { text: signs.get(name) ?? '', end };
  }
  const clear = /(?:^|[\s(])$/.test(before) && /^(?:[\s.,;:)]|-[a-z]|$)/.test(after);
  // `f( \alpha x`: beside a bracket with a blank, or a lone letter, it is part of a formula.
  const formula = /[(=+*/^_]\s$/.test(before) || /^\s[=+*/^_\\]/.test(after);
  const letter = greekLetter(name);
  if (letter !== undefined) return clear && !formula ? { text: letter, end } : undefined;
  const short = abbreviations[name];
  if (short === undefined || !/^(?:$|[^A-Za-z{])/.test(after)) return undefined;
  return { text: short, end: after.startsWith('.') ? end + 1 : end };
}

/**
 * Digits above or below the line, which have letters of their own: `H₂O`, `10⁻³`; trademarks stand as they are.
 *
 * @param kind `superscript` or `subscript`
 * @returns undefined for what Unicode cannot raise
 */
export function raise(kind: string, text: string): string | undefined {
  if (text === '') return '';
  if (/^(?:TM|™)$/.test(text)) return '™';
  if (/^[®©]$/.test(text)) return text;
  if (!/^[\d+()=−-]{1,20}$/.test(text)) return undefined;
  return raised(text, kind === 'superscript' ? superscripts : subscripts);
}

/** Commands that print one thing. A blank after them is kept: authors mean it, whatever TeX does. */
export const names: ReadonlyMap<string, string> = new Map([
  ['ldots', '…'],
  ['dots', '…'],
  ['textellipsis', '…'],
  ['textendash', '–'],
  ['textemdash', '—'],
  ['textasciitilde', '~'],
  ['textregistered', '®'],
  ['texttrademark', '™'],
  ['textdegree', '°'],
  ['texteuro', '€'],
  ['textpm', '±'],
  ['texttimes', '×'],
  ['LaTeX', 'LaTeX'],
  ['TeX', 'TeX'],
  ['BibTeX', 'BibTeX'],
  ['xspace', ''],
]);
