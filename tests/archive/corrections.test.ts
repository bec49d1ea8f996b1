import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listTitle, shortTitle, layOutFormulas } from '../../src/archive/brief.ts';
import { correctionGroups, placeWords, shownCorrections } from '../../src/archive/corrections.ts';
import { reportAddress } from '../../src/archive/repository.ts';
import type { Correction } from '../../src/entries/model.ts';

const shown = (correction: Partial<Correction>, title = 'On Rivers') =>
  shownCorrections({
    title,
    corrections: [{ was: 'Ain R', now: '$A\\in R$', how: 'seen', ...correction }],
  })[0];

describe('shownCorrections', () => {
  it('typesets what it says now and leaves what was', () => {
    const correction = shown({ was: '<b>ell_infty' });
    expect(correction?.was).toBe('<b>ell_infty');
    expect(correction?.now).toMatch(/^<math/);
  });

  it('reads what stands in the title as a title, all else as Markdown', () => {
    expect(shown({ now: 'a *river* <b>' }, 'Of a *river* <b>')?.now).toBe('a *river* &lt;b&gt;');
    expect(shown({ now: 'a *river* <b>' })?.now).toBe('a <em>river</em> &#x3C;b>');
  });

  it('keeps paragraphs', () => {
    expect(shown({ now: 'One.\n\nTwo.' })?.now).toBe('<p>One.</p>\n<p>Two.</p>');
  });

  it.each<readonly [string, string | undefined, string?]>([
    ['arXiv:2302.00248', 'https://arxiv.org/abs/2302.00248'],
    ['arXiv:2302.00248v2', 'https://arxiv.org/abs/2302.00248v2'],
    ['arxiv: math/0309136', 'https://arxiv.org/abs/math/0309136'],
    ['doi:10.1000/182', 'https://doi.org/10.1000/182'],
    ['https://rivers.example/a?b=c', 'https://rivers.example/a?b=c', 'rivers.example/a?b=c'],
    ['the printed proceedings', undefined],
    ['javascript:alert(1)', undefined],
  ])('source %s leads to %s', (source, url, label = source) => {
    expect(shown({ source })?.source).toEqual({ label, ...(url !== undefined && { url }) });
  });

  it.each<
    readonly [
      string,
      readonly [string, string][],
      readonly (readonly [string, number | undefined])[],
    ]
  >([
    [
      'title and abstract',
      [
        ['ell_2', '$\\ell_2$'],
        ['ell_2', '$\\ell_2$'],
      ],
      [
        ['title', 1],
        ['abstract', 3],
      ],
    ],
    [
      'what stands in a longer one',
      [
        ['L^*', '$L^*$'],
        ['O(KL^*)', '$O(KL^*)$'],
      ],
      [
        ['abstract', 1],
        ['abstract', 2],
      ],
    ],
    [
      'whole words alone',
      [
        ['SA', '$SA$'],
        ['Pi', '$\\Pi$'],
      ],
      [
        ['abstract', 1],
        ['abstract', 2],
      ],
    ],
    ['nothing that no capture has', [['Ain R', '$A\\in R$']], [['abstract', undefined]]],
  ])('counts %s', (_, pairs, places) => {
    const text = 'On ell_2\n\nell_2, ell_2: O(KL^*), O(KL^*), L^*. USA, SA. Pixel Pi, Pi. ell_2';
    const captured = [{ digest: 'a', lines: [1, 3] as [number, number], text }];
    const corrections = pairs.map(([was, now]) => ({ was, now, how: 'seen' as const }));
    const told = shownCorrections({ title: 'On $\\ell_2$', corrections, captured });
    expect(told.map(({ where, times }) => [where, times])).toEqual(places);
  });

  it('counts any text once where it stands once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (was) => {
        const text = `Title\n\u0001${was}\u0001`;
        const captured = [{ digest: 'a', lines: [1, 3] as [number, number], text }];
        const corrections = [{ was, now: '$N$', how: 'seen' as const }];
        expect(shownCorrections({ title: 'A', corrections, captured })[0]?.times).toBeGreaterThan(
          0,
        );
      }),
    );
  });

  it('says nothing of a source that is not named', () => {
    expect(shown({})).not.toHaveProperty('source');
  });
});

describe('titles with formulas', () => {
  const title = 'Bounds of $O(\\sqrt{T})$ & more';

  it('are MathML in lists and Unicode in plain text', () => {
    expect(listTitle({ title })).toMatch(/^Bounds of <math.*<\/math> &amp; more$/s);
    expect(shortTitle({ title })).toBe('Bounds of O(√T) & more');
  });

  it('are plain when they are too long for a list', () => {
    const html = listTitle({ title: `${title} <i> ${'and more '.repeat(50)}` });
    expect(html).toMatch(/^Bounds of O\(√T\) &amp; more &lt;i&gt; and more .*…$/);
  });
});

