import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight } from '../../src/search/excerpt.ts';
import { fragment } from './fragment.ts';
import type { Part } from '../../src/search/answer.ts';

const shown = (parts: readonly Part[]): string =>
  parts.map(({ text, mark }) => (mark ? `[${text}]` : text)).join('');

describe('highlight', () => {
  it('marks words of the title and of the passage, without the punctuation around them', () => {
    const { title, passage } = highlight(fragment('On Tea', 'We drink “tea”, often.', [1, 4]));
    expect(shown(title)).toBe('On [Tea]');
    expect(shown(passage)).toBe('We drink “[tea]”, often.');
  });

  it('keeps text that looks like markup as text', () => {
    const hostile =
      'see <script>x()</script> &lt;b&gt; <mark>no</mark> &amp; <img src=x onerror=y>';
    const { passage } = highlight(fragment('A <b>', hostile, [3]));
    expect(passage.map(({ text }) => text).join('')).toBe(hostile);
    expect(passage.filter(({ mark }) => mark).map(({ text }) => text)).toEqual([
      'script>x()</script',
    ]);
  });

  it('shows the part of a long abstract where the matches are', () => {
    const words = Array.from({ length: 200 }, (_, at) => `w${at}`);
    const { passage } = highlight(fragment('T', words.join(' '), [151, 152]));
    const text = shown(passage);
    expect(text).toContain('[w150] [w151]');
    expect(text.startsWith('… ')).toBe(true);
    expect(text.endsWith(' …')).toBe(true);
  });

  it('puts brackets and commas to the formula that the index parts them from', () => {
    const { passage } = highlight(fragment('Tea', 'We take ( ℝⁿ , x² ) . Then a ≤ b .', [2]));
    expect(shown(passage)).toBe('We [take] (ℝⁿ, x²). Then a ≤ b.');
  });

  it('begins with the abstract if only the title matches', () => {
    expect(shown(highlight(fragment('Green Tea', 'An abstract.', [0])).passage)).toBe(
      'An abstract.',
    );
  });

  it('parts a language without spaces where Pagefind did', () => {
    const zh = fragment('', '', [1], { content: '大模型', raw_content: '大\u200b模型\u200b&lt;' });
    expect(shown(highlight(zh).passage)).toBe('大[模型]<');
  });

  it('shows nothing that is not in the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.nat(60)), (abstract, matched) => {
        const { passage } = highlight(fragment('Tea', abstract, matched));
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
