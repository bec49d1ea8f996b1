import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLabel, isSection, nonsenseIn } from '../../src/digest/gate/nonsense.ts';
import { runs } from '../runs.ts';

describe('nonsenseIn', () => {
  it.each([
    ['<tr> <td>1</td>', 'HTML'],
    ['</div>', 'HTML'],
    ['<td><a href="https://quay.example/4">Quay Walls Under Load</a></td>', 'HTML'],
    ['<dc:title>Quay Walls Under Load</dc:title>', 'HTML'],
    ['<!DOCTYPE html>', 'HTML'],
    ['<p class="lead">Quay Walls', 'HTML'],
    ['=3Den&oi=3Dscholar&hl=3Dde', 'quoted-printable'],
    ['Die M=C3=B6we und der Kai', 'quoted-printable'],
    ['a line that goes on in the next o=', 'quoted-printable'],
    ['Received: from relay.example by mx.example', 'a mail header'],
    ['Content-Transfer-Encoding: base64', 'a mail header'],
    ['X-Spam-Status: No', 'a mail header'],
    ['Date: Tue, 11 Mar 2025 08:00:00 +0000', 'a mail header'],
    ['=?utf-8?Q?Neue_Arbeiten?=', 'a mail header'],
    ['boundary="b1_quay"', 'a mail header'],
    ['------=_Part_7_1204.1741', 'a delimiter'],
    ['--0000000000003f2a', 'a delimiter'],
    ['-', 'nothing but signs'],
    ['* * *', 'nothing but signs'],
    ['…', 'nothing but signs'],
    ['https://quay.example/abs/2501.04217', 'an address'],
    ['www.quay.example', 'an address'],
    ['keeper@quay.example', 'a mail address'],
    ['Ada Keeper <keeper@quay.example>', 'a mail address'],
    ['@quaykeeper', 'a user name'],
    ['[09:14] m: have you seen it?', 'a time of day'],
    ['| 3 | Quay Walls | link |', 'a row of a table'],
    ['3\tQuay Walls\t2024', 'a row of a table'],
    ['TI  - Quay Walls Under Load', 'a tagged field'],
    ['%T Quay Walls Under Load', 'a tagged field'],
    ['"title": "Quay Walls Under Load",', 'code'],
    ['const quay = build();', 'code'],
    ['def load(quay):', 'code'],
    ['@article{quay2024,', 'code'],
    ['pip install quaywall', 'code'],
    [String.raw`\begin{abstract}`, 'LaTeX'],
    ['aGVsbG8gd29ybGQgaGVsbG8gd29ybGQgaGVsbG8gd29ybGQgaGVsbG8=', 'a string of letters'],
    ['None', 'no value'],
  ])('%j is %s', (title, why) => expect(nonsenseIn(title)).toBe(why));

  it.each([
    '',
    'X-Quay: Walls Under Load',
    'Content-Aware Dredging: A Survey',
    'Date: Dynamic Anchors for Tide Estimation',
    'From Quays to Walls',
    '"Double-Quay": Two Walls at Once',
    'E=mc^2 and n = 10 Harbours',
    'C++ for Harbours',
    '<QUAY>: One Token for a Harbour',
    'Growth of <i>E. coli</i> in H<sub>2</sub>O',
    'Is a < b and c > d?',
    'R&eacute;sum&eacute; of Tides &amp; Winds',
    'p(x|y) for x | y Given',
    '$\\alpha$-Quays',
    'Learning @ Scale',
    '2048',
    '潮汐预测的长期方法研究以及在港口工程中的应用与展望分析报告长期方法研究以及在港口工程中的应用与展望分析',
    'Introduction',
    '24/7 Harbours',
    'Editorial',
  ])('%j may be a title', (title) => expect(nonsenseIn(title)).toBeUndefined());

  it('takes any words for a title', () => {
    const word = fc.stringMatching(/^[A-Z]?[a-z]{2,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 12 }), (words) => {
        expect(nonsenseIn(words.join(' '))).toBeUndefined();
      }),
      runs(300),
    );
  });
});

it.each([
  ['Important dates', true],
  ['3.1 Related Work', true],
  ['IV. Conclusion', true],
  ['Call for Papers: 3rd Meeting on Quays', true],
  ['Installation', true],
  ['Important Dates in the History of Quays', false],
  ['An Introduction to Quays', false],
])('%j is a section: %s', (title, section) => expect(isSection(title)).toBe(section));

it.each([
  ['[PDF]', true],
  ['View PDF', true],
  ['Abstract', true],
  ['Abstract Nonsense', false],
])('%j is a label: %s', (title, label) => expect(isLabel(title)).toBe(label));
