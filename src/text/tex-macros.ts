/**
 * What authors' own macros most often mean, and commands that TeX knows in text only. They count only for a
 * formula that KaTeX has refused without them, so none of them can change what is understood as it stands.
 * A macro is in the table if nearly every paper that uses the name means this.
 */
import { greekLetters } from './letters.ts';
import { compose } from './tex-accents.ts';

const operators =
  'poly polylog opt OPT rank tr trace diag sgn sign supp conv vol KL TV Var Cov Tr erf softmax sigmoid ReLU relu MSE SNR vec mat spn span Span card len dist cost val negl adv err Err regret Regret Reg reg prox proj Proj cov var corr Corr Unif unif Bern Ber Poi Bin Binom Geom id Id rad diam girth tw lcm ord wt lin col row nnz Lip Ent TC AUC mAP mIoU polyloglog loglog quasipoly dim Hom Aut End im coker Hull PG AG GL SL PGL PSL SO SU GF RM PRM GRM RS BCH MDS LDPC PPAD PLS NP coNP PSPACE EXP BPP BQP AC TC NC VC VCD Ldim LP SDP SGD GD MMD FID ROC MDP POMDP UCB ETH SETH SAT CSP DNF CNF FPT TSP DAG DFT FFT MLE MAP ERM'.split(
    ' ',
  );

const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const smalls = capitals.toLowerCase();

/** Macros of one letter are that letter; of which alphabet, nobody knows. */
const plain = 'ABDGIJKLMUVWXYafghmnpqswxyz';

/** `\cO`, `\calO`, `\bbR`, `\wstar`, the best of all `w`: letters of an alphabet, `#` in name and meaning. */
const families: readonly (readonly [letters: string, names: string, meaning: string])[] = [
  [capitals, 'c# sc# cal# mc#', '\\mathcal{#}'],
  [capitals, 'bb#', '\\mathbb{#}'],
  [capitals, 'b#', '\\mathbf{#}'],
  [capitals + smalls, 'bf#', '\\mathbf{#}'],
  [capitals + smalls, 'v#', '\\boldsymbol{#}'],
  [smalls, 'bv#', '\\boldsymbol{#}'],
  [smalls, '#star', '#^\\star'],
  [plain, '#', '#'],
];

