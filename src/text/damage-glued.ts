/**
 * Words made of commands and variables: `ntimes`, `varepsilond`, `deltageq`, `Phicirc`, `nlog`.
 */
export interface Glued {
  readonly commands: readonly string[];
  /** What stands before, between and after the commands: variables of one letter, two at most. */
  readonly rest: string;
  /** Is there no other reading of the word? If there is, what stands beside it must tell. */
  readonly sure: boolean;
}

/** Long names first, so that `leqslant` is not read as `le`. Glued to a variable, none makes a word. */
const sure =
  'longrightarrow|leftrightarrow|rightarrow|leftarrow|varepsilon|leqslant|geqslant|lesssim|gtrsim|subseteq|' +
  'epsilon|varphi|otimes|preceq|succeq|propto|mathcal|mathbb|mathbf|mathrm|approx|ldots|cdots|times|infty|' +
  'nabla|oplus|cdot|circ|leq|geq|neq|loglog';
/** Their plurals are words; the names of two to four letters are parts of too many words. */
const greek =
  'lambda|alpha|gamma|delta|theta|sigma|kappa|omega|Lambda|Gamma|Delta|Theta|Sigma|Omega';
const others = 'zeta|beta|Phi|Psi|ell|rho|tau|phi|psi|chi|log|max|min|exp|sum|sup|sim|left|ln';
const short = 'eta|nu|mu|pi|xi|Pi|Xi|in|to|ll|gg|le|ge|pm';

const hint = new RegExp(`${sure}|${greek}|log|sim|ln|ell`);
const piece = new RegExp(`(${sure}|${greek}|${others}|${short})|[A-Za-z]`, 'y');
const isSure = new RegExp(`^(?:${sure})$`);
const isGreek = new RegExp(`^(?:${greek})$`);

/** `xin` is no `\xi n`: a variable, a short relation and nothing else. */
const relation = /^([A-Za-z])(in|to|ll|gg|le|ge|pm|sim)([A-Z]?)$/;

const words =
  /^(?:.*circ[alu].*|circs|time(?:sc|st).*|(?:re|up|be|op)times|approxi.*|langleys?|.*xiv|.*(?:lambda|alpha|gamma|delta|theta|sigma|kappa|omega|epsilon|nabla|log)s)$/i;

/** `walltimes`: names of two letters are parts of English, and what they are glued to may be, too. */
const isShort = new RegExp(`^(?:${short}|max|min|log|sum|left|chi|sup|times)$`);

/** `DeltaZ`, `LambdaG`: names of systems are written so, too; so is `ineq`, in names of inequalities. */
const name = /^(?:(?:Delta|Gamma|Lambda|Omega|Sigma|Theta)[A-Z]|[Ii]neq)$/;

/** Takes a word apart, or gives nothing if it is not made of commands and at most two variables. */
export function takeApart(word: string): Glued | undefined {
  const match = word.length < 6 ? relation.exec(word) : null;
  if (match !== null) {
    return { commands: [match[2] ?? ''], rest: `${match[1]}${match[3]}`, sure: false };
  }
  if (word.length < 3 || word.length > 40 || !hint.test(word)) return undefined;
  const commands: string[] = [];
  let rest = '';
  piece.lastIndex = 0;
  while (piece.lastIndex < word.length) {
    const next = piece.exec(word);
    if (next === null) return undefined;
    if (next[1] === undefined) rest += next[0];
    else commands.push(next[1]);
    if (rest.length > 2) return undefined;
  }
  if (commands.length === 0 || commands.length + rest.length < 2 || words.test(word)) {
    return undefined;
  }
  const sureOne = commands.some((name) => isSure.test(name));
  const letters = commands.some((name) => isGreek.test(name)) && rest.length < 2;
  const english =
    word.endsWith('times') && word.length > 7 && commands.every((one) => isShort.test(one));
  return { commands, rest, sure: (sureOne || letters) && !english && !name.test(word) };
}
