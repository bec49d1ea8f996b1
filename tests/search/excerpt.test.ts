import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHit } from '../../src/search/excerpt.ts';
import { fragment } from './fragment.ts';
import type { Part } from '../../src/search/answer.ts';

const shown = (parts: readonly Part[]): string =>
  parts.map(({ text, mark }) => (mark ? `[${text}]` : text)).join('');

/** A result in which some words count alike. */
const found = (text: ReturnType<typeof fragment>, words: readonly string[]) =>
  toHit(text, new Map(words.map((word) => [word, 1])));

describe('toHit', () => {
  it('marks words of the title and of the passage, without the punctuation around them', () => {
    const { titleParts, passage } = found(fragment('On Tea', 'We drink “tea”, often.'), ['tea']);
    expect(shown(titleParts)).toBe('On [Tea]');
    expect(shown(passage)).toBe('We drink “[tea]”, often.');
  });

  it('keeps text that looks like markup as text', () => {
    const hostile =
      'see <script>x()</script> &lt;b&gt; <mark>no</mark> &amp; <img src=x onerror=y>';
    const { passage } = found(fragment('A <b>', hostile), ['script']);
    expect(passage.map(({ text }) => text).join('')).toBe(hostile);
    expect(passage.filter(({ mark }) => mark).map(({ text }) => text)).toEqual([
      'script>x()</script',
    ]);
  });

  it('shows the part of a long abstract where the matches are', () => {
    const words = Array.from({ length: 200 }, (_, at) => `w${at}`);
    const { passage } = found(fragment('T', words.join(' ')), ['w150', 'w151']);
    const text = shown(passage);
    expect(text).toContain('[w150] [w151]');
    expect(text.startsWith('… ')).toBe(true);
    expect(text.endsWith(' …')).toBe(true);
  });

  it('puts brackets and commas to the formula that the index parts them from', () => {
    const { passage } = found(fragment('Tea', 'We take ( ℝⁿ , x² ) . Then a ≤ b .'), ['take']);
    expect(shown(passage)).toBe('We [take] (ℝⁿ, x²). Then a ≤ b.');
  });

  it('shows of a note what was found in it alone, and says so', () => {
    const meta = { title: 'On Tea', note: 'Read on the train to Kyoto.' };
    const { passage, noted } = found(fragment('On Tea', 'We drink.', { meta }), ['kyoto']);
    expect([shown(passage), noted]).toEqual(['Read on the train to [Kyoto].', true]);
    const both = found(fragment('On Tea', 'We drink in Kyoto.', { meta }), ['kyoto']);
    expect([shown(both.passage), both.noted]).toEqual(['We drink in [Kyoto].', undefined]);
  });

  it('leaves out the names of the authors, unless they are what was searched for', () => {
    const text = fragment('On Tea', 'Ada Steeper, Bo Leaf We drink tea.', {
      meta: { title: 'On Tea', authors: 'Ada Steeper, Bo Leaf' },
    });
    expect(shown(found(text, ['tea']).passage)).toBe('We drink [tea].');
    expect(shown(found(text, ['leaf']).passage)).toBe('Ada Steeper, Bo [Leaf] We drink tea.');
    // As a paragraph of their own they end with a full stop.
    const ended = { ...text, content: text.content.replace('Leaf', 'Leaf.') };
    expect(shown(found(ended, ['tea']).passage)).toBe('We drink [tea].');
  });

  it('begins with the abstract if only the title matches', () => {
    expect(shown(found(fragment('Green Tea', 'An abstract.'), ['green']).passage)).toBe(
      'An abstract.',
    );
  });

  it('parts a language without spaces where Pagefind did', () => {
    const zh = fragment('', '', { content: '大模型', raw_content: '大\u200b模型\u200b&lt;' });
    expect(shown(found(zh, ['模型']).passage)).toBe('大[模型]<');
  });

  it('shows nothing that is not in the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (abstract, words) => {
        const { passage } = found(fragment('Tea', abstract), [...words, ...abstract.split(' ')]);
        const text = passage.map((part) => part.text).join('');
        // Spaces before a comma and within brackets, which the index has around formulas, are left out.
        const bare = (of: string): string => of.replaceAll(/\s+/g, '');
        expect(bare(`Tea. ${abstract}`)).toContain(
          bare(text.replace(/^… /, '').replace(/ …$/, '')),
        );
      }),
    );
  });
});