/** What single macros mean. */
const meanings: readonly (readonly [names: string, meaning: string])[] = [
  // Letters.
  ['eps', '\\epsilon'],
  ['veps vareps', '\\varepsilon'],
  ['vphi', '\\varphi'],
  ['lam', '\\lambda'],
  ['sig', '\\sigma'],
  ['omg', '\\omega'],
  ['E Ex EE Exp bbE', '\\mathbb{E}'],
  ['RR real bbR', '\\mathbb{R}'],
  ['NN', '\\mathbb{N}'],
  ['ZZ', '\\mathbb{Z}'],
  ['QQ Q', '\\mathbb{Q}'],
  ['CC C', '\\mathbb{C}'],
  ['FF F', '\\mathbb{F}'],
  ['PP', '\\mathbb{P}'],
  ['ind indicator', '\\mathbb{1}'],
  ['one ones', '\\mathbf{1}'],
  ['de', '\\delta'],
  ['KLinf', '\\mathrm{KL}_{\\inf}'],
  ['upmu', '\\mu'],
  ['auc', '\\operatorname{AUC}'],
  // Notation.
  ['mc mathpzc', '\\mathcal{#1}'],
  ['mb', '\\mathbf{#1}'],
  ['dotp inner innerprod', '\\langle #1,#2\\rangle'],
  ['lp', '\\left('],
  ['rp', '\\right)'],
  ['norm', '\\lVert #1\\rVert'],
  ['abs card', '\\lvert #1\\rvert'],
  ['ceil', '\\lceil #1\\rceil'],
  ['floor', '\\lfloor #1\\rfloor'],
  ['angles', '\\langle #1\\rangle'],
  ['paren parens', '(#1)'],
  ['argmin', '\\operatorname*{arg\\,min}'],
  ['argmax', '\\operatorname*{arg\\,max}'],
  ['nicefrac sfrac', '{#1}/{#2}'],
  ['wt', '\\widetilde{#1}'],
  ['wh', '\\widehat{#1}'],
  ['td Tilde', '\\tilde{#1}'],
  ['bigO BigO bigo', '\\mathcal{O}'],
  ['Otilde tO Ot softO', '\\tilde{O}'],
  ['Omegat', '\\tilde{\\Omega}'],
  ['dtv', 'd_{\\mathrm{TV}}'],
  ['dkl kl', 'D_{\\mathrm{KL}}'],
  ['iid', '\\text{i.i.d.}'],
  ['T tran trans transpose', '\\top'],
  // Packages.
  ['mbox textsc ref', '\\text{#1}'],
  ['Hat', '\\hat{#1}'],
  ['Bar', '\\bar{#1}'],
  ['mathds mathbbm mathbbmss', '\\mathbb{#1}'],
  ['bs', '\\boldsymbol{#1}'],
  ['boldmath xspace label nonumber notag vspace protect noindent', ''],
  ['ensuremath mathlarger num', '#1'],
  ['scalebox', '#2'],
  ['resizebox', '#3'],
  ['SI qty', '#1\\,\\mathrm{#2}'],
  ['si', '\\mathrm{#1}'],
  ['ang', '#1^\\circ'],
  ['degree textdegree', '^\\circ'],
  ['celsius', '^\\circ\\mathrm{C}'],
  ['metre meter milli', 'm'],
  ['second', 's'],
  ['hertz', 'Hz'],
  ['gram', 'g'],
  ['kilo', 'k'],
  ['micro textmu', '\\mu '],
  ['centi', 'c'],
  ['percent', '\\%'],
  ['per', '/'],
  // Text.
  ['em sl itshape', '\\it '],
  ['sc', '\\rm '],
  ['bfseries', '\\bf '],
  ['textsl', '\\textit{#1}'],
  ['uline uwave', '\\underline{#1}'],
  ['textsuperscript', '^{\\text{#1}}'],
  ['textsubscript', '_{\\text{#1}}'],
  ['texttimes', '\\times '],
  ['textpm', '\\pm '],
  ['texttildelow textasciitilde', '\\sim '],
  ['textrightarrow', '\\rightarrow '],
  ['textuparrow', '\\uparrow '],
  ['textdownarrow', '\\downarrow '],
  ['textgreater', '>'],
  ['textless', '<'],
  ['textquoteright', "\\text{'}"],
  ['texttrademark', '{}^{\\text{TM}}'],
  ['textregistered', '{}^{\\text{\\textregistered}}'],
  ['cite citep citet citealp', '\\text{[#1]}'],
  ['eqref', '\\text{(#1)}'],
  ['footnote', '\\text{ (#1)}'],
  ['hspace', '\\,'],
  ['newline', '\\ '],
  ['ie', '\\text{i.e.}'],
  ['eg', '\\text{e.g.}'],
  ['etal', '\\text{et al.}'],
  ['wrt', '\\text{w.r.t.}'],
  ['st', '\\text{ s.t. }'],
];

/** Name (with its backslash) to what KaTeX shall read for it. */
const macros: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...families.flatMap(([letters, names, meaning]) =>
      Array.from(
        letters,
        (letter) => [names.replaceAll('#', letter), meaning.replaceAll('#', letter)] as const,
      ),
    ),
    ...operators.map((name) => [name, `\\operatorname{${name}}`] as const),
    ...[...greekLetters.keys()].map((name) => [`vec${name}`, `\\vec{\\${name}}`] as const),
    ...meanings,
  ].flatMap(([names, meaning]) => names.split(' ').map((name) => [`\\${name}`, meaning])),
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
          `\\text{${compose(braced ?? bare ?? '', accent)}}`,
      )
      .replaceAll(/(?<!\\)#/g, '\\#')
      .replaceAll(/(?<!\\)&/g, (sign) => (/\\begin|\\matrix|\\cases/.test(tex) ? sign : '\\&'))
  );
}
