import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { controlCharacters } from '../../src/text/controls.ts';
import { normalise } from '../../src/text/normalise.ts';
import { tidy } from '../../src/text/white-space.ts';
import { anyText } from './arbitrary.ts';
import { foundingLine, foundingTexts } from '../founding.ts';
import { runs } from '../runs.ts';

const fiveHundred = runs(500);

/** Everything that changes between the founding digest and its pages, line by line. */
const foundingChanges: readonly (readonly [number, readonly (readonly [string, string])[]])[] = [
  [
    13,
    [
      ['\\GitChameleon{}', 'GitChameleon'],
      ['39.9\\%', '39.9%'],
      ['43.7\\%', '43.7%'],
    ],
  ],
  [29, [['Polyak-\\L ojasiewicz', 'Polyak-Łojasiewicz']]],
  [
    33,
    [
      ['data--and', 'data–and'],
      ['preference--as', 'preference–as'],
      ['case--or', 'case–or'],
    ],
  ],
  [41, [[' -- ', ' – ']]],
  [53, [[' -- ', ' – ']]],
  [57, [[' -- ', ' – ']]],
  [
    81,
    [
      ['53\\%', '53%'],
      ['65\\%', '65%'],
    ],
  ],
  [101, [[' -- ', ' – ']]],
  [113, [["``sketched''", '“sketched”']]],
  [
    125,
    [
      ['T\\"ulu', 'Tülu'],
      [' -- ', ' – '],
    ],
  ],
  [129, [[' -- ', ' – ']]],
  [139, [[' -- ', ' – ']]],
  [
    145,
    [
      ["``better''", '“better”'],
      ["``good''", '“good”'],
    ],
  ],
  [153, [["``skills,''", '“skills,”']]],
  [
    205,
    [
      ['T\\"ULU', 'TÜLU'],
      [' -- ', ' – '],
    ],
  ],
  [217, [["``sharpen''", '“sharpen”']]],
  [233, [['Evo\\textbf{Lved Sign Momentum}', 'EvoLved Sign Momentum']]],
  [253, [['Aky\\"urek', 'Akyürek']]],
  [
    269,
    [
      ["''informative''", '“informative”'],
      [' -- ', ' – '],
    ],
  ],
  [297, [['8-18\\%', '8-18%']]],
];

describe('the founding digest', () => {
  const changed = new Map(foundingChanges);

  test.each(foundingChanges)('line %i is resolved, and nothing else of it', (number, changes) => {
    let expected = foundingLine(number);
    for (const [from, to] of changes) {
      expect(expected).toContain(from);
      expected = expected.replaceAll(from, to);
    }
    expect(normalise(foundingLine(number))).toBe(expected);
  });

  test('every other line stays as it is, damaged formulas included', () => {
    const others = foundingTexts.filter(([number]) => !changed.has(number));
    expect(others.map(([number, line]) => [number, normalise(line)])).toEqual(others);
    expect(normalise(foundingLine(113))).toContain(
      "|x'-x^*|_infty leq epsilon{d}cdot |Ax^*-b|_2cdot |A^dagger|",
    );
    expect(normalise(foundingLine(133))).toContain('0<delta<1');
    expect(foundingTexts).toHaveLength(162);
  });
});

