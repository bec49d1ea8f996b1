import { describe, expect, it } from 'vitest';
import { listTitle, shortTitle, layOutFormulas } from '../../src/archive/brief.ts';
import { shownCorrections } from '../../src/archive/corrections.ts';
import { issueAddress } from '../../src/archive/repository.ts';
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

  it.each([
    ['arXiv:2302.00248', 'https://arxiv.org/abs/2302.00248'],
    ['arXiv:2302.00248v2', 'https://arxiv.org/abs/2302.00248v2'],
    ['arxiv: math/0309136', 'https://arxiv.org/abs/math/0309136'],
    ['doi:10.1000/182', 'https://doi.org/10.1000/182'],
    ['https://rivers.example/a?b=c', 'https://rivers.example/a?b=c'],
    ['the printed proceedings', undefined],
    ['javascript:alert(1)', undefined],
  ])('source %s leads to %s', (source, url) => {
    expect(shown({ source })?.source).toEqual({ label: source, ...(url !== undefined && { url }) });
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
    ['<math alttext="x"><mi>x</mi></math>', false],
    [`<math alttext="${'x + '.repeat(20)}"><mi>x</mi></math>`, true],
    ['<math display="block" alttext="x"><mi>x</mi></math>', true],
    ['<math alttext="x" display="block"><mi>x</mi></math>', true],
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

describe('issueAddress', () => {
  const paper = { id: 'of-rivers', title: `Of Rivers & Lakes? #1 ${'and more '.repeat(40)}` };
  const page = 'https://archive.example/papers/of-rivers/';

  it('names the entry and its page, and stays short', () => {
    const address = issueAddress({ repository: 'https://git.example/a/b/' }, paper, page) ?? '';
    const url = new URL(address);
    expect(url.origin + url.pathname).toBe('https://git.example/a/b/issues/new');
    expect(url.searchParams.get('title')).toMatch(/^Correction: Of Rivers & Lakes\? #1 .*…$/);
    expect(url.searchParams.get('body')).toContain(`content/papers/of-rivers.md\nPage: ${page}\n`);
    expect(address.length).toBeLessThan(700);
  });

  it('is not there without a repository', () => {
    expect(issueAddress({ repository: '' }, paper, page)).toBeUndefined();
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
