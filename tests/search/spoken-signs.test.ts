import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseQuery } from '../../src/search/grammar.ts';
import { formsOf, words } from '../../src/search/searched-words.ts';

const line = (text: string): string =>
  words(text)
    .map(({ whole }) => whole)
    .join(' ');

it.each([
  ['C++, C# and F#', 'cplusplus csharp and fsharp'],
  ['C⁺⁺ and C\\#', 'cplusplus and csharp'],
  ['C++17 in .NET', 'cplusplus 17 in dotnet'],
  ['ASP.NET', 'aspnet'],
  ['the end.net of it', 'the endnet of it'],
  ['A* and D*-Lite', 'astar and dstar lite'],
  ['A^*, A$^\\ast$, $A^{\\star}$, A⋆, \\mathrm{A}^*', 'astar astar astar astar astar'],
  ['A-star', 'astar'],
  ['**bold**, *a few words* and *A*', 'bold a few words and a'],
  ['2*3, a*b, neuro*', '2 3 a b neuro'],
  ['k-means++ and UNet++', 'kmeansplusplus and unetplusplus'],
  ['DeepLabv3+, B+-tree', 'deeplabv3plus bplus tree'],
  ['100+ of a+b, CLIP + X', '100 of a b clip x'],
  ['#1 of ##', '1 of'],
  ['recall@k, pass@1, @k', 'recallatk passat1 atk'],
  ['tea@leaf.example', 'tea leafexample'],
  ['O(n log n), $O(n \\log n)$', 'bigonlogn n log n bigonlogn n log n'],
  ['\\mathcal{O}(n\\log n), 𝒪(n log n), Õ(n)', 'bigonlogn n log n bigonlogn n log n bigon n'],
  ['O(n²) is O(n^2) is O(n^{2})', 'bigon2 n2 is bigon2 n2 is bigon2 n2'],
  ['O(√T), O(\\sqrt{T})', 'bigosqrtt sqrt t bigosqrtt sqrtt'],
  [
    'O(1/ε²), O(\\frac{1}{\\epsilon^2})',
    'bigo1overepsilon2 1 epsilon2 bigo1overepsilon2 frac1 epsilon2',
  ],
  ['O(|V| + |E|), O((n + m) log n)', 'bigovpluse v e bigonplusmlogn n m log n'],
  ['o(see below), foo(n)', 'o see below foo n'],
  ['R², R^2', 'r2 r2'],
  ['p-value, s.t., x86-64, 3D', 'pvalue st x8664 3d'],
  ['μ-law, GPT-4o, ℓ1, β-VAE', 'mulaw gpt4o ell1 betavae'],
])('%j is %j', (text, said) => {
  expect(line(text)).toBe(said);
});

it.each([
  ['k-means++', ['kmeansplusplus', 'k', 'means', 'kmeans']],
  ['UNet++', ['unetplusplus', 'unet']],
  ['C++', ['cplusplus']],
  ['A*', ['astar']],
  ['recall@10', ['recallat10', 'recall', 'at10']],
])('%j is found by %j', (text, forms) => {
  expect(formsOf(text)).toEqual(forms);
});

it('means the same in a query as in a text', () => {
  const sign = fc.constantFrom(
    ...'C++ C# A* D*-Lite O(n\u00a0log\u00a0n) O(n^2) k-means++ .NET pass@1 p-value R² μ-law'
      .split(' ')
      .map((text) => text.replaceAll('\u00a0', ' ')),
  );
  const word = fc.constantFrom('tea', 'steam', 'of', 'kettles,');
  fc.assert(
    fc.property(fc.array(fc.oneof(sign, word), { minLength: 1, maxLength: 8 }), (pieces) => {
      const text = pieces.join(' ');
      expect(parseQuery(text).words.map(({ whole }) => whole)).toEqual(line(text).split(' '));
    }),
  );
});
