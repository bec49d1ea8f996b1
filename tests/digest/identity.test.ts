import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arxivId, normaliseDoi, titleKey } from '../../src/digest/identity.ts';

describe('titleKey', () => {
  test.each([
    ['Attention Is Not All', 'attention is  NOT all'],
    ['Attention: Is It All?', 'Attention - is it all'],
    ['T\\"ulu 9', 'TÜLU 9'],
    ['The \\L ojasiewicz Inequality', 'The Łojasiewicz inequality'],
    ["G\\'{e}om\\'etrie", 'Géométrie'],
    ['Fran\\c{c}ois and S\\o ren', 'François and Søren'],
    ['Ridge in $\\ell_\\infty$', 'Ridge in ell_infty'],
    ['An $\\mathcal{O}(n \\log n)$ Sort', 'An mathcal{O}(nlog n) Sort'],
    ['An $\\mathcal{O}(n \\log n)$ Sort', 'An O(n log n) Sort'],
    ['\\textsc{Name}: A \\emph{Tool}', 'Name: A Tool'],
    ['Read \\& Write', 'Read &amp; Write'],
    ['$\\alpha$-Trees', 'α-Trees'],
    ['ｆｕｌｌ width', 'Full Width'],
    ['大模型：综述', '大模型 综述'],
    ["“Quoted” it's", '"Quoted" it’s'],
  ])('%s = %s', (one, other) => {
    expect(titleKey(one)).toBe(titleKey(other));
  });

  test.each([
    ['Llama 3.1', 'Llama 31'],
    ['k-means', 'k-means++'],
    ['大模型综述', '大模型评测'],
    ['か', 'が'],
    ['कि', 'की'],
    ['???', '!!!'],
    ['…', '—'],
    ['Part 1', 'Part 2'],
  ])('%s ≠ %s', (one, other) => {
    expect(titleKey(one)).not.toBe(titleKey(other));
  });

  test('never throws, and no title but an empty one has an empty key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        expect(titleKey(title) === '').toBe(title.trim() === '');
      }),
    );
  });

  test('case and punctuation around words never count', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1 }),
        fc.constantFrom(' ', ' - ', ': ', ', '),
        (words, mark) => {
          expect(titleKey(words.join(mark).toUpperCase())).toBe(titleKey(words.join(' ')));
        },
      ),
    );
  });
});

describe('arxivId', () => {
  test.each([
    ['2409.11321', '2409.11321'],
    ['2409.11321v3', '2409.11321'],
    [' arXiv:0704.0001 ', '0704.0001'],
    ['arXiv:2204.88888 [math.AG]', '2204.88888'],
    ['https://arxiv.org/abs/2409.11321v2', '2409.11321'],
    ['http://www.arxiv.org/pdf/2409.11321v1.pdf', '2409.11321'],
    ['https://arxiv.org/html/2409.11321?context=cs', '2409.11321'],
    ['https://huggingface.co/papers/2409.11321#community', '2409.11321'],
    ['https://huggingface.co/login?next=%2Fpapers%2F2409.11321', '2409.11321'],
    ['https://doi.org/10.48550/arXiv.2409.11321', '2409.11321'],
    ['math/0309136v1', 'math/0309136'],
    ['math.AG/0309136', 'math/0309136'],
    ['https://arxiv.org/abs/hep-th/9901001', 'hep-th/9901001'],
  ])('%s is %s', (text, id) => {
    expect(arxivId(text)).toBe(id);
  });

  test.each([
    '',
    '1234.5678',
    '2413.11321',
    '2409.113',
    'and/1234567',
    'https://example.org/abs/2409.11321',
    'https://huggingface.co/papers/date/2026-03-24',
    'see 2409.11321',
  ])('%j is none', (text) => {
    expect(arxivId(text)).toBeUndefined();
  });
});

test.each([
  ['10.1000/AbC', '10.1000/abc'],
  ['https://doi.org/10.1000/182.', '10.1000/182'],
  ['doi: 10.1000/a(b)', '10.1000/a(b)'],
  ['http://dx.doi.org/10.1000/a%2Fb', '10.1000/a/b'],
  ['10.1/x', undefined],
  ['2409.11321', undefined],
  ['10.1000/a%zz', '10.1000/a%zz'],
])('normaliseDoi(%s) is %s', (text, doi) => {
  expect(normaliseDoi(text)).toBe(doi);
});