describe('layOutFormulas', () => {
  it.each([
    ['<math aria-label="x"><mi>x</mi></math>', false],
    [`<math aria-label="${'x + '.repeat(20)}"><mi>x</mi></math>`, true],
    ['<math display="block" aria-label="x"><mi>x</mi></math>', true],
    ['<math aria-label="x" display="block"><mi>x</mi></math>', true],
    [`<p title="${'x'.repeat(50)}">no formula</p>`, false],
  ])('%s: %s', (html, reachable) => {
    const expected = reachable ? html.replace('<math', '<math tabindex="0"') : html;
    expect(layOutFormulas(html)).toBe(expected);
  });

  it.each([
    ['of <math>x</math>, and', 'of <span class="whole"><math>x</math>,</span> and'],
    ['(<math>x</math>).', '<span class="whole">(<math>x</math>).</span>'],
    ['a <math>x</math> b', 'a <math>x</math> b'],
    ['<math>x</math><em>y</em>.', '<math>x</math><em>y</em>.'],
    ['<math>(unclosed', '<math>(unclosed'],
  ])('keeps marks with their formula: %s', (html, expected) => {
    expect(layOutFormulas(html)).toBe(expected);
  });
});

describe('reportAddress', () => {
  const paper = { id: 'of-rivers', title: `Of Rivers & Lakes? #1 ${'and more '.repeat(40)}` };
  const page = 'https://archive.example/papers/of-rivers/';

  it('names the entry and its page, and stays short', () => {
    const address =
      reportAddress({ url: 'https://git.example/a/b/', folder: 'archive' }, paper, page) ?? '';
    const url = new URL(address);
    expect(url.origin + url.pathname).toBe('https://git.example/a/b/issues/new');
    expect(url.searchParams.get('title')).toMatch(/^Correction: Of Rivers & Lakes\? #1 .*…$/);
    expect(url.searchParams.get('body')).toContain(`archive/papers/of-rivers.md\nPage: ${page}\n`);
    expect(address.length).toBeLessThan(700);
  });

  it('is not there without a repository', () => {
    expect(reportAddress({ folder: 'archive' }, paper, page)).toBeUndefined();
  });

  it('is the owner’s own place before any, a tracker as it is', () => {
    const where = { url: 'https://git.example/a/b', reports: 'https://tracker.example/new' };
    expect(reportAddress(where, paper, page)).toBe('https://tracker.example/new');
  });

  it('is a letter to an owner who reads letters, about this entry', () => {
    const letter = URL.parse(reportAddress({ reports: 'desk@keeper.example' }, paper, page) ?? '');
    expect(letter?.protocol).toBe('mailto:');
    expect(letter?.pathname).toBe('desk@keeper.example');
    expect(letter?.search).not.toContain('+');
    expect(letter?.searchParams.get('subject')).toMatch(/^Correction: /);
    expect(letter?.searchParams.get('body')).toContain(`\r\nPage: ${page}\r\n`);
  });
});

it.each([
  ['seen', 'arXiv:2302.00248', 'checked against'],
  ['seen', undefined, 'checked against the original'],
  ['reconstructed', 'the third abstract', 'reconstructed from'],
  ['reconstructed', undefined, 'reconstructed'],
] as const)('%s, source %s: %s', (how, source, words) => {
  expect(shown({ how, ...(source && { source }) })?.how).toBe(words);
});

describe('correctionGroups', () => {
  it('puts together what one source says, in the order in which sources come', () => {
    const of = (was: string, source?: string): Correction => ({
      was,
      now: was.toUpperCase(),
      how: source === undefined ? 'reconstructed' : 'seen',
      ...(source !== undefined && { source }),
    });
    const corrections = [of('a', 'arXiv:2302.00248'), of('b'), of('c', 'arXiv:2302.00248')];
    const groups = correctionGroups({ title: 'On Rivers', corrections });
    expect(groups.map(({ how, source }) => [how, source?.label])).toEqual([
      ['checked against', 'arXiv:2302.00248'],
      ['reconstructed', undefined],
    ]);
    expect(groups.map((group) => group.corrections.map(({ was }) => was))).toEqual([
      ['a', 'c'],
      ['b'],
    ]);
  });

  it.each([
    [{ where: 'abstract' }, ''],
    [{ where: 'abstract', times: 4 }, '4 times'],
    [{ where: 'title', times: 1 }, 'in the title'],
    [{ where: 'title', times: 2 }, '2 times in the title'],
  ] as const)('says where, unless it is once in the abstract: %j', (place, words) => {
    expect(placeWords(place)).toBe(words);
  });
});