const rows: readonly (readonly [string, string, string])[] = [
  ['white space', ' a\t b \u00A0c\u3000d\r\ne ', 'a b c d e'],
  ['paragraphs', 'a\n b\n\n \t\n\nc\u2029d', 'a b\n\nc\n\nd'],
  ['NUL, escape, BOM, halves', 'a\0b\u001Bc\uFEFFd\uD800e\uFFFE', 'abcde'],
  ['right-to-left override', 'ab\u202Edc\u202C \u2066x\u2069', 'abdc x'],
  ['form feed parts words', 'a\fb', 'a b'],
  ['emoji, CJK, right-to-left text', '👩‍🔬 数据 שלום\u200F 🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👩‍🔬 数据 שלום\u200F 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],

  ['escapes', '5\\% of R\\&D, \\#1, a\\_b, \\{x\\}', '5% of R&D, #1, a_b, {x}'],
  ['escaped dollars', 'from \\$5 to \\$60', 'from $5 to $60'],
  ['escaped dollars that would not pair', 'US\\$5 or A\\$ each', 'US$5 or A$ each'],
  ['escaped dollars that would pair', 'the \\$a/b\\$ each', 'the \\$a/b\\$ each'],
  ['escaped dollars that look like a formula', '\\$5\\$', '\\$5\\$'],
  ['double backslash', 'a \\\\% b', 'a \\\\% b'],
  ['spaces', 'Wu et al.\\ 2020, 10\\,000', 'Wu et al. 2020, 10 000'],
  ['hyphenation marks may be hyphens', 'state\\-of\\-the\\-art', 'state\\-of\\-the\\-art'],

  [
    'ties',
    '18~VLMs, (ii)~the, Opus~4, F1~0.298, Paradigm~III',
    '18 VLMs, (ii) the, Opus 4, F1 0.298, Paradigm III',
  ],
  ['no ties', '140~150, 8 fps~12 fps, ~50%, x~N(0,1)', '140~150, 8 fps~12 fps, ~50%, x~N(0,1)'],
  [
    'abbreviations',
    'many, \\eg, two; \\ie. three; \\etal 2020',
    'many, e.g., two; i.e. three; et al. 2020',
  ],
  ['signs in braces', '360{\\deg}, 5\\deg, {\\alpha}-VAE, {\\mu}m', '360°, 5°, α-VAE, μm'],
  ['letters torn apart', '\\r{ho} = 0.6, \\b{eta}-VAE', 'ρ = 0.6, β-VAE'],
  ['letters in prose', 'the parameter \\alpha, is', 'the parameter α, is'],
  [
    'letters in formulas',
    'f( \\alpha x) + \\beta^2, R^{n\\times d}',
    'f( \\alpha x) + \\beta^2, R^{n\\times d}',
  ],
  ['products', '45 \\times 40 \\times x', '45 × 40 \\times x'],
  ['dashes between three words', 'Select--Tune--Keep, a--b--c', 'Select–Tune–Keep, a–b–c'],
  ['dashes beside formulas', 'of $x_1$--$x_2$', 'of $x_1$–$x_2$'],
  ['dashes of an aside', 'first ---so far--- known', 'first —so far— known'],
  ['braces around signs', '2{,}100, cues { – } a, under{-}line', '2,100, cues – a, under-line'],
  ['braces of formulas', '1{-}2, {O}(T), {a, b}, x{,}y', '1{-}2, {O}(T), {a, b}, x{,}y'],
  ['braces around capitals', 'a {B}ayesian net', 'a Bayesian net'],
  ['accents in groups', 'Erd{\\H o}s, {\\c c}, T{\\"}ulu', 'Erdős, ç, Tülu'],
  [
    'raised digits',
    'S\\textsuperscript{2}Sent, CO\\textsubscript{2}, x\\textsuperscript{®}',
    'S²Sent, CO₂, x®',
  ],
  ['switches without end', 'a \\em sparse graph', 'a sparse graph'],
  [
    'links without words',
    '\\href{https://a.example/x}, \\hyperlink{https://a.example/y}{this https URL}',
    'https://a.example/x, https://a.example/y',
  ],
  ['umlaut in a word', 'na\\"ive Schr\\"odinger', 'naïve Schrödinger'],
  ['umlaut at the beginning', '\\"Uber \\"{O}sterreich {\\"a}', 'Über Österreich ä'],
  ['acute, grave, circumflex', "Poincar\\'e Lo\\`eve C\\^ot\\'e", 'Poincaré Loève Côté'],
  ['braces and blanks', "Andr\\'{e} Andr{\\'e} Andr{\\' e} \\'{ e}", 'André André André é'],
  [
    'dotless i',
    "{\\'\\i}ndice Mart\\'{\\i}nez Garc\\'\\ia na\\\"{\\i}ve",
    "índice Martínez Garc\\'\\ia naïve",
  ],
  ['tilde, macron', 'S\\~ao Mah\\={a}n\\=ama', 'São Mahānāma'],
  [
    'accents by letter',
    '\\c{c} \\v{S} \\v Cech Erd\\H{o}s \\k{a} \\r{u} \\u{g} \\d{s}',
    'ç Š Čech Erdős ą ů ğ ṣ',
  ],
  [
    'letters',
    '\\L ojasiewicz \\L{}ukasz {\\O}rsted S\\o ren Gro\\ss{} \\AA rhus',
    'Łojasiewicz Łukasz Ørsted Søren Groß Århus',
  ],
  [
    'no accent: letters that are macros',
    '\\O(n) \\L_2 \\c{cc} \\r{hn}',
    '\\O(n) \\L_2 \\c{cc} \\r{hn}',
  ],
  ['no accent: escaped quotes', 'an \\"unlearning\\" step', 'an \\"unlearning\\" step'],
  ['no accent: contractions', "don\\'t, we\\'re, model\\'s", "don\\'t, we\\'re, model\\'s"],
  ['no accent: escaped caret and dot', 'x\\^i a\\.com', 'x\\^i a\\.com'],

  ['font commands', '\\textbf{a \\emph{b}} {\\em c} \\texttt{d}', 'a b c d'],
  ['unbalanced', '\\textbf{a', '\\textbf{a'],
  ['initials', '\\textbf{M}ulti \\underline{T}ask', 'Multi Task'],
  ['colour', 'a \\textcolor{red!50}{b}', 'a b'],
  ['macro', 'We propose \\Foo{}. \\foo{} and \\Foo', 'We propose Foo. \\foo{} and \\Foo'],
  ['known names', '\\LaTeX{} and so on\\ldots', 'LaTeX and so on…'],
  [
    'unknown commands',
    'S\\textsuperscript{abc}x \\cite{a} \\footnote{b}',
    'S\\textsuperscript{abc}x \\cite{a} \\footnote{b}',
  ],
  [
    'links',
    '\\url{https://a.org/b\\_c} \\href{https://a.org}{here}',
    'https://a.org/b_c here (https://a.org)',
  ],

  ['double quotes', "``a'' and ``b\" and ''c''", '“a” and “b” and “c”'],
  ['quotes around a formula', "``$x''$ is''", "“$x''$ is”"],
  ['a lone mark', "a 5'' disk, f''(x), ``open", "a 5'' disk, f''(x), ``open"],
  ['straight quotes', '"a" and \'b\'', '"a" and \'b\''],
  ['single quotes', "`aha' (`it isn't so')", "‘aha’ (‘it isn't so’)"],
  [
    'code in backticks',
    "`code`, `print('x')`, ``a`` and it's",
    "`code`, `print('x')`, ``a`` and it's",
  ],

  ['dashes', 'a -- b --- c, 1--2, x---y', 'a – b — c, 1–2, x—y'],
  [
    'no dashes: flags',
    'run --model x -- --all, (--v), git-- a',
    'run --model x -- --all, (--v), git-- a',
  ],
  [
    'no dashes: rules, names, comments',
    '---- | --- | models--b--c x_y--z <!-- -->',
    '---- | --- | models--b--c x_y--z <!-- -->',
  ],

  [
    'ties',
    'Fig.~3, J.~Smith, et al.~(2020), set~$D$, model~(M)',
    'Fig. 3, J. Smith, et al. (2020), set $D$, model (M)',
  ],
  ['no ties', '~50%, 10~30, x~N(0,1), p ~ q', '~50%, 10~30, x~N(0,1), p ~ q'],

  [
    'formulas',
    "$a\\_b -- ~\\%$ $$\\{x\\}''$$ \\(\\&\\) \\[--\\]",
    "$a\\_b -- ~\\%$ $$\\{x\\}''$$ \\(\\&\\) \\[--\\]",
  ],
  [
    'environments',
    '\\begin{align}a \\& b\\end{align} 5\\%',
    '\\begin{align}a \\& b\\end{align} 5%',
  ],
  ['addresses', "https://a.org/x--y~z''q''?a=~b", "https://a.org/x--y~z''q''?a=~b"],
  ['addresses with TeX escapes', 'http://a.org/\\~me/a\\_b\\#c', 'http://a.org/~me/a_b#c'],
];

test.each(rows)('%s', (_, text, expected) => {
  expect(normalise(text)).toBe(expected);
});

test('counts what it takes out', () => {
  expect(controlCharacters('a\0b\u202Ec\uFEFF\uD800\n\t\r\u0085 é\u200D')).toBe(4);
});

test('ten thousand characters stay ten thousand', () => {
  const word = 'x'.repeat(10_000);
  expect(normalise(word)).toBe(word);
  expect(normalise(`${'\\textbf{'.repeat(5_000)}x`)).toBe(`${'\\textbf{'.repeat(5_000)}x`);
});

test('what does not settle stays as it is', () => {
  const nested = (depth: number): string => `${'\\href{a}{'.repeat(depth)}b${'}'.repeat(depth)}`;
  expect(normalise(nested(3))).toBe('b (a) (a) (a)');
  expect(normalise(nested(20))).toBe(nested(20));
});

test('is idempotent for any text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = normalise(text);
      expect(normalise(once)).toBe(once);
    }),
    fiveHundred,
  );
});

test('leaves no control character, no white space but single blanks and paragraph breaks', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const result = normalise(text);
      expect(controlCharacters(result)).toBe(0);
      expect(result).toMatch(/^(?:\S+(?: \S+)*(?:\n\n(?!$)|$))*$/);
      expect(result).toBe(tidy(result));
    }),
    fiveHundred,
  );
});

test('changes nothing but white space where there is no TeX', () => {
  const plain = anyText.map((text) => text.replaceAll(/[\\`~'-]/g, ''));
  fc.assert(
    fc.property(plain, (text) => {
      expect(normalise(text)).toBe(tidy(text));
    }),
    fiveHundred,
  );
});
