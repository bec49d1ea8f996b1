import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderAbstract, renderTitle } from '../../src/text/render.ts';
import { anyText } from './arbitrary.ts';

/** HTML without the values of its attributes, which may hold `<`. */
function bare(html: string): string {
  return html.replaceAll(/="[^"]*"/g, '=');
}

describe('a formula as a line of Unicode', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['O(\\sqrt{T}\\log T)', 'O(√T log T)'],
    ['x^2\\le\\epsilon', 'x² ≤ ε'],
    ['\\ell_\\infty', 'ℓ∞'],
    ['A\\in\\mathbb{R}^{n\\times d}', 'A ∈ ℝ^{n×d}'],
    ['\\tilde{\\mathcal{O}}(n^{3/2})', '𝒪̃(n^{3/2})'],
    ['\\widehat{xy} + \\hat y', 'hat(xy) + ŷ'],
    ['\\frac{n+1}{2} - \\frac12', '(n + 1)/2 − 1/2'],
    ['\\sqrt{K}T + \\sqrt{KT}', '√K T + √(KT)'],
    ['x\\frac{1}{2}y, \\frac{a}{bc}', 'x 1/2 y, a/(bc)'],
    ['s^\\delta\\epsilon', 's^δ ε'],
    ['\\binom{n}{k}', '(n choose k)'],
    ['\\sum_{i=1}^n a_i', '∑ᵢ₌₁ⁿ aᵢ'],
    ['\\min_{x\\in X} f(x)', 'min_{x∈X} f(x)'],
    ['2n\\log_2 n', '2n log₂ n'],
    ["f''(x), x^*, A^\\top, 10^\\circ", 'f′′(x), x*, A^⊤, 10°'],
    ['-1 < x_{t+1} - y', '−1 < xₜ₊₁ − y'],
    ['L_{\\max}, L_{max}, x_{ij}', 'L_{max}, L_{max}, xᵢⱼ'],
    ['|E| \\mid \\|x\\|_2', '|E| | ‖x‖₂'],
    ['1,000 + 10{,}000 + (1,2)', '1,000 + 10,000 + (1, 2)'],
    ['\\sqrt{a+b}\\sqrt[3]{x}', '√(a + b)³√x'],
    ['\\text{if } x \\neq y', 'if x ≠ y'],
    ['>1.3\\times, 5%', '>1.3×, 5%'],
    ['f=\\begin{cases}1 & x\\\\ 2 & y\\end{cases}', 'f = {1 x; 2 y'],
    ['1^{\\text{st}}, \\operatorname{rank} A', '1st, rank A'],
    ['\\underbrace{a+b}_{n}, \\overline{F_1}', 'a + bₙ, bar(F₁)'],
    ['\\mathbf{x}^\\top\\bm{W}_{\\boldsymbol\\theta}', '𝐱^⊤ 𝑾_𝜽'],
    ['\\mathcal{L}, \\mathscr{F}, \\mathfrak{g}, \\mathbb{E}, \\mathsf{X}', 'ℒ, ℱ, 𝔤, 𝔼, 𝖷'],
    ['\\hat{\\mathbf{y}} + \\boldsymbol{ab} + \\pmb{z} \\in \\mathbb{R}', '𝐲̂ + 𝒂𝒃 + 𝒛 ∈ ℝ'],
    ['\\mathbf{softmax}(x), \\mathsf{NP}, \\mathtt{ab}, \\mathrm{KL}', 'softmax(x), NP, ab, KL'],
    ['\\mathbf{1}, \\mathbf{95.3}', '𝟏, 95.3'],
    ['D(p\\|q), \\Vert x\\Vert, \\left\\|y\\right\\|, a\\parallel b', 'D(p‖q), ‖x‖, ‖y‖, a ∥ b'],
  ];
  test.each(rows)('%s', (tex, text) => {
    expect(renderAbstract(`$${tex}$`)).toMatchObject({ text, problems: [] });
  });
});

