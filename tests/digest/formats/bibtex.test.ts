import { describe, expect, test } from 'vitest';
import { bibtex } from '../../../src/digest/formats/bibtex.ts';
import type { CapturedPaper, ParsedDigest } from '../../../src/digest/model.ts';

const read = (text: string): ParsedDigest => bibtex.parse({ file: 'library.bib', text });
const only = (text: string): CapturedPaper | undefined => read(text).papers[0];
const entry = (fields: string): CapturedPaper | undefined =>
  only(`@article{key, title = {T}, ${fields}}`);

describe('texts', () => {
  test.each([
    ['{GAN}s and {B}ayes', 'GANs and Bayes'],
    ['{{All of it}}', 'All of it'],
    [
      '{\\"U}ber {\\\'e}t{\\\'{e}} na\\"{\\i}ve \\v{Z}i\\v{z}ek {\\c c}a Erd{\\H o}s',
      'Über été naïve Žižek ça Erdős',
    ],
    ["{\\O}re \\aa s {\\L}\\'od\\'z stra{\\ss}e", 'Øre ås Łódź straße'],
    ['Over {$\\mathbb{R}^{n}$} and $\\{x\\}$', 'Over $\\mathbb{R}^{n}$ and $\\{x\\}$'],
    ['R\\&D, 50\\%, a\\_b', 'R&D, 50%, a_b'],
    [
      '{\\textquotedblleft}Word{\\textquotedblright} \\textit{in vitro} {\\em so}',
      '“Word” in vitro so',
    ],
    ['H\\textsubscript{2}O, 10\\textsuperscript{-3}', 'H₂O, 10⁻³'],
    ['Fig.~3 and J.~Bee', 'Fig. 3 and J. Bee'],
    ['wrapped\n   by hand', 'wrapped by hand'],
    ['\\unknown{stays} here', '\\unknown{stays} here'],
    ['<script>alert(1)</script> `x` [a](b)', '<script>alert(1)</script> `x` [a](b)'],
  ])('%s', (tex, title) => {
    expect(only(`@article{key, title = {${tex}}}`)?.title).toBe(title);
  });

  test('paragraphs of an abstract; formulas make the notation TeX', () => {
    expect(entry('abstract = {One\n  line.\n\n  Regret $O(\\sqrt{T})$ at 5\\%.}')).toMatchObject({
      abstract: 'One line.\n\nRegret $O(\\sqrt{T})$ at 5%.',
      notation: 'tex',
    });
  });
});

describe('facts', () => {
  test.each([
    [
      'author = {Bee, Ann and Cid Dee and van der Berg, Jr, Eve}',
      { authors: ['Ann Bee', 'Cid Dee', 'Eve van der Berg Jr'] },
    ],
    ['author = {{Bee and Sons, Inc.} and others}', { authors: ['Bee and Sons, Inc.'] }],
    [
      'author = "M{\\"u}ller, J{\\"o}rg and {\\v{Z}}{\\\'\\i}dek, A. and C. {Craye}"',
      { authors: ['Jörg Müller', 'A. Žídek', 'C. Craye'] },
    ],
    ['author = "Ann Bee, Cid Dee, Eve Eff"', { authors: ['Ann Bee', 'Cid Dee', 'Eve Eff'] }],
    [
      'eprint = {2401.00001v2}, archivePrefix = {arXiv}, primaryClass = {cs.LG}',
      { arxiv: '2401.00001', categories: ['cs.LG'] },
    ],
    ['journal = {arXiv preprint arXiv:2401.00001}', { arxiv: '2401.00001' }],
    ['journal = {CoRR}, volume = {abs/2401.00001}', { arxiv: '2401.00001' }],
    ['doi = {https://doi.org/10.1000/AbC}', { doi: '10.1000/abc' }],
    ['year = 2020, month = mar', { published: '2020-03' }],
    ['date = {2020-03-04}', { published: '2020-03-04' }],
    ['year = 2020, month = june', { published: '2020-06' }],
    ['journal = CACM', { venue: 'Communications of the ACM' }],
    ['year = {2020}, month = {10--15 Jul}', { published: '2020-07' }],
    ['booktitle = {Proc.\\ of {NIPS}}', { venue: 'Proc. of NIPS' }],
    ['note = {To appear in {Annals} of Ponds}', { venue: 'Annals of Ponds' }],
    ['note = {Accepted by somebody. In 2 parts}', {}],
    ['url = {https://x.org/a\\_b}', { links: [{ label: 'Link', url: 'https://x.org/a_b' }] }],
    ['url = {https://arxiv.org/abs/2401.00001}', { arxiv: '2401.00001' }],
    [
      'howpublished = {\\url{https://x.org/a}}',
      { links: [{ label: 'Link', url: 'https://x.org/a' }] },
    ],
    ['description = {What somebody noted}', {}],
  ])('%s', (fields, facts) => {
    expect(entry(fields)?.facts).toEqual(facts);
  });

  test('abbreviations, also of abbreviations', () => {
    const text =
      '@string{a = "Journal"}\n@String(b = a # { of Things})\n@article{k, title={T}, journal = b # ", 2"}';
    expect(only(text)?.facts.venue).toBe('Journal of Things, 2');
  });

  test('an entry inherits from its volume, which is no paper', () => {
    const { papers } = read(
      '@inproceedings{p, title={T}, crossref={v}}\n@proceedings{v, title={Proc.}, year=2020}',
    );
    expect(papers.map(({ title, facts }) => [title, facts])).toEqual([
      ['T', { published: '2020', venue: 'Proc.' }],
    ]);
  });
});

