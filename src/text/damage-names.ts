/**
 * Names of TeX commands, sorted by how sure one can be that a bare one was a command.
 * They are the commands of 50,000 abstracts' formulas and their kin in the amsmath and amssymb packages.
 */
const list = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/** No words of any language the archive meets: a bare one is always a command without its backslash. */
export const certain = list(`
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
export const letters = list(`
  alpha beta gamma delta epsilon eps zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon
  phi chi psi omega ell hbar Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
`);

/** Signs that stand between two things, or before a number. Some are words or abbreviations too. */
export const relations = list(`
  times to in sim approx le ge ll gg ne pm mp div mid prec succ equiv circ star ast subset supset
  cup cap deg backslash wedge vee land lor perp parallel bullet asymp cong notin
`);

/** Marks that stand above or below the line: `360^circ`, `x^star`, `A^top`. */
export const marks = list(`top bot dagger prime circ star ast perp intercal sharp flat natural`);

/** Wrappers whose argument stood without braces: `\tilde O(n)`, `\sqrt n`, `\frac12`. */
export const wrappers = list(`tilde hat bar vec sqrt frac breve ddot dot binom`);
