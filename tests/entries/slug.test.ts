import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSlug, maxSlugLength, slugOf, slugsOf } from '../../src/entries/slug.ts';

describe('slugOf', () => {
  it.each([
    [
      'SOAP: Improving and Stabilizing Shampoo using Adam',
      'soap-improving-and-stabilizing-shampoo-using-adam',
    ],
    ['TÜLU 3: Pushing Frontiers', 'tulu-3-pushing-frontiers'],
    ['2 OLMo 2 Furious', '2-olmo-2-furious'],
    ['Polyak-Łojasiewicz in Straße', 'polyak-lojasiewicz-in-strasse'],
    ['../../etc/passwd', 'etc-passwd'],
    ['CON', 'con-paper'],
    ['page', 'page-paper'],
    ['R&D, 100% “quoted” & more', 'r-and-d-100-quoted-and-more'],
  ])('%s → %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('gives a title without ASCII a stable name of its own', () => {
    expect(slugOf('漢字')).toMatch(/^paper-[0-9a-f]{10}$/);
    expect(slugOf('漢字')).toBe(slugOf('漢字'));
    expect(slugOf('漢字')).not.toBe(slugOf('漢学'));
  });

  it('cuts at a word', () => {
    const slug = slugOf('word '.repeat(40));
    expect(slug.length).toBeLessThanOrEqual(maxSlugLength);
    expect(slug.endsWith('-word')).toBe(true);
  });

  it('makes a slug of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const slug = slugOf(title);
        expect(isSlug(slug)).toBe(true);
        expect(slug.length).toBeLessThanOrEqual(maxSlugLength + '-paper'.length);
      }),
    );
  });
});

describe('slugsOf', () => {
  it('numbers from 2', () => {
    const slugs = slugsOf('A Title!');
    expect([slugs.next().value, slugs.next().value, slugs.next().value]).toEqual([
      'a-title',
      'a-title-2',
      'a-title-3',
    ]);
  });
});
