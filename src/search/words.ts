/** Words as the search compares them: in the vocabulary, in queries, in titles. */
import { typedLetters } from '../text/letters.ts';

/** Signs that are typed as a word: the names of TeX's commands for them. */
const signs: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ϵ: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  ϑ: 'theta',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  µ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  ς: 'sigma',
  τ: 'tau',
  υ: 'upsilon',
  φ: 'phi',
  ϕ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
  ℓ: 'ell',
  '∞': 'infty',
  '∇': 'nabla',
  '∂': 'partial',
  '√': 'sqrt',
  '×': 'times',
  '∑': 'sum',
  '∏': 'prod',
  '∫': 'int',
  '≤': 'leq',
  '≥': 'geq',
};

const sign = new RegExp(`[${Object.keys(signs).join('')}]`, 'gu');
const marks = /\p{M}+/gu;
/** A word goes on over these: `fine-tuning`, `Newton's`, `3.1`, `DP^2O`. */
const joints = /[-\u2010-\u2015\u2212'\u2019._^{}]+/gu;

/** Letters and digits, over joints. Also what is not a word to a reader: `2025`, `3.1`. */
const token = /[\p{L}\p{N}]+(?:[-\u2010-\u2015\u2212'\u2019._^{}]+[\p{L}\p{N}]+)*/gu;

/** Nothing that the index would not find as it is typed; TeX's own signs part words in the index. */
const plainToken = /^[\p{ASCII}\u2010-\u201f]*$/u;
const tex = /[\^_{}]/;

/**
 * Lower case, without accents, as Pagefind's index has words. Signs stay signs.
 *
 * `Łojasiewicz`, `TÜLU` and `ﬁne` become `lojasiewicz`, `tulu` and `fine`.
 */
export function fold(text: string): string {
  return typedLetters(text.normalize('NFKD').replaceAll(marks, '').toLowerCase());
}

/** Puts the names of signs for the signs, apart from the words beside them: `ℓ∞` becomes `ell infty`. */
function spell(text: string): string {
  return text.toLowerCase().replaceAll(sign, (letter) => ` ${signs[letter] ?? letter} `);
}

/** A word of a text. */
export interface Word {
  /** Folded, what joins its parts taken out: `finetuning` for "Fine-Tuning". */
  readonly whole: string;
  /** Its parts if it has several: `fine`, `tuning`. */
  readonly parts: readonly string[];
}

function foldedWords(text: string): Word[] {
  const found: Word[] = [];
  for (const raw of text.match(token) ?? []) {
    // The genitive is no part of a name.
    const parts = raw
      .replace(/['\u2019]s$/, '')
      .split(joints)
      .filter((part) => part !== '');
    found.push({ whole: parts.join(''), parts: parts.length > 1 ? parts : [] });
  }
  return found;
}

/** The words of a text, in order. Signs count by their names. */
export function words(text: string): Word[] {
  return foldedWords(fold(spell(text)));
}

/**
 * What a text says in signs and letters that few keyboards have, as people type it: to be searched beside the text.
 *
 * @returns distinct words of two letters or more, none of which the index would find in the word it is made from
 */
export function typedForms(text: string): string[] {
  const forms = new Set<string>();
  for (const token of text.split(/\s+/)) {
    if (plainToken.test(token) && !tex.test(token)) continue;
    const lower = token.toLowerCase();
    // The index takes accents off by itself.
    const decomposed = lower.normalize('NFD').replaceAll(marks, '');
    // `ℓ₁` is typed `ell_1` and `l1`.
    for (const { whole, parts } of [...words(token), ...foldedWords(fold(token))]) {
      for (const form of [whole, ...parts]) {
        // Queries have signs by name, too: a form that holds one is never asked for.
        const typed = spell(form) === form;
        if (typed && form.length > 1 && !decomposed.includes(form)) forms.add(form);
      }
    }
  }
  return [...forms];
}
