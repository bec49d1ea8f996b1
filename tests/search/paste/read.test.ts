import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPaste, type Paste } from '../../../src/search/paste/read.ts';
import { mayBePasted } from '../../../src/search/paste/suspect.ts';

/** As the search asks: nothing is read that nothing speaks for. */
const read = async (text: string): Promise<Paste | undefined> =>
  mayBePasted(text) ? readPaste(text) : undefined;

const namesIn = async (text: string): Promise<readonly string[]> =>
  (await read(text))?.items.flatMap(({ names }) => names.flat()) ?? [];

describe('identifiers and addresses', () => {
  it.each([
    ['2403.01234', 'arXiv 2403.01234'],
    ['arXiv:2403.01234v2', 'arXiv 2403.01234'],
    ['arxiv 2403.01234', 'arXiv 2403.01234'],
    ['arXiv:2403.01234v1 [cs.RO] 3 Mar 2024', 'arXiv 2403.01234'],
    ['hep-th/9901001', 'arXiv hep-th/9901001'],
    ['https://arxiv.org/abs/hep-th/9901001v3', 'arXiv hep-th/9901001'],
    ['https://arxiv.org/pdf/2403.01234v2.pdf', 'arXiv 2403.01234'],
    ['arxiv.org/html/2403.01234', 'arXiv 2403.01234'],
    ['https://www.alphaxiv.org/abs/2403.01234', 'arXiv 2403.01234'],
    ['https://huggingface.co/papers/2403.01234', 'arXiv 2403.01234'],
    ['https://doi.org/10.48550/arXiv.2403.01234', 'arXiv 2403.01234'],
    ['DBLP:journals/corr/abs-2403-01234', 'arXiv 2403.01234'],
    ['10.1145/3292500.3330701', 'DOI 10.1145/3292500.3330701'],
    ['doi: 10.1145/3292500.3330701', 'DOI 10.1145/3292500.3330701'],
    ['https://dl.acm.org/doi/abs/10.1145/3292500.3330701', 'DOI 10.1145/3292500.3330701'],
    [
      'https://www.biorxiv.org/content/10.1101/2021.07.04.451050v2.full',
      'DOI 10.1101/2021.07.04.451050',
    ],
    ['https://openreview.net/pdf?id=rJl0r3R9KX', 'OpenReview rJl0r3R9KX'],
    ['https://aclanthology.org/2021.acl-long.12.pdf', 'ACL 2021.acl-long.12'],
    ['https://aclanthology.org/N18-1202/', 'ACL n18-1202'],
    ['N18-1202', 'ACL n18-1202'],
    ['https://kettle.example/archive/papers/brewing-with-care/', 'paper brewing-with-care'],
    ['brewing-with-care', 'paper brewing-with-care'],
    ['\\citep[see][p. 3]{brewing-with-care}', 'paper brewing-with-care'],
  ])('%s → %s', async (text, name) => {
    expect(await namesIn(text)).toContain(name);
  });

  it('makes one of all the pages that a site has for a paper', async () => {
    const pages = [
      'https://papers.nips.cc/paper_files/paper/2002/hash/0123456789abcdef0123456789abcdef-Abstract.html',
      'https://proceedings.neurips.cc/paper/2002/file/0123456789abcdef0123456789abcdef-Paper.pdf',
    ];
    const [one, other] = await Promise.all(pages.map(namesIn));
    expect(one).toEqual(other);
    expect(await namesIn('http://proceedings.mlr.press/v9/leaf10a/leaf10a.pdf')).toEqual(
      await namesIn('https://proceedings.mlr.press/v9/leaf10a.html'),
    );
  });

  it('takes the words of a title from an address', async () => {
    const address =
      'https://www.semanticscholar.org/paper/Brewing-Tea-with-Care-Leaf-Kettle/0123456789abcdef0123456789abcdef01234567';
    expect((await read(address))?.query).toBe('Brewing Tea with Care Leaf Kettle');
  });

  it('reads several on one line', async () => {
    const { items = [], query } =
      (await read('2403.01234, arXiv:2403.01235v2 and 10.1145/33.44')) ?? {};
    expect(items.map(({ text }) => text)).toEqual(['2403.01234', '2403.01235v2', '10.1145/33.44']);
    expect(query).toBe('');
  });
});