describe('MathML', () => {
  test('holds what was written, for those who copy it', () => {
    const { html } = renderAbstract('$\\norm{x}$');
    expect(html).toBe(
      '<p><math aria-label="‖x‖ " data-pagefind-index-attrs="aria-label" data-tex="\\norm{x}"><semantics><mrow><mo stretchy="false">‖</mo><mi>x</mi><mo stretchy="false">‖</mo></mrow></semantics></math></p>',
    );
  });

  test('holds letters of alphabets, not attributes that browsers have given up', () => {
    const { html } = renderAbstract('$\\mathcal{L}\\mathbb{R}\\mathbf{x}\\mathrm{d}\\mathfrak{g}$');
    expect(html.replaceAll(/<[^>]*>/g, '')).toMatch(/^ℒℝ𝐱d𝔤/u);
    expect(html.match(/mathvariant="[^"]*"/g)).toEqual(['mathvariant="normal"']);
  });

  test('is found by the letters that people type', () => {
    const { html } = renderAbstract('$\\mathbf{x}\\in\\mathbb{R}$');
    expect(html).toContain('aria-label="𝐱 ∈ ℝ " data-typed="x ∈ R " ');
    expect(html).toContain('data-pagefind-index-attrs="data-typed"');
  });

  test('keeps the typefaces of words, and is HTML where all of it is words', () => {
    const lion = '$\\textbf{Lion}$ ($\\textit{Evo\\textbf{L}ved}$)';
    const html = '<strong>Lion</strong> (<em>Evo</em><em><strong>L</strong></em><em>ved</em>)';
    expect(renderAbstract(lion)).toMatchObject({ html: `<p>${html}</p>`, text: 'Lion (EvoLved)' });
    expect(renderTitle(lion)).toMatchObject({ html, text: 'Lion (EvoLved)' });
    expect(renderAbstract('$x=\\textbf{best}$').html).toContain(
      '<mtext><strong>best</strong></mtext>',
    );
  });

  test('sets functions apart', () => {
    const space = '<mspace width="0.1667em"></mspace>';
    const shown = (tex: string): string =>
      renderAbstract(`$${tex}$`).html.replace(/^.*<semantics>(.*)<\/semantics.*$/, '$1');
    expect(shown('n\\log n')).toBe(
      `<mrow><mi>n</mi>${space}<mi>log</mi><mo>\u2061</mo>${space}<mi>n</mi></mrow>`,
    );
    expect(shown('\\log(n)')).not.toContain('mspace');
  });

  test('is set apart where it was', () => {
    for (const display of ['$$x=1$$', '\\[x=1\\]']) {
      expect(renderAbstract(display).html).toContain('<math display="block"');
    }
    for (const inline of ['$x=1$', '\\(x=1\\)']) {
      expect(renderAbstract(inline).html).not.toContain('display');
    }
  });

  test('is made within emphasis, lists and quotations', () => {
    expect(renderAbstract('- **a $x$**\n- > \\(y\\)').text).toBe('a x\n\ny');
  });
});

describe('what KaTeX refuses', () => {
  const resolved: readonly (readonly [string, string])[] = [
    ['\\eps\\in\\R, \\E[X], \\argmin_x', 'ε ∈ ℝ, 𝔼[X], arg minₓ'],
    ['\\norm{x}_2 \\abs{y}', '‖x‖₂|y|'],
    ['\\cO(\\poly(n))', '𝒪(poly(n))'],
    ['\\mathds{E}, \\bm{x}', '𝔼, 𝒙'],
    ['5\\emph{a}\\cite{b} \\ie', '5a[b]i.e.'],
    ['\\textsc{Foo}_1', 'Foo₁'],
    ["\\text{caf\\'e} \\'e", 'caféé'],
    ['\\mbox{a b}', 'a b'],
    ['\\tilde\\mathcal{O}(1)', '𝒪̃(1)'],
    ['\\unicode{x2013}', '–'],
    ['\\text{a_b}', 'a_b'],
    ['a # b & c', 'a#b&c'],
    ['\\wt_2(d) \\wt{x}', 'wt₂(d)x̃'],
    ['\\wstar \\u\\u^\\top', 'w*uu^⊤'],
  ];
  test.each(resolved)('is tried again: %s', (tex, text) => {
    expect(renderAbstract(`$${tex}$`)).toMatchObject({ text, problems: [] });
  });

  const written: readonly (readonly [string, string])[] = [
    ['$\\mymacro{x}$', 'Undefined control sequence: \\mymacro'],
    ['$\\frac{a$', "Unexpected end of input in a macro argument, expected '}'"],
    ['$\\sqrtT$', 'Undefined control sequence: \\sqrtT'],
  ];
  test.each(written)('is shown as written, and told: %s', (formula, why) => {
    const { html, text, problems } = renderAbstract(`See ${formula} and $x$.`);
    expect(text).toBe(`See ${formula} and x.`);
    expect(html).toContain(`<code class="tex" title="`);
    expect(html).toContain('<math');
    expect(problems).toHaveLength(1);
    expect(problems[0]?.formula).toBe(formula);
    expect(problems[0]?.why.startsWith(why)).toBe(true);
  });
});

describe('hostile formulas', () => {
  const rows: readonly string[] = [
    '\\href{javascript:alert(1)}{x}',
    '\\href{data:text/html,x}{x}',
    '\\url{javascript:x}',
    '\\includegraphics{https://a.org/b.png}',
    '\\htmlData{a=b}{x}',
    '\\htmlClass{a}{x}',
    '\\htmlId{a}{x}',
    '\\htmlStyle{color: red}{x}',
    '\\def\\a{\\a\\a}\\a',
    '\\gdef\\R{x}\\R',
    '\\newcommand{\\a}{x}\\a',
    '\\let\\a\\href \\a{javascript:x}{y}',
    'x'.repeat(10_000),
    '\\left('.repeat(400),
    `${'\\set{'.repeat(200)}x${'}'.repeat(200)}`,
  ];
  test.each(rows.map((tex) => [tex.slice(0, 40), tex] as const))('%s', (_, tex) => {
    const { html, text, problems } = renderAbstract(`a $${tex}$ b`);
    expect(text).toBe(`a $${tex}$ b`);
    expect(html).not.toMatch(/<(?!\/?(?:p|code)\b)/);
    expect(problems).toHaveLength(1);
  });

  test('one formula cannot change another', () => {
    expect(renderAbstract('$\\gdef\\norm{x}$ $\\norm{y}$').text).toBe('$\\gdef\\norm{x}$ ‖y‖');
  });

  test('markup in a formula is text', () => {
    for (const tex of ['', 'x = ', '\\textbf{a}']) {
      const { html } = renderAbstract(`$${tex}\\text{<script>x</script> "onload="y}$`);
      expect(bare(html)).not.toContain('<script');
      expect(html).toMatch(/&#x3C;script>x&#x3C;\/script>[ \u00A0]"onload="y/);
    }
  });

  test('sizes and colours do nothing to a page', () => {
    const { html } = renderAbstract('$\\rule{9999em}{9999em}\\color{white}x$');
    expect(html).not.toMatch(/9999em"|color=|background/);
  });
});

test('a formula that is a link becomes one', () => {
  const url = 'https://a.org/b_c';
  const link = `<a href="${url}" rel="noopener noreferrer">${url}</a>`;
  expect(renderAbstract(`$\\href{${url}}{\\texttt{this\\ page}}$`).html).toBe(
    `<p>this page (${link})</p>`,
  );
  expect(renderAbstract(`$\\href{${url}}{${url}}$ $\\url{${url}}$`).html).toBe(
    `<p>${link} ${link}</p>`,
  );
});

describe('titles', () => {
  test('without formulas are text', () => {
    for (const title of ['Fish & Chips <b>', 'From $5 to $6', '*a* _b_ `c` \\alpha', '']) {
      expect(renderTitle(title)).toEqual({
        html: title.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;'),
        text: title,
        problems: [],
      });
    }
  });

  test('hold formulas within the line', () => {
    const { html, text } = renderTitle('A $$\\ell_\\infty$$-Bound & H$_2$O');
    expect(text).toBe('A ℓ∞-Bound & H₂O');
    expect(html).toMatch(/^A <math aria-label="ℓ∞ ".*<\/math>-Bound &amp; H<math .*<\/math>O$/);
    expect(html).not.toContain('display=');
  });

  test('tell what they show as written', () => {
    expect(renderTitle('A $\\nope$ <B>')).toEqual({
      html: 'A $\\nope$ &lt;B&gt;',
      text: 'A $\\nope$ <B>',
      problems: [{ formula: '$\\nope$', why: expect.stringContaining('\\nope') }],
    });
  });
});

describe('any formula', () => {
  const commands =
    '\\frac \\sqrt { } ^ _ \\left( \\right) & \\\\ \\begin{array}{c} \\end{array} \\text{ \\mathbb \\tilde x 1 + = , # % ~ " < > \\href{ \\color{red} \\\\color \\log \\sum \\nope \\eps \\norm \\unicode{x41} \\rule{1em}{1em} \\cancel \\tag{1} é 数 👩‍🔬'.split(
      ' ',
    );
  const tex = fc.oneof(
    fc.array(fc.constantFrom(...commands), { maxLength: 12 }).map((parts) => parts.join(' ')),
    anyText,
  );

  test('is typeset or shown as written; nothing but MathML comes of it', () => {
    const allowed =
      /^<\/?(?:p|br|ul|ol|li|a|em|strong|blockquote|code|math|semantics|m(?:row|i|o|n|text|space|sup|sub|subsup|under|over|underover|frac|sqrt|root|table|tr|td|style|padded|phantom)|menclose)\b/;
    fc.assert(
      fc.property(tex, (content) => {
        const { html, text } = renderAbstract(`before $x_${content}$ after`);
        const tags = bare(html).match(/<[^>]*>/g) ?? [];
        expect(tags.filter((tag) => !allowed.test(tag))).toEqual([]);
        expect(bare(html)).not.toMatch(/<[^>]* (?:on\w+|style|src|mathcolor|id)=/);
        expect(text.startsWith('before ')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('may be in a title', () => {
    fc.assert(
      fc.property(tex, (content) => {
        const { html, text } = renderTitle(`before $x_${content}$ after`);
        expect(text.startsWith('before ')).toBe(true);
        expect(bare(html)).not.toMatch(/<(?!\/?(?:math|semantics|m[a-z]+)\b)/);
      }),
      { numRuns: 500 },
    );
  });
});
