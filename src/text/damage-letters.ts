import { inScript, type Sides } from './damage-context.ts';
import { certain } from './damage-names.ts';

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
export function isFormulaLetter(name: string, sides: Sides): boolean {
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