describe('what people get wrong', () => {
  test.each([
    ['a comma missing', '@article{k,\n title = {T}\n author = {Ann Bee}\n}'],
    ['a comma too many', '@article{k, title = {T},, author = {Ann Bee},}'],
    ['no key', '@article{,\n title = {T}, author = {Ann Bee}}'],
    ['no key at all', '@article{title = {T}, author = {Ann Bee}}'],
    ['a key with blanks', '@article{Bee et al 2020, title = {T}, author = {Ann Bee}}'],
    ['a value without braces', '@article{k, month = 10~jun, title = {T}, author = {Ann Bee}}'],
    ['comments', '@article{k,\n % title = {Old},\n title = {T}, % yes\n author = {Ann Bee}}'],
    ['one bracket more', '@article{k,\n title = {T},\n author = "Ann Bee"\n})\n'],
    ['a brace too many in quotes', '@article{k, title = {T}, note = "a } b", author = {Ann Bee}}'],
    ['an empty value', '@article{k, title = {T}, note = , author = {Ann Bee}}'],
    ['round brackets', '@article(k, title = {T}, author = "Ann Bee")'],
    ['a closing brace missing at the end', '@article{k, title = {T}, author = {Ann Bee}\n'],
    [
      'escaped braces that do not match',
      '@article{k, note = {a \\} b}, title = {T}, author = {Ann Bee}}',
    ],
    ['capitals', '@ARTICLE{K, TITLE = {T}, AUTHOR = {Ann Bee}}'],
  ])('%s', (_, text) => {
    const { papers, problems } = read(text);
    expect(papers.map(({ title, facts }) => [title, facts.authors])).toEqual([['T', ['Ann Bee']]]);
    expect(problems).toEqual([]);
  });

  test('quotes inside quotes', () => {
    expect(only('@article{k, title = "A "quoted" word", year = 2020}')).toMatchObject({
      title: 'A "quoted" word',
      facts: { published: '2020' },
    });
  });

  test('duplicate keys are two papers', () => {
    expect(read('@misc{k, title={A}}\n@misc{k, title={B}}').papers).toHaveLength(2);
  });

  const broken = `% my notes, me@host {
@comment{jabref-meta: x}
@misc{a, title = {A}}
@misc{b,
  title = {B {never closed},

  year = 2020
}
@misc{c, title = {C}}} , author = {Lost},
  year = {2020}
}
text between
@misc{d, author = {No Title}}
@misc{e, title = {E}}@misc{f,
  title = {F}}
@misc{g, title = {Cut
`;

  test('one bad entry does not lose the others', () => {
    const { papers, problems } = read(broken);
    expect(papers.map(({ title, lines, record }) => [title, lines, record])).toEqual([
      ['A', [3, 3], 1],
      ['C', [9, 9], 3],
      ['E', [14, 14], 6],
      ['F', [14, 15], 7],
    ]);
    expect(problems.map(({ where, what }) => [where.line, what])).toEqual([
      [
        4,
        'This line fits nowhere: record 2 has a brace that is never closed; mend it and add the file again.',
      ],
      [
        9,
        'This line fits nowhere: record 4 is the rest of an entry that a brace too many has ended; take it out and add the file again.',
      ],
      [
        13,
        'This line fits nowhere: record 5 has no title: it has `author`; give it one in its source and add the file again.',
      ],
      [
        16,
        'This line fits nowhere: record 8 has a brace that is never closed; mend it and add the file again.',
      ],
    ]);
  });

  test('every line is accounted for', () => {
    expect(read(broken).lines.map(({ kind }) => kind)).toEqual([
      'banner',
      'meta',
      'record',
      'unaccounted',
      'unaccounted',
      'blank',
      'unaccounted',
      'unaccounted',
      'record',
      'unaccounted',
      'unaccounted',
      'unaccounted',
      'unaccounted',
      'record',
      'record',
      'unaccounted',
    ]);
  });
});

test.each([
  ['@article{k,\n title = {T}\n}', 0.97],
  ['% Encoding: UTF-8\n\n@InProceedings {k,\n title = "T"\n}', 0.97],
  ['@article{k, author = {Ann}}', 0.2],
  [
    `${'Prose about citing. '.repeat(20)}\n@article{k,\n title = {T}\n}\n${'More of it. '.repeat(40)}`,
    0.2,
  ],
  ['mail me@host.org { title = {x} }', 0],
  ['[{"title":"@article{k, title = {T}}"}]', 0],
])('recognises %j', (text, confidence) => {
  expect(bibtex.recognise({ file: 'f', text }).confidence).toBe(confidence);
});

test('raised and lowered text outside of formulas keeps its braces', () => {
  const text =
    '@article{k,\n title = {{L}akes},\n abstract = {A bound of d^{3/2} for H_{2}O, and {G}uards.}\n}';
  const [paper] = bibtex.parse({ file: 'f', text }).papers;
  expect(paper?.abstract).toBe('A bound of d^{3/2} for H_{2}O, and Guards.');
});
