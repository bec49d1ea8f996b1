import { expect, it } from 'vitest';
import { scriptPieces, scriptsHtml } from '../../src/text/scripts.ts';

it.each([
  ['a ρ_{BL} b', 'a ρ<sub>BL</sub> b'],
  ['ℝ^{n×d} and x_{t+1}', 'ℝ<sup>n×d</sup> and x<sub>t+1</sub>'],
  ['a set {a, b} and a_b', 'a set {a, b} and a_b'],
  ['_{a_{b}}', '_{a<sub>b</sub>}'],
  ['^{', '^{'],
  [`_{${'long '.repeat(9)}}`, `_{${'long '.repeat(9)}}`],
])('sets the scripts of %s', (text, html) => {
  expect(scriptsHtml(text)).toBe(html);
  expect(
    scriptPieces(text)
      .map(({ text: piece, set }) => (set === undefined ? piece : `<${set}>${piece}</${set}>`))
      .join(''),
  ).toBe(html);
});
