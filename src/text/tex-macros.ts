/**
 * What authors' own macros most often mean, and commands that TeX knows in text only. They count only for a
 * formula that KaTeX has refused without them, so none of them can change what is understood as it stands.
 * A macro is in the table if nearly every paper that uses the name means this.
 */

const operators =
  'poly polylog opt OPT rank tr trace diag sgn sign supp conv vol KL TV Var Cov Tr erf softmax sigmoid ReLU relu MSE SNR vec mat spn span Span card len dist cost val negl adv err Err regret Regret Reg reg prox proj Proj cov var corr Corr Unif unif Bern Ber Poi Bin Binom Geom id Id rad diam girth tw lcm ord wt lin col row nnz Lip Ent TC AUC mAP mIoU polyloglog loglog quasipoly dim Hom Aut End im coker Hull PG AG GL SL PGL PSL SO SU GF RM PRM GRM RS BCH MDS LDPC PPAD PLS NP coNP PSPACE EXP BPP BQP AC TC NC VC VCD Ldim LP SDP SGD GD MMD FID ROC MDP POMDP UCB ETH SETH SAT CSP DNF CNF FPT TSP DAG DFT FFT MLE MAP ERM'.split(
    ' ',
  );

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

const plain = 'ABDGIJKLMUVWXYafghmnpqswxyz'.split('');

const greek =
  'alpha beta gamma delta epsilon eta theta kappa lambda mu nu xi pi rho sigma tau phi psi omega'.split(
    ' ',
  );

