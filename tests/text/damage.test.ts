import fc from 'fast-check';
import { expect, test } from 'vitest';
import { damageOf, findDamage, isDamaged } from '../../src/text/damage.ts';
import { runs } from '../runs.ts';
import { anyText } from './arbitrary.ts';
import { foundingLine, foundingTexts } from '../founding.ts';

const found = (text: string): string[] => findDamage(text).map((damage) => damage.text);

/** Line of the founding digest, what of it is visibly damaged, and whether a reader lost something. */
const founding: readonly (readonly [number, boolean, readonly string[]])[] = [
  [
    29,
    true,
    [
      '{O}(T)',
      '{O}(K T^{3/4})',
      '{O}(log T)',
      'mathcal{O}(KT)',
      'mathcal{O}(KL^* + K)',
      'Omega(T)',
    ],
  ],
  [81, true, ['V^{star}']],
  [111, true, ['ell_infty']],
  [
    113,
    true,
    [
      'Ain R^{ntimes d}',
      'bin R',
      'ell_infty',
      "|x'-x^*|_infty",
      'leq',
      'epsilon{d}cdot',
      '|Ax^*-b|_2cdot',
      '|A^dagger|',
      'x^*=argmin_{xin R^d}|Ax-b|_2',
      'ell_2',
      'Sin R^{mtimes n}',
      'mll n',
      'argmin_{xin R^d}',
      'm=epsilon^{-2}dlog^3(n/delta)',
      '1-delta',
      'O(ndlog n)',
      'm=Omega(epsilon^{-2}d^{1+gamma})',
      'gamma=Theta(frac{loglog n{log d}})',
    ],
  ],
  [129, true, ['epsilon']],
  [
    133,
    true,
    [
      'varepsilon',
      'O(varepsilon)-optimal',
      'Omega(exp(d))',
      'O(varepsilond)-optimal',
      'poly(d/varepsilon)',
      'varepsilond',
      'O(varepsilon^{-s}d^s)',
      'Omega(exp(s))',
      'O(s^{delta}varepsilon)',
      '0<delta<1',
      'deltageq 1',
      'poly(s/varepsilon)',
    ],
  ],
  [137, true, ['Q^{pi_{sft}}', 'rho_{BL}']],
  [153, true, ['sim0.01%']],
  [177, false, ['{it misaligned}', '{it decreases}']],
  [199, false, ['scriptsizeFLaws']],
  [233, false, ['Evo\\textbf{Lved Sign Momentum}']],
  [241, true, ['0sim 5']],
  [
    269,
    true,
    [
      'mathcal{O}(mathcal{C_Phi/m} + mathcal{C_Psi/n})',
      'mathcal{O}(mathcal{C_{Phi circ Psi}/n})',
      'C_Phi',
      'C_Psi',
      'gg n',
      'C_{Phicirc Psi}',
    ],
  ],
];

test.each(founding)('line %i of the founding digest', (number, lost, expected) => {
  const line = foundingLine(number);
  expect(new Set(found(line))).toEqual(new Set(expected));
  expect(isDamaged(line)).toBe(lost);
});

// Among them the rows "no visible damage" of lines 105, 117, 229, 237 and 273, and every false friend.
const damagedLines = new Set(founding.map(([number]) => number));
test.each(foundingTexts.filter(([number]) => !damagedLines.has(number)))(
  'line %i of the founding digest is left alone',
  (_, line) => {
    expect(found(line)).toEqual([]);
  },
);

const losses: readonly (readonly [string, readonly string[]])[] = [
  ['up to 3.5times faster and 2times smaller', ['3.5times', '2times']],
  ['images of 256times256 pixels', ['256times256']],
  ['maps of 64 times 64 cells', ['times 64']],
  ['about sim700 examples (leq 11%)', ['sim700', 'leq 11%']],
  ['a gain of approx 18% at 360^circ', ['approx 18%', '360^circ']],
  ['from 5.7% rightarrow 25.4%', ['rightarrow 25.4%']],
  ['ICDleftrightarrowOPS codes', ['ICDleftrightarrowOPS']],
  ['a regret of O(nlog n)', ['O(nlog n)']],
  ['the set xin{0,1}', ['xin{0,1}']],
  ['a rate of 1{n}', ['1{n}']],
  ['an (epsilon, delta)-private release', ['(epsilon, delta)-private']],
  ['weights tilde O(n) and sqrt n', ['tilde', 'sqrt']],
  ['textx2013even here', ['textx2013even']],
  ['a bound of Oleft(nright)', ['Oleft(nright)']],
  ['a shift of 0.90sigma', ['0.90sigma']],
  ['a set {sim}40K', ['{sim}40K']],
];

test.each(losses)('%s', (text, expected) => {
  expect(found(text)).toEqual(expected);
  expect(isDamaged(text)).toBe(true);
});