describe('keys of bibliographies', () => {
  it.each([
    ['leaf2021brewing', 'first 2021 brewing leaf'],
    ['Leaf2021Brewing', 'first 2021 brewing leaf'],
    ['leaf_brewing_2021', 'first 2021 brewing leaf'],
    ['leafBrewingTeaCare2021', 'first 2021 brewing leaf'],
    ['leaf-etal-2021-brewing', 'first 2021 brewing leaf'],
    ['leafBrewingV12021', 'first 2021 brewing leaf'],
    ['2021_leaf_brewing', 'first 2021 brewing leaf'],
    ['Leaf:2021:Brewing', 'first 2021 brewing leaf'],
    ['leaf21brewing', 'first 2021 brewing leaf'],
    ['leaf2021brewing', 'first 2020 brewing leaf'],
    ['vanDerLeaf2021brewing', 'first 2021 brewing vanderleaf'],
    ['leaf2021a', 'by leaf 2021'],
    ['DBLP:conf/icml/LeafKW21', 'dblp 2021 leafkw'],
    ['[@leaf2021brewing; @pot2020]', 'by pot 2020'],
    ['Leaf et al., 2021', 'by leaf 2021'],
    ['(Leaf & Kettle, 2021)', 'by leaf 2021'],
    ['van der Leaf and de Pot (2021b)', 'by vanderleaf 2021'],
  ])('%s → %s', async (text, name) => {
    expect(await namesIn(text)).toContain(name);
  });
});

const title = 'Brewing Tea: How Much Care is Enough?';

describe('references', () => {
  it.each([
    `Leaf, A. B., Kettle, C., & de Pot, D. (2021). ${title} In Proceedings of the 9th Conference on Tea (pp. 1-10).`,
    `A. B. Leaf, C. Kettle, and D. de Pot, “${title}” in Proc. 9th Conf. on Tea, 2021, pp. 1–10, doi: 10.1000/182.`,
    `[12] A. B. Leaf, C. Kettle and D. de Pot. ${title} In TEA, pages 1–10, 2021. 2, 7`,
    `Leaf, Anna B., et al. "${title}" Journal of Tea 3.2 (2021): 1-10.`,
    `Leaf, Anna B, Cy Kettle, and Di de Pot. "${title}" arXiv preprint arXiv:2103.01234 (2021).`,
    `Anna B. Leaf, Cy Kettle, and Di de Pot. 2021. ${title} In Proceedings of Tea. ACM, New York, NY, USA, 1–10.`,
    `Anna B. Leaf and Cy Kettle. ${title} arXiv preprint arXiv:2103.01234, 2021.`,
    `Leaf, A.B. and Kettle, C., 2021. ${title} Journal of Tea, 3(2), pp.1-10.`,
    `Leaf AB, Kettle C, de Pot D, et al. ${title} J Tea. 2021;3(2):1-10.`,
    `Leaf, A.B., Kettle, C.: ${title} In: Tea 2021. LNCS, vol. 12, pp. 1–10. Springer (2021)`,
    `@inproceedings{leaf2021brewing,\n  title = {{Brewing Tea}: How Much Care is Enough?},\n  author = {Leaf, Anna},\n  year = 2021\n}`,
    `@misc{leaf2021brewing, title={Brewing Tea: How Much Care is Enough?}, eprint={2103.01234}}`,
  ])('finds the title in %s', async (text) => {
    const { items = [], query } = (await read(text)) ?? {};
    expect(query).toBe(title);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ kind: 'reference', sure: true });
    expect(items[0]?.names.flat()).toContain('title brewingteahowmuchcareisenough');
  });

  it('takes a name in quotes for a part of the title', async () => {
    const text =
      'Anna Leaf. 2021. “TEA-3”; A kettle with three wheels. In Proceedings of Tea, 1–10.';
    expect((await read(text))?.query).toBe('“TEA-3”; A kettle with three wheels');
  });

  it('takes what follows a question mark for the title, too', async () => {
    const text =
      'Leaf, A. (2021). Why tea? A survey of care (v1). arXiv preprint arXiv:2103.01234.';
    expect(await namesIn(text)).toEqual([
      'arXiv 2103.01234',
      'title whytea',
      'title whyteaasurveyofcarev1',
    ]);
  });

  it('keeps the hyphens of line breaks in the title, for the vocabulary to tell', async () => {
    const text = `Anna B. Leaf and Cy Ket-\ntle. Contras-\ntive brewing of pre-\nsteeped tea. In Pro-\nceedings of Tea, 2021.`;
    expect((await read(text))?.query).toBe('Contras- tive brewing of pre- steeped tea');
  });

  it('looks for the identifier first', async () => {
    const text = `Anna Leaf and Cy Kettle. ${title} arXiv preprint arXiv:2103.01234, 2021.`;
    expect((await read(text))?.items[0]?.names[0]).toEqual(['arXiv 2103.01234']);
  });
});

