import {
  inScript,
  numberFollows,
  numberPrecedes,
  operandFollows,
  operandPrecedes,
  type Sides,
} from './damage-context.ts';

/**
 * Names of TeX commands, sorted by how sure one can be that a bare one was a command.
 * They are the commands of 50,000 abstracts' formulas and their kin in the amsmath and amssymb packages. Of those that
 * are words too, what stands beside them tells.
 */
const list = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/** No words of any language the archive meets: a bare one is always a command without its backslash. */
const certain = list(`
  infty varepsilon vartheta varphi varrho varsigma varpi leq geq neq leqslant geqslant lesssim gtrsim
  cdot cdots ldots dotsc rightarrow leftarrow Rightarrow Leftarrow leftrightarrow Leftrightarrow
  longrightarrow xrightarrow mapsto uparrow downarrow nearrow searrow rightharpoonup
  preceq succeq subseteq supseteq subsetneq otimes oplus ominus odot boxplus propto triangleq simeq
  langle rangle lceil rceil lfloor rfloor lVert rVert lvert rvert nabla setminus emptyset varnothing
  bigcup bigcap bigoplus nicefrac tfrac dfrac
  mathcal mathbb mathbf mathrm mathsf mathfrak mathscr mathtt mathit mathbbm boldsymbol pmb operatorname
  widetilde widehat overline widebar qquad upmu intercal
`);

/** Letters. Their names are also words: "AlphaGo", "the Gamma distribution", "beta-VAE". */
const letters = list(`
  alpha beta gamma delta epsilon eps zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon
  phi chi psi omega ell hbar Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
`);

/** Signs that stand between two things, or before a number. Some are words or abbreviations too. */
const relations = list(`
  times to in sim approx le ge ll gg ne pm mp div mid prec succ equiv circ star ast subset supset
  cup cap deg backslash wedge vee land lor perp parallel bullet asymp cong notin
`);

/** Marks that stand above or below the line: `360^circ`, `x^star`, `A^top`. */
const marks = list(`top bot dagger prime circ star ast perp intercal sharp flat natural`);

/** Wrappers whose argument stood without braces: `\tilde O(n)`, `\sqrt n`, `\frac12`. */
const wrappers = list(`tilde hat bar vec sqrt frac breve ddot dot binom`);

/**
 * Signs of a formula beside the name of a letter, each with what it finds.
 *
 * A sign counts if, in the abstracts that docs/damage.md measures, it stands beside lost letters many times
 * as often as beside names that people wrote: `O(epsilon)` does, `kappa = 0.87` and `beta-VAE` do not.
 */