test.each([
  // names
  'Phi-3-Mini and Phi-4, AlphaGo, Delta Lake, a beta-VAE and PixArt-Sigma',
  'the Gamma distribution, a Beta prior, sigma in prose, chi squared, the theta rhythm',
  'Fleiss kappa = 0.456, Spearman rho=0.94, Cohen’s kappa > 0.6, Krippendorff’s alpha = 0.8',
  'epsilon-greedy exploration with a discount factor gamma',
  // words
  'in all 112 cases, three times in a row, many times to come, a star to the left',
  'on wav2vec 2.0 for sim2real and sim-to-real transfer',
  'the age 30 group, an egg, all 3D parts, the model 3 in 5 places',
  'blog posts, timestamps, multitimescale sometimes, a circa, circles, similar logic',
  // numbers and benchmarks
  '3x, 2.3x, 5-10x, pass@10, PASS@100, 7B/72B, 1/2 power, at 5 pm 3 people',
  'C(onditioned)-RLFT, Super(ficial), Q-function, log-concave, i.i.d., Q^*, L^*',
  '5{,}340 examples, D{e}monstrations, {Code}, {1, 2, 3}',
  // plain mathematics that reads well
  'R^2, n^2, x_i, O(n log n), O(n^2), x + y = z, p < 0.05, d-Simplex, 1 - t/T, R^d, D^2O',
  // code, names of files, addresses, mail
  'learn_pi, sem_sim 0.459, --max_times 3, subset_alpha, obj_to_subj, log_in.py',
  'https://a.org/ell_infty/ntimes?x=varepsilon and `alpha_t = ntimes` in code',
  'write to varia@times.org or see log.txt',
  // TeX that is still there
  '$A\\in\\mathbb{R}^{n\\times d}$ and \\(\\varepsilon\\sqrt{d}\\) and $ell_infty$',
  '\\alpha and \\ntimes{} and \\textbf{bold words} outside of formulas',
  '',
])('left alone: %s', (text) => {
  expect(found(text)).toEqual([]);
  expect(isDamaged(text)).toBe(false);
});

test.each([
  ['R^{ntimes d}', '`ntimes` is `n` and a `\\times` that lost its backslash'],
  ['ell_2', '`ell` is a `\\ell` that lost its backslash'],
  ['deltageq 1', '`deltageq` is a `\\delta` and a `\\geq` that lost their backslashes'],
  ['{it so}', 'a change of typeface that lost its backslash'],
])('why %s is damage', (text, why) => {
  expect(findDamage(text).map((damage) => damage.why)).toEqual([why]);
});

const commands =
  'ntimes Ain R^{ ell_ infty mathcal{ {it \\textbf{ left( right) epsilon{d} log ( ) [ ] { } _ ^ ! x2013a $ ` sim 5';
const tangled = fc
  .array(fc.constantFrom(...commands.split(' '), ' ', '\n', '👩‍🔬'), { maxLength: 40 })
  .map((parts) => parts.join(''));

test('places lie inside the text, in order and apart, and isDamaged agrees', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, tangled), (text) => {
      let reached = 0;
      const damages = findDamage(text);
      for (const { start, end, text: part, why } of damages) {
        expect(start).toBeGreaterThanOrEqual(reached);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end)).toBe(part);
        expect(why).not.toBe('');
        reached = end;
      }
      expect(reached).toBeLessThanOrEqual(text.length);
      expect(isDamaged(text) && damages.length === 0).toBe(false);
    }),
    runs(300),
  );
});

const english =
  'in to times star gamma delta alpha beta theta pi chi epsilon Phi Sigma log min max top all age bin main gain ' +
  'model similar sometimes circle logic well tell left right rank land the we propose a method for learning';

test('sequences of English words are not damaged', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...english.split(' ')), { minLength: 20, maxLength: 40 }),
      (words) => {
        expect(found(`We ${words.join(' ')}.`)).toEqual([]);
      },
    ),
    runs(1000),
  );
});

test.each([
  ['a 256{times}256 grid', ['256{times}256']],
  ['whether P ne NP', ['ne']],
  ['NP ne coNP', ['ne']],
  ['some 5 /spl mu/m thick', ['/spl mu/m']],
  ['H/sub 2/ control', ['H/sub 2/']],
  ['holes of 20 mum and 3 muN', ['mum', 'muN']],
  ['2{+}delta rounds', ['2{+}delta']],
  ['the rate n^{-2{2+d}}', ['n^{-2{2+d}}']],
  ['every kin{1,2,3}', ['kin{1,2,3}']],
  ['two nodes ineq j', ['ineq']],
  ['1pm epsilon', ['1pm']],
] as const)('%s is damaged', (text, expressions) => {
  expect(isDamaged(text)).toBe(true);
  expect(found(text).map((one) => one.split(' ')[0])).toEqual(
    expressions.map((one) => one.split(' ')[0]),
  );
});

test.each([
  'Ineq-Comp: A Benchmark',
  'alphaXiv',
  'the sum of all walltimes, uptimes and calltimes',
  'DeltaZ: An Accessible Robot',
  'LambdaG',
  'to encircle, to recircle; three epsilons',
  'weighted kappa(QWK)',
  '(ix) one; (xi) two',
  'between xi, xj',
  'a backslash and 30 deg C',
  'a \\emph{parallel} search',
  'x_{in} and x_{to}',
  'It is ne plus ultra',
  'a 5 mug and max{a,b}/min{a,b}',
])('%s is not damaged', (text) => {
  expect(findDamage(text)).toEqual([]);
});

test('names the text that has lost something', () => {
  expect(damageOf('On Ants', 'It is xleq 3; {it so}.')).toEqual([
    expect.objectContaining({ where: 'abstract', text: 'xleq 3' }),
    expect.objectContaining({ where: 'abstract', text: '{it so}' }),
  ]);
  expect(damageOf('For nlog n', 'Plain.')).toMatchObject([{ where: 'title', text: 'nlog n' }]);
});