describe('lists', () => {
  const one = 'Leaf, A. (2021). Brewing tea with great care. Journal of Tea, 3(2), 1-10.';
  const two =
    'Kettle, C., & Pot, D. (2020). Boiling water in the old way. Journal of Tea, 2(1), 4-9.';
  const titles = ['title brewingteawithgreatcare', 'title boilingwaterintheoldway'];
  it.each([
    [`${one}\n${two}`],
    [`${one} ↵ ${two}`],
    [`${one}\r\n\r\n${two}`],
    [`1. ${one}\n2. ${two}`],
    [`[1] ${one} [2] ${two}`],
    [`- ${one}\n- ${two}`],
    [
      'Leaf, A. (2021). Brewing tea\nwith great care. Journal of\nTea, 3(2), 1-10.\nKettle, C., & Pot, D. (2020). Boiling\nwater in the old way. Journal of Tea,\n2(1), 4-9.',
    ],
    [
      '@misc{a, title={Brewing tea with great care}}\n@misc{b, title={Boiling water in the old way}}',
    ],
  ])('parts %j', async (text) => {
    const { items = [], query } = (await read(text)) ?? {};
    expect(items.map(({ names }) => names.flat().filter((name) => titles.includes(name)))).toEqual(
      titles.map((name) => [name]),
    );
    expect(query).toBe('');
  });

  it('parts identifiers, keys and references', async () => {
    const { items = [] } =
      (await read(
        `2403.01234\nleaf2021brewing\nhttps://openreview.net/forum?id=rJl0r3R9KX\n${one}\nhttps://doi.org/10.1000/182\n2403.01236`,
      )) ?? {};
    expect(items.map(({ kind }) => kind)).toEqual(['id', 'id', 'id', 'reference', 'id']);
    // An address below a reference is its own.
    expect(items[3]?.names[0]).toEqual(['DOI 10.1000/182']);
  });

  it('takes lines that are none of these for one title, or a title each', async () => {
    const { items = [], query } = (await read('Brewing tea with\ngreat care')) ?? {};
    expect(query).toBe('Brewing tea with great care');
    expect(items.map(({ sure }) => sure)).toEqual([false, false, false]);
  });
});

describe('titles of pages', () => {
  it.each([
    '[2103.01234] Brewing Tea with Great Care',
    'Brewing Tea with Great Care | OpenReview',
    'Brewing Tea with Great Care - ACL Anthology',
    'Paper page - Brewing Tea with Great Care',
    '[PDF] Brewing Tea with Great Care | Semantic Scholar',
    '(PDF) Brewing Tea with Great Care',
    'Brewing Tea with Great Care | Request PDF',
    'Brewing Tea with Great Care | IEEE Conference Publication | IEEE Xplore',
    'Brewing Tea with Great Care | Proceedings of the 9th ACM Conference on Tea',
    'Brewing Tea with Great Care - ScienceDirect - Google Chrome',
    '“Brewing Tea with Great Care” | alphaXiv',
  ])('%s', async (text) => {
    expect((await read(text))?.query).toBe('Brewing Tea with Great Care');
  });
});

describe('words like any others', () => {
  it.each([
    'brewing tea',
    'T5 | survey',
    'TEA 2025: The Second Challenge on Brewing',
    'Tea - the science of it',
    'Leaf and Kettle brewing',
    'tea 2021',
    'ICML 2018 brewing',
    'year:2024 tea',
    'year:2024',
    '2023..2025',
    'GPT-4',
    'COVID-19',
    'O(n log n)',
    'C++',
    'a 3-step, 10.5 % better brew (2021)',
    'Leaf et al. (2021) have shown that tea is best brewed with care.',
    'In 2020, two million people drank tea.',
    'Code is available at https://kettle.example/tea/code.',
    'brewing tea "with care" -coffee',
  ])('%s', async (text) => {
    const { items = [] } = (await read(text)) ?? {};
    expect(items.filter(({ sure }) => sure)).toEqual([]);
  });

  it('is in no more than one piece whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        const { items = [] } = (await readPaste(text)) ?? {};
        expect(new Set(items.map(({ names }) => names.flat().join())).size).toBe(items.length);
      }),
    );
  });
});