const signs: readonly ((sides: Sides) => boolean)[] = [
  // `x^{alpha`, `V_pi`, `{sigma}`
  ({ before }) => inScript(before),
  ({ before, after }) => before.endsWith('{') && after.startsWith('}'),
  // `epsilon^{-2}`, `Phi^*`
  ({ after }) => /^\^[\d{(*+A-Za-z-]/.test(after),
  // `alpha_t`, `pi_{sft}`, `mu_infty`, but not `alpha_max`
  ({ before, after }) =>
    !before.endsWith('_') && /^_(?:\{|[A-Za-z\d](?![A-Za-z_])|[a-z]+\})/.test(after),
  ({ after }) => certain.has(/^_([A-Za-z]+)/.exec(after)?.[1] ?? ''),
  // `O(varepsilon)`, `Omega(n)`, `(gamma)`
  ({ before }) => /[A-Za-z0-9]\($/.test(before),
  ({ after }) => /^\((?![A-Z]{2})[^ ()]{1,3}[)^_/]/.test(after),
  // `(epsilon, delta)`
  ({ before, after }) => before.endsWith('(') && /^ ?, ?[a-zA-Z]+(?:, ?[a-zA-Z]+)?\)/.test(after),
  ({ before, after }) => /\([a-z]+, ?$/.test(before) && after.startsWith(')'),
  // `1/epsilon`, `delta/2`
  ({ before }) => /(?:^|[^A-Za-z])[A-Za-z0-9)]\/$/.test(before),
  ({ after }) => /^\/[A-Za-z0-9](?![A-Za-z])/.test(after),
  // `2epsilon`, `1-delta`, `(1 + epsilon`, `opt + epsilon`
  ({ before }) => /(?:^|[^A-Za-z0-9.])\d+(?:\.\d+)?$/.test(before),
  ({ before }) => /(?:^|[^A-Za-z0-9.])\d[+*-]$/.test(before),
  ({ before }) => /(?:[\d)]|(?:^|[^A-Za-z])[B-HJ-Zb-z]|opt) [-+*] $/.test(before),
  // `2{+}delta`
  ({ before }) => /\{[-+*=]\}$/.test(before),
  // `0<delta`, `epsilon > 0`
  ({ before }) => /[<>]$/.test(before),
  ({ after }) => /^ ?[<>]/.test(after),
  // `alphain[0,1]`, `beta to 0`
  ({ after }) => /^ (?:(?:geq?|leq?|sim) |to (?:\d|infty|∞))/.test(after),
];

/** Coefficients of agreement and correlation: people report `kappa > 0.6` and `rho=0.4` without TeX. */
const statistics = /^(?:kappa|rho|tau|alpha|beta|lambda|Delta)$/;

/** Those that people seldom write out before a number. */
const assigned = /^(?:epsilon|eps|gamma|theta|eta|nu|mu|xi|phi|psi|omega)$/;

/** Is the name of a letter a formula's letter, as its sides tell? */
function isFormulaLetter(name: string, sides: Sides): boolean {
  if (name === 'ell') return !sides.after.startsWith("'");
  if (statistics.test(name) && /^ ?[<>=]/.test(sides.after) && /(?:^|[ ,(|])$/.test(sides.before)) {
    return false;
  }
  // Roman eleven, and `x_i` beside `x_j`.
  if (name === 'xi' && /(?:^|\s)\($/.test(sides.before) && sides.after.startsWith(')'))
    return false;
  if (name === 'xi' && /^, ?xj/.test(sides.after)) return false;
  if (/(?:^|\s)\($/.test(sides.before) && sides.after.startsWith(')'))
    return !statistics.test(name);
  if (/^(?:Theta|Omega)$/.test(name) && sides.after.startsWith('(')) return true;
  if (sides.after.startsWith('=') && assigned.test(name)) return true;
  return signs.some((sign) => sign(sides));
}

const between = (sides: Sides): boolean => operandPrecedes(sides) && operandFollows(sides);

/** `3 sim (see` is no formula: a bracket is a weak right half. */
const beforeBracket = ({ after }: Sides): boolean => /^ ?[[(|{]/.test(after);

/** Those that English or somebody's abbreviation could mean, each with what tells that it does not. */
const rules: Readonly<Record<string, (sides: Sides) => boolean>> = {
  times: (sides) =>
    /\d$/.test(sides.before) ||
    /^\d/.test(sides.after) ||
    (numberPrecedes(sides) && numberFollows(sides)) ||
    (between(sides) && !beforeBracket(sides)),
  sim: (sides) => numberFollows(sides) || (between(sides) && !beforeBracket(sides)),
  approx: (sides) =>
    numberFollows(sides) ||
    between(sides) ||
    (operandPrecedes(sides) && /^ [A-Z]{1,2}[ .,)]/.test(sides.after)),
  // `P ne NP`: the names of classes.
  ne: (sides) =>
    between(sides) ||
    (/(?:^|[^A-Za-z])[A-Z]{1,5} $/.test(sides.before) && /^ (?:co)?[A-Z]{1,6}\b/.test(sides.after)),
  // Only braces tell it from an abbreviation.
  deg: () => false,
  le: (sides) => numberFollows(sides) || between(sides),
  ge: (sides) => numberFollows(sides) || between(sides),
  // `5 pm 7` is an hour.
  pm: (sides) =>
    (numberFollows(sides) && !/(?:^|[^\d.])\d{1,2}(?::\d\d)? $/.test(sides.before)) ||
    (/\d ?$/.test(sides.before) && /^ ?(?:eps|epsilon|delta|o\()/.test(sides.after)),
  in: ({ before, after }) => /[)}\]]$/.test(before) && /^ ?[[({A-Z]/.test(after),
  to: ({ before, after }) =>
    /\dD$/.test(before) || (/[}\]]$/.test(before) && /^ ?[[({A-Z\d]/.test(after)),
};

/** Words that only a subscript or superscript tells from English. */
const english = list(`models top bot star prime flat sharp natural ast div land bullet dagger`);

/** Is the name of a relation or a mark a formula's, as its sides tell? */
function isFormulaSign(name: string, sides: Sides): boolean {
  const { before, after } = sides;
  // `256{times}256`; `x_{in}` is somebody's subscript.
  const word = name === 'in' || name === 'to' || english.has(name);
  if ((word ? /(?:^|[^_\w])\{$/ : /(?:^|[^_A-Za-z])\{$/).test(before) && after.startsWith('}'))
    return true;
  // `sem_sim` is somebody's variable.
  if (before.endsWith('_') && !inScript(before)) return false;
  if (before.endsWith('!') && after.startsWith('!')) return true;
  // Capitals of other scripts: `εin(0,1)`.
  if (/\p{Script=Greek}$/u.test(before)) return true;
  if (marks.has(name) && inScript(before)) return true;
  if (english.has(name)) return false;
  return (rules[name] ?? between)(sides);
}

/** `tilde O(`, `sqrt n`, `hatβ`, `frac12`, but not `wav2vec 2.0` or `hat A's`. */
const isWrapper = (_: string, { before, after }: Sides): boolean =>
  !/[\w-]$/.test(before) &&
  (/^ ?[\dB-HJ-Zb-z\p{Script=Greek}](?![\w'’.-])/u.test(after) || /^(?:\{|\d\d)/.test(after));

/** `sum_k`, `prod_{i`, but not `sum_values`. */
const isSummed = (_: string, { before, after }: Sides): boolean =>
  !/\w$/.test(before) && /^_(?:\{|\w(?!\w))/.test(after);

const isLogic = (_: string, { after }: Sides): boolean => /^(?:\^| [A-Z] )/.test(after);

/** What tells a word that is the name of a command from one that is not. */
export const known = new Map<string, (name: string, sides: Sides) => boolean>();
const knowAll = (names: Iterable<string>, test: (name: string, sides: Sides) => boolean): void => {
  for (const name of names) known.set(name, test);
};
knowAll(wrappers, isWrapper);
knowAll(marks, isFormulaSign);
knowAll(relations, isFormulaSign);
knowAll(letters, isFormulaLetter);
knowAll(['sum', 'prod', 'int'], isSummed);
knowAll(['exists', 'neg'], isLogic);
knowAll(certain, () => true);
