/** Digests made up from random choices: what is listed, and how it is written down. */
import fc from 'fast-check';
import { wrapped } from '../../../scripts/fit/layouts.ts';

export interface Listed {
  readonly title: string;
  readonly abstract: string;
}

export interface Composed {
  readonly text: string;
  readonly papers: readonly Listed[];
}

const nouns =
  'Graph Kitchen River Memory Tensor Lattice Garden Signal Planner Bridge Mirror Orchard'.split(
    ' ',
  );
const qualities = 'Sparse Quiet Robust Folded Causal Gentle Modular Spectral Patient Hybrid'.split(
  ' ',
);
const deeds = 'Learning Pruning Mapping Sorting Tracing Tuning Reading Routing Weaving'.split(' ');

const noun = fc.constantFrom(...nouns);
const quality = fc.constantFrom(...qualities);
const deed = fc.constantFrom(...deeds);

const title = fc
  .record({
    label: fc.option(
      fc.tuple(quality, noun).map((words) => words.join('')),
      { nil: undefined },
    ),
    core: fc.tuple(deed, quality, noun, quality, noun),
    tail: fc.option(fc.tuple(quality, noun, deed), { nil: undefined }),
    end: fc.constantFrom('', '', '', '?', '!'),
  })
  .map(({ label, core, tail, end }) => {
    const [first, second, third, fourth, fifth] = core;
    const main = `${first} ${second} ${third}s with ${fourth} ${fifth}s`;
    const rest = tail === undefined ? '' : ` for ${tail.join(' ')}`;
    return `${label === undefined ? '' : `${label}: `}${main}${rest}${end}`;
  });

const lower = (word: fc.Arbitrary<string>) => word.map((text) => text.toLowerCase());

const sentence = fc
  .record({
    open: fc.constantFrom(
      'We propose a method that makes every',
      'In this paper, we study why a',
      'Despite recent progress, it is still hard to find a',
      'Experiments on three datasets show that our',
      'Existing models are slow because they treat the',
    ),
    a: lower(quality),
    b: lower(noun),
    c: lower(deed),
    d: lower(noun),
  })
  .map(
    ({ open, a, b, c, d }) =>
      `${open} ${a} ${b} useful for ${c} the ${d}, and this holds at scale.`,
  );

const paper: fc.Arbitrary<Listed> = fc.record({
  title,
  abstract: fc
    .array(sentence, { minLength: 1, maxLength: 8 })
    .map((sentences) => sentences.join(' ')),
});

const banners: readonly (readonly string[])[] = [
  [],
  [
    'new',
    'Get trending papers in your email inbox!',
    'Subscribe',
    'byAK and the research community',
  ],
  ['Daily Papers', 'by AK and the research community', 'Daily', 'Weekly', 'Monthly'],
  ['neu', 'Erhalte angesagte Paper in deinem Posteingang!', 'Abonnieren'],
  ['Reading list of the group'],
];

const dates = ['', 'Mar 11', 'March 11, 2025', '11 Mar', '2025-03-11', 'Tue, Mar 11'];

/** Breaks text at spaces, as late as a width allows. */
export const wrap = (text: string, width: number): string => wrapped(text, width).join('\n');

/** Digests of one to nine papers in any of the ways they are written down. */
export const composed: fc.Arbitrary<Composed> = fc
  .record({
    papers: fc.uniqueArray(paper, { minLength: 1, maxLength: 9, selector: (one) => one.title }),
    banner: fc.constantFrom(...banners),
    date: fc.constantFrom(...dates),
    width: fc.constantFrom(0, 0, 72, 80),
    blanks: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 5 }),
    glued: fc.boolean(),
    ending: fc.constantFrom('\n', '\r\n', '\r'),
    mark: fc.constantFrom('', '\ufeff'),
    trailing: fc.constantFrom('', ' ', '\t', '\u00a0'),
    final: fc.boolean(),
  })
  .map(({ papers, banner, date, width, blanks, glued, ending, mark, trailing, final }) => {
    let turn = 0;
    const gap = () => '\n'.repeat(1 + (blanks[turn++ % blanks.length] ?? 1));
    const head = [...banner, date].filter((line) => line !== '').map((line) => line + gap());
    const body = papers.map(({ title, abstract }, index) => {
      const between = glued && width === 0 ? '\n' : gap();
      const after = index === papers.length - 1 ? '' : gap();
      return wrap(title, width) + between + wrap(abstract, width) + after;
    });
    const lines = [...head, ...body].join('').split('\n');
    const text = mark + lines.map((line) => line + trailing).join(ending) + (final ? ending : '');
    return { text, papers };
  });
