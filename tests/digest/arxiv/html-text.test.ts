import { expect, test } from 'vitest';
import { htmlToText, inlineText } from '../../../src/digest/arxiv/html-text.ts';

test.each([
  ['R&amp;D of H<sub>2</sub>O', 'R&D of H₂O'],
  [
    '10<sup>-3</sup> and x<sup>n</sup>, y<sub>max</sub>, 1<sup>st</sup>',
    '10⁻³ and x^n, y_{max}, 1st',
  ],
  ['<i>In vivo</i> and <b>bold</b> <em>words</em>', 'In vivo and bold words'],
  ['a &lt; b &#38; c &#x3e; d', 'a < b & c > d'],
  ['a < b and c > d', 'a < b and c > d'],
  ['tokens <think> and <b> alone', 'tokens <think> and <b> alone'],
  ['AT&T, R&D, x&not y', 'AT&T, R&D, x&not y'],
  ['&lt;script&gt;x&lt;/script&gt; &amp;lt;', '<script>x</script> &lt;'],
  ['<tex-math notation="LaTeX">$x$</tex-math>', '$x$'],
  ['<script>x</script><img src=x>', '<script>x</script><img src=x>'],
])('%s', (text, expected) => {
  expect(inlineText(text)).toBe(expected);
});

test('HTML keeps what is above and below the line', () => {
  expect(htmlToText('<p>CO<sub>2</sub> <i>x</i><sup>2</sup></p>')).toBe('CO₂ x²');
});