const written: Readonly<Record<string, string>> = {
  // Letters.
  eps: '\\epsilon',
  veps: '\\varepsilon',
  vareps: '\\varepsilon',
  vphi: '\\varphi',
  lam: '\\lambda',
  sig: '\\sigma',
  omg: '\\omega',
  E: '\\mathbb{E}',
  Ex: '\\mathbb{E}',
  EE: '\\mathbb{E}',
  Exp: '\\mathbb{E}',
  RR: '\\mathbb{R}',
  NN: '\\mathbb{N}',
  ZZ: '\\mathbb{Z}',
  QQ: '\\mathbb{Q}',
  CC: '\\mathbb{C}',
  FF: '\\mathbb{F}',
  PP: '\\mathbb{P}',
  F: '\\mathbb{F}',
  Q: '\\mathbb{Q}',
  C: '\\mathbb{C}',
  real: '\\mathbb{R}',
  bbR: '\\mathbb{R}',
  bbE: '\\mathbb{E}',
  ind: '\\mathbb{1}',
  indicator: '\\mathbb{1}',
  one: '\\mathbf{1}',
  de: '\\delta',
  KLinf: '\\mathrm{KL}_{\\inf}',
  upmu: '\\mu',
  auc: '\\operatorname{AUC}',
  // Notation.
  mc: '\\mathcal{#1}',
  mb: '\\mathbf{#1}',
  dotp: '\\langle #1,#2\\rangle',
  lp: '\\left(',
  rp: '\\right)',
  norm: '\\lVert #1\\rVert',
  abs: '\\lvert #1\\rvert',
  card: '\\lvert #1\\rvert',
  ceil: '\\lceil #1\\rceil',
  floor: '\\lfloor #1\\rfloor',
  inner: '\\langle #1,#2\\rangle',
  innerprod: '\\langle #1,#2\\rangle',
  angles: '\\langle #1\\rangle',
  paren: '(#1)',
  parens: '(#1)',
  argmin: '\\operatorname*{arg\\,min}',
  argmax: '\\operatorname*{arg\\,max}',
  nicefrac: '{#1}/{#2}',
  sfrac: '{#1}/{#2}',
  wt: '\\widetilde{#1}',
  wh: '\\widehat{#1}',
  td: '\\tilde{#1}',
  bigO: '\\mathcal{O}',
  BigO: '\\mathcal{O}',
  bigo: '\\mathcal{O}',
  Otilde: '\\tilde{O}',
  tO: '\\tilde{O}',
  Ot: '\\tilde{O}',
  softO: '\\tilde{O}',
  Omegat: '\\tilde{\\Omega}',
  dtv: 'd_{\\mathrm{TV}}',
  dkl: 'D_{\\mathrm{KL}}',
  kl: 'D_{\\mathrm{KL}}',
  iid: '\\text{i.i.d.}',
  ones: '\\mathbf{1}',
  T: '\\top',
  tran: '\\top',
  trans: '\\top',
  transpose: '\\top',
  // Packages.
  mbox: '\\text{#1}',
  Tilde: '\\tilde{#1}',
  Hat: '\\hat{#1}',
  Bar: '\\bar{#1}',
  mathds: '\\mathbb{#1}',
  mathbbm: '\\mathbb{#1}',
  mathbbmss: '\\mathbb{#1}',
  mathpzc: '\\mathcal{#1}',
  bs: '\\boldsymbol{#1}',
  boldmath: '',
  ensuremath: '#1',
  mathlarger: '#1',
  scalebox: '#2',
  resizebox: '#3',
  SI: '#1\\,\\mathrm{#2}',
  qty: '#1\\,\\mathrm{#2}',
  si: '\\mathrm{#1}',
  num: '#1',
  ang: '#1^\\circ',
  degree: '^\\circ',
  celsius: '^\\circ\\mathrm{C}',
  metre: 'm',
  meter: 'm',
  second: 's',
  hertz: 'Hz',
  gram: 'g',
  kilo: 'k',
  milli: 'm',
  micro: '\\mu ',
  centi: 'c',
  percent: '\\%',
  per: '/',
  xspace: '',
  // Text.
  em: '\\it ',
  sc: '\\rm ',
  sl: '\\it ',
  bfseries: '\\bf ',
  itshape: '\\it ',
  textsc: '\\text{#1}',
  textsl: '\\textit{#1}',
  uline: '\\underline{#1}',
  uwave: '\\underline{#1}',
  textsuperscript: '^{\\text{#1}}',
  textsubscript: '_{\\text{#1}}',
  textmu: '\\mu ',
  textdegree: '^\\circ',
  texttimes: '\\times ',
  textpm: '\\pm ',
  texttildelow: '\\sim ',
  textasciitilde: '\\sim ',
  textrightarrow: '\\rightarrow ',
  textuparrow: '\\uparrow ',
  textdownarrow: '\\downarrow ',
  textgreater: '>',
  textless: '<',
  textquoteright: "\\text{'}",
  texttrademark: '{}^{\\text{TM}}',
  textregistered: '{}^{\\text{\\textregistered}}',
  cite: '\\text{[#1]}',
  citep: '\\text{[#1]}',
  citet: '\\text{[#1]}',
  citealp: '\\text{[#1]}',
  ref: '\\text{#1}',
  eqref: '\\text{(#1)}',
  footnote: '\\text{ (#1)}',
  label: '',
  nonumber: '',
  notag: '',
  hspace: '\\,',
  vspace: '',
  protect: '',
  noindent: '',
  newline: '\\ ',
  ie: '\\text{i.e.}',
  eg: '\\text{e.g.}',
  etal: '\\text{et al.}',
  wrt: '\\text{w.r.t.}',
  st: '\\text{ s.t. }',
};

/** Name (with its backslash) to what KaTeX shall read for it. */
const macros: Readonly<Record<string, string>> = Object.fromEntries(
  [
    // A macro of one letter is that letter; of which alphabet, nobody knows.
    ...plain.map((letter) => [letter, letter] as const),
    ...operators.map((name) => [name, `\\operatorname{${name}}`] as const),
    // `\cO`, `\calO`, `\bbR`: letters of an alphabet.
    ...letters.flatMap(
      (letter) =>
        [
          [`c${letter}`, `\\mathcal{${letter}}`],
          [`sc${letter}`, `\\mathcal{${letter}}`],
          [`v${letter}`, `\\boldsymbol{${letter}}`],
          [`cal${letter}`, `\\mathcal{${letter}}`],
          [`mc${letter}`, `\\mathcal{${letter}}`],
          [`bb${letter}`, `\\mathbb{${letter}}`],
          [`b${letter}`, `\\mathbf{${letter}}`],
          [`bf${letter}`, `\\mathbf{${letter}}`],
        ] as const,
    ),
    ...letters.flatMap(
      (letter) =>
        [
          [`bf${letter.toLowerCase()}`, `\\mathbf{${letter.toLowerCase()}}`],
          [`v${letter.toLowerCase()}`, `\\boldsymbol{${letter.toLowerCase()}}`],
          [`bv${letter.toLowerCase()}`, `\\boldsymbol{${letter.toLowerCase()}}`],
          // `\\wstar`: the best of all `w`.
          [`${letter.toLowerCase()}star`, `${letter.toLowerCase()}^\\star`],
        ] as const,
    ),
    ...greek.map((name) => [`vec${name}`, `\\vec{\\${name}}`] as const),
    ...Object.entries(written),
  ].map(([name, meaning]) => [`\\${name}`, meaning]),
);

/** The table, afresh each time: KaTeX writes into what it is given. */
export function authorMacros(): Record<string, string> {
  return { ...macros };
}

/**
 * Signs of text, which no formula means: authors call their probabilities and sets so. Poor man's bold is a
 * shadow in KaTeX, which a line of Unicode cannot have.
 */
export function firstMacros(): Record<string, string> {
  return { '\\P': 'P', '\\S': 'S', '\\pmb': '\\boldsymbol{#1}' };
}

const combining: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '"': '\u0308',
};

/** `\tilde\mathcal{O}`: TeX takes the letter along, KaTeX wants braces. */
const accentOnAlphabet =
  /\\(tilde|Tilde|widetilde|hat|widehat|bar|overline|vec|dot|sqrt)\s*\\(math(?:cal|bb|bf|rm|sf|frak|scr|it)|boldsymbol|bm)\s*(?:\{([A-Za-z]*)\}|([A-Za-z]))/g;

/**
 * What no macro can do: MathJax's `\unicode{…}`, accents of text, `#` and `&` that stand for themselves.
 * Done only where KaTeX has refused the formula.
 */
export function resolveText(tex: string): string {
  return (
    tex
      // Letters that TeX keeps for accents, but where no accent can be; a weight, which is no wide tilde.
      .replaceAll(/\\([bcdkrtuv])(?=\s*(?:[\\_^)\]},=|]|$))/g, '$1')
      .replaceAll(/\\wt(?=\s*[_^(])/g, '\\operatorname{wt}')
      .replaceAll(accentOnAlphabet, '\\$1{\\$2{$3$4}}')
      .replaceAll(/\\text[a-z]*\s*\{[^{}$]*\}/g, (group) => group.replaceAll(/(?<!\\)_/g, '\\_'))
      .replaceAll(
        /\\unicode\s*\{\s*(?:x([0-9A-Fa-f]{1,5})|(\d{1,6}))\s*\}/g,
        (whole, hex, decimal) => {
          const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
          const char = code > 0x1f && code < 0x10ffff ? String.fromCodePoint(code) : '';
          return /^[^\p{C}\\{}$%#&^_~]$/u.test(char) ? char : String(whole);
        },
      )
      .replaceAll(
        /\\([`'^"])(?:\{([A-Za-z])\}|([A-Za-z]))/g,
        (_, accent: string, braced?: string, bare?: string) =>
          `\\text{${((braced ?? bare ?? '') + (combining[accent] ?? '')).normalize('NFC')}}`,
      )
      .replaceAll(/(?<!\\)#/g, '\\#')
      .replaceAll(/(?<!\\)&/g, (sign) => (/\\begin|\\matrix|\\cases/.test(tex) ? sign : '\\&'))
  );
}
